import Graph
import Metrics
import Query
import Values

extension Evaluator {
  /// A measure of one person opened up: what the value is made of, and why the place is what it is.
  ///
  /// A measure that is a sum of parts is taken apart exactly. Any other is computed again without
  /// each of those who follow the person or did something to them: such differences are no parts of
  /// a sum. Complexity: O(ties of the person), or a computation of the measure for each contact.
  mutating func explain(
    _ question: Question,
    _ person: Question.Person,
    against rival: Question.Person?
  ) throws(EvaluationError) -> Answer {
    let measure = question.measures[0]
    if case .metric(let call) = measure.opened, call.metric is any MomentMetric {
      return try explainChange(question, call, for: person)
    }
    if case .metric(let call) = measure.opened, call.metric is GamingCost {
      return try explainCosts(question, for: person)
    }
    guard let side = try sides(of: [measure], for: shown).first else {
      return Answer(reading: question.reading, table: Table([]))
    }
    let above = neighbour(of: person.id, in: side)
    let other = rival ?? above?.person
    let own = try opened(measure, for: person.id)
    var others: Opened?
    if let other, own.isExact || rival != nil { others = try opened(measure, for: other.id) }
    let account = Account(
      measure: measure,
      person: person,
      own: own,
      rival: other,
      others: others
    )
    let table =
      rival == nil
      ? account.table(unit: unit(of: measure))
      : account.comparison(unit: unit(of: measure))
    return Answer(
      reading: question.reading,
      defaults: [side.default].compactMap(\.self),
      table: table,
      findings: formulas(account, rival: rival) + placeFindings(account, side, above, rival),
      remarks: explanationRemarks(account, rival) + remarks(on: [measure], [], for: [person.id])
    )
  }

  /// Whom somebody stands just below; with the places of the first, whom they stand just above.
  private func neighbour(
    of person: PersonID,
    in side: Side
  ) -> (person: Question.Person, isAbove: Bool)? {
    let people = side.standing.people
    guard let index = people.firstIndex(of: person), side.ranks[Int(person)].place > 0 else {
      return nil
    }
    let values = side.ranking.values(of: people)
    let higher = values[..<index].lastIndex { $0 > values[index] }
    let lower = values[index...].firstIndex { $0 < values[index] }
    guard let found = (higher ?? lower).map({ people[$0] }) else { return nil }
    return (Question.Person(id: found, handle: graph.people[found]), higher != nil)
  }
}

extension Evaluator {
  /// What one value is made of, by the names of the parts.
  struct Opened {
    struct Part {
      let name: String
      let amount: Double
      let note: String
    }

    /// The value.
    let value: Double
    /// Its parts, the greatest first.
    let parts: [Part]
    /// What all of them were divided by.
    let divisor: Double
    /// Whether the parts sum to the value.
    let isExact: Bool
    /// How many contacts there are beside those whose absence was tried.
    var untried = 0
  }

  /// The most people whose absence is tried, one by one.
  private static let mostTried = 25

  private mutating func opened(
    _ measure: BoundMeasure,
    for person: PersonID
  ) throws(EvaluationError) -> Opened {
    let value = numbers(of: measure)[Int(person)]
    let (asked, companion): (MetricCall?, String?) =
      switch measure.opened {
      case .metric(let call): (call, nil)
      case .companion(let name, let call): (call, name)
      default: (nil, nil)
      }
    if let call = asked,
      let explanation = try explanation(of: call, companion: companion, for: person)
    {
      let parts = explanation.parts.map { part in
        let name = part.person.map { Reading.handle(graph.people[$0]) } ?? part.name
        return Opened.Part(name: name, amount: part.amount, note: note(part.note, call))
      }
      return Opened(
        value: value,
        parts: Evaluator.ordered(parts),
        divisor: explanation.divisor,
        isExact: true
      )
    }
    guard !value.isNaN else { return Opened(value: value, parts: [], divisor: 1, isExact: false) }
    let contacts = contacts(of: person, by: measure)
    var parts: [Opened.Part] = []
    for contact in contacts.prefix(Evaluator.mostTried) {
      guard !monitor.isCancelled() else { throw .cancelled }
      let handle = graph.people[contact]
      let absent = BoundPeople.people([(contact, handle)])
      var scope = BoundScope()
      scope.absent = absent
      let without = measure.narrowed(to: scope)
      // What is computed on the way is not kept: each is about a graph of its own.
      var trial = self
      try trial.compute([without])
      let rest = trial.numbers(of: without)[Int(person)]
      let note = rest.isNaN ? "no value without" : ""
      let name = "without \(Reading.handle(handle))"
      parts.append(Opened.Part(name: name, amount: value - rest, note: note))
    }
    return Opened(
      value: value,
      parts: Evaluator.ordered(parts),
      divisor: 1,
      isExact: false,
      untried: max(0, contacts.count - Evaluator.mostTried)
    )
  }

  /// A part's note, with the group by its name.
  private func note(_ note: String, _ call: MetricCall) -> String {
    guard let group = call.group else { return note }
    return note.replacing("the group", with: Reading.text(of: group, isPart: true))
  }

  /// The greatest amounts first, whatever their sign; equals by name.
  static func ordered(_ parts: [Opened.Part]) -> [Opened.Part] {
    parts.sorted { left, right in
      let (first, second) = (left.amount.magnitude, right.amount.magnitude)
      if first.isNaN != second.isNaN { return second.isNaN }
      return first == second || first.isNaN ? left.name < right.name : first > second
    }
  }

  /// Those who follow somebody, or did something to them: the most followed first.
  private func contacts(of person: PersonID, by measure: BoundMeasure) -> [PersonID] {
    let names = measure.calls.map { $0.relation ?? $0.metric.card.relation ?? "follows" }
    var found: Set<PersonID> = []
    for name in names + ["follows"] {
      if let relation = graph.relations[name] { found.formUnion(relation.backward[person]) }
    }
    for event in graph.interactions.events where event.target == person {
      found.insert(event.source)
    }
    found.remove(person)
    let audience = graph.relations["follows"]?.backward
    return found.sorted { left, right in
      let (first, second) = (audience?.degree(of: left) ?? 0, audience?.degree(of: right) ?? 0)
      return first == second ? graph.people[left] < graph.people[right] : first > second
    }
  }
}

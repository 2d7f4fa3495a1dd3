import Graph
import Metrics
import Query
import Values

extension Evaluator {
  /// What a change is made of.
  struct Changed {
    /// One of its parts, which sum to it.
    struct Part {
      let name: String
      let amount: Double
      let note: String
    }

    let person: Question.Person
    let operand: BoundMeasure
    let before: Double
    let after: Double
    let parts: [Part]

    /// What is no longer within a window as the clock goes on.
    static let window = "fell out of the window"

    var difference: Double { after - before }
  }

  /// A change opened up by what made it.
  ///
  /// That is the clock, the person's own data, those of others, the method, and what is assumed;
  /// where the measure is a sum of parts, those are told apart too. The parts are steps from the
  /// value before to the value after, each on one graph more, so that they sum to the change.
  /// Complexity: at most five computations of the measure.
  mutating func explainChange(
    _ question: Question,
    _ call: MetricCall,
    for person: Question.Person
  ) throws(EvaluationError) -> Answer {
    guard call.scope.isWhole else {
      var plain = call
      plain.scope = BoundScope()
      var inner = try evaluator(on: call.scope)
      return try inner.explainChange(question, plain, for: person)
    }
    guard let operand = call.operand, var before = standingBefore else {
      throw .metric(name: call.metric.card.name, .nothingToCompare)
    }
    var after = standingAtEnd
    let changed = Changed(
      person: person,
      operand: operand,
      before: try before.everybodys(operand)[Int(person.id)],
      after: try after.everybodys(operand)[Int(person.id)],
      parts: try steps(of: operand, for: person.id, from: &before)
    )
    var parts: [Answer.Part] = []
    if let table = try contributions(to: operand, for: person.id, &before, &after) {
      let caption = "what it was and is made of; the differences sum too"
      parts.append(Answer.Part("parts", caption, table))
    }
    return Answer(
      reading: question.reading,
      table: table(of: changed),
      parts: parts,
      findings: sentences(changed),
      remarks: changeRemarks(changed, call)
    )
  }

  /// The steps from the value before to the value after; those without a value are taken together
  /// with the next.
  private func steps(
    of operand: BoundMeasure,
    for person: PersonID,
    from before: inout Evaluator
  ) throws(EvaluationError) -> [Changed.Part] {
    var made: [Changed.Part] = []
    var last = try before.everybodys(operand)[Int(person)]
    var pending: [String] = []
    func step(_ name: String, _ note: String, _ evaluator: Evaluator) throws(EvaluationError) {
      guard !monitor.isCancelled() else { throw .cancelled }
      var evaluator = evaluator
      let value = try evaluator.everybodys(operand)[Int(person)]
      pending.append(name)
      guard !value.isNaN else { return }
      let joined = pending.joined(separator: " and ")
      made.append(Changed.Part(name: joined, amount: value - last, note: note))
      (last, pending) = (value, [])
    }
    if let start = scope.start, let end = windowEnd(of: scope) {
      let moment = Instant(microseconds: start.microseconds - 1)
      let (own, all) = actual.doings(after: moment, until: end, of: person)
      let clock = "\(moment.dayWords) to \(end.dayWords)"
      var moved = sibling(on: before.imagined, part: before.graph, scope: standingUnassumed.scope)
      moved.keeping = nil
      try step(Changed.window, clock, moved)
      let held = Imagined(graph: actual.held(since: moment, butFor: person))
      let things = "\(Tally.text(own, "things")) by or to them"
      try step("own data", things, standing(on: held, in: standingUnassumed.scope))
      try step(
        "other people",
        "\(Tally.text(all - own, "things")) by others",
        standingUnassumed
      )
      made.append(
        Changed.Part(name: "method", amount: 0, note: "one formula for both")
      )
    }
    if !scope.moves.isEmpty {
      let moves = Tally.text(scope.moves.count, "moves")
      try step("what is assumed", moves, standingAtEnd)
    }
    return made
  }

  /// The parts of the measure before and after, where it is a sum of parts.
  private func contributions(
    to operand: BoundMeasure,
    for person: PersonID,
    _ before: inout Evaluator,
    _ after: inout Evaluator
  ) throws(EvaluationError) -> Table? {
    guard case .metric(let call) = operand.opened,
      let old = try before.explanation(of: call, companion: nil, for: person),
      let new = try after.explanation(of: call, companion: nil, for: person)
    else { return nil }
    func amounts(_ explanation: Explanation, _ graph: Graph) -> [String: Double] {
      Dictionary(
        explanation.parts.map { part in
          (part.person.map { Reading.handle(graph.people[$0]) } ?? part.name, part.amount)
        },
        uniquingKeysWith: +
      )
    }
    let (was, became) = (amounts(old, before.graph), amounts(new, after.graph))
    let names = Set(was.keys).union(became.keys).filter { (was[$0] ?? 0) != (became[$0] ?? 0) }
    guard !names.isEmpty else { return nil }
    let parts = Evaluator.ordered(
      names.map { Opened.Part(name: $0, amount: (became[$0] ?? 0) - (was[$0] ?? 0), note: "") }
    )
    let unit = unit(of: operand)
    return Table(
      [
        Column("part", cells: .texts(parts.map(\.name))),
        Column("before", unit: unit, cells: .numbers(parts.map { was[$0.name] ?? 0 })),
        Column("after", unit: unit, cells: .numbers(parts.map { became[$0.name] ?? 0 })),
        Column("difference", unit: unit, cells: .numbers(parts.map(\.amount)), ranks: true),
      ],
      rowNoun: "parts"
    )
  }

  private func table(of changed: Changed) -> Table {
    let parts = changed.difference.isNaN ? [] : changed.parts
    let change = changed.difference
    return Table(
      [
        Column("part", cells: .texts(parts.map(\.name))),
        Column(
          "contribution",
          unit: unit(of: changed.operand),
          cells: .numbers(parts.map(\.amount))
        ),
        Column(
          "share",
          unit: .share,
          cells: .numbers(parts.map { change == 0 ? .nan : $0.amount / change }),
          missingReason: "of nothing"
        ),
        Column("note", cells: .texts(parts.map(\.note))),
      ],
      rowNoun: "parts"
    )
  }

  /// The change in words: from what to what, and what made most of it.
  private func sentences(_ changed: Changed) -> [String] {
    guard !changed.difference.isNaN else { return [] }
    let unit = unit(of: changed.operand)
    func words(_ number: Double) -> String { Evaluator.spelled(number, unit) }
    let handle = Reading.handle(changed.person.handle)
    let name = changed.operand.columnName
    let head = "\(name) of \(handle) went from \(words(changed.before)) to \(words(changed.after))"
    if changed.difference == 0, changed.parts.allSatisfy({ $0.amount == 0 }) {
      return ["\(name) of \(handle) is \(words(changed.after)) before and after"]
    }
    func named(_ part: Changed.Part) -> String {
      part.name.hasPrefix(Changed.window) ? "what \(part.name)" : part.name
    }
    let most = changed.parts.max { $0.amount.magnitude < $1.amount.magnitude }
    let sum = changed.parts.filter { $0.amount != 0 }
      .map { "\($0.amount < 0 ? "- " : "+ ")\(words($0.amount.magnitude)) (\(named($0)))" }
      .joined(separator: " ")
    var sentences = ["\(head): \(words(changed.after)) = \(words(changed.before)) \(sum)"]
    let own = changed.parts.first { $0.name == "own data" }
    if let most, most.name != "own data", own?.amount == 0 {
      sentences.append(
        "nothing of it is what \(handle) did or had done to them; most is \(named(most))"
      )
    } else if let most {
      sentences.append("most of it is \(named(most)): \(words(most.amount))")
    }
    return sentences
  }

  private func changeRemarks(_ changed: Changed, _ call: MetricCall) -> [String] {
    guard !changed.difference.isNaN else {
      let when = changed.before.isNaN ? "before" : "after"
      return [
        "nothing to explain: \(Reading.handle(changed.person.handle)) has no "
          + "\(changed.operand.columnName) \(when)"
      ]
    }
    return ["contributions sum to the change"] + undatedRemarks(call)
  }
}

extension Instant {
  /// Its day, as typed.
  fileprivate var dayWords: String { String("\(self)".prefix(10)) }
}

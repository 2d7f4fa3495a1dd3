import Diagnostics
import Graph
import Metrics
import Syntax

extension Binder {
  mutating func bind(_ compare: CompareQuestion) -> Question? {
    var question = sideBySide(compare.measures, compare.clauses, .compare)
    question?.chosen = compare.chosen
    if let question, question.measures.count == 1, diagnostics.isEmpty {
      let words = Reading.text(of: question.measures[0])
      report(
        .missingQualifier,
        "`compare` needs two measures or more",
        at: compare.measures.first?.range ?? start,
        choices: ["compare \(words), pagerank", "compare all measures"]
      )
    }
    return question
  }

  mutating func bind(_ correlate: CorrelateQuestion) -> Question? {
    let outcome = bind(correlate.outcome)
    if let outcome { requireNumber(outcome, at: correlate.outcome.range) }
    let controls = correlate.controls.compactMap { syntax -> BoundMeasure? in
      let control = bind(syntax)
      if let control { requireNumber(control, at: syntax.range) }
      return control
    }
    let measures = correlate.measures
    refuseOrder(correlate.clauses, behind: "correlate")
    guard let outcome else {
      for measure in measures { _ = bind(measure) }
      return nil
    }
    var question = sideBySide(
      measures,
      correlate.clauses,
      .correlate(against: outcome, controls: controls)
    )
    question?.chosen = correlate.chosen
    return question
  }

  private mutating func sideBySide(
    _ syntaxes: [MeasureSyntax],
    _ asked: Clauses,
    _ kind: Question.Kind
  ) -> Question? {
    var clauses = asked
    let measures = distinct(self.measures(syntaxes, &clauses)).measures
    companionCalls = measures.compactMap(\.soleCall)
    var question = Question(kind: kind, rows: narrowed(.people(.everyone), by: clauses))
    question.measures = measures
    bindRest(clauses, of: &question)
    return measures.isEmpty ? nil : question
  }

  mutating func bind(_ explain: ExplainQuestion) -> Question? {
    let rival = explain.rival.flatMap { person($0) }
    guard let first = explain.measures.first, let last = explain.measures.last else {
      return place(of: explain.person, against: rival)
    }
    let range = first.range.lowerBound..<last.range.upperBound
    var clauses = explain.clauses
    let syntaxes = measures(explain.measures, &clauses)
    let measures = syntaxes.compactMap { bind($0) }
    for (bound, syntax) in zip(measures, syntaxes) { requireNumber(bound, at: syntax.range) }
    refuse([("where", clauses.condition != nil), ("per", clauses.group != nil)], behind: "explain")
    refuseOrder(clauses, behind: "explain")
    let words = source.slice(range)
    let areTrials = measures.allSatisfy { $0.soleCall?.metric is any TrialMetric }
    if syntaxes.count > 1, !areTrials {
      report(.wrongKind, "`explain` opens one measure, `\(words)` is a list", at: range)
    }
    guard case .handles(let names)? = clauses.people, names.count == 1 else {
      report(
        .missingQualifier,
        "`explain` needs one person",
        at: start,
        choices: ["explain \(words) for @PERSON"],
        notes: ["the formula itself: `help \(words)`"]
      )
      return nil
    }
    guard let person = person(names[0]), let measure = measures.first else { return nil }
    let isMoments = measure.soleCall?.metric is any MomentMetric
    if rival != nil, isMoments || areTrials {
      refuse([("against", true)], behind: "explain \(words)")
    }
    var question = explanation(of: person, against: rival, by: measure)
    if areTrials {
      question.measures = distinct(syntaxes).measures
      question.rows = .people(.people([person]))
    }
    question.scope = bind(clauses.scope)
    return question
  }

  private func explanation(
    of person: (id: PersonID, handle: String),
    against rival: (id: PersonID, handle: String)?,
    by measure: BoundMeasure
  ) -> Question {
    var question = Question(
      kind: .explain(person: Question.Person(person), rival: rival.map(Question.Person.init)),
      rows: .people(.everyone)
    )
    question.measures = [measure]
    return question
  }

  /// Somebody's value by the first measure of the last table.
  private mutating func place(
    of name: Name?,
    against rival: (id: PersonID, handle: String)?
  ) -> Question? {
    guard let name, let person = person(name) else { return nil }
    let handle = Reading.handle(person.handle)
    if assumesTable {
      return explanation(of: person, against: rival, by: .number(1, isPercentage: false))
    }
    guard let asked = lastQuestion, let measure = asked.measures.first, case .people = asked.rows,
      asked.group == nil, cellKind(of: measure) == .number
    else {
      report(
        last == nil ? .nothingLoaded : .wrongKind,
        last == nil ? "there is no table yet" : "the last table is no question by a measure",
        at: name.range,
        choices: ["explain MEASURE for \(handle)"]
      )
      return nil
    }
    var question = explanation(of: person, against: rival, by: measure)
    question.scope = asked.scope
    if !asked.rows.isEveryone || asked.condition != nil {
      remark("places are among all people, whoever the last table was about")
    }
    return question
  }

  mutating func bind(_ choose: ChooseQuestion) -> Question? {
    let rows = bind(choose.people).map { narrowed(.people($0), by: choose.clauses) }
    let target = bind(choose.target)
    let metric = ExpectedSpread()
    let spread = call(metric, Name(metric.card.name, range: start), choose.qualifiers)
    if choose.count > BoundChoice.most {
      report(.outOfRange, "`choose` chooses at most \(BoundChoice.most) people", at: start)
    }
    let cost = choose.cost.flatMap { name -> BoundMeasure? in
      guard let cost = bind(MeasureSyntax.named(name, [])) else { return nil }
      return requireNumber(cost, at: name.range) ? cost : nil
    }
    if let budget = choose.budget, choose.cost == nil {
      let words = "with budget \(Reading.literal(budget, false))"
      report(
        .missingQualifier,
        "`with budget` needs `at`, and what each person costs",
        at: start,
        choices: graph.attributes.filter { $0.cellKind == .number }.prefix(3)
          .map { "\(words) at \(Reading.bare($0.name))" }
      )
    }
    refuseOrder(choose.clauses, behind: "choose")
    guard let rows, let target, var spread else { return nil }
    spread.group = target
    let choice = BoundChoice(
      count: choose.count,
      spread: spread,
      budget: choose.budget.flatMap { most in cost.map { (most, $0) } }
    )
    var question = Question(kind: .choose(choice), rows: rows)
    bindRest(choose.clauses, of: &question)
    return question
  }

  mutating func bind(_ overlap: OverlapQuestion) -> Question? {
    let sets = bindAll(overlap.sets)
    if overlap.sets.count < 2 {
      report(
        .missingQualifier,
        "`overlap between` needs two sets or more",
        at: overlap.range,
        choices: ["overlap between \(source.slice(overlap.range)), followers of @PERSON"]
      )
    }
    let scope = scopeOnly(overlap.clauses, "overlap between")
    guard let sets else { return nil }
    var question = Question(kind: .overlap(sets), rows: .people(.everyone))
    question.scope = scope
    return question
  }

  mutating func bind(_ path: PathQuestion) -> Question? {
    let from = person(path.from)
    let to = person(path.to)
    let name = path.relation?.text.lowercased() ?? "follows"
    let isLoaded = isLoaded(name, at: path.relation?.range ?? start)
    let hops = path.hops.flatMap { self.hops(Double($0), at: start) }
    let scope = scopeOnly(path.clauses, "path")
    guard let from, let to, isLoaded else { return nil }
    var question = Question(
      kind: .path(
        from: Question.Person(from),
        to: Question.Person(to),
        over: name,
        hops: hops
      ),
      rows: .people(.everyone)
    )
    question.scope = scope
    return question
  }

  /// The scope of a question that takes no other clause.
  private mutating func scopeOnly(_ clauses: Clauses, _ words: String) -> BoundScope {
    let others = [
      ("for", clauses.people != nil), ("where", clauses.condition != nil),
      ("per", clauses.group != nil), ("among", clauses.sources != nil),
      ("in", clauses.topic != nil),
    ]
    refuse(others, behind: words)
    refuseOrder(clauses, behind: words)
    return bind(clauses.scope)
  }

  /// Refuses an order and a limit behind words whose rows are not people.
  private mutating func refuseOrder(_ clauses: Clauses, behind words: String) {
    refuse(
      [("sort by", !clauses.sortKeys.isEmpty), ("limit", clauses.limit != nil)],
      behind: words
    )
  }

  private mutating func refuse(_ others: [(String, Bool)], behind words: String) {
    for (word, isThere) in others where isThere {
      report(
        .unwantedQualifier,
        "`\(word)` has no meaning behind `\(words)`",
        at: start,
        notes: ["the table goes on behind `|`: `| where ...`, `| sort by ...`"]
      )
    }
  }
}

extension Question.Person {
  /// A person as the binder finds them.
  init(_ person: (id: PersonID, handle: String)) {
    self.init(id: person.id, handle: person.handle)
  }
}

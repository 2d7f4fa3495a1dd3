package import Graph
package import Metrics
package import Query
package import Values

/// Answers bound questions over one graph.
///
/// Measures are computed on everybody; who is shown is chosen afterwards. Complexity: that of the metrics, plus O(rows log rows) to order them.
package struct Evaluator: Sendable {
  /// The part of the graph the question is about.
  let graph: Graph
  /// The graph as it was loaded, and as moves made it.
  let actual: Graph
  let imagined: Imagined
  /// Which part of that the part is.
  let scope: BoundScope
  let settings: QuerySettings
  var monitor: WorkMonitor
  /// What earlier questions left, and where this one leaves what it computes; nil for neither.
  var keeping: Keeping?
  /// What the metrics of this question gave, by canonical text.
  var results: [String: Measured] = [:]
  /// What they gave for the people in `wanted` only.
  var rowResults: [String: Measured] = [:]
  /// The metrics whose group behind `with` holds nobody, by canonical text.
  var emptyGroups: Set<String> = []
  /// The graph with a relation made of interactions, by the relation's name.
  private var networks: [String: Graph] = [:]
  /// Evaluators on other parts of the graph, by the words for the part.
  private var others: [String: Evaluator] = [:]
  /// What its rows are, in the plural.
  var noun = "people"
  /// The people whose rows may be shown; nil while everybody needs a value.
  var wanted: PersonSet?
  /// What is done, where a plan is asked for.
  var record: PlanRecord?

  /// An evaluator for one question.
  package init(
    graph: Graph,
    settings: QuerySettings,
    monitor: WorkMonitor = .unwatched,
    keeping: Keeping? = nil
  ) {
    self.graph = graph
    actual = graph
    imagined = Imagined(graph: graph)
    scope = BoundScope()
    self.settings = settings
    self.monitor = monitor
    self.keeping = keeping
    guard let damage = graph.damage else { return }
    // Nothing needs what is computed from a part that is damaged.
    self.monitor = WorkMonitor(
      isCancelled: { monitor.isCancelled() || damage.isFound },
      report: monitor.report
    )
  }

  private init(_ other: Evaluator, _ imagined: Imagined, _ part: Graph, _ scope: BoundScope) {
    graph = part
    actual = other.actual
    self.imagined = imagined
    self.scope = scope
    settings = other.settings
    monitor = other.monitor
    keeping = other.keeping
  }

  /// An evaluator on a part of the graph, or of what moves make of it, that has computed nothing.
  func sibling(
    on imagined: Imagined? = nil,
    part: Graph,
    scope: BoundScope,
    reporting: Bool = true
  ) -> Evaluator {
    var evaluator = Evaluator(self, imagined ?? self.imagined, part, scope)
    if !reporting { evaluator.monitor = WorkMonitor(isCancelled: monitor.isCancelled) }
    return evaluator
  }

  /// The graph that its part is a part of.
  var whole: Graph { imagined.graph }

  /// An evaluator on a part of the graph, narrower than this one's.
  ///
  /// Who is absent is settled on the whole graph, after what is assumed.
  mutating func evaluator(on inner: BoundScope) throws(EvaluationError) -> Evaluator {
    let name = Reading.clauses(of: inner)
    if let known = others[name] { return known }
    let scope = self.scope.narrowed(by: inner)
    let imagined = try imagined(inner.moves, within: scope)
    var assumed = BoundScope()
    assumed.moves = scope.moves
    var judge = sibling(on: imagined, part: imagined.graph, scope: assumed)
    let absent = try scope.absent.map { set throws(EvaluationError) in try judge.people(set) }
    let part = imagined.graph.viewed(
      in: Scope(
        since: scope.start,
        until: scope.end,
        without: absent,
        topic: scope.topic,
        kind: scope.kind
      )
    )
    return sibling(on: imagined, part: part, scope: scope)
  }

  /// Keeps an evaluator with what it computed.
  mutating func keep(_ evaluator: Evaluator, on scope: BoundScope) {
    others[Reading.clauses(of: scope)] = evaluator
  }

  /// The answer to a question.
  package mutating func answer(_ question: Question) throws(EvaluationError) -> Answer {
    let answer = try answered(question)
    return question.remarks.isEmpty
      ? answer : answer.adding(defaults: [], remarks: question.remarks)
  }

  private mutating func answered(_ question: Question) throws(EvaluationError) -> Answer {
    if question.ranksThings { return try thingsAnswer(question) }
    guard question.scope.isWhole else {
      var inner = try evaluator(on: question.scope)
      let clauses = Reading.clauses(of: question.scope).dropFirst()
      note(.part, String(clauses), rows: inner.graph.presentCount)
      inner.record = record
      var unscoped = question
      unscoped.scope = BoundScope()
      unscoped.remarks = []
      inner.noun = noun
      let answer = try inner.answer(unscoped)
      record = inner.record
      return answer.read(
        as: Reading.text(of: question),
        defaults: nowDefault(question.scope),
        remarks: inner.assumptionRemarks + periodRemarks(question.scope) + tieRemarks(question)
      )
    }
    switch question.rows {
    case .people:
      return try peopleAnswer(question).adding(defaults: [], remarks: tieRemarks(question))
    case .topics: return try topicsAnswer(question)
    case .posts(let filters): return try postsAnswer(question, filters)
    case .ties(let name, let from, let to):
      return try tiesAnswer(question, over: name, from: from, to: to)
    }
  }

  private mutating func peopleAnswer(_ question: Question) throws(EvaluationError) -> Answer {
    let plan = Plan(question)
    let population = question.people.isEveryone ? shown : try people(question.people)
    note(.set, Reading.text(of: question.people), rows: population.count)
    try run(plan, for: population)
    let (rows, untold) = try condition(question.condition, among: population)
    let answer: Answer
    switch question.kind {
    case _ where question.group != nil: answer = try grouped(question, rows)
    case .rank(let selection): answer = try rank(question, selection, rows)
    case .list: answer = try list(question, rows)
    case .show: answer = try show(question, rows)
    case .count: answer = count(question, rows)
    case .aggregate: answer = try grouped(question, rows)
    case .compare: answer = try compare(question, rows)
    case .correlate(let outcome, let controls):
      answer = try correlate(question, against: outcome, controlling: controls, rows)
    case .explain(let person, let rival):
      answer = try explain(question, person, against: rival)
    case .choose(let choice): answer = try choose(question, choice, among: rows)
    case .overlap(let sets): answer = try overlap(question, between: sets)
    case .path(let from, let to, let relation, let hops):
      answer = try path(question, from: from, to: to, over: relation, within: hops)
    }
    return answer.adding(
      defaults: defaults(of: plan),
      remarks: emptyRemarks(question, population, rows) + groupRemarks(plan)
        + untoldRemarks(untold, question)
    )
  }

  /// Computes what a plan says, for people whose rows may be shown.
  mutating func run(_ plan: Plan, for people: PersonSet) throws(EvaluationError) {
    for step in plan.steps {
      wanted = step.isForEverybody ? nil : people
      let wasKept = try compute(step.call, key: step.key)
      let asked = wanted ?? graph.everybody
      note(wasKept ? .kept : .metric, step.key, rows: asked.count)
    }
    wanted = people
  }

  /// The graph in which a relation can be read; one made of interactions is made once a question.
  mutating func network(over relation: String) -> Graph {
    if graph.relations.has(relation) { return graph }
    if let known = networks[relation] { return known }
    let network = graph.reading(relation)
    networks[relation] = network
    return network
  }

  private mutating func condition(
    _ condition: BoundCondition?,
    among population: PersonSet
  ) throws(EvaluationError) -> (rows: PersonSet, untold: Int) {
    guard let condition else { return (population, 0) }
    let truth = try truth(of: condition)
    let rows = population.intersection(truth.yes)
    let untold = population.subtracting(truth.yes.union(truth.no)).count
    note(.condition, Reading.text(of: condition), rows: rows.count)
    return (rows, untold)
  }

  /// How many people a condition says nothing of, because a value is missing.
  private func untoldRemarks(_ untold: Int, _ question: Question) -> [String] {
    guard untold > 0, let condition = question.condition else { return [] }
    let people = Tally.text(untold, noun)
    return ["\(people) left out: `\(Reading.text(of: condition))` cannot be told without a value"]
  }

  /// Which groups behind `with` hold nobody.
  func groupRemarks(_ plan: Plan) -> [String] {
    plan.steps.compactMap { step in
      guard let group = step.call.group, emptyGroups.contains(step.key) else { return nil }
      return "nobody is in `\(Reading.text(of: group))`"
    }
  }

  /// What shaped the numbers, each once, in the order of the measures.
  func defaults(of plan: Plan) -> [String] {
    var all: [String] = []
    if plan.question.readsInterest {
      all.append(interestDefault)
    }
    for step in plan.steps { all += result(of: step.call)?.defaults ?? [] }
    var seen: Set<String> = []
    return all.filter { seen.insert($0).inserted }
  }

  /// Which part of a question left nothing to show.
  private func emptyRemarks(
    _ question: Question,
    _ population: PersonSet,
    _ rows: PersonSet
  ) -> [String] {
    if population.isEmpty {
      guard case .intersection(let sets) = question.people else {
        return ["nobody is in `\(Reading.text(of: question.people))`"]
      }
      let all = sets.map { "`\(Reading.text(of: $0, isPart: true))`" }.joined(separator: " and ")
      return ["nobody is in all of \(all)"]
    }
    guard rows.isEmpty, let condition = question.condition else { return [] }
    let count = population.count
    return ["none of the \(Tally.text(count, noun)) meets `\(Reading.text(of: condition))`"]
  }
}

extension Evaluator {
  /// The moment up to which `in the last 90 days` counts, and when what is assumed happens.
  private func nowDefault(_ scope: BoundScope) -> [String] {
    var defaults: [String] = []
    if case .last(_, _, let now) = scope.period {
      defaults.append("now is \(settings.now?.text ?? "\(now)")")
    }
    if scope.moves.contains(where: \.happens), let moment = windowEnd(of: scope) {
      defaults.append("what is assumed happens at \(moment)")
    }
    return defaults
  }

  /// What to know about ties where a period has a beginning: that they have been there since theirs.
  private func tieRemarks(_ question: Question) -> [String] {
    var isPerPeriod = false
    if case .period? = question.group { isPerPeriod = true }
    let isDated =
      isPerPeriod || question.scope.start != nil
      || question.allMeasures.contains { measure in
        measure.calls.contains { $0.scope.start != nil }
      }
    guard isDated, question.relationsRead.contains(where: whole.relations.has)
    else { return [] }
    return ["ties stand as they were at the end of the period, however old"]
  }

  /// What to know about a period: that the data end before it begins, or begin after it ends.
  private func periodRemarks(_ scope: BoundScope) -> [String] {
    guard let data = whole.period else { return [] }
    if let start = scope.start, start > data.upperBound {
      return ["the data end \(data.upperBound), before the period begins"]
    }
    if let end = scope.end, end < data.lowerBound {
      return ["the data begin \(data.lowerBound), after the period ends"]
    }
    return []
  }
}

extension Answer {
  /// The answer under other words, with more said about it.
  fileprivate func read(as reading: String, defaults: [String], remarks: [String]) -> Answer {
    var answer = self
    answer.reading = reading
    answer.defaults = defaults + self.defaults
    answer.remarks = remarks + self.remarks.filter { !remarks.contains($0) }
    return answer
  }

  /// The answer with more said about it, in front of what was said.
  fileprivate func adding(defaults: [String], remarks: [String]) -> Answer {
    let others = self.defaults.filter { !defaults.contains($0) }
    var answer = self
    answer.defaults = defaults + others
    answer.remarks = remarks + self.remarks
    return answer
  }
}

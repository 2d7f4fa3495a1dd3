import Graph
import Metrics
import Query
import Values

extension Evaluator {
  /// What it takes to lift somebody: by each kind of move, or by each of several measures.
  ///
  /// The moves are written as they stand behind `assuming`. Complexity: that of the search.
  mutating func explainCosts(
    _ question: Question,
    for person: Question.Person
  ) throws(EvaluationError) -> Answer {
    var rows: [CostRow] = []
    var defaults: [String] = []
    let isList = question.measures.count > 1
    for (number, measure) in question.measures.enumerated() {
      guard case .metric(let call) = measure.opened else { continue }
      let step = monitor.part(number, of: question.measures.count)
      let found = try costs(of: call, for: person, each: !isList, watchedBy: step)
      rows += found.rows
      defaults += found.defaults.filter { !defaults.contains($0) }
    }
    let order = rows.indices.sorted { left, right in
      let (first, second) = (rows[left].cost, rows[right].cost)
      if first.isNaN != second.isNaN { return second.isNaN }
      return first == second || first.isNaN ? left < right : first < second
    }
    rows = order.map { rows[$0] }
    return Answer(
      reading: question.reading,
      defaults: defaults,
      table: table(of: rows, naming: isList),
      findings: sentences(on: rows, person, isList),
      remarks: ["moves as they stand behind `assuming`"]
    )
  }

  /// What it takes by one kind of move, or by the cheapest for one measure; nothing gets there
  /// where all is missing.
  fileprivate struct CostRow {
    let measure: String
    /// The moves, or why there are none.
    let moves: String
    let newcomers: Double
    let acts: Double
    let cost: Double
    let after: Double

    init(
      _ measure: String,
      _ moves: String,
      newcomers: Double = .nan,
      acts: Double = .nan,
      cost: Double = .nan,
      after: Double = .nan
    ) {
      self.measure = measure
      self.moves = moves
      self.newcomers = newcomers
      self.acts = acts
      self.cost = cost
      self.after = after
    }
  }

  private mutating func costs(
    of call: MetricCall,
    for person: Question.Person,
    each isEach: Bool,
    watchedBy monitor: WorkMonitor
  ) throws(EvaluationError) -> (rows: [CostRow], defaults: [String]) {
    if !call.scope.isWhole {
      var plain = call
      plain.scope = BoundScope()
      var inner = try evaluator(on: call.scope)
      return try inner.costs(of: plain, for: person, each: isEach, watchedBy: monitor)
    }
    guard let metric = call.metric as? GamingCost else { return ([], []) }
    let name = call.operand.map { Reading.text(of: $0) } ?? ""
    let arguments = try arguments(of: call, key: call.key)
    let topics = (arguments.trial?.topics ?? []).map { graph.topics[$0] }
    do throws(MetricError) {
      let before = try arguments.trial.map { trial throws(MetricError) in
        try trial.values(trial.graph)
      }
      let search = try metric.search(
        for: person.id,
        on: graph,
        from: before ?? [],
        arguments,
        watchedBy: monitor
      )
      let recipes = try metric.recipes(arguments)
      let defaults = try metric.defaults(arguments)
      if search.isThere(in: before ?? []) {
        let after = before?[Int(person.id)] ?? .nan
        return ([CostRow(name, "nothing", newcomers: 0, acts: 0, cost: 0, after: after)], defaults)
      }
      let finding = try isEach ? search.plans(by: recipes) : search.cheapest(of: recipes)
      let rows = finding.plans.map { plan in
        CostRow(
          name,
          words(plan, person.handle, topics),
          newcomers: Double(plan.newcomers),
          acts: Double(plan.acts),
          cost: plan.cost,
          after: plan.after
        )
      }
      return (finding.obstacle.map { [CostRow(name, $0)] } ?? rows, defaults)
    } catch {
      throw .metric(name: metric.card.name, error)
    }
  }

  private func table(of rows: [CostRow], naming isList: Bool) -> Table {
    let missing = "no such moves get there"
    var columns = isList ? [Column("measure", cells: .texts(rows.map(\.measure)))] : []
    columns += [
      Column(
        "gaming cost",
        cells: .numbers(rows.map(\.cost)),
        ranks: true,
        ascends: true,
        missingReason: missing
      ),
      Column(
        "new people",
        unit: .count(of: "people"),
        cells: .numbers(rows.map(\.newcomers)),
        missingReason: missing
      ),
      Column(
        "acts",
        unit: .count(of: "acts"),
        cells: .numbers(rows.map(\.acts)),
        missingReason: missing
      ),
      Column("after", cells: .numbers(rows.map(\.after)), missingReason: missing),
      Column("moves", cells: .texts(rows.map(\.moves))),
    ]
    return Table(columns, rowNoun: isList ? "measures" : "ways")
  }

  private func sentences(
    on rows: [CostRow],
    _ person: Question.Person,
    _ isList: Bool
  ) -> [String] {
    let handle = Reading.handle(person.handle)
    guard let first = rows.first else { return [] }
    if first.cost.isNaN { return isList ? [] : ["nothing lifts \(handle) so: \(first.moves)"] }
    if first.cost == 0 { return ["\(handle) is there without any move"] }
    let cost = Evaluator.spelled(first.cost, .plain)
    let head = isList ? "\(first.measure) is cheapest to game" : "cheapest for \(handle)"
    let cheapest = "\(head), at \(cost): assuming \(first.moves)"
    guard isList else {
      // The cells of a table may be cut.
      return [cheapest]
        + rows.dropFirst().map { "at \(Evaluator.spelled($0.cost, .plain)): assuming \($0.moves)" }
    }
    let never = Dictionary(grouping: rows.filter(\.cost.isNaN), by: \.moves)
    return [cheapest]
      + never.sorted { $0.key < $1.key }.map { reason, rows in
        "not to be gamed so, \(reason): \(rows.map(\.measure).joined(separator: ", "))"
      }
  }

  /// Moves as they stand behind `assuming`.
  private func words(
    _ plan: GamingSearch.Plan,
    _ person: String,
    _ topics: [String]
  ) -> String {
    let whom = Reading.handle(person)
    let isOne = plan.newcomers == 1
    var who = "\(plan.newcomers) new \(isOne ? "person" : "people")"
    if plan.recipe == .trust, !topics.isEmpty {
      who += " interested in \(topics.map(Reading.topic).joined(separator: ", "))"
    }
    var moves = plan.deeds.enumerated().map { index, deed in
      index == 0
        ? "\(who) \(deed.deed(ofOne: isOne)) \(whom)" : "they \(deed.deed(ofOne: false)) \(whom)"
    }
    switch plan.recipe {
    case .unfollowing: moves = ["\(whom) does not follow (people)"]
    case .closedLoop:
      moves = ["\(whom) does not follow (people)"] + moves + ["\(whom) follows them"]
    case .followedBack: moves.append("\(whom) follows them")
    default: break
    }
    return moves.joined(separator: " and ")
  }
}

extension String {
  /// What people who make an event of this kind do: "share", and of one "shares".
  fileprivate func deed(ofOne isOne: Bool) -> String {
    if self == "reply" { return isOne ? "replies to" : "reply to" }
    return isOne ? self + "s" : self
  }
}

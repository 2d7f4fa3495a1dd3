import Graph
import Metrics
import Query
import Syntax
import Values

extension Evaluator {
  /// Computes every metric in some measures that was not computed yet.
  ///
  /// Everybody gets a value: a set or a weight inside a question is not about its rows.
  mutating func compute(_ measures: [BoundMeasure]) throws(EvaluationError) {
    let known = wanted
    wanted = nil
    defer { wanted = known }
    for measure in measures {
      for call in measure.calls { try compute(call, key: call.key) }
    }
  }

  /// Computes a metric, unless its result is there; whether an earlier question left it.
  @discardableResult
  mutating func compute(_ call: MetricCall, key: String) throws(EvaluationError) -> Bool {
    let isAmongShown = call.metric.card.isAmongShown && wanted != nil
    guard results[key] == nil || isAmongShown, wanted == nil || rowResults[key] == nil else {
      return false
    }
    if !call.scope.isWhole {
      var plain = call
      plain.scope = BoundScope()
      var inner = try evaluator(on: call.scope)
      inner.wanted = wanted
      let wasKept = try inner.compute(plain, key: plain.key)
      var result = inner.result(of: plain)?.clipped(to: graph.personCount)
      result?.remarks += inner.assumptionRemarks
      keep(result, under: key)
      if inner.emptyGroups.contains(plain.key) { emptyGroups.insert(key) }
      keep(inner, on: call.scope)
      return wasKept
    }
    if let kept = kept(key), !isAmongShown || isForEverybody {
      if let group = call.group, try people(group).isEmpty { emptyGroups.insert(key) }
      keep(kept, under: key)
      return true
    }
    let arguments = try arguments(of: call, key: key)
    let network = try network(of: call)
    do throws(MetricError) {
      var measured = try call.metric.evaluate(on: network, with: arguments, watchedBy: monitor)
      if call.metric is any MomentMetric { measured.remarks += undatedRemarks(call) }
      keep(measured, under: key)
      leave(measured, under: key)
      return false
    } catch {
      throw .metric(name: call.metric.card.name, error)
    }
  }

  private mutating func keep(_ result: Measured?, under key: String) {
    if wanted == nil { results[key] = result } else { rowResults[key] = result }
  }

  /// What a call says, with its sets and weights computed.
  mutating func arguments(
    of call: MetricCall,
    key: String
  ) throws(EvaluationError) -> MetricArguments {
    var arguments = MetricArguments(
      relation: call.relation,
      hops: call.hops,
      topic: call.topic?.id,
      missingTrust: settings.missingTrust,
      interestThreshold: settings.interestThreshold,
      since: scope.start,
      now: windowEnd(of: scope),
      wanted: wanted
    )
    for (name, value) in call.parameters {
      if case .option(let option) = value {
        arguments.options[name] = option
      } else {
        arguments.parameters[name] = value.number
      }
    }
    if let from = call.from { arguments.from = try people(from) }
    if let to = call.to { arguments.to = try people(to) }
    if let group = call.group {
      let members = try people(group)
      if members.isEmpty { emptyGroups.insert(key) }
      arguments.group = MetricArguments.Group(
        members: members,
        interest: group.bareTopics.map { SparseColumn(interestIn: $0, of: graph) }
      )
    }
    if let weight = call.weight {
      arguments.weight = try self.weight(weight)
      arguments.inferredTrust = try inferredTrust(for: weight, of: call)
    }
    if let operand = call.operand {
      try take(operand, of: call.metric, into: &arguments)
    }
    return arguments
  }

  /// Where the windows of windowed models end: at the end of the period asked about, and no later
  /// than *now*.
  func windowEnd(of scope: BoundScope) -> Instant? {
    guard let latest = actual.period?.upperBound else { return nil }
    let now = settings.now?.last ?? latest
    return scope.end.map { min($0, now) } ?? now
  }

  /// The graph a call reads: with the relation it names, and what comes from the people behind
  /// `among` only.
  mutating func network(of call: MetricCall) throws(EvaluationError) -> Graph {
    var network = call.relation.map { self.network(over: $0) } ?? graph
    if let among = call.among {
      network = network.viewed(in: Scope(among: try people(among)))
    }
    return network
  }

  /// What each tie or each member weighs, whoever's rows are shown.
  private mutating func weight(
    _ weight: BoundWeight
  ) throws(EvaluationError) -> MetricArguments.Weight {
    let known = wanted
    wanted = nil
    defer { wanted = known }
    switch weight {
    case .ties(let relation):
      let ties = graph.relations[relation] ?? Relation(sources: 0, targets: 0)
      return .ties(ties, name: relation)
    case .mixed(.inferredTie(let call), _):
      let ties = graph.relations["trust"] ?? Relation(sources: 0, targets: 0)
      return .ties(ties, name: call.metric.card.name)
    case .mixed(let measure, let relation):
      try compute([measure])
      let inferring = measure.inferredTie
      let network = try inferring.map { call throws(EvaluationError) in try part(of: call).graph }
      let name = inferring == nil ? relation : "trust"
      let ties = (network ?? graph).relations[name] ?? Relation(sources: 0, targets: 0)
      return .ties(weighted(ties, by: measure), name: Reading.text(of: measure))
    case .measure(let measure):
      try compute([measure])
      return .people(numbers(of: measure), name: Reading.text(of: measure))
    }
  }

  /// How much @me trusts each person; NaN where that is not known.
  private var myTrust: [Double] {
    var trust = [Double](repeating: .nan, count: graph.personCount)
    guard let handle = settings.me,
      let me = graph.people.number(of: handle) ?? graph.person(ignoringCaseOf: handle),
      let relation = graph.relations["trust"]
    else { return trust }
    for position in relation.forward.range(of: me) {
      let person = relation.forward.neighbours[position]
      trust[Int(person)] = relation.forwardWeights?[position] ?? 1
    }
    return trust
  }

  /// A measure's number for everybody; NaN where missing.
  ///
  /// Its metrics must be computed.
  func numbers(of measure: BoundMeasure) -> [Double] {
    let count = graph.personCount
    switch measure {
    case .number(let number, _): return Array(repeating: number, count: count)
    case .metric(let call): return result(of: call)?.values ?? []
    case .companion(let name, let call):
      return result(of: call)?[name]?.values ?? Array(repeating: .nan, count: count)
    case .attribute(let name, _):
      guard case .numbers(let numbers)? = graph.attribute(name)?.cells else {
        return Array(repeating: .nan, count: count)
      }
      return numbers
    case .myTrust: return myTrust
    case .tieWeight, .inferredTie: return Array(repeating: .nan, count: count)
    case .defined(_, let inner), .scoped(let inner, _): return numbers(of: inner)
    case .negative(let inner): return numbers(of: inner).map { -$0 }
    case .function(let function, let inner):
      return function.applied(to: numbers(of: inner), among: (wanted ?? graph.everybody).people)
    case .combined(let left, let operation, let right):
      return zip(numbers(of: left), numbers(of: right)).map(operation.applied)
    }
  }

  /// What somebody's value of a metric, or of a companion of it, is made of; nil where the metric
  /// does not say.
  mutating func explanation(
    of call: MetricCall,
    companion: String?,
    for person: PersonID
  ) throws(EvaluationError) -> Explanation? {
    guard let metric = call.metric as? any Explaining else { return nil }
    if !call.scope.isWhole {
      var plain = call
      plain.scope = BoundScope()
      var inner = try evaluator(on: call.scope)
      try inner.compute(plain, key: plain.key)
      let found = try inner.explanation(of: plain, companion: companion, for: person)
      return found?.naming(inner.graph.people)
    }
    guard let measured = result(of: call) else { return nil }
    let arguments = try arguments(of: call, key: call.key)
    let network = try network(of: call)
    do throws(MetricError) {
      if let companion {
        return try metric.parts(ofCompanion: companion, of: person, on: network, with: arguments)
      }
      return try metric.parts(of: person, in: measured, on: network, with: arguments)
    } catch {
      throw .metric(name: metric.card.name, error)
    }
  }

  /// What a metric gave.
  func result(of call: MetricCall) -> Measured? {
    let key = call.key
    return (wanted == nil ? nil : rowResults[key]) ?? results[key]
  }
}

extension Evaluator {
  /// What an earlier question left under a text.
  ///
  /// An estimate for everybody does not stand for the exact values of a few.
  private func kept(_ key: String) -> Measured? {
    guard let keeping, let part = partText,
      let measured = keeping[key + part],
      measured.claim != .sampled || isForEverybody
    else { return nil }
    return measured
  }

  /// Leaves a result for the questions that follow, where it is about everybody.
  private func leave(_ measured: Measured, under key: String) {
    guard let keeping, let part = partText, isForEverybody, actual.damage?.isFound != true
    else { return }
    keeping.keep(measured, under: key + part)
  }

  /// Whether everybody gets a value.
  private var isForEverybody: Bool { wanted.map { $0.count == graph.presentCount } ?? true }

  /// The words for the part of the graph; nil for a part that words do not name.
  private var partText: String? {
    scope.topic == nil && scope.kind == nil ? Reading.clauses(of: scope) : nil
  }
}

extension Explanation {
  /// The parts with everybody by their handle: those who are only assumed have no number elsewhere.
  fileprivate func naming(_ people: PersonNames) -> Explanation {
    Explanation(
      parts.map { part in
        guard let person = part.person else { return part }
        return Part(Reading.handle(people[person]), part.amount, part.note)
      },
      dividedBy: divisor
    )
  }
}

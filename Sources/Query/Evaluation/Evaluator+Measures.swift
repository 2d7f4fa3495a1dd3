import Graph
import Metrics
import Syntax
import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Evaluator {
  /// Computes every metric in some measures that was not computed yet.
  ///
  /// Everybody gets a value: a set or a weight inside a question is not about its rows.
  mutating func compute(_ measures: [BoundMeasure]) throws(EvaluationError) {
    let known = wanted
    wanted = nil
    defer { wanted = known }
    for measure in measures {
      for call in measure.calls {
        try compute(call, key: Reading.text(of: call, name: call.metric.card.name))
      }
    }
  }

  /// Computes a metric, unless its result is there.
  mutating func compute(_ call: MetricCall, key: String) throws(EvaluationError) {
    guard results[key] == nil, wanted == nil || rowResults[key] == nil else { return }
    var arguments = MetricArguments(
      relation: call.relation,
      hops: call.hops,
      parameters: Dictionary(uniqueKeysWithValues: call.parameters.map { ($0.name, $0.value) }),
      missingTrust: settings.missingTrust,
      wanted: wanted
    )
    if let group = call.group {
      let members = try people(group)
      if members.isEmpty { emptyGroups.insert(key) }
      arguments.group = MetricArguments.Group(
        members: members,
        interest: group.bareTopic.map { graph.interest(in: $0) }
      )
    }
    if let weight = call.weight { arguments.weight = try self.weight(weight) }
    let network = call.relation.map { self.network(over: $0) } ?? graph
    do throws(MetricError) {
      let result = try call.metric.evaluate(on: network, with: arguments, watchedBy: monitor)
      if wanted == nil { results[key] = result } else { rowResults[key] = result }
    } catch {
      throw .metric(name: call.metric.card.name, error)
    }
  }

  private mutating func weight(
    _ weight: BoundWeight
  ) throws(EvaluationError) -> MetricArguments.Weight {
    switch weight {
    case .ties(let relation):
      let ties = graph.relations[relation] ?? Relation(sources: 0, targets: 0)
      return .ties(ties, name: relation)
    case .interest(let topic, let name):
      return .people(graph.interest(in: topic), name: "interest in \(Reading.topic(name))")
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
    case .defined(_, let inner): return numbers(of: inner)
    case .negative(let inner): return numbers(of: inner).map { -$0 }
    case .function(let function, let inner):
      return numbers(of: inner).map { finite(apply(function, $0)) }
    case .combined(let left, let operation, let right):
      return zip(numbers(of: left), numbers(of: right)).map { pair in
        let (a, b) = pair
        return switch operation {
        case .plus: finite(a + b)
        case .minus: finite(a - b)
        case .times: finite(a * b)
        case .over: finite(a / b)
        }
      }
    }
  }

  /// What a metric gave.
  func result(of call: MetricCall) -> Measured? {
    let key = Reading.text(of: call, name: call.metric.card.name)
    return results[key] ?? (wanted == nil ? nil : rowResults[key])
  }

  /// What is not a number is missing: 0/0, 1/0, log 0.
  private func finite(_ number: Double) -> Double { number.isFinite ? number : .nan }

  private func apply(_ function: MathFunction, _ number: Double) -> Double {
    switch function {
    case .log: log(number)
    case .sqrt: number.squareRoot()
    case .abs: abs(number)
    }
  }
}

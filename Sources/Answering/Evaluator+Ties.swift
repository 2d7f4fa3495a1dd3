import Graph
import Metrics
import Query
import Syntax

extension Evaluator {
  /// The ties of a relation, each weighing what a measure gives it.
  ///
  /// The measure reads the tie's own weight, and what measures of people give whoever the tie comes
  /// from. A tie for which it gives nothing is left out: it is no evidence.
  ///
  /// Complexity: O(ties x terms).
  func weighted(_ relation: Relation, by measure: BoundMeasure) -> Relation {
    let people = graph.personCount
    guard relation.forward.count == people else {
      return Relation(sources: people, targets: people)
    }
    var sources: [PersonID] = []
    sources.reserveCapacity(relation.count)
    for person in 0..<PersonID(people) {
      sources += repeatElement(person, count: relation.forward.degree(of: person))
    }
    let weights = numbers(of: measure, along: relation, from: sources)
    var ties = TieBuffer(weighted: true)
    ties.reserve(relation.count)
    for position in sources.indices where !weights[position].isNaN {
      ties.append(
        from: sources[position],
        to: relation.forward.neighbours[position],
        weight: weights[position]
      )
    }
    return ties.frozen(sources: people, targets: people)
  }

  /// What a measure gives each tie, in the order of `relation.forward`; NaN where it gives nothing.
  private func numbers(
    of measure: BoundMeasure,
    along relation: Relation,
    from sources: [PersonID]
  ) -> [Double] {
    switch measure {
    case .tieWeight, .inferredTie:
      return sources.indices.map { relation.forwardWeights?[$0] ?? 1 }
    case .negative(let inner):
      return numbers(of: inner, along: relation, from: sources).map { -$0 }
    case .function(let function, let inner) where !inner.tieRelations.isEmpty:
      let inner = numbers(of: inner, along: relation, from: sources)
      return function.applied(to: inner, among: 0..<UInt32(inner.count))
    case .defined(_, let inner) where !inner.tieRelations.isEmpty,
      .scoped(let inner, _) where !inner.tieRelations.isEmpty:
      return numbers(of: inner, along: relation, from: sources)
    case .combined(let left, let operation, let right):
      let first = numbers(of: left, along: relation, from: sources)
      let second = numbers(of: right, along: relation, from: sources)
      return zip(first, second).map { operation.applied($0, $1) }
    default:
      let values = numbers(of: measure)
      return sources.map { values[Int($0)] }
    }
  }

  /// An evaluator on the part of the graph that a call is about.
  mutating func part(of call: MetricCall) throws(EvaluationError) -> Evaluator {
    call.scope.isWhole ? self : try evaluator(on: call.scope)
  }

  /// The trust that fills what a weight lacks along a call's ties, and how far it was followed; nil
  /// where the weight asks for none.
  mutating func inferredTrust(
    for weight: BoundWeight,
    of call: MetricCall
  ) throws(EvaluationError) -> (ties: Relation, hops: Int)? {
    guard let measure = weight.measure, let inferring = measure.inferredTie,
      let metric = inferring.metric as? any TieMetric
    else { return nil }
    let name = call.relation ?? call.metric.card.relation ?? "follows"
    let ties = try network(of: call).relations[name]
    let known = wanted
    wanted = nil
    defer { wanted = known }
    var part = try part(of: inferring)
    let arguments = try part.arguments(of: inferring, key: inferring.key)
    let filled: Relation
    do throws(MetricError) {
      filled = try metric.filling(
        ties ?? Relation(sources: 0, targets: 0),
        on: part.graph,
        with: arguments,
        watchedBy: monitor
      )
    } catch {
      throw .metric(name: metric.card.name, error)
    }
    let hops = inferring.hops ?? TrustModel.standardHops
    if case .inferredTie = measure { return (filled, hops) }
    try compute([measure])
    return (weighted(filled, by: measure), hops)
  }
}

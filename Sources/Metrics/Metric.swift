package import Graph
package import Values

/// A measure of people: one number for each of them, and the numbers that go with it.
///
/// A metric is one file in `Catalog`, a type of the file's name. It computes on everybody; who is
/// shown is chosen afterwards. It knows nothing of what users type.
package protocol Metric: Sendable {
  /// All that is said about it anywhere: help, completion, headers, `explain`, tests.
  var card: MetricCard { get }

  /// Computes it for everybody in a graph or a view of one.
  ///
  /// Every column has `graph.personCount` values; those of people who are not in the view are never
  /// read, and the n of a formula is `graph.presentCount`. Sums run in a fixed order, in double
  /// precision; the result is the same on every run and for any number of threads.
  func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured
}

extension Metric {
  /// The metric's answer about everybody in a graph; whoever is not in a view has no value.
  package func evaluate(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let measured = try compute(on: graph, with: arguments, watchedBy: monitor)
    return graph.present.map(measured.limited) ?? measured
  }
}

/// A metric of what the measure behind `in` gives at two moments, and not within the period: just
/// before it and at its end, or without the moves that are assumed and with them.
package protocol MomentMetric: Metric {}

/// A metric that tries the measure behind `in` on graphs it changes.
package protocol TrialMetric: Metric {}

extension Metric {
  /// A question that asks for it, as it is typed: with what it cannot do without, and no more.
  package var question: String {
    let needed = card.requires + card.requiresOne.prefix(1)
    let words = needed.map { qualifier in
      switch qualifier {
      case .with: "with #yoga"
      case .in: "in #yoga"
      case .from: "from @hal"
      case .to: "to @hal"
      case .measure: "in \(operand)"
      case .weightedBy: "weighted by trust"
      case .over: "over follows"
      case .within: "within 2 hops"
      }
    }
    let period = self is any MomentMetric ? ["in the last 7 days"] : []
    return (["top 10 people by \(card.name)"] + words + period).joined(separator: " ")
  }

  /// A measure it can be asked in: an outcome where it asks what somebody brought about.
  private var operand: String {
    switch self {
    case is Uplift, is CostPerIncrementalAction, is IncrementalReturn: "purchases made"
    case is any MomentMetric: "mentions received"
    default: "followers"
    }
  }
}

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

/// A metric's answer: columns over everybody, in the order of ids.
package struct Measured: Sendable {
  /// A number that goes with the metric's own.
  package struct Companion: Sendable {
    /// The name, as in the metric's card.
    package let name: String
    /// What it is a number of.
    package let unit: Unit
    /// One value a person; NaN where missing.
    package let values: [Double]
    /// Whether it is shown when nobody asks for it.
    package let isShown: Bool

    /// A companion column.
    package init(_ name: String, unit: Unit, values: [Double], isShown: Bool = true) {
      self.name = name
      self.unit = unit
      self.values = values
      self.isShown = isShown
    }
  }

  /// The metric's own value for each person; NaN where missing.
  package var values: [Double]
  /// What goes with it, in the order it is shown.
  ///
  /// A proportion has `low` and `high` among them: a ranking goes by the first, a ranking from the
  /// bottom by the second.
  package var companions: [Companion]
  /// Why a value is missing, when one is: "no audience".
  package var missingReason: String
  /// The defaults that shaped the numbers: "interest >= 0.5".
  package var defaults: [String]
  /// What to know about this result: "12 of 17 follows have a trust".
  package var remarks: [String]
  /// The companion that says how many people each value rests on; few are remarked upon.
  package var basis: String?
  /// How much this result claims, where that is less than the card says: `sampled`.
  package var claim: MetricCard.Class?

  /// A metric's answer.
  package init(
    values: [Double],
    companions: [Companion] = [],
    missingReason: String = "not defined",
    defaults: [String] = [],
    remarks: [String] = [],
    basis: String? = nil,
    claim: MetricCard.Class? = nil
  ) {
    self.values = values
    self.companions = companions
    self.missingReason = missingReason
    self.defaults = defaults
    self.remarks = remarks
    self.basis = basis
    self.claim = claim
  }

  /// The same answer without values for whoever is not present.
  ///
  /// Complexity: O(people x columns).
  fileprivate func limited(to present: PersonSet) -> Measured {
    var limited = self
    limited.values = values.limited(to: present)
    limited.companions = companions.map {
      let values = $0.values.limited(to: present)
      return Companion($0.name, unit: $0.unit, values: values, isShown: $0.isShown)
    }
    return limited
  }

  /// The companion of that name.
  package subscript(name: String) -> Companion? { companions.first { $0.name == name } }
}

extension [Double] {
  /// The values of whoever is present; the others are missing.
  fileprivate func limited(to present: PersonSet) -> [Double] {
    indices.map { present.contains(PersonID($0)) ? self[$0] : .nan }
  }
}

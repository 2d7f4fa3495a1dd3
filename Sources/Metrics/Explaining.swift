package import Graph

/// A metric that can say what one person's value is made of.
package protocol Explaining: Metric {
  /// The parts of somebody's value, which sum to it within 1e-9.
  ///
  /// `measured` is what the metric gave for everybody on this graph, with these arguments. No parts
  /// where the value is missing. Complexity: O(ties of the person), unless the metric says another.
  func parts(
    of person: PersonID,
    in measured: Measured,
    on graph: Graph,
    with arguments: MetricArguments
  ) throws(MetricError) -> Explanation

  /// The parts of somebody's value of a companion; nil where it is no sum of parts.
  func parts(
    ofCompanion name: String,
    of person: PersonID,
    on graph: Graph,
    with arguments: MetricArguments
  ) throws(MetricError) -> Explanation?
}

extension Explaining {
  package func parts(
    ofCompanion name: String,
    of person: PersonID,
    on graph: Graph,
    with arguments: MetricArguments
  ) throws(MetricError) -> Explanation? { nil }
}

/// What one value is made of.
package struct Explanation: Sendable {
  /// One of the numbers that make up a value.
  package struct Part: Sendable {
    /// Who it comes from; nil where it comes from nobody in particular.
    package let person: PersonID?
    /// What it is, where it comes from nobody: "a jump".
    package let name: String
    /// What it adds to the value.
    package let amount: Double
    /// Why it is as much, in a few words: "in the group".
    package let note: String

    /// A part that comes from a person.
    package init(from person: PersonID, _ amount: Double, _ note: String = "") {
      self.person = person
      name = ""
      self.amount = amount
      self.note = note
    }

    /// A part that comes from nobody in particular.
    package init(_ name: String, _ amount: Double, _ note: String = "") {
      person = nil
      self.name = name
      self.amount = amount
      self.note = note
    }
  }

  /// The parts, which sum to the value.
  package let parts: [Part]
  /// What all of them were divided by: the denominator of a proportion or a mean; 1 for a sum.
  package let divisor: Double

  /// What a value is made of.
  package init(_ parts: [Part], dividedBy divisor: Double = 1) {
    self.parts = parts
    self.divisor = divisor
  }

  /// Amounts over what they are divided by; no parts where that is 0.
  package init(
    sharing amounts: [(person: PersonID, amount: Double, note: String)],
    of whole: Double
  ) {
    self.init(
      whole > 0 ? amounts.map { Part(from: $0.person, $0.amount / whole, $0.note) } : [],
      dividedBy: whole
    )
  }

  /// One for each of some people, each of whom may stand in it several times.
  package init(counting people: some Sequence<PersonID>) {
    var counts: [PersonID: Double] = [:]
    for person in people { counts[person, default: 0] += 1 }
    self.init(counts.sorted { $0.key < $1.key }.map { Part(from: $0.key, $0.value) })
  }
}

extension MetricCard {
  /// A setting of its own, given in brackets: `pagerank (damping 0.5)`.
  package struct Parameter: Sendable {
    /// What can be said of it.
    package enum Kind: Sendable, Hashable {
      /// A number, written behind its name: `damping 0.5`.
      case number(ClosedRange<Double>, standard: Double)
      /// A length of time in days, written behind its name: `half-life 30 days`.
      case duration(ClosedRange<Double>, standard: Double)
      /// One of these, written by its own name alone: `last touch`; the first when nobody says.
      case choice([Option])
    }

    /// One of several ways to compute a metric.
    package struct Option: Sendable, Hashable {
      /// The name, as it is typed: "last touch".
      package let name: String
      /// What it does, in a few words.
      package let summary: String

      /// An option.
      package init(_ name: String, _ summary: String) {
        self.name = name
        self.summary = summary
      }
    }

    /// The name: as it is typed for a number and a duration, only shown for a choice.
    package let name: String
    /// What can be said of it, and what it is when nobody says.
    package let kind: Kind
    /// What it does, in a few words.
    package let summary: String
    /// Whether what it is when nobody says is our assumption, and not published or derived.
    package let isAssumption: Bool

    /// A number.
    package init(
      _ name: String,
      default standard: Double,
      in range: ClosedRange<Double>,
      assumed: Bool = false,
      _ summary: String
    ) {
      self.name = name
      kind = .number(range, standard: standard)
      self.summary = summary
      isAssumption = assumed
    }

    /// A length of time, in days.
    package init(
      _ name: String,
      defaultDays standard: Double,
      in days: ClosedRange<Double>,
      assumed: Bool = false,
      _ summary: String
    ) {
      self.name = name
      kind = .duration(days, standard: standard)
      self.summary = summary
      isAssumption = assumed
    }

    /// One of these; the first when nobody says.
    package init(
      _ name: String,
      among options: [Option],
      assumed: Bool = false,
      _ summary: String
    ) {
      self.name = name
      kind = .choice(options)
      self.summary = summary
      isAssumption = assumed
    }

    /// What a number may be, and a duration in days; nil for a choice.
    package var range: ClosedRange<Double>? {
      switch kind {
      case .number(let range, _), .duration(let range, _): range
      case .choice: nil
      }
    }

    /// What a number is when nobody says, and a duration in days; nil for a choice.
    package var standard: Double? {
      switch kind {
      case .number(_, let standard), .duration(_, let standard): standard
      case .choice: nil
      }
    }

    /// What a choice is among; empty for anything else.
    package var options: [Option] {
      if case .choice(let options) = kind { options } else { [] }
    }
  }
}

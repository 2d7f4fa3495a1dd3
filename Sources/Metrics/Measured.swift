package import Graph
package import Values

/// A metric's answer: columns over everybody, in the order of ids.
package struct Measured: Sendable {
  /// A number that goes with the metric's own.
  package struct Companion: Sendable {
    /// The name, as in the metric's card.
    package let name: String
    /// What it is a number of.
    package let unit: Unit
    /// Whether it is shown when nobody asks for it.
    package let isShown: Bool
    /// Its values.
    package let column: PersonColumn
    /// Why one of them is missing, when that is not why the metric's own is.
    package var missingReason: String?

    /// A companion column of one value a person; NaN where missing.
    package init(_ name: String, unit: Unit, values: [Double], isShown: Bool = true) {
      self.init(name, unit: unit, column: .kept(values), isShown: isShown)
    }

    /// A companion column of values that are kept, or made when they are asked for.
    package init(_ name: String, unit: Unit, column: PersonColumn, isShown: Bool = true) {
      self.name = name
      self.unit = unit
      self.column = column
      self.isShown = isShown
    }

    /// Everybody's value; NaN where missing.
    package var values: [Double] { column.all }

    /// The values of some people.
    package func values(of people: [PersonID]) -> [Double] { column.of(people) }

    /// The value of one person.
    package subscript(person: PersonID) -> Double { column.of([person])[0] }

    /// The same without values for whoever is not present.
    fileprivate func limited(to present: PersonSet) -> Companion {
      var limited = Companion(
        name,
        unit: unit,
        column: column.limited(to: present),
        isShown: isShown
      )
      limited.missingReason = missingReason
      return limited
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
  /// How the value is made where one of its companions, which are its parts, is missing: "it stands
  /// where the least does"; nil where companions are no parts.
  package var partsMissing: String?

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
  func limited(to present: PersonSet) -> Measured {
    var limited = self
    limited.values = values.limited(to: present)
    limited.companions = companions.map { $0.limited(to: present) }
    return limited
  }

  /// The same answer about the first so many people.
  package func clipped(to count: Int) -> Measured {
    guard count < values.count else { return self }
    var clipped = self
    clipped.values = Array(values.prefix(count))
    clipped.companions = companions.map {
      let values = Array($0.values.prefix(count))
      var clipped = Companion($0.name, unit: $0.unit, values: values, isShown: $0.isShown)
      clipped.missingReason = $0.missingReason
      return clipped
    }
    return clipped
  }

  /// The companion of that name.
  package subscript(name: String) -> Companion? { companions.first { $0.name == name } }
}

extension [Double] {
  /// The values of whoever is present; the others are missing.
  func limited(to present: PersonSet) -> [Double] {
    indices.map { present.contains(PersonID($0)) ? self[$0] : .nan }
  }
}

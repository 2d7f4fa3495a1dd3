/// One column of a table: a name, a unit and a value for every row.
package struct Column: Sendable {
  /// The cells, by kind.
  ///
  /// Numbers that are missing are NaN.
  package enum Cells: Sendable {
    /// Ranks, counted from 1; equal neighbours share one.
    case ranks([Rank])
    /// People, by id; the table's labels turn an id into a handle.
    case people([UInt32], any PersonLabels)
    /// Numbers in the column's unit; NaN where missing.
    case numbers([Double])
    /// Texts; nil where missing.
    case texts([String?])
    /// Yes or no; nil where missing.
    case flags([Bool?])
    /// Dates and times; nil where missing.
    case instants([Instant?])
  }

  /// The name as shown and as machine formats write it.
  package let name: String
  /// What its numbers are numbers of.
  package let unit: Unit
  /// The values, one a row.
  package let cells: Cells
  /// Whether the rows are ranked by this column; headers mark it.
  package let ranks: Bool
  /// Whether the ranking begins with the least value.
  package let ascends: Bool
  /// Why a cell is missing, when it is.
  package let missingReason: String?

  /// A column of a finished table.
  package init(
    _ name: String,
    unit: Unit = .plain,
    cells: Cells,
    ranks: Bool = false,
    ascends: Bool = false,
    missingReason: String? = nil
  ) {
    self.name = name
    self.unit = unit
    self.cells = cells
    self.ranks = ranks
    self.ascends = ascends
    self.missingReason = missingReason
  }

  /// How many rows it has.
  package var count: Int {
    switch cells {
    case .ranks(let ranks): ranks.count
    case .people(let people, _): people.count
    case .numbers(let numbers): numbers.count
    case .texts(let texts): texts.count
    case .flags(let flags): flags.count
    case .instants(let instants): instants.count
    }
  }

  /// The cell of one row.
  ///
  /// Complexity: O(1), plus making a handle's text.
  package subscript(row: Int) -> Value {
    switch cells {
    case .ranks(let ranks): ranks[row].place == 0 ? .missing : .rank(ranks[row])
    case .people(let people, let labels): .person(labels.handle(of: people[row]))
    case .numbers(let numbers): numbers[row].isNaN ? .missing : .number(numbers[row])
    case .texts(let texts): texts[row].map { .text($0) } ?? .missing
    case .flags(let flags): flags[row].map { .flag($0) } ?? .missing
    case .instants(let instants): instants[row].map { .instant($0) } ?? .missing
    }
  }

  /// How many of its cells are missing.
  ///
  /// Complexity: O(rows).
  package var missingCount: Int {
    switch cells {
    case .ranks(let ranks): ranks.count { $0.place == 0 }
    case .people: 0
    case .numbers(let numbers): numbers.count { $0.isNaN }
    case .texts(let texts): texts.count { $0 == nil }
    case .flags(let flags): flags.count { $0 == nil }
    case .instants(let instants): instants.count { $0 == nil }
    }
  }
}

/// Turns a person's id into what people call them.
package protocol PersonLabels: Sendable {
  /// The handle, without the `@`.
  func handle(of person: UInt32) -> String
}

/// A place in a ranking; `2=` is shared.
package struct Rank: Sendable, Hashable {
  /// The place, from 1; 0 is no place, shown as missing.
  ///
  /// Equals share the first of their places.
  package let place: Int
  /// Whether a neighbour has the same place.
  package let isShared: Bool

  /// A place, perhaps shared.
  package init(_ place: Int, isShared: Bool) {
    self.place = place
    self.isShared = isShared
  }
}

/// One cell.
package enum Value: Sendable, Hashable {
  case missing
  case rank(Rank)
  /// A handle without its `@`.
  case person(String)
  case number(Double)
  case text(String)
  case flag(Bool)
  case instant(Instant)
}

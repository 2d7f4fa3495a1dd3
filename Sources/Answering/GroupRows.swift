import Graph
import Query
import Values

/// The rows of some groups, one group below the other, before they have a column that names them.
struct GroupRows {
  /// The columns.
  var columns: [Column] = []
  /// What each key of the order compares, where it is none of the columns.
  var keys: [Column?] = []
  /// How many rows each group has.
  var counts: [Int] = []
  /// How many more people share the last place of each group.
  var cuts: [Int] = []
  /// How many people each term leaves out for want of a value.
  var missing: [Int] = []
  /// Whether people with 0 were left out.
  var leavesOutZeros = false
  /// The defaults that shaped the numbers.
  var defaults: [String] = []
  /// What to know about all groups alike.
  var remarks: [String] = []

  /// The rows of several, in their order; columns and remarks that all of them have.
  static func joined(_ parts: [GroupRows]) -> GroupRows {
    guard var all = parts.first else { return GroupRows() }
    all.columns = all.columns.compactMap { column in
      Column.joined(parts.map { part in part.columns.first { $0.name == column.name } })
    }
    all.keys = all.keys.indices.map { index in Column.joined(parts.map { $0.keys[index] }) }
    all.counts = parts.flatMap(\.counts)
    all.cuts = parts.flatMap(\.cuts)
    all.missing = all.missing.indices.map { term in parts.reduce(0) { $0 + $1.missing[term] } }
    all.leavesOutZeros = parts.contains(where: \.leavesOutZeros)
    all.remarks = all.remarks.filter { remark in
      parts.allSatisfy { $0.remarks.contains(remark) }
    }
    return all
  }
}

extension Column {
  /// Columns of one kind, one below the other; nil where one of them is not there.
  fileprivate static func joined(_ parts: [Column?]) -> Column? {
    let columns = parts.compactMap(\.self)
    guard let first = columns.first, columns.count == parts.count else { return nil }
    return first.with(first.cells.joined(columns.map(\.cells)))
  }
}

extension Column.Cells {
  /// The cells of columns of this kind, one below the other.
  ///
  /// Complexity: O(cells).
  fileprivate func joined(_ parts: [Column.Cells]) -> Column.Cells {
    switch self {
    case .ranks:
      .ranks(
        parts.flatMap { part -> [Rank] in if case .ranks(let ranks) = part { ranks } else { [] } }
      )
    case .people(_, let labels):
      .people(
        parts.flatMap { part -> [UInt32] in
          if case .people(let people, _) = part { people } else { [] }
        },
        labels
      )
    case .numbers:
      .numbers(
        parts.flatMap { part -> [Double] in
          if case .numbers(let numbers) = part { numbers } else { [] }
        }
      )
    case .texts:
      .texts(
        parts.flatMap { part -> [String?] in if case .texts(let texts) = part { texts } else { [] }
        }
      )
    case .flags:
      .flags(
        parts.flatMap { part -> [Bool?] in if case .flags(let flags) = part { flags } else { [] } }
      )
    case .instants:
      .instants(
        parts.flatMap { part -> [Instant?] in
          if case .instants(let instants) = part { instants } else { [] }
        }
      )
    }
  }
}

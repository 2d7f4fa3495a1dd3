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
    return first.holding(first.cells.joined(columns.map(\.cells)))
  }

  /// Some of its rows, in the order given.
  ///
  /// Complexity: O(rows).
  func picking(_ rows: [Int]) -> Column { holding(cells.picking(rows)) }

  private func holding(_ cells: Cells) -> Column {
    Column(
      name,
      unit: unit,
      cells: cells,
      ranks: ranks,
      ascends: ascends,
      missingReason: missingReason
    )
  }

  /// The column as a key of an order of rows; ranks go up unless another direction is asked for.
  func key(isAscending: Bool?) -> RowOrder.Key {
    switch cells {
    case .ranks(let ranks):
      let places = ranks.map { $0.place == 0 ? .nan : Double($0.place) }
      return RowOrder.Key(.numbers(places), isAscending: isAscending ?? true)
    case .people(let people, let labels):
      let handles = people.map { Optional(labels.handle(of: $0)) }
      return RowOrder.Key(.texts(handles), isAscending: isAscending)
    case .numbers(let numbers): return RowOrder.Key(.numbers(numbers), isAscending: isAscending)
    case .texts(let texts): return RowOrder.Key(.texts(texts), isAscending: isAscending)
    case .flags(let flags): return RowOrder.Key(.flags(flags), isAscending: isAscending)
    case .instants(let instants):
      return RowOrder.Key(.instants(instants), isAscending: isAscending)
    }
  }
}

extension Column.Cells {
  /// Some of the cells, in the order given.
  func picking(_ rows: [Int]) -> Column.Cells {
    switch self {
    case .ranks(let ranks): .ranks(rows.map { ranks[$0] })
    case .people(let people, let labels): .people(rows.map { people[$0] }, labels)
    case .numbers(let numbers): .numbers(rows.map { numbers[$0] })
    case .texts(let texts): .texts(rows.map { texts[$0] })
    case .flags(let flags): .flags(rows.map { flags[$0] })
    case .instants(let instants): .instants(rows.map { instants[$0] })
    }
  }

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

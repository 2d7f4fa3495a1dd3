import Graph
import Query
import Values

/// The ties of a relation as rows, read where they lie: 8 bytes a row until a table is made.
struct TieRows: RowSource {
  /// One tie.
  struct Row {
    /// Whose it is.
    let source: PersonID
    /// Where it stands among all ties from somebody.
    let position: UInt32
  }

  /// The relation's name.
  let name: String
  /// The relation.
  let relation: Relation
  /// The people.
  let people: PersonNames
  /// Whose ties are asked for; nil for everybody's.
  let from: PersonSet?
  /// Ties to whom; nil for everybody.
  let to: PersonSet?
  /// Whether a tie's weight is how often something was done.
  let isCounted: Bool

  var noun: String { "ties" }
  var columnNames: [String] { RowColumns.ties(of: relation.summary).map(\.name) }
  var total: Int { relation.count }

  func batches(
    of size: Int,
    _ take: ([Row]) throws(EvaluationError) -> Void
  ) throws(EvaluationError) {
    let rows = relation.forward
    var batch: [Row] = []
    batch.reserveCapacity(min(size, rows.neighbours.count))
    for source in 0..<PersonID(rows.count) where from?.contains(source) ?? true {
      for position in rows.range(of: source)
      where to?.contains(rows.neighbours[position]) ?? true {
        batch.append(Row(source: source, position: UInt32(position)))
        if batch.count == size {
          try take(batch)
          batch.removeAll(keepingCapacity: true)
        }
      }
    }
    if !batch.isEmpty { try take(batch) }
  }

  func column(_ name: String, of rows: [Row]) -> Column {
    switch name {
    case "source": return Column(name, cells: .people(rows.map(\.source), people))
    case "target": return Column(name, cells: .people(rows.map(target), people))
    case "time":
      let times = relation.times ?? []
      return Column(
        name,
        cells: .instants(rows.map { times[Int($0.position)] }),
        missingReason: "not dated"
      )
    default:
      let weights = relation.forwardWeights
      return Column(
        name,
        unit: isCounted ? .count(of: self.name) : .plain,
        cells: .numbers(rows.map { weights?[Int($0.position)] ?? 1 })
      )
    }
  }

  /// By the handles of who has them, then of whom they lead to.
  ///
  /// Rows come from one person after the other, as `batches` hands them on.
  func ordered(_ places: [Int], of rows: [Row], first count: Int) -> [Int] {
    guard places.count > 1 else { return places }
    var runs: [(handle: String, places: Range<Int>)] = []
    var start = 0
    while start < places.count {
      let source = rows[places[start]].source
      var end = start + 1
      while end < places.count, rows[places[end]].source == source { end += 1 }
      runs.append((people[source], start..<end))
      start = end
    }
    runs.sort { $0.handle < $1.handle }
    var result: [Int] = []
    for run in runs where result.count < count {
      let ties = places[run.places].map { (handle: people[target(of: rows[$0])], place: $0) }
      result += ties.sorted { $0.handle < $1.handle }.map(\.place)
    }
    return result
  }

  private func target(of row: Row) -> PersonID {
    relation.forward.neighbours[Int(row.position)]
  }
}

import Graph
import Query
import Values

/// Topics as rows.
struct TopicRows: RowSource {
  /// The topics' names.
  let topics: NameTable
  /// Which are parts of which.
  let forest: TopicForest
  /// How many people are interested in each.
  let audiences: [Int]

  var noun: String { "topics" }
  var columnNames: [String] { RowColumns.topics(in: forest).map(\.name) }
  var total: Int { audiences.count }

  func batches(
    of size: Int,
    _ take: ([UInt32]) throws(EvaluationError) -> Void
  ) throws(EvaluationError) {
    try take(Array(0..<UInt32(audiences.count)))
  }

  func column(_ name: String, of rows: [UInt32]) -> Column {
    switch name {
    case "topic": Column(name, cells: .texts(rows.map { topics[$0] }))
    case "parent":
      Column(
        name,
        cells: .texts(rows.map { forest.parent(of: $0).map { topics[$0] } }),
        missingReason: "part of no topic"
      )
    default:
      Column(
        name,
        unit: .count(of: "people"),
        cells: .numbers(rows.map { Double(audiences[Int($0)]) })
      )
    }
  }

  func ordered(_ places: [Int], of rows: [UInt32], first count: Int) -> [Int] {
    let named = places.map { (name: topics[rows[$0]], place: $0) }
    return named.sorted { $0.name < $1.name }.map(\.place)
  }
}

import Rendering
import Values

/// A field for each pair, the darker the more: how far measures agree, how much sets share.
///
/// The pairs are rows of the table, or of one that came with it, as with `compare`.
package struct Heatmap: ChartKind {
  package let name = "heatmap"

  /// The kind.
  package init() {}

  package func chart(of source: ChartSource) throws(ChartRefusal) -> Chart {
    let tables = [source.table] + source.parts.map(\.table)
    guard let pairs = tables.lazy.compactMap(Pairs.init).first else {
      throw ChartRefusal(
        "`as heatmap` draws pairs, and the table has none",
        instead: ["compare followers, pagerank as heatmap", "overlap between #a, #b as heatmap"]
      )
    }
    let texts = pairs.texts
    var names: [String] = []
    for (first, second) in zip(pairs.first, pairs.second) {
      for name in [first, second] where !names.contains(name) { names.append(name) }
    }
    let spots = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let none = Matrix.Field(value: .nan, text: "")
    var fields = names.map { _ in names.map { _ in none } }
    for row in texts.indices {
      guard let first = spots[pairs.first[row]], let second = spots[pairs.second[row]] else {
        continue
      }
      let field = Matrix.Field(value: pairs.values[row], text: texts[row])
      fields[first][second] = field
      fields[second][first] = field
    }
    let name = Escaping.visible(pairs.column.name)
    let missing = pairs.values.count(where: \.isNaN)
    let reason = pairs.column.missingReason.map { ": \($0)" } ?? ""
    return Chart(
      title: "\(name) of each pair",
      drawing: .matrix(
        Matrix(
          names: names,
          fields: fields,
          most: max(1, pairs.values.filter { !$0.isNaN }.map { abs($0) }.max() ?? 0)
        )
      ),
      notes: missing == 0 ? [] : ["\(Tally.text(missing, "pairs")) without \(name)\(reason)"],
      replacesParts: true
    )
  }

  /// A table whose rows are pairs.
  private struct Pairs {
    let first: [String]
    let second: [String]
    let column: Column
    let values: [Double]

    /// The numbers as they are written, in two digits where they are no shares.
    var texts: [String] {
      guard column.unit != .share else { return CellText.texts(of: column) }
      return values.map { $0.isNaN ? "-" : FixedPoint.text($0, decimals: 2) }
    }

    /// The pairs of a table: its first two columns name them, and the first number that is no count
    /// is drawn; nil of another table.
    init?(_ table: Table) {
      guard table.columns.count > 2, table.rowCount > 0, table.rowCount <= 2_000,
        case .texts = table.columns[0].cells, case .texts = table.columns[1].cells,
        let column = table.columns.first(where: \.isDegree),
        case .numbers(let numbers) = column.cells
      else { return nil }
      first = CellText.texts(of: table.columns[0])
      second = CellText.texts(of: table.columns[1])
      guard Set(zip(first, second).map { [$0, $1].sorted() }).count == table.rowCount else {
        return nil
      }
      self.column = column
      values = numbers.map { $0.isFinite ? $0 : .nan }
    }
  }
}

extension Column {
  /// Whether its numbers tell how much, rather than how many.
  fileprivate var isDegree: Bool {
    guard case .numbers = cells else { return false }
    switch unit {
    case .share, .score, .plain: return true
    case .count, .amount, .ratio, .index, .points, .milliseconds: return false
    }
  }
}

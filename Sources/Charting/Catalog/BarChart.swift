import Rendering
import Values

/// A bar for each row, as long as the first measure is great: from zero, also where that is far.
package struct BarChart: ChartKind {
  package let name = "bars"
  /// The most bars; no screen and no page has room for more.
  private static let most = 500

  /// The kind.
  package init() {}

  package func chart(of source: ChartSource) throws(ChartRefusal) -> Chart {
    guard let measure = source.measures.first else {
      throw ChartRefusal("`as bars` draws a column of numbers, and the table has none")
    }
    let labels = source.labels(first: Self.most)
    let texts = CellText.texts(of: measure.column, first: Self.most)
    let bars = zip(labels, zip(measure.values, texts)).map { label, cell in
      Bars.Bar(label: label, value: cell.0, text: cell.1)
    }
    return Chart(
      title: measure.name,
      drawing: .bars(
        Bars(
          bars: bars,
          labelTitle: source.names.map(\.name).joined(separator: " · "),
          valueTitle: measure.title,
          nouns: source.nouns,
          count: source.table.rowCount,
          areInseparable: false
        )
      ),
      notes: source.without(measure)
    )
  }
}

import Rendering
import Values

/// A bar for each row, as long as the first measure is great: from zero, also where that is far.
///
/// Where there is no room for all, the greatest stay of rows that have no order but that of their
/// names, and the first of others.
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
    let isOrdered = source.isOrdered
    let shown = isOrdered ? min(Self.most, source.table.rowCount) : source.table.rowCount
    let labels = source.labels(first: shown)
    let texts = CellText.texts(of: measure.column, first: shown, watchedBy: source.monitor)
    let all = Bars(
      bars: labels.indices.map { row in
        Bars.Bar(label: labels[row], value: measure.values[row], text: texts[row])
      },
      labelTitle: source.names.map(\.name).joined(separator: " · "),
      valueTitle: measure.title,
      nouns: source.nouns,
      count: source.table.rowCount,
      extent: isOrdered ? .first : .greatest
    )
    return Chart(
      title: measure.name,
      drawing: .bars(all.first(Self.most)),
      notes: source.without(measure)
    )
  }
}

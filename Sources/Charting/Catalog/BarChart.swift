import Rendering
import Values

/// A bar for each row, as long as the first measure is great: from zero, also where that is far.
package struct BarChart: ChartKind {
  package let card = ChartCard(name: "bars", summary: "a bar for each row")

  /// The kind.
  package init() {}

  package func chart(of source: ChartSource) throws(ChartRefusal) -> Chart {
    guard let measure = source.measures.first else {
      throw ChartRefusal("`as bars` draws a column of numbers, and the table has none")
    }
    let bars = zip(source.labels, zip(measure.values, CellText.texts(of: measure.column)))
      .map { Bars.Bar(label: $0, value: $1.0, text: $1.1) }
    return Chart(
      kind: card.name,
      title: measure.name,
      drawing: .bars(
        Bars(
          bars: bars,
          labelTitle: source.names.map(\.name).joined(separator: " · "),
          valueTitle: measure.title,
          nouns: source.nouns,
          areInseparable: false
        )
      ),
      notes: source.without(measure)
    )
  }
}

import Rendering
import Values

/// Two orders of the same rows side by side: how each row's place changes from one measure to
/// another.
///
/// Places are those of the table where it has them (`followers rank`), else among its rows.
package struct Slope: ChartKind {
  package let name = "slope"

  /// The kind.
  package init() {}

  package func chart(of source: ChartSource) throws(ChartRefusal) -> Chart {
    let measures = source.measures.filter {
      source.asked.isEmpty || source.asked.contains($0.column.name)
    }
    guard measures.count > 1 else {
      throw ChartRefusal(
        "`as slope` sets the places by two measures side by side, and the table has "
          + (measures.isEmpty ? "none" : "one"),
        instead: ["compare followers, pagerank as slope"]
      )
    }
    let (first, second) = (measures[0], measures[1])
    let rows = first.values.indices.filter { !(first.values[$0] + second.values[$0]).isNaN }
    guard !rows.isEmpty else {
      throw ChartRefusal("no row has a place by \(first.name) and by \(second.name)")
    }
    let (left, right) = (side(first, source, rows), side(second, source, rows))
    let spots = Dictionary(uniqueKeysWithValues: right.order.enumerated().map { ($1, $0) })
    return Chart(
      title: "places by \(first.name) and by \(second.name)",
      drawing: .slope(
        SlopeLines(
          left: left.side,
          right: right.side,
          ends: left.order.compactMap { spots[$0] },
          nouns: source.nouns
        )
      ),
      notes: [first, second].flatMap(source.without)
    )
  }

  /// One side: the rows by their places, and how these are written.
  private func side(
    _ measure: ChartMeasure,
    _ source: ChartSource,
    _ rows: [Int]
  ) -> (side: SlopeLines.Side, order: [Int]) {
    let labels = source.labels()
    if case .ranks(let ranks)? = source.table["\(measure.column.name) rank"]?.cells {
      let order = rows.sorted { left, right in
        let (first, second) = (ranks[left].place, ranks[right].place)
        return first == second ? left < right : first < second
      }
      let entries = order.map { row in
        let rank = ranks[row]
        return SlopeLines.Entry(
          place: rank.isShared ? "\(rank.place)=" : "\(rank.place)",
          name: labels[row]
        )
      }
      return (SlopeLines.Side(title: measure.name, entries: entries), order)
    }
    let known = Set(rows)
    let places = RowPlaces(
      measure.values.enumerated().map { known.contains($0) ? $1 : .nan }
    )
    let entries = places.order.map { SlopeLines.Entry(place: places.texts[$0], name: labels[$0]) }
    return (SlopeLines.Side(title: measure.name, entries: entries), places.order)
  }
}

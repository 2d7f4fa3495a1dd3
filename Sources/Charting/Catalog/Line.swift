import Rendering
import Values

/// A measure over time, a line for each of those who have one; a row that is not there breaks it.
package struct Line: ChartKind {
  package let name = "line"
  /// The most lines.
  private static let most = 6

  /// The kind.
  package init() {}

  package func chart(of source: ChartSource) throws(ChartRefusal) -> Chart {
    let naming = source.table.columns.filter(\.isNaming)
    guard let measure = source.measures.first, let across = source.names.first else {
      throw ChartRefusal(
        "`as line` draws numbers over periods or groups, and the table has none",
        instead: ["shares received for @ann per month as line"]
      )
    }
    let spots = CellText.texts(of: across)
    let axis = axis(spots, title: Escaping.visible(across.name))
    let isDivided = Set(spots).count < spots.count
    let divider = isDivided ? naming.first { $0.name != across.name } : nil
    guard !isDivided || divider != nil else {
      throw ChartRefusal("`as line` needs one row for each \(Escaping.visible(across.name))")
    }
    let names = divider.map { CellText.texts(of: $0) } ?? spots.map { _ in "" }
    var rows: [String: [Int]] = [:]
    var order: [String] = []
    for (row, name) in names.enumerated() where !measure.values[row].isNaN {
      if rows[name] == nil { order.append(name) }
      rows[name, default: []].append(row)
    }
    guard !order.isEmpty else { throw ChartRefusal("no row has a value of \(measure.name)") }
    let shown = most(of: order, rows, measure)
    let series = shown.map { name in
      Plane.Series(
        name: divider == nil ? nil : name,
        runs: runs(rows[name] ?? [], measure, axis.values) { row in
          divider == nil ? spots[row] : "\(name), \(spots[row])"
        }
      )
    }
    let drawn = series.flatMap(\.points).map(\.y)
    return Chart(
      title: "\(measure.name) per \(Escaping.visible(across.name))",
      drawing: .plane(
        Plane(
          x: axis.scale,
          y: Scale(ChartMeasure(column: measure.column, values: drawn)),
          series: series,
          joins: true,
          named: []
        )
      ),
      notes: notes(source, measure, shown: shown.count, of: order.count, divider)
    )
  }

  private func notes(
    _ source: ChartSource,
    _ measure: ChartMeasure,
    shown: Int,
    of count: Int,
    _ divider: Column?
  ) -> [String] {
    guard shown < count, let divider else { return source.without(measure) }
    let nouns = divider.name == "person" ? " people" : ""
    let many = "\(Tally.digits(count))\(nouns)"
    return ["the \(shown) with the most \(measure.name) of \(many) are drawn"]
      + source.without(measure)
  }

  /// The names with the greatest totals, as many as can be told apart, in the order of the rows.
  private func most(
    of names: [String],
    _ rows: [String: [Int]],
    _ measure: ChartMeasure
  ) -> [String] {
    guard names.count > Self.most else { return names }
    let totals = names.map { name in (rows[name] ?? []).reduce(0) { $0 + measure.values[$1] } }
    let kept = names.indices.sorted { totals[$0] == totals[$1] ? $0 < $1 : totals[$0] > totals[$1] }
      .prefix(Self.most)
    return kept.sorted().map { names[$0] }
  }

  /// The points of some rows, by runs without a gap.
  private func runs(
    _ rows: [Int],
    _ measure: ChartMeasure,
    _ places: [Double],
    name: (Int) -> String
  ) -> [[Plane.Point]] {
    var runs: [[Plane.Point]] = []
    for row in rows.sorted(by: { places[$0] < places[$1] }) {
      let point = Plane.Point(x: places[row], y: measure.values[row], name: name(row))
      if let last = runs.last?.last, point.x - last.x <= 1 {
        runs[runs.count - 1].append(point)
      } else {
        runs.append([point])
      }
    }
    return runs
  }

  /// The axis of periods, each at its distance from the first, or of groups in their order; and
  /// where each row stands.
  private func axis(_ spots: [String], title: String) -> (scale: Scale, values: [Double]) {
    let numbers = spots.map { PeriodName.number(of: $0) }
    let kinds = Set(numbers.map { $0?.kind })
    var order: [String: Double] = [:]
    for (spot, number) in zip(spots, numbers) where order[spot] == nil {
      let isPeriod = kinds.count == 1 && number != nil
      order[spot] = isPeriod ? number?.value ?? 0 : Double(order.count)
    }
    let named = order.map { (value: $0.value, text: $0.key) }.sorted { $0.value < $1.value }
    return (Scale(title: title, named: named), spots.map { order[$0] ?? 0 })
  }
}

import Rendering

/// Points and lines between two axes, drawn with dots.
struct PlaneText {
  /// The lines.
  private(set) var lines: [String] = []

  private let plane: Plane
  private let style: ChartStyle
  private var canvas: DotCanvas
  /// The columns at the left of the vertical axis.
  private let margin: Int

  /// Draws points.
  init(_ plane: Plane, _ style: ChartStyle) {
    self.plane = plane
    self.style = style
    let ticks = plane.y.ticks.map { DisplayWidth.of(style.spelled($0.text)) }.max() ?? 0
    margin = min(ticks + 2, style.width / 2)
    let names =
      plane.series.compactMap(\.name).map { DisplayWidth.of(style.spelled($0)) }.max() ?? 0
    let right = names == 0 ? 0 : min(names + 1, style.width / 4)
    let columns = style.width - margin - 1 - right
    let rows = min(style.rows, max(6, columns / 3))
    canvas = DotCanvas(columns: columns, rows: rows, isBraille: style.drawsLines)
    draw()
    let ends = right == 0 ? [:] : endNames(to: right - 1)
    let titleWidth = style.width - 2
    lines.append("  " + style.cut(plane.y.title, to: titleWidth))
    lines += body(ends)
    lines += floor
    let title = style.cut(plane.x.title, to: titleWidth)
    let indent = max(2, min(margin + 1, style.width - DisplayWidth.of(title)))
    lines.append(String(repeating: " ", count: indent) + title)
  }

  private func dot(_ point: Plane.Point) -> (across: Int, down: Int) {
    canvas.dot(plane.x.place(of: point.x), plane.y.place(of: point.y))
  }

  private mutating func draw() {
    for (number, series) in plane.series.enumerated().reversed() {
      // Without colour a line is known by its dashes.
      let dash = style.isColored || !style.drawsLines ? 1 : [1, 3, 2, 6, 5, 8][number % 6]
      let drawn = style.isColored || !style.drawsLines ? 1 : [1, 2, 1, 4, 1, 3][number % 6]
      for run in series.runs {
        for (point, next) in zip(run, run.dropFirst()) where plane.joins {
          canvas.line(from: dot(point), to: dot(next), series: number, drawn: drawn, dash: dash)
        }
        if let only = run.first, run.count == 1 || !plane.joins { mark(only, number) }
      }
    }
    // Points in one place have one name.
    var (named, spots) = (0, Set<[Int]>())
    for point in plane.named where named < mostNamed {
      let spot = dot(point)
      if spots.insert([spot.across, spot.down]).inserted, name(point) { named += 1 }
    }
  }

  /// A point; one that no line leads to is as thick as a line is long.
  private mutating func mark(_ point: Plane.Point, _ number: Int) {
    canvas.set(dot(point), series: number)
  }

  /// The most names: one for each row and a half.
  private var mostNamed: Int { max(3, canvas.rows * 2 / 3) }

  /// Writes a point's name beside it where nothing else stands; false where there is no room.
  private mutating func name(_ point: Plane.Point) -> Bool {
    let cell = canvas.cell(dot(point))
    let text = style.cut(point.name, to: max(8, canvas.columns / 3))
    let width = DisplayWidth.of(text)
    let spots = [
      (cell.column + 1, cell.row), (cell.column - width, cell.row),
      (cell.column - width / 2, cell.row - 1), (cell.column - width / 2, cell.row + 1),
      (cell.column, cell.row - 1), (cell.column - width + 1, cell.row - 1),
      (cell.column, cell.row + 1), (cell.column - width + 1, cell.row + 1),
    ]
    for (column, row) in spots where canvas.isFree(column..<(column + width), row: row) {
      write(text, column: column, row: row)
      return true
    }
    return false
  }

  private mutating func write(_ text: String, column start: Int, row: Int) {
    var column = start
    for character in text {
      let width = DisplayWidth.of(character)
      canvas.put(String(character), column: column, row: row)
      for rest in 1..<max(1, width) { canvas.put("", column: column + rest, row: row) }
      column += width
    }
  }

  /// The names of the series, each at the row where its last point is or the nearest free one.
  private func endNames(to width: Int) -> [Int: (text: String, series: Int)] {
    var names: [Int: (text: String, series: Int)] = [:]
    for (number, series) in plane.series.enumerated() {
      guard let name = series.name, let last = series.points.last else { continue }
      let wanted = canvas.cell(dot(last)).row
      let rows = (0..<canvas.rows).sorted { left, right in
        let (first, second) = (abs(left - wanted), abs(right - wanted))
        return first == second ? left < right : first < second
      }
      guard let row = rows.first(where: { names[$0] == nil }) else { continue }
      names[row] = (style.cut(name, to: width), number)
    }
    return names
  }

  /// The rows of the canvas, behind the vertical axis.
  private func body(_ ends: [Int: (text: String, series: Int)]) -> [String] {
    var ticks: [Int: String] = [:]
    for tick in plane.y.ticks {
      let row = canvas.cell(canvas.dot(0, plane.y.place(of: tick.value))).row
      // Of two in a row the first is written.
      if ticks[row] == nil { ticks[row] = tick.text }
    }
    let (bar, notch) = style.drawsLines ? ("│", "┤") : ("|", "+")
    return (0..<canvas.rows).map { row in
      let text = style.padded(ticks[row] ?? "", to: margin - 1, atRight: true)
      var line = "\(text) \(ticks[row] == nil ? bar : notch)"
      line += colored(canvas.row(row))
      if let end = ends[row] { line += " " + colored([end]) }
      return line
    }
  }

  /// The horizontal axis and the numbers below it.
  private var floor: [String] {
    let (corner, rule, notch) = style.drawsLines ? ("└", "─", "┬") : ("+", "-", "+")
    var axis = Array(repeating: rule, count: canvas.columns)
    var below = ""
    var used = -1
    for tick in plane.x.ticks {
      let column = canvas.cell(canvas.dot(plane.x.place(of: tick.value), 0)).column
      let text = style.spelled(tick.text)
      let width = DisplayWidth.of(text)
      // Under its notch, but inside the width of the terminal.
      let start = min(margin + 1 + column - width / 2, style.width - width)
      guard start > used, width < style.width else { continue }
      axis[column] = notch
      below += String(repeating: " ", count: max(0, start - DisplayWidth.of(below))) + text
      used = start + width
    }
    return [
      String(repeating: " ", count: margin) + corner + axis.joined(), below,
    ]
  }

  /// Characters, those of a series in its colour.
  private func colored(_ cells: [(text: String, series: Int)]) -> String {
    guard style.isColored, plane.series.count > 1 else { return cells.map(\.text).joined() }
    var line = ""
    var current: Int?
    for cell in cells {
      let wanted = cell.text == " " ? nil : cell.series
      if wanted != current {
        line += wanted.map { "\u{1B}[\(Self.colors[$0 % Self.colors.count])m" } ?? "\u{1B}[0m"
        current = wanted
      }
      line += cell.text
    }
    return current == nil ? line : line + "\u{1B}[0m"
  }

  /// Colours of a terminal that are legible on light and on dark ground.
  private static let colors = [36, 35, 32, 31, 34, 33]
}

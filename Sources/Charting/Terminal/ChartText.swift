import Rendering
import Values

/// The room a chart has in a terminal, and what the terminal can show.
package struct ChartStyle: Sendable {
  /// The columns of the terminal.
  package var width: Int
  /// The most lines that hold marks.
  package var rows: Int
  /// Whether there are blocks and Braille; plain ASCII otherwise.
  package var drawsLines: Bool
  /// Whether lines are told apart by colour; by their dashes otherwise.
  package var isColored: Bool

  /// A style.
  package init(
    width: Int = 80,
    rows: Int = 24,
    drawsLines: Bool = true,
    isColored: Bool = false
  ) {
    self.width = max(20, width)
    self.rows = max(4, rows)
    self.drawsLines = drawsLines
    self.isColored = isColored
  }
}

/// Charts as lines of a terminal.
package enum ChartText {
  /// A chart, each line with its line feed, none wider than the style says.
  package static func text(of chart: Chart, style: ChartStyle) -> String {
    let lines =
      switch chart.drawing {
      case .bars(let bars): BarText(bars, style).lines
      case .plane(let plane): PlaneText(plane, style).lines
      case .slope(let slope): SlopeText(slope, style).lines
      case .matrix(let matrix): MatrixText(matrix, titled: chart.title, style).lines
      }
    return lines.map { style.fitted($0) + "\n" }.joined()
  }
}

extension ChartStyle {
  /// The signs of ours in a text as the terminal has them.
  func spelled(_ text: String) -> String {
    guard !drawsLines else { return text }
    return String(text.map { Self.plain[$0] ?? $0 })
  }

  private static let plain: [Character: Character] = ["×": "x", "–": "-", "·": "/", "…": "."]

  /// A text cut to so many columns.
  func cut(_ text: String, to columns: Int) -> String {
    DisplayWidth.cut(spelled(text), to: columns, ellipsis: drawsLines ? "…" : "..")
  }

  /// A text cut or filled up to so many columns.
  func padded(_ text: String, to columns: Int, atRight: Bool = false) -> String {
    let cut = cut(text, to: columns)
    let room = String(repeating: " ", count: max(0, columns - DisplayWidth.of(cut)))
    return atRight ? room + cut : cut + room
  }

  /// How many of some things are drawn, where that is not all of them.
  func announcement(
    _ shown: Int,
    of count: Int,
    _ nouns: String,
    areGreatest: Bool = false
  ) -> [String] {
    guard shown < count else { return [] }
    let which = areGreatest ? "\(Tally.digits(shown)) greatest" : "first \(Tally.digits(shown))"
    let text = "\(Tally.text(count, nouns)), the \(which) drawn"
    return Paragraph.wrap(text, width: width, indent: 2, hanging: 4)
  }

  /// A line without the spaces at its end.
  func fitted(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }
}

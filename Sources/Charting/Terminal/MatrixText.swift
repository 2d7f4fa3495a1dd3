import Rendering

/// Fields as shades beside their numbers; columns go by the letters of the rows.
struct MatrixText {
  /// The lines.
  let lines: [String]

  /// Draws a matrix below its title; columns beyond the room are named below.
  init(_ matrix: Matrix, titled title: String, _ style: ChartStyle) {
    let letters = matrix.names.indices.map(Self.letters)
    let texts = matrix.fields.map { $0.map { style.spelled($0.text) } }
    let numberWidth = texts.joined().map { DisplayWidth.of($0) }.max() ?? 0
    let fieldWidth = max(numberWidth, letters.last?.count ?? 1) + 4
    let wanted =
      zip(letters, matrix.names).map {
        $0.count + 1 + DisplayWidth.of(style.spelled($1))
      }
      .max() ?? 0
    let nameWidth = min(
      wanted,
      max(8, style.width - 3 - fieldWidth * matrix.names.count),
      style.width - 3 - fieldWidth
    )
    let fitting = max(1, (style.width - 3 - nameWidth) / fieldWidth)
    let shown = Array(matrix.names.indices.prefix(fitting))
    let head = shown.map { style.padded(letters[$0], to: fieldWidth, atRight: true) }.joined()
    var lines = ["  " + style.cut(title, to: style.width - 3)]
    lines.append("  " + String(repeating: " ", count: nameWidth) + head)
    for (row, fields) in matrix.fields.enumerated() {
      let name = style.padded("\(letters[row]) \(matrix.names[row])", to: nameWidth)
      let drawn = shown.map { column in
        guard row != column else {
          return style.padded(style.drawsLines ? "·" : ".", to: fieldWidth, atRight: true)
        }
        let shade = Self.shade(matrix.depth(of: fields[column].value), style)
        return " " + shade + shade
          + style.padded(texts[row][column], to: fieldWidth - 3, atRight: true)
      }
      lines.append("  \(name)\(drawn.joined())")
    }
    if shown.count < matrix.names.count {
      let hidden = letters.dropFirst(shown.count).joined(separator: ", ")
      lines += Paragraph.wrap("hidden: \(hidden) (narrow terminal)", width: style.width, indent: 2)
    }
    self.lines = lines
  }

  /// `a` to `z`, then `aa`.
  private static func letters(_ index: Int) -> String {
    let letter = Unicode.Scalar(UInt8(ascii: "a") + UInt8(index % 26))
    return (index < 26 ? "" : letters(index / 26 - 1)) + String(Character(letter))
  }

  private static func shade(_ depth: Double, _ style: ChartStyle) -> String {
    let shades = style.drawsLines ? [" ", "░", "▒", "▓", "█"] : [" ", ".", ":", "%", "#"]
    return shades[Int((depth * Double(shades.count - 1)).rounded())]
  }
}

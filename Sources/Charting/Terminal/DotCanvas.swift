/// Dots on a grid of characters: eight to one in Braille, or one to one in ASCII.
struct DotCanvas {
  /// The characters across.
  let columns: Int
  /// The characters down.
  let rows: Int
  private let isBraille: Bool
  /// The dots of each character, and which of the series drew there last.
  private var dots: [UInt8]
  private(set) var series: [UInt8]
  /// Characters that stand above the dots.
  private var texts: [String?]

  /// An empty canvas.
  init(columns: Int, rows: Int, isBraille: Bool) {
    (self.columns, self.rows, self.isBraille) = (max(1, columns), max(1, rows), isBraille)
    let count = self.columns * self.rows
    dots = [UInt8](repeating: 0, count: count)
    series = [UInt8](repeating: 0, count: count)
    texts = [String?](repeating: nil, count: count)
  }

  /// The dots across and down.
  var size: (across: Int, down: Int) {
    isBraille ? (columns * 2, rows * 4) : (columns, rows)
  }

  /// The dot nearest to a place, given from the left and from the bottom, 0 to 1.
  func dot(_ x: Double, _ y: Double) -> (across: Int, down: Int) {
    (
      Int((x * Double(size.across - 1)).rounded()),
      Int(((1 - y) * Double(size.down - 1)).rounded())
    )
  }

  /// The character that holds a dot.
  func cell(_ dot: (across: Int, down: Int)) -> (column: Int, row: Int) {
    isBraille ? (dot.across / 2, dot.down / 4) : (dot.across, dot.down)
  }

  /// Sets a dot; one outside is none.
  mutating func set(_ dot: (across: Int, down: Int), series number: Int = 0) {
    guard (0..<size.across).contains(dot.across), (0..<size.down).contains(dot.down) else { return }
    let cell = cell(dot)
    let index = cell.row * columns + cell.column
    series[index] = UInt8(truncatingIfNeeded: number)
    guard isBraille else {
      dots[index] = 1
      return
    }
    let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
    dots[index] |= bits[dot.down % 4][dot.across % 2]
  }

  /// Sets the dots of a line from one to another, the first `drawn` of every `dash`.
  mutating func line(
    from start: (across: Int, down: Int),
    to end: (across: Int, down: Int),
    series number: Int = 0,
    drawn: Int = 1,
    dash: Int = 1
  ) {
    let steps = max(abs(end.across - start.across), abs(end.down - start.down), 1)
    for step in 0...steps where step % dash < drawn || step == steps {
      let part = Double(step) / Double(steps)
      let across = Double(start.across) + Double(end.across - start.across) * part
      let down = Double(start.down) + Double(end.down - start.down) * part
      set((Int(across.rounded()), Int(down.rounded())), series: number)
    }
  }

  /// Whether nothing stands on some characters of a row, and no text beside them.
  func isFree(_ range: Range<Int>, row: Int) -> Bool {
    guard range.lowerBound >= 0, range.upperBound <= columns, (0..<rows).contains(row) else {
      return false
    }
    let beside = [range.lowerBound - 1, range.upperBound].filter((0..<columns).contains)
    return range.allSatisfy { texts[row * columns + $0] == nil && dots[row * columns + $0] == 0 }
      && beside.allSatisfy { texts[row * columns + $0] == nil }
  }

  /// Puts one character above the dots; `""` is the rest of a wide one.
  mutating func put(_ text: String, column: Int, row: Int, series number: Int = 0) {
    guard (0..<columns).contains(column), (0..<rows).contains(row) else { return }
    texts[row * columns + column] = text
    series[row * columns + column] = UInt8(truncatingIfNeeded: number)
  }

  /// A row from the left, a text and a series for each character.
  func row(_ row: Int) -> [(text: String, series: Int)] {
    (0..<columns).map { column in
      let index = row * columns + column
      return (texts[index] ?? sign(dots[index], Int(series[index])), Int(series[index]))
    }
  }

  /// What the points of each series are drawn with where there is no Braille.
  private static let signs = ["*", "o", "+", "x", "#", "@"]

  private func sign(_ dots: UInt8, _ series: Int) -> String {
    guard dots != 0 else { return " " }
    guard isBraille else { return Self.signs[series % Self.signs.count] }
    return Unicode.Scalar(0x2800 + UInt32(dots)).map { String(Character($0)) } ?? " "
  }
}

/// Amounts as a line or a bar of character cells, for cards.
struct CellLine {
  private let glyphs: [String]

  /// Lines for a screen that can draw them, or for one that cannot.
  init(drawsLines: Bool) {
    glyphs =
      drawsLines ? ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"] : [".", ":", "-", "=", "+", "*", "#"]
  }

  /// A cell for each amount, as high as it is beside the greatest; the lowest cell stands for what is
  /// least, and a space for none.
  func line(_ amounts: [Int]) -> String {
    guard let most = amounts.max(), most > 0 else { return "" }
    return amounts.map { amount in
      amount > 0 ? glyphs[(amount * glyphs.count - 1) / most] : " "
    }
    .joined()
  }

  /// A bar of so many cells for what is the greatest, and shorter ones for less; never none for some.
  func bar(_ amount: Int, of most: Int, width: Int) -> String {
    guard amount > 0, most > 0 else { return "" }
    let cells = max(1, (amount * width + most / 2) / most)
    return String(repeating: glyphs[glyphs.count - 1], count: cells)
  }
}

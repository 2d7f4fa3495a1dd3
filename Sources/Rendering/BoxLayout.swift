/// Which columns of a table fit in a terminal, and how wide each is.
struct BoxLayout {
  /// The width of each column that is shown, from the left.
  let widths: [Int]

  /// The narrowest a text is cut to while anything else can be done.
  private static let narrowest = 8

  /// Fits columns into a terminal: cuts the widest texts, then hides columns from the right.
  ///
  /// The first is shown in any case, cut to what there is.
  init(of columns: [ScreenColumn], terminal: Int) {
    var shown = columns
    while shown.count > 1, Self.total(shown, cut: Self.narrowest) > terminal {
      shown.removeLast()
    }
    var cut = Self.narrowest
    let widest = shown.map(\.width).max() ?? 0
    while cut < widest, Self.total(shown, cut: cut + 1) <= terminal { cut += 1 }
    let fitted = shown.map { Self.width(of: $0, cut: cut) }
    if fitted.count == 1, Self.total(shown, cut: cut) > terminal {
      widths = [max(1, terminal - 4)]
    } else {
      widths = fitted
    }
  }

  private static func width(of column: ScreenColumn, cut: Int) -> Int {
    column.canBeCut ? min(column.width, cut) : column.width
  }

  /// The width of the whole box: a rule and a space on both sides of every column.
  private static func total(_ columns: [ScreenColumn], cut: Int) -> Int {
    columns.reduce(1) { $0 + width(of: $1, cut: cut) + 3 }
  }
}

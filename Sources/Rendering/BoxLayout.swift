/// Which columns of a table fit in a terminal, and how wide each is.
struct BoxLayout {
  /// The columns that are shown, from the left, by their place in the table.
  let shown: [Int]
  /// The width of each of them.
  let widths: [Int]

  /// The narrowest a text is cut to while anything else can be done.
  private static let narrowest = 8

  /// Fits columns into a terminal: cuts the widest texts, then hides columns from the right.
  ///
  /// The column that ranks is hidden last but for the first, which is shown in any case, cut to
  /// what there is.
  init(of columns: [ScreenColumn], terminal: Int) {
    var places = Array(columns.indices)
    var kept = columns
    while kept.count > 1, Self.total(kept, cut: Self.narrowest) > terminal {
      let last = kept.lastIndex { !$0.ranks } ?? 0
      let hidden = last > 0 ? last : kept.count - 1
      places.remove(at: hidden)
      kept.remove(at: hidden)
    }
    shown = places
    var cut = Self.narrowest
    let widest = kept.map(\.width).max() ?? 0
    while cut < widest, Self.total(kept, cut: cut + 1) <= terminal { cut += 1 }
    let fitted = kept.map { Self.width(of: $0, cut: cut) }
    if fitted.count == 1, Self.total(kept, cut: cut) > terminal {
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

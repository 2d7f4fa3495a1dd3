/// Which columns of a table fit in a terminal, and how wide each is.
struct BoxLayout {
  /// The columns that are shown, from the left, by their place in the table.
  let shown: [Int]
  /// The width of each of them.
  let widths: [Int]

  /// The narrowest a text is cut to while anything else can be done, and how much of it is kept at
  /// most because another begins with the same.
  private static let narrowest = 8...24

  /// Fits columns into a terminal: cuts the widest texts, then hides columns from the right.
  ///
  /// Texts that differ still do so when they are cut, where a few words tell them apart. The column
  /// that ranks is hidden last but for the first, which is shown in any case, cut to what there is.
  init(of columns: [ScreenColumn], terminal: Int) {
    var places = Array(columns.indices)
    let isWide = Self.total(columns.map { ($0, $0.width) }, cut: 0) > terminal
    var kept = columns.map { column in
      (column: column, least: isWide ? column.narrowest(within: Self.narrowest) : 0)
    }
    while kept.count > 1, Self.total(kept, cut: 0) > terminal {
      let last = kept.lastIndex { !$0.column.ranks } ?? 0
      let hidden = last > 0 ? last : kept.count - 1
      places.remove(at: hidden)
      kept.remove(at: hidden)
    }
    shown = places
    var cut = 0
    let widest = kept.map(\.column.width).max() ?? 0
    while cut < widest, Self.total(kept, cut: cut + 1) <= terminal { cut += 1 }
    let fitted = kept.map { Self.width(of: $0, cut: cut) }
    if fitted.count == 1, Self.total(kept, cut: cut) > terminal {
      widths = [max(1, terminal - 4)]
    } else {
      widths = fitted
    }
  }

  /// A column, and the narrowest it is cut to.
  private typealias Candidate = (column: ScreenColumn, least: Int)

  private static func width(of candidate: Candidate, cut: Int) -> Int {
    let (column, least) = candidate
    return column.canBeCut ? min(column.width, max(cut, least)) : column.width
  }

  /// The width of the whole box: a rule and a space on both sides of every column.
  private static func total(_ columns: [Candidate], cut: Int) -> Int {
    columns.reduce(1) { $0 + width(of: $1, cut: cut) + 3 }
  }
}

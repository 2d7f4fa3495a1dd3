/// Which columns of a table fit in a terminal, and how wide each is.
struct BoxLayout {
  /// The columns that are shown, from the left, by their place in the table.
  let shown: [Int]
  /// The width of each of them.
  let widths: [Int]

  /// The narrowest a text is cut to while anything else can be done: more where there is room.
  private static func narrowest(in terminal: Int) -> Int { terminal <= 80 ? 8 : terminal / 8 }

  /// Fits columns into a terminal: cuts the widest texts, then hides columns from the right,
  /// those that were asked for behind the others.
  ///
  /// Texts that differ still do so when they are cut, where a few words tell them apart. The column
  /// that ranks is hidden last but for the first, which is shown in any case, cut to what there is.
  init(of columns: [ScreenColumn], terminal: Int) {
    var places = Array(columns.indices)
    let isWide = Self.total(columns.map { ($0, $0.width) }, cut: 0) > terminal
    let all = columns.map { column in
      // So much of it is kept at most because another begins with the same.
      let most = max(24, terminal * 3 / 10)
      return (
        column: column,
        least: isWide ? column.narrowest(within: Self.narrowest(in: terminal)...most) : 0
      )
    }
    var kept = all
    while kept.count > 1, Self.total(kept, cut: 0) > terminal {
      let hidden = Self.hiddenNext(kept.map(\.column))
      places.remove(at: hidden)
      kept.remove(at: hidden)
    }
    var cut = 0
    let widest = all.map(\.column.width).max() ?? 0
    while cut < widest, Self.total(kept, cut: cut + 1) <= terminal { cut += 1 }
    // A wide column that went last may have left room for others, with texts as they are.
    for (place, candidate) in all.enumerated() where !places.contains(place) {
      let index = places.firstIndex { $0 > place } ?? places.count
      var trial = kept
      trial.insert(candidate, at: index)
      guard Self.total(trial, cut: cut) <= terminal else { continue }
      kept = trial
      places.insert(place, at: index)
    }
    shown = places
    let fitted = kept.map { Self.width(of: $0, cut: cut) }
    if fitted.count == 1, Self.total(kept, cut: cut) > terminal {
      widths = [max(1, terminal - 4)]
    } else {
      widths = fitted
    }
  }

  /// Which column is hidden next: what only came with the columns that were asked for, from the
  /// right, then the others.
  private static func hiddenNext(_ columns: [ScreenColumn]) -> Int {
    let first = columns.firstIndex(where: \.isAsked) ?? columns.count
    let extra = columns.indices.last { $0 > first && !columns[$0].isAsked && !columns[$0].ranks }
    let last = extra ?? columns.lastIndex { !$0.ranks } ?? 0
    return last > 0 ? last : columns.count - 1
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

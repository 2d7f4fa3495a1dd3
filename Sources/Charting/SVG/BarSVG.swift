import Values

extension SVGDrawing {
  /// The most rows that are drawn.
  static let mostRows = 60

  /// Draws bars from a common zero.
  mutating func draw(_ all: Bars) {
    let bars = all.first(Self.mostRows)
    let title = min(180, Self.width(of: bars.labelTitle))
    let labels = min(260, max(title, bars.bars.map { Self.width(of: $0.label) }.max() ?? 0))
    let values = max(30, bars.bars.map { Self.width(of: $0.text) }.max() ?? 0) + 8
    let bounds = bars.bounds
    let hasNegative = bounds.lowerBound < 0
    let start = 12 + labels + 10 + (hasNegative ? values : 0)
    let room = Self.width - start - values - 12
    let zero = start + room * Self.part(0, of: bounds)
    add("quiet end", at: (12 + labels, height + 12), Self.cut(bars.labelTitle, to: labels))
    add("quiet", at: (12 + labels + 10, height + 12), bars.valueTitle)
    height += 22
    let top = height
    for bar in bars.bars {
      let isCut = Self.width(of: bar.label) > labels
      add(
        "end",
        at: (12 + labels, height + 15),
        Self.cut(bar.label, to: labels),
        full: isCut ? bar.label : nil
      )
      var end = zero
      if !bar.value.isNaN {
        end = start + room * Self.part(bar.value, of: bounds)
        let (from, to) = (min(zero, end), max(zero, end))
        add(
          "rect",
          [("x", from), ("y", height + 3), ("width", to - from), ("height", 16)],
          "fill0",
          title: "\(bar.label): \(bar.text)"
        )
      }
      let isLeft = bar.value < 0
      add(isLeft ? "quiet end" : "quiet", at: (end + (isLeft ? -6 : 6), height + 15), bar.text)
      height += 22
    }
    add(line: "axis", from: (zero, top), to: (zero, height))
    announce(
      bars.bars.count,
      of: all.count,
      all.nouns,
      areGreatest: all.extent == .greatest
    )
  }

  /// Where a value lies between two others, 0 to 1.
  private static func part(_ value: Double, of bounds: ClosedRange<Double>) -> Double {
    let (low, high) = (bounds.lowerBound / 2, bounds.upperBound / 2)
    return high > low ? (value / 2 - low) / (high - low) : 0
  }

  /// Says how many are drawn, where that is not all.
  mutating func announce(
    _ shown: Int,
    of count: Int,
    _ nouns: String,
    areGreatest: Bool = false
  ) {
    guard shown < count else { return }
    let which = areGreatest ? "\(Tally.digits(shown)) greatest" : "first \(Tally.digits(shown))"
    add(note: "\(Tally.text(count, nouns)), the \(which) drawn")
  }
}

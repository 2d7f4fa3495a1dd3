extension SVGDrawing {
  /// Draws two orders and the lines between them.
  mutating func draw(_ all: SlopeLines) {
    let slope = all.first(Self.mostRows)
    let (left, right) = (250.0, Self.width - 250)
    add("quiet end", at: (left - 10, height + 12), Self.cut(slope.left.title, to: left - 20))
    add("quiet", at: (right + 10, height + 12), Self.cut(slope.right.title, to: left - 20))
    height += 22
    let rowHeight = 21.0
    func middle(_ row: Int) -> Double { height + rowHeight * (Double(row) + 0.5) }
    for (row, end) in slope.ends.enumerated() {
      let (first, second) = (slope.left.entries[row], slope.right.entries[end])
      let (from, to) = (first.number ?? row, second.number ?? end)
      let color = from == to ? "axis" : "stroke\(from < to ? 1 : 0)"
      let title = "\(first.name): \(first.place) and \(second.place)"
      add(
        "line",
        [("x1", left), ("y1", middle(row)), ("x2", right), ("y2", middle(end))],
        "line \(color)",
        title: title
      )
    }
    for (row, entry) in slope.left.entries.enumerated() {
      let name = Self.cut(entry.name, to: left - 60)
      add("end", at: (left - 10, middle(row) + 4), "\(name)  \(entry.place)")
    }
    for (row, entry) in slope.right.entries.enumerated() {
      let name = Self.cut(entry.name, to: left - 60)
      add("", at: (right + 10, middle(row) + 4), "\(entry.place)  \(name)")
    }
    height += rowHeight * Double(slope.ends.count)
    announce(slope.ends.count, of: all.ends.count, all.nouns)
  }
}

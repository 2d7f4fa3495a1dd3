/// A piece of a railroad diagram: a train enters on its left and leaves on its right, both at the
/// height of the baseline.
///
/// Lengths are in pixels.
struct RailShape {
  /// The radius of the bends.
  static let bend = 10
  /// The space between what lies above each other.
  static let gap = 10
  /// The rail between what stands behind each other.
  static let link = 14

  /// From entry to exit.
  let width: Int
  /// How far it reaches above the baseline.
  let up: Int
  /// How far it reaches below the baseline.
  let down: Int
  /// Draws it with its entry at a point.
  let draw: (_ drawing: inout RailDrawing, _ x: Int, _ y: Int) -> Void
}

extension RailShape {
  /// A rail and nothing on it.
  static var nothing: RailShape { RailShape(width: 0, up: 0, down: 0) { _, _, _ in } }

  /// A box with a text in it, and what a pointer that rests on it is told.
  static func box(_ text: String, style: String, hint: String = "", link: String = "") -> RailShape
  {
    let width = text.count * 8 + 22
    return RailShape(width: width, up: 13, down: 13) { drawing, x, y in
      let corner = style == "word" ? 13 : 3
      let title = hint.isEmpty ? "" : "<title>\(hint.escapedForMarkup)</title>"
      let box =
        "<g class=\"\(style)\">\(title)<rect x=\"\(x)\" y=\"\(y - 13)\" width=\"\(width)\" "
        + "height=\"26\" rx=\"\(corner)\"/><text x=\"\(x + width / 2)\" y=\"\(y + 4)\">"
        + "\(text.escapedForMarkup)</text></g>"
      drawing.add(link.isEmpty ? box : "<a href=\"\(link)\">\(box)</a>")
    }
  }

  /// Shapes behind each other; in several rows where one would be wider than the limit.
  static func sequence(_ shapes: [RailShape], within limit: Int) -> RailShape {
    var rows: [[RailShape]] = [[]]
    var width = 0
    for shape in shapes {
      if width > 0, width + link + shape.width > limit {
        rows.append([])
        width = 0
      }
      width += shape.width + (width > 0 ? link : 0)
      rows[rows.count - 1].append(shape)
    }
    return rows.count == 1 ? row(shapes) : stacked(rows.map(row))
  }

  private static func row(_ shapes: [RailShape]) -> RailShape {
    RailShape(
      width: shapes.map(\.width).reduce(0, +) + link * max(0, shapes.count - 1),
      up: shapes.map(\.up).max() ?? 0,
      down: shapes.map(\.down).max() ?? 0
    ) { drawing, x, y in
      var x = x
      for (index, shape) in shapes.enumerated() {
        if index > 0 {
          drawing.rail(from: x, y, "h\(link)")
          x += link
        }
        shape.draw(&drawing, x, y)
        x += shape.width
      }
    }
  }

  /// Rows that one train passes, the first on the baseline; from the last it climbs back to it.
  private static func stacked(_ rows: [RailShape]) -> RailShape {
    let inner = rows.map(\.width).max() ?? 0
    var turns: [(middle: Int, next: Int)] = []
    var y = 0
    for (row, next) in zip(rows, rows.dropFirst()) {
      let middle = y + max(2 * bend, row.down + gap)
      y = middle + max(2 * bend, next.up + gap)
      turns.append((middle, y))
    }
    let (last, width) = (y, inner + 4 * bend)
    return RailShape(
      width: width,
      up: rows[0].up,
      down: last + rows[rows.count - 1].down
    ) { drawing, x, y in
      drawing.rail(from: x, y, "h\(bend)")
      var top = 0
      for (row, turn) in zip(rows, turns) {
        row.draw(&drawing, x + bend, y + top)
        let down = turn.middle - top - 2 * bend
        drawing.rail(
          from: x + bend + row.width,
          y + top,
          "a\(bend) \(bend) 0 0 1 \(bend) \(bend)v\(down)a\(bend) \(bend) 0 0 1 -\(bend) \(bend)"
            + "h\(-row.width)a\(bend) \(bend) 0 0 0 -\(bend) \(bend)"
            + "v\(turn.next - turn.middle - 2 * bend)a\(bend) \(bend) 0 0 0 \(bend) \(bend)"
        )
        top = turn.next
      }
      let end = rows[rows.count - 1]
      end.draw(&drawing, x + bend, y + last)
      drawing.rail(
        from: x + bend + end.width,
        y + last,
        "h\(inner - end.width + bend)" + climb(by: last)
      )
    }
  }

  /// Shapes of which a train passes one, the first on the baseline and the others below it.
  static func choice(_ shapes: [RailShape]) -> RailShape {
    let inner = shapes.map(\.width).max() ?? 0
    var heights: [Int] = [0]
    for (shape, next) in zip(shapes, shapes.dropFirst()) {
      let distance = shape.down + gap + next.up
      let least = heights.count == 1 ? 2 * bend : 0
      heights.append(heights[heights.count - 1] + max(distance, least))
    }
    let bottom = heights[heights.count - 1] + (shapes.last?.down ?? 0)
    return RailShape(
      width: inner + 4 * bend,
      up: shapes.first?.up ?? 0,
      down: max(bottom, shapes.first?.down ?? 0)
    ) { drawing, x, y in
      for (shape, height) in zip(shapes, heights) {
        drawing.rail(from: x, y, height == 0 ? "h\(2 * bend)" : drop(by: height))
        shape.draw(&drawing, x + 2 * bend, y + height)
        drawing.rail(
          from: x + 2 * bend + shape.width,
          y + height,
          "h\(inner - shape.width)" + (height == 0 ? "h\(2 * bend)" : climb(by: height))
        )
      }
    }
  }

  /// A shape that a train may leave out, on a rail above it.
  static func bypassed(_ shape: RailShape) -> RailShape {
    let height = max(2 * bend, shape.up + gap)
    return RailShape(
      width: shape.width + 4 * bend,
      up: height,
      down: shape.down
    ) { drawing, x, y in
      drawing.rail(from: x, y, "h\(2 * bend)")
      shape.draw(&drawing, x + 2 * bend, y)
      drawing.rail(from: x + 2 * bend + shape.width, y, "h\(2 * bend)")
      drawing.rail(from: x, y, climb(by: height) + "h\(shape.width)" + drop(by: height))
    }
  }

  /// A shape that a train may pass again and again, over a rail below it with `back` on it.
  static func loop(_ shape: RailShape, back: RailShape = .nothing) -> RailShape {
    let inner = max(shape.width, back.width)
    let height = max(2 * bend, shape.down + gap + back.up)
    let space = (inner - back.width) / 2
    return RailShape(
      width: inner + 2 * bend,
      up: shape.up,
      down: height + back.down
    ) { drawing, x, y in
      let (left, right) = (x + bend, x + bend + inner)
      drawing.rail(from: x, y, "h\(bend)")
      shape.draw(&drawing, left, y)
      drawing.rail(from: left + shape.width, y, "h\(inner - shape.width + bend)")
      let turn = "a\(bend) \(bend) 0 0 1 "
      let rest = height - 2 * bend
      drawing.rail(
        from: right,
        y,
        turn + "\(bend) \(bend)v\(rest)" + turn
          + "-\(bend) \(bend)h\(-(inner - back.width - space))"
      )
      back.draw(&drawing, left + space, y + height)
      drawing.rail(
        from: left + space,
        y + height,
        "h\(-space)" + turn + "-\(bend) -\(bend)v\(-rest)" + turn + "\(bend) -\(bend)"
      )
      let tip = back.width == 0 ? left + space : left + space / 2
      if back.width == 0 || space >= 16 {
        drawing.add("<path class=\"tip\" d=\"M\(tip - 4) \(y + height)l8 -4v8z\"/>")
      }
    }
  }

  /// A shape in a dashed frame with a word on it.
  static func framed(_ shape: RailShape, as word: String) -> RailShape {
    let width = max(shape.width + 20, word.count * 7 + 16)
    return RailShape(
      width: width,
      up: shape.up + 22,
      down: shape.down + 6
    ) { drawing, x, y in
      let inset = (width - shape.width) / 2
      drawing.rail(from: x, y, "h\(inset)")
      shape.draw(&drawing, x + inset, y)
      drawing.rail(from: x + inset + shape.width, y, "h\(width - inset - shape.width)")
      drawing.add(
        "<g class=\"frame\"><rect x=\"\(x)\" y=\"\(y - shape.up - 20)\" width=\"\(width)\" "
          + "height=\"\(shape.up + shape.down + 26)\" rx=\"6\"/><text x=\"\(x + 8)\" "
          + "y=\"\(y - shape.up - 7)\">\(word)</text></g>"
      )
    }
  }

  /// A rail that bends down to a depth.
  private static func drop(by height: Int) -> String {
    "a\(bend) \(bend) 0 0 1 \(bend) \(bend)v\(height - 2 * bend)"
      + "a\(bend) \(bend) 0 0 0 \(bend) \(bend)"
  }

  /// A rail that bends up by a height.
  private static func climb(by height: Int) -> String {
    "a\(bend) \(bend) 0 0 0 \(bend) -\(bend)v\(-(height - 2 * bend))"
      + "a\(bend) \(bend) 0 0 1 \(bend) -\(bend)"
  }
}

import Values

extension SVGDrawing {
  /// Draws points and lines between two axes.
  mutating func draw(_ plane: Plane) {
    let ticks = plane.y.ticks.map { Self.width(of: $0.text) }.max() ?? 0
    let names = plane.series.compactMap(\.name).map { Self.width(of: $0) }.max() ?? 0
    add("quiet", at: (12, height + 12), plane.y.title)
    height += 26
    let frame = Frame(
      left: 20 + ticks,
      top: height,
      width: Self.width - 20 - ticks - min(names, 160) - 24,
      height: 320,
      plane: plane
    )
    draw(frame, plane)
    for (number, series) in plane.series.enumerated().reversed() {
      if plane.joins {
        draw(series, number: number % ChartSVG.colors, in: frame)
      } else {
        scatter(series, in: frame)
      }
    }
    name(plane.named, in: frame)
    nameEnds(plane, in: frame)
    height = frame.top + frame.height + 40
    add("quiet middle", at: (frame.left + frame.width / 2, height - 2), plane.x.title)
  }

  /// The field between the axes.
  struct Frame {
    let left: Double
    let top: Double
    let width: Double
    let height: Double
    let plane: Plane

    /// Where a point lies.
    func place(_ point: Plane.Point) -> (x: Double, y: Double) {
      (left + width * plane.x.place(of: point.x), top + height * (1 - plane.y.place(of: point.y)))
    }
  }

  private mutating func draw(_ frame: Frame, _ plane: Plane) {
    let (right, bottom) = (frame.left + frame.width, frame.top + frame.height)
    for tick in plane.y.ticks {
      let y = bottom - frame.height * plane.y.place(of: tick.value)
      add(line: "grid", from: (frame.left, y), to: (right, y))
      add("quiet end", at: (frame.left - 8, y + 4), tick.text)
    }
    var used = -Double.infinity
    for tick in plane.x.ticks {
      let x = frame.left + frame.width * plane.x.place(of: tick.value)
      let half = Self.width(of: tick.text) / 2
      guard x - half > used + 8 else { continue }
      add(line: "axis", from: (x, bottom), to: (x, bottom + 5))
      add("quiet middle", at: (x, bottom + 19), tick.text)
      used = x + half
    }
    add(line: "axis", from: (frame.left, bottom), to: (right, bottom))
  }

  private mutating func draw(_ series: Plane.Series, number: Int, in frame: Frame) {
    for run in series.runs {
      let places = run.map { frame.place($0) }
      let points = places.map { "\(Self.spelled($0.x)),\(Self.spelled($0.y))" }
      add("<polyline class=\"line stroke\(number)\" points=\"\(points.joined(separator: " "))\"/>")
      for (point, place) in zip(run, places) {
        add(
          "circle",
          [("cx", place.x), ("cy", place.y), ("r", 2.5)],
          "fill\(number)",
          title: "\(point.name): \(Self.spelled(point, frame.plane))"
        )
      }
    }
  }

  /// Points; those within a pixel of each other are one, so that a million are no more than fit.
  private mutating func scatter(_ series: Plane.Series, in frame: Frame) {
    var spots: [[Double]: Int] = [:]
    var groups: [[Plane.Point]] = []
    for point in series.points {
      let place = frame.place(point)
      let key = [place.x.rounded(), place.y.rounded()]
      if let index = spots[key] {
        groups[index].append(point)
      } else {
        spots[key] = groups.count
        groups.append([point])
      }
    }
    add("<g fill-opacity=\"0.55\">")
    for group in groups {
      guard let first = group.first else { continue }
      let place = frame.place(first)
      let more = group.count > 3 ? " and \(Tally.digits(group.count - 3)) more" : ""
      let areEqual = group.allSatisfy { $0.x == first.x && $0.y == first.y }
      let names = group.prefix(3).map(\.name).joined(separator: ", ") + more
      add(
        "circle",
        [("cx", place.x), ("cy", place.y), ("r", 3.5)],
        "fill0",
        title: "\(names): \(areEqual ? "" : "near ")\(Self.spelled(first, frame.plane))"
      )
    }
    add("</g>")
  }

  /// Both numbers of a point, as they are written on the axes' own terms.
  private static func spelled(_ point: Plane.Point, _ plane: Plane) -> String {
    let upwards = plane.y.spelled(point.y)
    return plane.joins ? upwards : "\(plane.x.spelled(point.x)), \(upwards)"
  }

  /// The most points that are called by name.
  private static let mostNames = 14

  /// Names of points where they cover no other name and leave the field nowhere.
  private mutating func name(_ points: [Plane.Point], in frame: Frame) {
    var taken: [(x: ClosedRange<Double>, y: ClosedRange<Double>)] = []
    var spots: Set<[Double]> = []
    for point in points where taken.count < Self.mostNames {
      let place = frame.place(point)
      // Points in one place have one name.
      guard spots.insert([place.x, place.y]).inserted else { continue }
      let width = Self.width(of: point.name)
      let sides = [
        (place.x + 7, place.y + 4), (place.x - 7 - width, place.y + 4),
        (place.x - width / 2, place.y - 8), (place.x - width / 2, place.y + 17),
      ]
      for (x, y) in sides where x >= frame.left && x + width <= Self.width - 8 && y > frame.top {
        let field = (x: x...(x + width), y: (y - 11)...(y + 3))
        guard y < frame.top + frame.height,
          !taken.contains(where: { $0.x.overlaps(field.x) && $0.y.overlaps(field.y) })
        else { continue }
        add("label", at: (x, y), point.name)
        taken.append(field)
        break
      }
    }
  }

  /// The name of each series where its last point is, or below the one before.
  private mutating func nameEnds(_ plane: Plane, in frame: Frame) {
    let ends = plane.series.enumerated().compactMap { number, series in
      series.name.flatMap { name in
        series.points.last.map { (name: name, y: frame.place($0).y, number: number) }
      }
    }
    var used = -Double.infinity
    for end in ends.sorted(by: { $0.y == $1.y ? $0.number < $1.number : $0.y < $1.y }) {
      used = max(end.y + 4, used + 16)
      add(
        "fill\(end.number % ChartSVG.colors)",
        at: (frame.left + frame.width + 8, used),
        Self.cut(end.name, to: 160)
      )
    }
  }
}

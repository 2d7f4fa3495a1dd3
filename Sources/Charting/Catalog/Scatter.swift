import Values

/// A point for each row: one measure across, another upwards; a measure alone lies over its places.
///
/// The rows that stand out are called by name: the greatest by each measure, and those that lie most
/// alone.
package struct Scatter: ChartKind {
  package let name = "scatter"
  /// The most points that are tried for a name.
  private static let mostNamed = 60

  /// The kind.
  package init() {}

  package func chart(of source: ChartSource) throws(ChartRefusal) -> Chart {
    let measures = source.measures
    guard let last = measures.first else {
      throw ChartRefusal("`as scatter` draws columns of numbers, and the table has none")
    }
    let isAlone = measures.count == 1
    let across = isAlone ? places(by: last) : last
    let upwards = isAlone ? last : measures[1]
    let labels = source.labels()
    var points: [Plane.Point] = []
    for (row, (x, y)) in zip(across.values, upwards.values).enumerated() where !(x + y).isNaN {
      points.append(Plane.Point(x: x, y: y, name: labels[row]))
    }
    guard !points.isEmpty else {
      throw ChartRefusal(
        "`as scatter` needs rows with both numbers, and none has \(across.name) and \(upwards.name)"
      )
    }
    var notes = [across, upwards].flatMap(source.without)
    if isAlone { notes.removeFirst(min(1, max(0, notes.count - 1))) }
    let drawn = (
      ChartMeasure(column: across.column, values: points.map(\.x)),
      ChartMeasure(column: upwards.column, values: points.map(\.y))
    )
    let (x, y) = (Scale(fitting: drawn.0), Scale(fitting: drawn.1))
    return Chart(
      title: "\(upwards.name) over \(across.name)",
      drawing: .plane(
        Plane(
          x: x,
          y: y,
          series: [Plane.Series(name: nil, runs: points.map { [$0] })],
          joins: false,
          named: isAlone ? first(points) : named(points, x, y)
        )
      ),
      notes: notes
    )
  }

  /// The place of each row by a measure, as a measure.
  private func places(by measure: ChartMeasure) -> ChartMeasure {
    let places = RowPlaces(measure.values)
    return ChartMeasure(
      column: Column("place", unit: .count(of: "place"), cells: .numbers([])),
      values: places.middles
    )
  }

  /// The points of the first places.
  private func first(_ points: [Plane.Point]) -> [Plane.Point] {
    Array(points.sorted { $0.x < $1.x }.prefix(Self.mostNamed))
  }

  /// The points to be named: the greatest across and upwards, then those that have the fewest
  /// others near them, the farthest from the middle first.
  ///
  /// Complexity: O(points log points), for the middle.
  private func named(_ points: [Plane.Point], _ x: Scale, _ y: Scale) -> [Plane.Point] {
    let places = points.map { (x: x.place(of: $0.x), y: y.place(of: $0.y)) }
    let crowd = Crowd(places)
    let middle = (x: Self.median(places.map(\.x)), y: Self.median(places.map(\.y)))
    let distances = places.map { abs($0.x - middle.x) + abs($0.y - middle.y) }
    let near = places.map { crowd.neighbors(of: $0) }
    let most = Self.crowdedness(of: near)
    let alone = points.indices.filter { near[$0] <= most }.sorted { left, right in
      if near[left] != near[right] { return near[left] < near[right] }
      return distances[left] == distances[right] ? left < right : distances[left] > distances[right]
    }
    let greatest = [places.map(\.x), places.map(\.y)].compactMap { places in
      places.indices.min { places[$0] == places[$1] ? $0 < $1 : places[$0] > places[$1] }
    }
    var seen: Set<Int> = []
    return (greatest + alone).filter { seen.insert($0).inserted }.prefix(Self.mostNamed)
      .map { points[$0] }
  }

  /// How many others those have near them who have the fewest, as many as may be named.
  private static func crowdedness(of near: [Int]) -> Int {
    var counts: [Int: Int] = [:]
    for number in near { counts[number, default: 0] += 1 }
    var count = 0
    for (number, points) in counts.sorted(by: { $0.key < $1.key }) {
      count += points
      if count >= mostNamed { return number }
    }
    return .max
  }

  private static func median(_ numbers: [Double]) -> Double {
    numbers.sorted()[numbers.count / 2]
  }
}

/// How many points lie where, on a coarse grid.
private struct Crowd {
  private static let side = 40
  private var counts = [Int](repeating: 0, count: side * side)

  init(_ places: [(x: Double, y: Double)]) {
    for place in places {
      let (column, row) = Self.cell(place)
      counts[row * Self.side + column] += 1
    }
  }

  private static func cell(_ place: (x: Double, y: Double)) -> (column: Int, row: Int) {
    (min(side - 1, Int(place.x * Double(side))), min(side - 1, Int(place.y * Double(side))))
  }

  /// The points within two cells, itself included.
  func neighbors(of place: (x: Double, y: Double)) -> Int {
    let (column, row) = Self.cell(place)
    var count = 0
    for near in max(0, row - 2)...min(Self.side - 1, row + 2) {
      let cells = max(0, column - 2)...min(Self.side - 1, column + 2)
      count += cells.reduce(0) { $0 + counts[near * Self.side + $1] }
    }
    return count
  }
}

import Rendering
import Values

/// How many rows have a value in each of some ranges.
///
/// The ranges have one width, each begins with its first number and ends before the next one's, the
/// last holds its end. Where most counts would fall into the first, each is twice as wide as the
/// one before.
package struct Histogram: ChartKind {
  package let name = "histogram"

  /// The kind.
  package init() {}

  package func chart(of source: ChartSource) throws(ChartRefusal) -> Chart {
    guard let measure = source.measures.first else {
      throw ChartRefusal(
        "`as histogram` counts the values of a column of numbers, and the table has none"
      )
    }
    let values = measure.values.filter { !$0.isNaN }
    guard !values.isEmpty else {
      throw ChartRefusal("`as histogram` counts values, and no row has \(measure.name)")
    }
    let ranges = ValueRanges(of: values, unit: measure.column.unit)
    let counts = ranges.counts(of: values)
    let bars = zip(ranges.names, counts).map { name, count in
      Bars.Bar(label: name, value: Double(count), text: "\(count)")
    }
    let doubling = "each range is twice as wide as the one before"
    return Chart(
      title: "\(source.nouns) by \(measure.name)",
      drawing: .bars(
        Bars(
          bars: bars,
          labelTitle: measure.title,
          valueTitle: source.nouns,
          nouns: "ranges",
          count: bars.count,
          extent: .all
        )
      ),
      notes: (ranges.areDoubling ? [doubling] : []) + source.without(measure)
    )
  }
}

/// Ranges that hold all of some values, without gaps.
struct ValueRanges {
  /// Where each begins, and where the last one ends.
  let edges: [Double]
  /// How each is written.
  let names: [String]
  /// Whether they grow.
  let areDoubling: Bool

  /// The most ranges.
  private static let most = 20

  /// The ranges for values, of which there is at least one.
  init(of values: [Double], unit: Unit) {
    let low = values.min() ?? 0
    let high = values.max() ?? 0
    let areWhole: Bool =
      if case .count = unit { values.allSatisfy { $0 == $0.rounded() } } else { false }
    if areWhole, low >= 0, high < 1e15 {
      let sorted = values.sorted()
      if high >= 50, sorted[sorted.count / 2] < high / 20 {
        self.init(doublingTo: high)
        return
      }
      let count = high - low + 1
      let step = count <= Double(Self.most) ? 1 : max(1, Step(over: low...high, parts: 10).size)
      self.init(wholeFrom: low, to: high, step: step)
      return
    }
    self.init(from: low, to: high, unit: unit)
  }

  /// Ranges of one width, whose edges are round numbers.
  private init(from low: Double, to high: Double, unit: Unit) {
    let isOne = low == high
    let step =
      isOne
      ? Step(1, tenTo: low == 0 ? 0 : FixedPoint.exponent(of: low))
      : Step(over: low...high, parts: 10)
    var edges = step.multiples(around: low...high)
    if edges.count < 2 { edges.append(edges[0] + step.size) }
    let most = Double.greatestFiniteMagnitude
    edges = edges.map { min(most, max(-most, $0)) }
    // The last range holds its end.
    edges[edges.count - 1] = max(high, edges[edges.count - 1])
    self.edges = edges
    let texts = step.texts(of: edges, unit: unit)
    names = zip(texts, texts.dropFirst()).map { "\($0) – \($1)" }
    areDoubling = false
  }

  private init(doublingTo high: Double) {
    var edges: [Double] = [0, 1]
    while let last = edges.last, last <= high { edges.append(last * 2) }
    self.init(whole: edges, areDoubling: true)
  }

  private init(wholeFrom low: Double, to high: Double, step: Double) {
    let first = (low / step).rounded(.down) * step
    let count = Int(((high - first) / step).rounded(.down)) + 1
    self.init(whole: (0...count).map { first + Double($0) * step }, areDoubling: false)
  }

  /// Ranges of whole numbers, named by the first and the last they hold.
  private init(whole edges: [Double], areDoubling: Bool) {
    self.edges = edges
    self.areDoubling = areDoubling
    names = zip(edges, edges.dropFirst()).map { start, end in
      let (first, last) = (Int(start), Int(end) - 1)
      return first == last ? "\(first)" : "\(first) – \(last)"
    }
  }

  /// How many values each range holds.
  ///
  /// Complexity: O(values log ranges).
  func counts(of values: [Double]) -> [Int] {
    var counts = [Int](repeating: 0, count: edges.count - 1)
    for value in values {
      var (low, high) = (0, counts.count - 1)
      while low < high {
        let middle = (low + high + 1) / 2
        if edges[middle] <= value { low = middle } else { high = middle - 1 }
      }
      counts[low] += 1
    }
    return counts
  }
}

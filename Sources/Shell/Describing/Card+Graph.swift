import Archiving
import Graph
import Metrics
import Rendering
import Values

extension Card {
  /// How a graph hangs together: each relation, how ties are spread, the days covered, the
  /// fingerprint.
  ///
  /// Once cancelled it is not whole. Complexity: O(ties log degree + events).
  init(graph: Graph, cells: CellLine, watchedBy monitor: WorkMonitor) {
    self.init("The graph")
    let pairs = graph.personCount * (graph.personCount - 1)
    for name in graph.relationNames {
      guard let relation = graph.relations[name] else { continue }
      let reciprocity = Card.reciprocity(of: relation, watchedBy: monitor)
      add(
        name,
        Card.joined([
          Card.share(relation.count, of: pairs).map { "\($0) of all pairs" },
          reciprocity.map { "\($0) returned" },
          relation.forwardWeights == nil ? nil : "weighted",
          relation.times.flatMap { Card.period($0.watched(by: monitor)) } ?? "undated",
        ])
      )
    }
    let months = Months(graph.period)
    let vouches = graph.vouches.vouches.map(\.time)
    for (name, times) in [
      ("posts", Array(graph.posts.posts.lazy.map(\.time).watched(by: monitor))),
      ("interactions", Array(graph.interactions.events.lazy.map(\.time).watched(by: monitor))),
      ("actions", Array(graph.actions.actions.lazy.map(\.time).watched(by: monitor))),
      ("vouches", vouches),
    ] where !times.isEmpty && !monitor.isCancelled() {
      add(name, Card.joined([Card.tally(times), months.line(of: times, in: cells)]))
    }
    if monitor.isCancelled() { return }
    add("fingerprint", graph.fingerprint)
  }

  /// How many people have how many ties of a relation that end at them, in classes that double.
  ///
  /// Complexity: O(people).
  init(degreesOf name: String, _ relation: Relation, cells: CellLine) {
    self.init(name == "follows" ? "Followers of a person" : "Ties of \(name) to a person")
    var classes: [Int] = []
    for person in 0..<UInt32(relation.backward.count) {
      // 0, 1, 2 to 3, 4 to 7, and so on.
      let degree = relation.backward.degree(of: person)
      let number = Int.bitWidth - degree.leadingZeroBitCount
      while classes.count <= number { classes.append(0) }
      classes[number] += 1
    }
    let most = classes.max() ?? 0
    for (number, count) in classes.enumerated() {
      let (low, high) = number == 0 ? (0, 0) : (1 << (number - 1), (1 << number) - 1)
      let term = low == high ? "\(low)" : "\(Tally.digits(low)) to \(Tally.digits(high))"
      let bar = cells.bar(count, of: most, width: 30)
      add(term, bar.isEmpty ? Tally.digits(count) : "\(bar) \(Tally.digits(count))")
    }
  }

  /// What is not loaded, and the measures that wait for it.
  init(missingIn graph: Graph, for metrics: [any Metric]) {
    self.init("Not loaded")
    for (thing, measures) in graph.missing(for: metrics) {
      add(thing, "for " + (Card.list(measures) ?? ""))
    }
  }
}

/// The months of a period, or its days or years, whichever make a line of some length.
struct Months {
  private enum Step { case day, month, year }

  private let step: Step
  private let range: ClosedRange<Int>?

  /// The parts of a period; nil has none.
  init(_ period: ClosedRange<Instant>?) {
    guard let period else {
      (step, range) = (.month, nil)
      return
    }
    let months = Months.number(period.lowerBound, .month)...Months.number(period.upperBound, .month)
    step = months.count < 3 ? .day : months.count > 48 ? .year : .month
    range = Months.number(period.lowerBound, step)...Months.number(period.upperBound, step)
  }

  /// How many of some moments lie in each part, as a line; nil where none is dated.
  func line(of times: [Instant?], in cells: CellLine) -> String? {
    guard let range else { return nil }
    var counts = [Int](repeating: 0, count: range.count)
    for time in times.lazy.compactMap(\.self) {
      let number = Months.number(time, step)
      if range.contains(number) { counts[number - range.lowerBound] += 1 }
    }
    let line = cells.line(counts)
    return line.allSatisfy { $0 == " " } ? nil : "\(line) by \(step)"
  }

  private static func number(_ instant: Instant, _ step: Step) -> Int {
    let (year, month, _, _) = instant.parts
    return switch step {
    case .day: Int((instant.microseconds / 86_400_000_000))
    case .month: year * 12 + month
    case .year: year
    }
  }
}

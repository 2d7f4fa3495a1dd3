import Graph
import Metrics
import TestSupport
import Testing
import Values

/// What the cards say always holds, on a hundred random graphs.
struct LawTests {
  /// Graphs from one person to thirty, thin to dense; a quarter more have dated actions.
  static let graphs =
    plain
    + plain.prefix(25).enumerated().map {
      $1.addingActions(seed: UInt64($0))
    }

  private static let plain = (0..<100).map { number in
    Graph.random(
      people: 1 + number % 30,
      density: [0.02, 0.1, 0.3, 0.8][number % 4],
      seed: UInt64(number)
    )
  }

  @Test(arguments: CatalogEntry.all)
  func `laws hold on random graphs`(_ entry: CatalogEntry) throws {
    for (number, graph) in LawTests.graphs.enumerated() {
      for measured in try LawTests.everyAnswer(of: entry, on: graph) {
        for law in entry.card.laws {
          #expect(LawTests.holds(law, of: measured.values), "\(law) on graph \(number)")
        }
      }
    }
  }

  @Test(arguments: CatalogEntry.all.filter { $0.card.laws.contains(.unchangedByRelabelling) })
  func `renumbering people renumbers the values`(_ entry: CatalogEntry) throws {
    for (number, graph) in LawTests.graphs.enumerated() {
      var random = SeededRandom(seed: UInt64(number) + 1_000)
      let order = (0..<PersonID(graph.personCount)).shuffled(using: &random)
      let renumbered = graph.relabelled(order)
      let before = try LawTests.everyAnswer(of: entry, on: graph)
      let after = try LawTests.everyAnswer(of: entry, on: renumbered)
      for (before, after) in zip(before, after) {
        let pairs = zip(
          [before.values] + before.companions.map(\.values),
          [after.values] + after.companions.map(\.values)
        )
        for (before, after) in pairs {
          #expect(agree(order.map { before[Int($0)] }, after), "graph \(number)")
        }
      }
    }
  }

  @Test(arguments: CatalogEntry.all.filter(\.card.isProportion))
  func `bounds of a proportion enclose it`(_ entry: CatalogEntry) throws {
    for graph in LawTests.graphs {
      for measured in try LawTests.everyAnswer(of: entry, on: graph) {
        let low = try #require(measured["low"]).values
        let high = try #require(measured["high"]).values
        for (person, value) in measured.values.enumerated() {
          #expect(value.isNaN == low[person].isNaN && value.isNaN == high[person].isNaN)
          let isEnclosed = low[person] <= value + 1e-12 && value <= high[person] + 1e-12
          #expect(value.isNaN || (isEnclosed && low[person] >= 0 && high[person] <= 1))
        }
      }
    }
  }

  @Test(arguments: CatalogEntry.all)
  func `an unknown relation is refused with those there are`(_ entry: CatalogEntry) throws {
    guard entry.card.accepts.contains(.over) else { return }
    let graph = Graph.eightPeople
    var arguments = entry.arguments(on: graph)
    arguments.relation = "vouches"
    #expect(throws: MetricError.relationNotLoaded("vouches", loaded: ["follows", "trust"])) {
      try entry.metric.evaluate(on: graph, with: arguments, watchedBy: .unwatched)
    }
  }

  /// Its answers, plain and weighted by trust where it takes a weight.
  private static func everyAnswer(
    of entry: CatalogEntry,
    on graph: Graph
  ) throws -> [Measured] {
    let weights = entry.card.accepts.contains(.weightedBy) ? [false, true] : [false]
    return try weights.map { isWeighted in
      let arguments = entry.arguments(on: graph, weightedByTrust: isWeighted)
      return try entry.metric.evaluate(on: graph, with: arguments, watchedBy: .unwatched)
    }
  }

  private static func holds(_ law: MetricCard.Law, of values: [Double]) -> Bool {
    let known = values.filter { !$0.isNaN }
    switch law {
    case .liesIn(let range): return known.allSatisfy(range.contains)
    case .sumsTo(let sum): return abs(known.reduce(0, +) - sum) <= 1e-9
    case .isWhole: return known.allSatisfy { $0 == $0.rounded() }
    case .unchangedByRelabelling: return true
    }
  }
}

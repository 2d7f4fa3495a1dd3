import Graph
import Metrics
import Synchronization
import TestSupport
import Testing
import Values

@Suite struct GamingSearchTests {
  private static let graph = Graph.random(people: 30, density: 0.1, seed: 2)

  /// A search that lifts the first person by a measure of the number of their followers.
  private func search(
    _ measure: @escaping @Sendable (Double) -> Double,
    tried: @escaping @Sendable () -> Void = {},
    watchedBy monitor: WorkMonitor = .unwatched
  ) throws -> (search: GamingSearch, recipes: [GamingRecipe]) {
    let followers = Self.graph.followersTrial
    var arguments = MetricArguments()
    arguments.trial = MetricArguments.Trial(graph: followers.graph, moment: nil) {
      other throws(MetricError) in
      tried()
      return try followers.values(other).map(measure)
    }
    let metric = GamingCost()
    let before = try followers.values(followers.graph).map(measure)
    return (
      try metric.search(
        for: 0,
        on: followers.graph,
        from: before,
        arguments,
        watchedBy: monitor
      ),
      try metric.recipes(arguments)
    )
  }

  @Test func `the fewest are found, whatever a smaller number of them does`() throws {
    // Nothing moves before the seventh hundred.
    let (search, recipes) = try search { ($0 / 700).rounded(.down) * 20 }
    let plan = try #require(try search.cheapest(of: recipes).plans.first)
    let followers = Self.graph.followersTrial
    let had = try followers.values(followers.graph)[0]
    #expect(plan.newcomers == 700 - Int(had))
    #expect(plan.recipe == .follows)
  }

  @Test func `what changes nothing is given up at once`() throws {
    let trials = Mutex(0)
    let (search, recipes) = try search({ _ in 3 }, tried: { trials.withLock { $0 += 1 } })
    let finding = try search.plans(by: recipes)
    #expect(finding.plans.isEmpty)
    #expect(finding.obstacle == "no such move changes it")
    // One and the most of each kind of move, and of people who do nothing.
    #expect(trials.withLock(\.self) <= 2 * recipes.count + 4)
  }

  @Test func `it tells how far it is, and stops`() throws {
    let parts = Mutex<[Double]>([])
    let watched = WorkMonitor(report: { _, part in parts.withLock { $0.append(part) } })
    let (search, recipes) = try search({ $0 }, watchedBy: watched.part(1, of: 2))
    _ = try search.plans(by: recipes)
    let told = parts.withLock(\.self)
    #expect(told.count > 10)
    #expect(told == told.sorted())
    #expect(told.allSatisfy { (0.5...1).contains($0) })
    let stopped = try self.search({ $0 }, watchedBy: WorkMonitor(isCancelled: { true })).search
    #expect(throws: MetricError.cancelled) { try stopped.cheapest(of: recipes) }
  }
}

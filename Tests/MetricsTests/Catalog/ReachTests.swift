import Graph
import Metrics
import TestSupport
import Testing
import Values

/// When reach is counted and when it is estimated.
struct ReachTests {
  /// A ring: each person reaches as many as there are hops.
  static let ring = Graph(
    literal: (0..<400).map { "p\($0)>p\(($0 + 1) % 400)" }.joined(separator: " ")
  )

  @Test func `steps are taken as asked`() throws {
    let one = try reach(Graph.eightPeople, MetricArguments(hops: 1))
    #expect(one.values == [4, 5, 3, 1, 1, 1, 0, 2])
    #expect(one.defaults == ["over follows"])
    let nine = try reach(Graph.eightPeople, MetricArguments(hops: 9))
    #expect(nine.values == [4, 7, 4, 1, 1, 4, 0, 4])
    let two = try reach(Graph.eightPeople, MetricArguments())
    #expect(two.defaults == ["over follows", "within 2 hops"])
    #expect(two.claim == nil)
  }

  @Test func `no step at all is refused`() {
    #expect(throws: MetricError.self) {
      _ = try reach(Graph.eightPeople, MetricArguments(hops: 0))
    }
  }

  @Test func `few wanted people are counted in a large graph`() throws {
    let wanted = PersonSet([0, 9], universe: 400)
    let measured = try Reach(countingEverybodyUpTo: 100).evaluate(
      on: ReachTests.ring,
      with: MetricArguments(hops: 3, wanted: wanted),
      watchedBy: .unwatched
    )
    #expect(measured.values[0] == 3 && measured.values[9] == 3)
    #expect(measured.values[1].isNaN)
    #expect(measured.claim == nil && measured.remarks.isEmpty)
  }

  @Test(arguments: [nil, PersonSet([0, 9], universe: 400)])
  func `everybody, or many, in a large graph are estimated, and it says so`(
    wanted: PersonSet?
  ) throws {
    let measured = try Reach(countingEverybodyUpTo: 100, wantedUpTo: 1).evaluate(
      on: ReachTests.ring,
      with: MetricArguments(hops: 3, wanted: wanted),
      watchedBy: .unwatched
    )
    #expect(measured.values.allSatisfy { (1...6).contains($0) })
    #expect(measured.values.count { $0 == 3 } > 380)
    #expect(measured.claim == .sampled)
    #expect(measured.remarks == ["reach is estimated: HyperBall, standard error 3 %"])
  }

  @Test func `one hop is always counted`() throws {
    let measured = try Reach(countingEverybodyUpTo: 0).evaluate(
      on: Graph.eightPeople,
      with: MetricArguments(hops: 1),
      watchedBy: .unwatched
    )
    #expect(measured.values == [4, 5, 3, 1, 1, 1, 0, 2])
    #expect(measured.claim == nil)
  }

  private func reach(_ graph: Graph, _ arguments: MetricArguments) throws -> Measured {
    try Reach().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
  }
}

import Graph
import Metrics
import TestSupport
import Testing
import Values

/// Reach, beside sets that grow step by step.
struct BoundedSearchTests {
  @Test(arguments: 0..<40)
  func `reach agrees with growing sets`(seed: UInt64) throws {
    let graph = Graph.random(people: 1 + Int(seed), density: 0.08, seed: seed)
    let rows = try #require(graph.relations["follows"]).backward
    var search = BoundedSearch(over: rows)
    for person in 0..<PersonID(rows.count) {
      for hops in 0...5 {
        let expected = BoundedSearchTests.ball(of: person, within: hops, over: rows).count - 1
        #expect(try search.reach(of: person, within: hops) == expected)
      }
    }
  }

  @Test func `hyperball stays within its error on five thousand people`() throws {
    let graph = Graph.sparse(people: 5_000, tiesEach: 6, seed: 11)
    let rows = try #require(graph.relations["follows"]).backward
    let ball = HyperBall(registers: 256)
    let estimates = try ball.sizes(over: rows, within: 2)
    var search = BoundedSearch(over: rows)
    var squares = 0.0
    for person in 0..<PersonID(rows.count) {
      let exact = Double(try search.reach(of: person, within: 2) + 1)
      let error = (estimates[Int(person)] - exact) / exact
      squares += error * error
      #expect(abs(error) < 6 * ball.standardError)
    }
    #expect((squares / Double(rows.count)).squareRoot() < 1.2 * ball.standardError)
  }

  @Test func `hyperball grows no further than the graph`() throws {
    let rows = try #require(Graph(literal: "b>a c>b d>c e").relations["follows"]).backward
    let ball = HyperBall(registers: 1_024)
    let estimates = try ball.sizes(over: rows, within: 50).map { $0.rounded() }
    #expect(estimates == [3, 4, 2, 1, 1])
    #expect(try ball.sizes(over: rows, within: 1).map { $0.rounded() } == [2, 2, 2, 1, 1])
  }

  @Test func `more people get fewer registers`() {
    #expect(HyperBall(people: 1_000).registers == 1_024)
    #expect(HyperBall(people: 1_000_000).registers == 128)
    #expect(HyperBall(people: 100_000_000).registers == 64)
  }

  private static func ball(
    of person: PersonID,
    within hops: Int,
    over rows: Rows
  ) -> Set<PersonID> {
    var ball: Set<PersonID> = [person]
    for _ in 0..<hops { ball.formUnion(ball.flatMap { Array(rows[$0]) }) }
    return ball
  }
}

import Foundation
import Graph
import Metrics
import TestSupport
import Testing
import Values

/// How close somebody probably is, from the traces taken one by one.
struct ModelledClosenessTests {
  private func answer(
    _ graph: Graph,
    to person: PersonID,
    _ parameters: [String: Double] = [:]
  ) throws -> Measured {
    var arguments = MetricArguments(now: Graph.day(20))
    arguments.to = PersonSet([person], universe: graph.personCount)
    arguments.parameters = parameters
    return try ModelledCloseness().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
  }

  @Test func `traces are those of both ways`() throws {
    let graph = Graph(
      literal: """
        v a b c d v>d a>d a>c c>v v@reply@a=0.5/2 a@like@v/10 a@share@v/12 b@mention@v=-0.5/4 \
        d@like@c/5
        """
    )
    let measured = try answer(graph, to: 0)
    let rows = measured.companions.map(\.values)
    // a: last on day 12, three times, ten days long, one way once and the other twice, d and c.
    #expect(rows.map { $0[1] } == [8, 3, 10, 0.5, 2, 0.5])
    #expect(rows[..<5].map { $0[2] } == [16, 1, 0, 0, 0])
    #expect(measured.values[3].isNaN && measured.values[0].isNaN)
    // Of two, each trace puts the nearer one deviation above the mean and the other as far below.
    let near = 1 / (1 + exp(-6.0))
    #expect(agree([measured.values[1], measured.values[2]], [near, 1 - near]))
    let weighed = try answer(graph, to: 0, ["kindness weight": -5, "amount weight": 0])
    #expect(agree([weighed.values[1]], [1 / (1 + exp(1.0))]))
  }

  @Test func `whoever was in contact is placed among those who were`() throws {
    for graph in ViewTests.graphs {
      let measured = try answer(graph, to: 0)
      let shared = try SharedContacts().evaluate(
        on: graph,
        with: MetricArguments(from: PersonSet([0], universe: graph.personCount)),
        watchedBy: .unwatched
      )
      for person in 1..<graph.personCount {
        let count = graph.interactions.events.count {
          ($0.source == 0 && $0.target == person) || ($0.target == 0 && $0.source == person)
        }
        #expect(measured["contact"]?.values[person] == Double(count))
        #expect(measured.values[person].isNaN == (count == 0))
        #expect(measured["common contacts"]?.values[person] == shared.values[person])
      }
    }
  }
}

import Foundation
import Graph
import Metrics
import TestSupport
import Testing
import Values

/// What people are to each other: answers, ties, threads.
struct RelationshipTests {
  @Test func `an answer counts where it comes in time, and the young are not overdue`() throws {
    let graph = Graph(
      literal: """
        b a@mention@b#i1/1 a@reply@b#i2/2 a@mention@b#i3/3 a@mention@b#i4/19 b@reply@a:i1/2 \
        b@like@a:i3/4 b@mention@a:i2/9 c@reply@a:i3/4 a@share@b#i5/1 a@mention@b/1 b@reply@a:i1/3
        """
    )
    let arguments = MetricArguments(now: Graph.day(20))
    let rate = try ResponseRate().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
    // Of i1, i2 and i3, i1 is answered in a day, i2 in a week, i3 by somebody else and liked.
    #expect(agree([rate.values[0]], [1.0 / 3]))
    #expect(rate["asked"]?.values[0] == 3)
    #expect(rate["latency"]?.values[0] == 168)
    var patient = arguments
    patient.parameters = ["patience": 10]
    let later = try ResponseRate().evaluate(on: graph, with: patient, watchedBy: .unwatched)
    #expect(agree([later.values[0]], [2.0 / 3]))
  }

  @Test func `a tie is what was done to somebody, and what came back`() throws {
    for seed in 0..<6 {
      let graph = Graph.dated(people: 9, density: 0.3, seed: UInt64(seed))
      let some = PersonSet([1, 4], universe: 9)
      var arguments = MetricArguments(to: some, now: Graph.day(9))
      arguments.parameters = ["half-life": 2]
      let tie = try TieStrength().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
      let weights = ["share": 2.0, "reply": 4, "mention": 3, "like": 1]
      func strength(_ isMeant: (Interactions.Event) -> Bool) -> Double {
        graph.interactions.events.filter { $0.time != nil && isMeant($0) }.reduce(0) { sum, event in
          let age = (0...9).first { event.time == Graph.day(9 - $0) } ?? 0
          let weight = weights[graph.interactions.kinds[event.kind]] ?? 0
          return sum + weight * pow(0.5, Double(age) / 2)
        }
      }
      let made = (0..<PersonID(9)).map { person in
        strength { $0.source == person && some.contains($0.target) }
      }
      let returned = (0..<PersonID(9)).map { person in
        strength { $0.target == person && some.contains($0.source) }
      }
      #expect(agree(tie.values, made))
      let found = try #require(tie["returned"]).values
      #expect(agree(found, returned))
    }
  }

  @Test func `a thread is as deep as its longest chain`() throws {
    let graph = Graph(
      literal: """
        b^/0 v^/0 a@reply@b:p0#i1/1 b@reply@a:i1#i2/2 a@reply@b:i2#i3/3 c@reply@b:p0#i4/4 \
        c@reply@v:p1/5 d@reply@a:x9/6 a@like@b:i3/7
        """
    )
    let depth = try ConversationDepth().evaluate(
      on: graph,
      with: MetricArguments(),
      watchedBy: .unwatched
    )
    #expect(depth.values == [3, 1, 0, 0, 0])
    #expect(depth["answers"]?.values == [4, 1, 0, 0, 0])
    #expect(depth["speakers"]?.values == [2, 1, 0, 0, 0])
  }

  @Test func `reciprocity is a share of the followers`() throws {
    for seed in 0..<6 {
      let graph = Graph.random(people: 12, density: 0.3, seed: UInt64(seed))
      let measured = try Reciprocity().evaluate(
        on: graph,
        with: MetricArguments(),
        watchedBy: .unwatched
      )
      let ties = try #require(graph.relations["follows"]).ties
      let expected = (0..<UInt32(12)).map { person -> Double in
        let fans = ties.filter { $0.target == person }.map(\.source)
        let back = fans.count { fan in ties.contains { $0.source == person && $0.target == fan } }
        return Double(back) / Double(fans.count)
      }
      #expect(agree(measured.values, expected))
    }
  }
}

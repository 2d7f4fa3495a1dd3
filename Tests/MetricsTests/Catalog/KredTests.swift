import Foundation
import Graph
import Metrics
import TestSupport
import Testing
import Values

/// Kred's points, influence and outreach.
struct KredTests {
  static let graphs = (0..<12).map { number in
    Graph.dated(people: 14, density: [0.1, 0.3, 0.6][number % 3], seed: UInt64(number + 70))
  }

  @Test(arguments: [false, true])
  func `points are what every event gives`(_ isInTopic: Bool) throws {
    for graph in Self.graphs {
      var arguments = MetricArguments(topic: isInTopic ? 0 : nil)
      arguments.parameters = ["great audience": 3]
      let community = graph.people(interestedIn: 0, atLeast: 0.5)
      for (metric, isInfluence) in [(KredPoints() as any Metric, true), (KredOutreach(), false)] {
        let measured = try metric.evaluate(on: graph, with: arguments, watchedBy: .unwatched)
        let points = isInfluence ? measured.values : try #require(measured["points"]).values
        var expected = [Double](repeating: 0, count: graph.personCount)
        func add(_ price: Double, _ source: PersonID, _ target: PersonID) {
          if isInTopic, !community.contains(source) || !community.contains(target) { return }
          let audience = graph.relations["follows"]?.backward.degree(of: source) ?? 0
          let factor: Double = isInfluence && audience > 3 ? 5 : 1
          expected[Int(isInfluence ? target : source)] += price * factor
        }
        for event in graph.interactions.events
        where graph.interactions.kinds[event.kind] != "like" {
          add(10, event.source, event.target)
        }
        let follows = try #require(graph.relations["follows"])
        for (tie, time) in zip(follows.ties, follows.times ?? []) where time != nil {
          add(1, tie.source, tie.target)
        }
        if isInTopic {
          for person in expected.indices where !community.contains(PersonID(person)) {
            expected[person] = .nan
          }
        }
        #expect(agree(points, expected))
        let parts = measured.companions.filter { $0.name.hasSuffix(" points") }.map(\.values)
        let sums = expected.indices.map { person in parts.reduce(0) { $0 + $1[person] } }
        #expect(parts.count == 4 && agree(sums, expected))
      }
    }
  }

  @Test func `the leader has a thousand, in a small community as well`() throws {
    for graph in Self.graphs {
      for topic in [nil, 0, 1] as [UInt32?] {
        let measured = try KredInfluence().evaluate(
          on: graph,
          with: MetricArguments(topic: topic),
          watchedBy: .unwatched
        )
        let points = try #require(measured["points"]).values
        let most = points.filter { !$0.isNaN }.max() ?? 0
        for (points, value) in zip(points, measured.values) {
          let expected = max(1, (1_000 * log(1 + points / 10) / log(1 + most / 10)).rounded())
          #expect(most == 0 || points.isNaN ? value.isNaN : value == expected)
        }
        #expect(topic == nil || measured.remarks.first?.contains("small n") == true)
      }
    }
  }

  @Test func `levels begin at their published thresholds`() throws {
    for (points, level) in [(90, 0), (100, 1), (260, 1), (270, 2), (480, 2), (490, 3)] {
      let acts = Array(repeating: "a@share@b", count: points / 10).joined(separator: " ")
      let measured = try KredOutreach().evaluate(
        on: Graph(literal: acts),
        with: MetricArguments(),
        watchedBy: .unwatched
      )
      #expect(measured.values[0] == Double(level), "\(points) points")
    }
  }

  @Test func `follows count from the beginning of the period on`() throws {
    let graph = Self.graphs[2]
    let follows = try #require(graph.relations["follows"])
    let times = try #require(follows.times)
    let measured = try KredPoints().evaluate(
      on: graph.viewed(in: Scope(since: Graph.day(5))),
      with: MetricArguments(since: Graph.day(5)),
      watchedBy: .unwatched
    )
    let late = times.count { $0.map { $0 >= Graph.day(5) } ?? false }
    #expect(late > 0 && late < times.count)
    #expect(measured["follow points"]?.values.reduce(0, +) == Double(late))
  }

  @Test func `a vouch counts once a day and giver`() throws {
    let literal = "a+b:yoga/1 a+b:pop/1 a+b:yoga/2 c+b:pop/2 c+a:pop/2"
    let graph = Graph(literal: literal)
    let all = try VouchesReceived().evaluate(
      on: graph,
      with: MetricArguments(),
      watchedBy: .unwatched
    )
    #expect(all.values == [1, 3, 0])
    #expect(all["vouchers"]?.values == [1, 2, 0])
    let yoga = try VouchesReceived().evaluate(
      on: graph,
      with: MetricArguments(topic: graph.topics.number(of: "yoga")),
      watchedBy: .unwatched
    )
    #expect(yoga.values == [0, 2, 0])
    #expect(throws: MetricError.vouchesNotLoaded) {
      _ = try VouchesReceived().evaluate(
        on: Graph(literal: "a>b"),
        with: MetricArguments(),
        watchedBy: .unwatched
      )
    }
  }
}

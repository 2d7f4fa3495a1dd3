import Graph
import Metrics
import TestSupport
import Testing
import Values

@Suite struct ExplainingTests {
  /// What explains itself: the name, and whether it is about a group.
  private static let metrics = MetricCatalog.all.filter { $0 is any Explaining }

  @Test func `these say what their values are made of`() {
    #expect(
      Set(Self.metrics.map(\.card.name)) == [
        "followers", "following", "follower ratio", "audience overlap", "pagerank",
        "trust received", "shares received", "replies received", "mentions received",
        "likes received", "kred points", "klout score", "kred influence", "katz centrality",
        "tunkrank", "leaderrank", "eigentrust", "learned influence",
      ]
    )
  }

  /// On random graphs, whole and without some of their people.
  @Test(arguments: UInt64(1)...6)
  func `parts sum to the value`(_ seed: UInt64) throws {
    let whole = Graph.random(people: 30, density: 0.12, seed: seed)
    let absent = PersonSet([2, 5, 11], universe: whole.personCount)
    for graph in [whole, whole.viewed(in: Scope(without: absent))] {
      for metric in Self.metrics {
        for arguments in try Self.arguments(of: metric.card, on: graph) {
          try check(metric, on: graph, arguments)
        }
      }
    }
  }

  private func check(
    _ metric: any Metric,
    on graph: Graph,
    _ arguments: MetricArguments
  ) throws {
    let explaining = try #require(metric as? any Explaining)
    let measured = try metric.evaluate(on: graph, with: arguments, watchedBy: .unwatched)
    for person in graph.everybody.people {
      let value = measured.values[Int(person)]
      let explanation = try explaining.parts(of: person, in: measured, on: graph, with: arguments)
      let sum = explanation.parts.reduce(0) { $0 + $1.amount }
      if value.isNaN {
        #expect(explanation.parts.isEmpty, "\(metric.card.name) of \(person)")
      } else {
        #expect(abs(sum - value) < 1e-9, "\(metric.card.name) of \(person)")
      }
    }
  }

  private static func arguments(
    of card: MetricCard,
    on graph: Graph
  ) throws -> [MetricArguments] {
    let trust = try #require(graph.relations["trust"])
    let topic = try #require(graph.topics.number(of: "yoga"))
    if card.name == "pagerank" {
      return [
        MetricArguments(), MetricArguments(topic: topic, parameters: ["damping": 0.5]),
        MetricArguments(weight: .ties(trust, name: "trust"), missingTrust: 0.1),
        MetricArguments(
          weight: .ties(trust, name: "trust"),
          from: PersonSet([1, 3], universe: graph.personCount)
        ),
        MetricArguments(
          weight: .ties(trust, name: "trust"),
          inferredTrust: (try filling(of: trust, on: graph), 2)
        ),
      ]
    }
    if card.name == "trust received" { return [MetricArguments(), MetricArguments(hops: 3)] }
    if card.name == "eigentrust" {
      let anchors = PersonSet([1, 3, 7], universe: graph.personCount)
      return [MetricArguments(), MetricArguments(from: anchors, parameters: ["restart": 0.3])]
    }
    if card.requires.contains(.measure) {
      return [MetricArguments(operand: (0..<graph.personCount).map { Double($0 % 5) })]
    }
    guard card.requires.contains(.with) else { return [MetricArguments()] }
    let interest = SparseColumn(interestIn: [topic], of: graph)
    let group = MetricArguments.Group(
      members: graph.people(interestedIn: topic, atLeast: 0.5),
      interest: interest
    )
    let weights = (0..<graph.personCount).map { Double($0 % 4) - 1 }
    return [
      MetricArguments(group: group),
      MetricArguments(group: group, weight: .ties(trust, name: "trust")),
      MetricArguments(group: group, weight: .ties(trust, name: "trust"), missingTrust: 0.2),
      MetricArguments(group: group, weight: .people(weights, name: "weights")),
      MetricArguments(
        group: group,
        weight: .ties(trust, name: "trust"),
        inferredTrust: (try filling(of: trust, on: graph), 2)
      ),
    ]
  }

  /// A trust of 0.3 wherever somebody follows and states none.
  private static func filling(of trust: Relation, on graph: Graph) throws -> Relation {
    let follows = try #require(graph.relations["follows"])
    var ties = TieBuffer(weighted: true)
    for tie in follows.ties where trust.weight(from: tie.source, to: tie.target) == nil {
      ties.append(from: tie.source, to: tie.target, weight: 0.3)
    }
    return ties.frozen(sources: graph.personCount, targets: graph.personCount)
  }
}

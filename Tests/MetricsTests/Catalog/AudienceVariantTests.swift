import Foundation
import Graph
import Metrics
import TestSupport
import Testing
import Values

/// Other ways to hold an audience against a group, by their definitions over all people.
struct AudienceVariantTests {
  static let graphs = (0..<16).map { number in
    Graph.random(people: 13, density: [0.1, 0.3, 0.7][number % 3], seed: UInt64(number + 300))
  }

  /// What each person but one weighs in the audience, and in the group.
  private func profiles(
    of person: PersonID,
    in graph: Graph,
    isWeighted: Bool
  ) throws -> [(weight: Double, group: Double)] {
    let follows = try #require(graph.relations["follows"])
    let group = graph.group(topic: "yoga")
    let interest = try #require(group.interest)
    return (0..<PersonID(graph.personCount)).filter { $0 != person }.map { other in
      let isAudience = follows.backward[person].contains(other)
      let trust = graph.relations["trust"]?.weight(from: other, to: person) ?? 0
      return isWeighted
        ? (isAudience ? max(0, trust) : 0, interest[Int(other)])
        : (isAudience ? 1 : 0, group.members.contains(other) ? 1 : 0)
    }
  }

  @Test(arguments: [false, true])
  func `similarities are those of two columns`(_ isWeighted: Bool) throws {
    let entry = CatalogEntry(metric: AudienceSimilarity())
    for graph in Self.graphs {
      let arguments = entry.arguments(on: graph, weightedByTrust: isWeighted)
      let found = try entry.metric.evaluate(on: graph, with: arguments, watchedBy: .unwatched)
      for person in 0..<PersonID(graph.personCount) {
        let pairs = try profiles(of: person, in: graph, isWeighted: isWeighted)
        let least = pairs.reduce(0) { $0 + min($1.weight, $1.group) }
        let most = pairs.reduce(0) { $0 + max($1.weight, $1.group) }
        let sums = (
          pairs.reduce(0) { $0 + $1.weight }, pairs.reduce(0) { $0 + $1.group }
        )
        let squares =
          pairs.reduce(0) { $0 + $1.weight * $1.weight }
          * pairs.reduce(0) { $0 + $1.group * $1.group }
        let product = pairs.reduce(0) { $0 + $1.weight * $1.group }
        let expected = [
          least / most, 2 * least / (sums.0 + sums.1), product / squares.squareRoot(),
          least / min(sums.0, sums.1),
        ]
        let values =
          try [found.values]
          + ["dice", "cosine", "overlap coefficient"].map { try #require(found[$0]).values }
        #expect(agree(values.map { $0[Int(person)] }, expected), "\(person)")
      }
    }
  }

  @Test func `a trust set for the unknown moves coverage, never its certainty`() throws {
    let graph = AudienceOverlapTests.graph
    let entry = CatalogEntry(metric: AudienceCoverage())
    var arguments = entry.arguments(on: graph, weightedByTrust: true)
    let plain = try entry.metric.evaluate(on: graph, with: arguments, watchedBy: .unwatched)
    arguments.missingTrust = 0.9
    let filled = try entry.metric.evaluate(on: graph, with: arguments, watchedBy: .unwatched)
    let v = Int(try #require(graph.people.number(of: "v")))
    #expect(filled.values[v] > plain.values[v])
    for name in ["low", "high"] {
      #expect(agree([filled[name]?.values[v] ?? .nan], [plain[name]?.values[v] ?? .nan]))
    }
  }

  @Test func `weighted coverage and index are sums over the audience`() throws {
    for graph in Self.graphs {
      let coverage = CatalogEntry(metric: AudienceCoverage())
      let index = CatalogEntry(metric: AudienceIndex())
      let arguments = coverage.arguments(on: graph, weightedByTrust: true)
      let covered = try coverage.metric.evaluate(on: graph, with: arguments, watchedBy: .unwatched)
      let indexed = try index.metric.evaluate(on: graph, with: arguments, watchedBy: .unwatched)
      let members = graph.group(topic: "yoga").members
      for person in 0..<PersonID(graph.personCount) {
        let others = (0..<PersonID(graph.personCount)).filter { $0 != person }
        let group = Double(others.count(where: members.contains))
        let weights = try others.map { other in
          let isAudience = try #require(graph.relations["follows"]).backward[person].contains(other)
          let trust = graph.relations["trust"]?.weight(from: other, to: person) ?? 0
          return isAudience ? max(0, trust) : 0
        }
        let inside = zip(others, weights).reduce(0) { members.contains($1.0) ? $0 + $1.1 : $0 }
        let all = weights.reduce(0, +)
        #expect(agree([covered.values[Int(person)]], [group > 0 ? inside / group : .nan]))
        let lift = group > 0 ? inside / all / (group / Double(others.count)) : .nan
        #expect(agree([indexed.values[Int(person)]], [100 * lift], within: 1e-7))
      }
    }
  }

  @Test func `weighted by a measure coverage is the part of what the group has of it`() throws {
    let graph = Graph(literal: "a>v b>v c a~yoga b~yoga c~yoga")
    let known: [String: Double] = ["a": 1, "b": 2, "c": 5]
    let weights: [Double] = (0..<PersonID(4)).map { known[graph.people[$0]] ?? 0 }
    var arguments = CatalogEntry(metric: AudienceCoverage()).arguments(on: graph)
    arguments.weight = .people(weights, name: "spending")
    let found = try AudienceCoverage().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
    let v = Int(try #require(graph.people.number(of: "v")))
    #expect(found.values[v] == 3.0 / 8)
  }

  /// Worked by hand after Benjamini and Hochberg.
  @Test func `chances are adjusted for how many were looked at`() {
    let adjusted = [0.01, 0.04, Double.nan, 0.03, 0.005].adjustedForSearch
    #expect(agree(adjusted, [0.02, 0.04, .nan, 0.04, 0.02]))
    #expect([Double]().adjustedForSearch.isEmpty)
  }

  @Test func `the parts of an interest profile sum to one`() throws {
    for graph in Self.graphs {
      let follows = try #require(graph.relations["follows"])
      let profiles = try ["yoga", "pop", "chess"].map { name in
        try AudienceInterest().evaluate(
          on: graph,
          with: MetricArguments(topic: graph.topics.number(of: name)),
          watchedBy: .unwatched
        )
      }
      for person in 0..<graph.personCount {
        let parts = profiles.map { $0.values[person] }
        let sums = ["yoga", "pop", "chess"].map { name in
          let interest = graph.topics.number(of: name).map { graph.interest(in: $0, orElse: 0) }
          return follows.backward[UInt32(person)].reduce(0) { $0 + (interest?[Int($1)] ?? 0) }
        }
        let all = sums.reduce(0, +)
        #expect(agree(parts, sums.map { all > 0 ? $0 / all : .nan }))
        let breadth = try #require(profiles[0]["breadth"]).values[person]
        let product = sums.reduce(1.0) { $1 > 0 ? $0 * pow($1 / all, -$1 / all) : $0 }
        #expect(agree([breadth], [all > 0 ? product : .nan]))
      }
    }
  }
}

extension AudienceVariantTests {
  /// The trust of a is known, that of b inferred, and c's neither.
  @Test func `what is inferred fills what is not known`() throws {
    let graph = Graph(literal: "a>v:0.4 b>v c>v d a~yoga b~yoga d~yoga")
    let v = try #require(graph.people.number(of: "v"))
    var ties = TieBuffer(weighted: true)
    ties.append(from: try #require(graph.people.number(of: "b")), to: v, weight: 0.8)
    let filling = ties.frozen(sources: graph.personCount, targets: graph.personCount)
    func value(_ metric: some Metric) throws -> Double {
      var arguments = CatalogEntry(metric: metric).arguments(on: graph, weightedByTrust: true)
      arguments.inferredTrust = (filling, 2)
      let found = try metric.evaluate(on: graph, with: arguments, watchedBy: .unwatched)
      #expect(found.defaults.contains { $0.contains("inferred within 2 hops") })
      return found.values[Int(v)]
    }
    #expect(agree([try value(AudienceCoverage())], [1.2 / 3]))
    #expect(agree([try value(AudienceIndex())], [100 * 4.0 / 3]))
    #expect(agree([try value(AudienceSimilarity())], [1.2 / 3]))
  }
}

import Graph
import Metrics
import TestSupport
import Testing
import Values

/// What is known, inferred and set of a weight, and weights beyond one person.
struct KnownWeightTests {
  /// The trust of a is known, b's is inferred, and c's and d's neither; d follows nobody.
  private static let graph = Graph(literal: "a>v:0.4 b>v c>v d a~yoga b~yoga d~yoga")

  private func measured(
    _ metric: some Metric,
    isInferred: Bool = false,
    missing: Double? = nil
  ) throws -> Measured {
    let graph = Self.graph
    var arguments = CatalogEntry(metric: metric).arguments(on: graph, weightedByTrust: true)
    arguments.missingTrust = missing
    if isInferred {
      var ties = TieBuffer(weighted: true)
      let v = try #require(graph.people.number(of: "v"))
      ties.append(from: try #require(graph.people.number(of: "b")), to: v, weight: 0.8)
      arguments.inferredTrust = (
        ties.frozen(sources: graph.personCount, targets: graph.personCount), 2
      )
    }
    return try metric.evaluate(on: graph, with: arguments, watchedBy: .unwatched)
  }

  @Test func `what fills a coverage moves its value and never its bounds`() throws {
    let plain = try measured(AudienceCoverage())
    let v = Int(try #require(Self.graph.people.number(of: "v")))
    #expect(agree([plain.values[v]], [0.4 / 3]))
    let bounds = WilsonInterval(share: 0.4 / 3, of: 3)
    for filled in [
      try measured(AudienceCoverage(), isInferred: true),
      try measured(AudienceCoverage(), missing: 0.9),
    ] {
      #expect(filled.values[v] > plain.values[v])
      let ends = try [#require(filled["low"]).values[v], #require(filled["high"]).values[v]]
      #expect(agree(ends, [bounds.low, bounds.high]))
    }
  }

  @Test func `every measure by trust says how much is known and what fills the rest`() throws {
    let metrics: [any Metric] = [
      AudienceCoverage(), AudienceSimilarity(), ExpectedSpread(), PageRank(),
      TrustAdjustedFollowers(),
    ]
    for metric in metrics {
      let set = try measured(metric, missing: 0.9)
      #expect(set.remarks.contains("1 of 3 follows have a known trust"), "\(metric.card.name)")
      #expect(set.remarks.contains { $0.hasPrefix("a missing trust counts as 0.9") })
      let inferred = try measured(metric, isInferred: true)
      #expect(inferred.remarks.contains { $0.hasPrefix("inferred trust fills 1 more") })
    }
  }

  @Test func `a walk by inferred trust goes along what is inferred`() throws {
    let v = Int(try #require(Self.graph.people.number(of: "v")))
    let known = try measured(PageRank())
    let filled = try measured(PageRank(), isInferred: true)
    #expect(filled.values[v] > known.values[v] + 0.01)
    #expect(filled.defaults.contains("where it cannot be, it is not walked along"))
    #expect(known.defaults.contains("missing trust is not walked along"))
  }

  @Test func `a tie that weighs more than one is one person, whoever else weighs what`() throws {
    let graph = Graph(literal: "a>v:4 b>v:0.5 c>x:10 a~yoga b~yoga c~yoga")
    let entry = CatalogEntry(metric: AudienceCoverage())
    let arguments = entry.arguments(on: graph, weightedByTrust: true)
    let covered = try entry.metric.evaluate(on: graph, with: arguments, watchedBy: .unwatched)
    let v = Int(try #require(graph.people.number(of: "v")))
    #expect(agree([covered.values[v]], [1.5 / 3]))
    let said = "a weight above 1 counts as 1: a tie is one person"
    #expect(covered.remarks.contains(said))
    let spread = try ExpectedSpread().evaluate(
      on: graph,
      with: MetricArguments(weight: arguments.weight),
      watchedBy: .unwatched
    )
    #expect(agree([spread.values[v]], [1.5]) && spread.remarks.contains(said))
  }

  @Test func `followers by another weight need no trust`() throws {
    let graph = Graph(literal: "a>v b>v")
    let arguments = MetricArguments(weight: .people([3, 0, 0.5], name: "spending"))
    let found = try TrustAdjustedFollowers().evaluate(
      on: graph,
      with: arguments,
      watchedBy: .unwatched
    )
    #expect(found.values[1] == 3.5)
    #expect(found.remarks.contains("weights reach above 1: no number of people"))
  }
}

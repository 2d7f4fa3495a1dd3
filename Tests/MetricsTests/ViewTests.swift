import Graph
import Metrics
import TestSupport
import Testing
import Values

/// Measures of a view are those of a graph built anew.
struct ViewTests {
  static let graphs = (0..<8).map { number in
    Graph.dated(people: 14, density: [0.1, 0.25, 0.4, 0.8][number % 4], seed: UInt64(number))
  }
  static let few = PersonSet([0, 3, 4, 9], universe: 14)
  static let most = PersonSet([0, 1, 2, 4, 5, 6, 8, 10, 11], universe: 14)

  static let scopes = [
    Scope(until: Graph.day(4)),
    Scope(since: Graph.day(3), until: Graph.day(8)),
    Scope(among: most),
    Scope(without: few),
    Scope(topic: 0),
    Scope(without: PersonSet(1..<14, universe: 14)),
    Scope(since: Graph.day(2), until: Graph.day(7), among: most, without: few, topic: 1),
  ]

  /// Metrics that ask who wrote the post of an event, or what it is about, and count no posts: a
  /// graph built anew keeps the posts that are not in the scope.
  static let readingPostsOfEvents: Set = [
    "authority", "clicks driven", "purchases driven", "conversions driven",
    "revenue driven", "assisted value", "bounce rate", "conversion rate", "referral value",
    "revenue concentration",
  ]
  /// Metrics that see what is about a topic and nothing else: a graph built anew has nothing else.
  static let seeingThroughTopics: Set = [
    "influencer score", "influencer signal", "share of voice", "sentiment received", "spikes",
    "content h-index", "most shared", "share rate", "reply rate", "like rate", "style mix",
    "mention stream", "share impact", "mention impact", "signal strength", "general activity",
    "conversation ratio", "non-chat signal",
  ]
  /// Metrics that do both, so that a graph built anew cannot tell them what a view does.
  static let readingAndCountingPosts: Set = [
    "peerindex score", "expertise", "topic evidence", "click-through rate", "ask rate",
    "share of ear", "topical signal",
  ]

  @Test(arguments: CatalogEntry.all, scopes)
  func `a view gives what a graph built anew gives`(_ entry: CatalogEntry, _ scope: Scope) throws {
    let name = entry.card.name
    let keepsPosts = scope.since == nil && scope.until == nil && scope.among == nil
    if !keepsPosts, Self.readingAndCountingPosts.contains(name) { return }
    let isThroughTopic = Self.seeingThroughTopics.contains(name)
    for graph in Self.graphs {
      let view = graph.viewed(in: scope)
      let rebuilt = graph.rebuilt(
        in: scope,
        keepingPosts: Self.readingPostsOfEvents.contains(name),
        about: isThroughTopic ? graph.yoga : nil
      )
      if try knowsTooLittle(rebuilt, for: entry) { continue }
      let present = view.everybody.people
      for isWeighted in [false, true] where !isWeighted || entry.card.accepts.contains(.weightedBy)
      {
        let seen = try answer(entry, on: view, isWeighted)
        let built = try answer(entry, on: rebuilt, isWeighted, inTopic: !isThroughTopic)
        for (seen, built) in zip(columns(seen), columns(built)) {
          #expect(seen.count == graph.personCount)
          #expect(agree(present.map { seen[Int($0)] }, built))
        }
        #expect(seen.remarks == built.remarks)
        #expect(seen.defaults == built.defaults)
        #expect(seen.missingReason == built.missingReason)
        #expect(seen.companions.map(\.isShown) == built.companions.map(\.isShown))
      }
    }
  }

  /// Whether nothing of what a metric reads is in a graph that was built anew: none of the posts is
  /// no posts loaded.
  private func knowsTooLittle(_ graph: Graph, for entry: CatalogEntry) throws -> Bool {
    if !graph.vouches.vouches.isLoaded, entry.card.name == "vouches received" { return true }
    guard !graph.posts.posts.isLoaded else { return false }
    do {
      _ = try answer(entry, on: graph, false)
      return false
    } catch MetricError.postsNotLoaded {
      return true
    }
  }

  @Test(arguments: CatalogEntry.all)
  func `who is not in the graph has no value`(_ entry: CatalogEntry) throws {
    var isTold = false
    var isKnown = false
    for graph in Self.graphs {
      let measured = try answer(entry, on: graph.viewed(in: Scope(without: Self.few)), false)
      for column in columns(measured) {
        #expect(Self.few.people.allSatisfy { column[Int($0)].isNaN })
      }
      isTold = isTold || measured.values.contains { !$0.isNaN }
      isKnown = try isKnown || answer(entry, on: graph, false).values.contains { !$0.isNaN }
    }
    #expect(isTold == isKnown)
  }

  @Test(arguments: CatalogEntry.all)
  func `a view gives the same bits for one thread and two`(_ entry: CatalogEntry) throws {
    let graph = entry.isDear ? DeterminismTests.smallGraph : DeterminismTests.graph
    let absent = PersonSet(
      stride(from: 0, to: PersonID(graph.personCount), by: 3),
      universe: graph.personCount
    )
    let view = graph.viewed(in: Scope(without: absent))
    var arguments = entry.arguments(on: view)
    let answers = try [1, 2].map { threads in
      arguments.threads = threads
      return try entry.metric.evaluate(on: view, with: arguments, watchedBy: .unwatched)
    }
    for (one, two) in zip(columns(answers[0]), columns(answers[1])) {
      #expect(areIdentical(one, two))
    }
  }

  @Test func `pagerank of whoever is left sums to one, of nobody to nothing`() throws {
    let pagerank = PageRank()
    for absent in [Self.few, Self.most, .everybody(of: 14)] {
      let view = Self.graphs[0].viewed(in: Scope(without: absent))
      let ranks = try pagerank.evaluate(on: view, with: MetricArguments(), watchedBy: .unwatched)
      let sum = ranks.values.filter { !$0.isNaN }.reduce(0, +)
      #expect(abs(sum - (absent.count == 14 ? 0 : 1)) < 1e-12)
    }
  }

  @Test func `estimated reach never exceeds those who are left`() throws {
    let estimating = Reach(countingEverybodyUpTo: 1, wantedUpTo: 0)
    let graph = Graph.sparse(people: 300, tiesEach: 30, seed: 3)
    var isReached = false
    for count in stride(from: 40, to: 200, by: 20) {
      let absent = PersonSet(PersonID(count)..<300, universe: 300)
      let measured = try estimating.evaluate(
        on: graph.viewed(in: Scope(without: absent)),
        with: MetricArguments(hops: 4),
        watchedBy: .unwatched
      )
      let known = measured.values.filter { !$0.isNaN }
      #expect(measured.claim == .sampled && known.count == count)
      #expect(known.allSatisfy { $0 < Double(count) })
      isReached = isReached || known.contains(Double(count - 1))
    }
    #expect(isReached)
  }

  @Test func `a group's absent members do not count`() throws {
    let graph = Graph(literal: "a>v b>v c>v")
    let view = graph.viewed(in: Scope(without: PersonSet([0], universe: 4)))
    let everybody = MetricArguments.Group(members: .everybody(of: 4))
    let arguments = MetricArguments(group: everybody)
    let coverage = try AudienceCoverage().evaluate(on: view, with: arguments, watchedBy: .unwatched)
    #expect(coverage["group"]?.values[1] == 2)
    #expect(coverage.values[1] == 1)
  }

  private func answer(
    _ entry: CatalogEntry,
    on graph: Graph,
    _ isWeighted: Bool,
    inTopic: Bool = true
  ) throws -> Measured {
    var arguments = entry.arguments(on: graph, weightedByTrust: isWeighted)
    arguments.now = Graph.day(9)
    let some = ["p0", "p2", "p5", "p6", "p7"].compactMap { graph.people.number(of: $0) }
    if entry.card.accepts.contains(.from) {
      arguments.from = PersonSet(some, universe: graph.personCount)
    }
    if (entry.card.accepts + entry.card.requires).contains(.to) {
      arguments.to = PersonSet(some, universe: graph.personCount)
    }
    if entry.card.accepts.contains(.in), inTopic { arguments.topic = graph.yoga }
    return try entry.metric.evaluate(on: graph, with: arguments, watchedBy: .unwatched)
  }

  private func columns(_ measured: Measured) -> [[Double]] {
    [measured.values] + measured.companions.map(\.values)
  }
}

extension Graph {
  /// The number of the topic yoga.
  fileprivate var yoga: UInt32? { topics.number(of: "yoga") }
}

import Foundation
import Graph
import Metrics
import TestSupport
import Testing
import Values

/// The features of topical authorities, by going through all events.
struct TopicalAuthorityTests {
  private func answer(
    _ metric: some Metric,
    _ graph: Graph,
    topic: UInt32? = nil
  ) throws -> Measured {
    var arguments = MetricArguments()
    arguments.topic = topic
    return try metric.evaluate(on: graph, with: arguments, watchedBy: .unwatched)
  }

  private func events(_ kind: String, in graph: Graph) -> [Interactions.Event] {
    graph.interactions.events.filter { graph.interactions.kinds[$0.kind] == kind }
  }

  @Test func `shares and mentions have the impact of their definitions`() throws {
    for graph in LawTests.graphs where graph.interactions.kinds.count > 0 {
      let (shared, mentioned) = (
        try answer(ShareImpact(), graph), try answer(MentionImpact(), graph)
      )
      let (shares, mentions) = (events("share", in: graph), events("mention", in: graph))
      for person in 0..<PersonID(graph.personCount) {
        let own = Set(graph.posts.posts.filter { $0.author == person }.map(\.id))
        let got = shares.filter { own.contains($0.post) && $0.source != person }
        let sharers = Double(Set(got.map(\.source)).count)
        let impact = Double(Set(got.map(\.post)).count) * (sharers > 0 ? log(sharers) : 0)
        #expect(agree([shared.values[Int(person)]], [impact]))
        let (received, made) = (
          mentions.filter { $0.target == person }, mentions.filter { $0.source == person }
        )
        let (by, of) = (Set(received.map(\.source)).count, Set(made.map(\.target)).count)
        let difference =
          Double(received.count) * (by > 0 ? log(Double(by)) : 0)
          - Double(made.count) * (of > 0 ? log(Double(of)) : 0)
        #expect(agree([mentioned.values[Int(person)]], [difference]))
      }
    }
  }

  @Test func `a signal is what is one's own`() throws {
    for graph in LawTests.graphs where graph.interactions.kinds.count > 0 {
      let measured = try answer(SignalStrength(), graph)
      for person in 0..<PersonID(graph.personCount) {
        let posts = Double(graph.posts.posts.count { $0.author == person })
        let shares = Double(events("share", in: graph).count { $0.source == person })
        #expect(agree([measured.values[Int(person)]], [posts / (posts + shares)]))
      }
    }
  }

  @Test func `a topic diffuses to those who come after`() throws {
    for graph in ViewTests.graphs {
      let topic = try #require(graph.topics.number(of: "yoga"))
      let measured = try answer(InformationDiffusion(), graph, topic: topic)
      let posts = graph.posts.posts.filter { $0.topics.contains(topic) }
      func first(_ person: PersonID) -> Instant? {
        posts.filter { $0.author == person }.compactMap(\.time).min()
      }
      let follows = try #require(graph.relations["follows"])
      for person in 0..<PersonID(graph.personCount) {
        let start = first(person)
        let times = follows.backward[person].compactMap(first)
        let (after, before) = (times.count { $0 > start ?? $0 }, times.count { $0 < start ?? $0 })
        let value = log(Double(after + 1)) - log(Double(before + 1))
        #expect(agree([measured.values[Int(person)]], [start == nil ? .nan : value]))
        let authors = Set(posts.map(\.author))
        let (followers, followed) = (
          follows.backward[person].count(where: authors.contains),
          follows.forward[person].count(where: authors.contains)
        )
        let score = log(Double(followers + 1)) - log(Double(followed + 1))
        #expect(agree([measured["network score"]?.values[Int(person)] ?? .nan], [score]))
      }
    }
  }

  @Test func `followers are compared with followed in three ways`() throws {
    let measured = try answer(FollowerRatio(), Graph(literal: "a>v b>v c>v v>a v>d d>a"))
    let graph = Graph(literal: "a>v b>v c>v v>a v>d d>a")
    func of(_ name: String, _ handle: String) throws -> Double {
      let person = Int(try #require(graph.people.number(of: handle)))
      return try #require(measured[name]).values[person]
    }
    #expect(try of("per followed", "v") == 1.5 && of("discounted", "v") == 1.5)
    // a follows v alone, who follows back, and has two followers; d has one, and follows one.
    #expect(try of("per followed", "a") == 2 && of("discounted", "a") == 2)
    #expect(try of("per followed", "d") == 1 && of("discounted", "d") == 1)
    #expect(try of("per followed", "b") == 0 && of("discounted", "b") == 0)
  }
}

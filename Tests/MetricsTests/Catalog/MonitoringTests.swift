import Graph
import Metrics
import TestSupport
import Testing
import Values

/// What monitoring services counted: posts about a topic, and talk in parts.
struct MonitoringTests {
  @Test func `the volume of a topic is a part of all and of one's own`() throws {
    let graph = Graph(literal: "a^yoga/1 a^pop/20 a^yoga/25 b^run/26 run<yoga c^pop/27")
    var arguments = MetricArguments(now: Graph.day(28))
    arguments.topic = graph.topics.number(of: "yoga")
    arguments.parameters = ["window": 10]
    let measured = try TopicVolume().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
    #expect(measured.values == [1, 1, 0])
    #expect(measured["daily"]?.values == [0.1, 0.1, 0])
    #expect(measured["share of volume"]?.values == [0.5, 0.5, 0])
    #expect(measured["share of posts"]?.values == [0.5, 1, 0])
    #expect(measured.remarks == ["2 posts about the topic"])
  }

  @Test func `volumes are as many as there are posts about the topic`() throws {
    for graph in LawTests.graphs {
      let topic = try #require(graph.topics.number(of: "pop") ?? .some(.max))
      var arguments = MetricArguments()
      arguments.topic = topic
      let measured = try TopicVolume().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
      let posts = graph.posts.posts.count { $0.topics.contains(topic) }
      #expect(measured.values.reduce(0, +) == Double(posts))
      let shares = measured["share of volume"]?.values.reduce(0, +) ?? 0
      #expect(posts == 0 || abs(shares - 1) < 1e-12)
    }
  }

  @Test func `talk is told by mood and hour`() throws {
    var builder = GraphBuilder(extending: Graph(literal: "v a b"))
    let kinds = ["mention", "reply", "like"].map { builder.interactionKind($0) }
    let day = Graph.day(10).microseconds
    let moods: [Double?] = [0.5, nil, -0.1, 0, 0.2]
    for (number, mood) in moods.enumerated() {
      let hour = Int64([9, 9, 14, 9, 3][number])
      builder.add([
        Interactions.Event(
          source: PersonID(number % 2 + 1),
          target: 0,
          kind: kinds[[0, 1, 0, 1, 2][number]],
          time: Instant(microseconds: day + hour * 3_600_000_000),
          sentiment: mood.flatMap { Sentiment($0) } ?? .unknown
        )
      ])
    }
    let arguments = MetricArguments(now: Graph.day(12))
    let measured = try MentionStream().evaluate(
      on: builder.frozen(),
      with: arguments,
      watchedBy: .unwatched
    )
    #expect(measured.values == [4, 0, 0])
    let row = measured.companions.map { $0.values[0] }
    #expect(row == [2, 1, 1, 1, 1, 9, 0.75])
    #expect(measured["busiest hour"]?.values[1].isNaN == true)
  }

  @Test func `a stream is all mentions and replies`() throws {
    for graph in LawTests.graphs where graph.interactions.kinds.count > 0 {
      let stream = try MentionStream().evaluate(
        on: graph,
        with: MetricArguments(),
        watchedBy: .unwatched
      )
      for person in 0..<graph.personCount {
        let events = graph.interactions.events.filter {
          ["mention", "reply"].contains(graph.interactions.kinds[$0.kind]) && $0.target == person
        }
        #expect(stream.values[person] == Double(events.count))
        #expect(stream.companions[0].values[person] == Double(Set(events.map(\.source)).count))
        #expect(
          stream.companions[1...4].reduce(0) { $0 + $1.values[person] } == Double(events.count)
        )
      }
    }
  }

  @Test func `networking potential is what its two ratios say`() throws {
    for graph in LawTests.graphs where graph.interactions.kinds.count > 0 {
      let measured = try SocialNetworkingPotential().evaluate(
        on: graph,
        with: MetricArguments(),
        watchedBy: .unwatched
      )
      let events = Array(graph.interactions.events)
      for person in 0..<PersonID(graph.personCount) {
        func received(_ kind: String) -> [Interactions.Event] {
          events.filter { $0.target == person && graph.interactions.kinds[$0.kind] == kind }
        }
        let posts = graph.posts.posts.filter { $0.author == person }
        func touched(_ kind: String) -> Int {
          posts.count { post in
            events.contains {
              $0.post == post.id && $0.source != person
                && graph.interactions.kinds[$0.kind] == kind
            }
          }
        }
        let people =
          Set(received("share").map(\.source)).count + Set(received("mention").map(\.source)).count
        let followers = graph.relations["follows"]?.backward.degree(of: person) ?? 0
        let byPeople = followers > 0 ? Double(people) / Double(followers) : .nan
        let byPosts = Double(touched("share") + touched("reply")) / Double(posts.count)
        #expect(agree([measured.values[Int(person)]], [(byPeople + byPosts) / 2]))
      }
    }
  }
}

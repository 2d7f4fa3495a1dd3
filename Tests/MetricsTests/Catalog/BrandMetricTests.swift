import Foundation
import Graph
import Metrics
import TestSupport
import Testing
import Values

/// Twtrland, Radian6 and uberVU: rates, voices, sentiment, signals and spikes.
struct BrandMetricTests {
  static let graphs = (0..<10).map { number in
    Graph.dated(people: 16, density: [0.1, 0.3, 0.6][number % 3], seed: UInt64(number + 20))
  }

  @Test(arguments: [("share", "shared"), ("reply", "answered"), ("like", "liked")])
  func `rates count what others did on posts`(_ kind: String, _ part: String) throws {
    let metrics: [String: any Metric] = [
      "share": ShareRate(), "reply": ReplyRate(), "like": LikeRate(),
    ]
    let metric = try #require(metrics[kind])
    for graph in Self.graphs {
      let measured = try metric.evaluate(on: graph, with: MetricArguments(), watchedBy: .unwatched)
      let number = graph.interactions.kinds.number(of: kind)
      for person in 0..<PersonID(graph.personCount) {
        let own = graph.posts.posts.filter { $0.author == person }
        let got = own.map { post in
          graph.interactions.events.count {
            $0.kind == number && $0.post == post.id && $0.source != person
          }
        }
        let rate = 100 * Double(got.reduce(0, +)) / Double(own.count)
        #expect(agree([measured.values[Int(person)]], [rate]))
        let touched = Double(got.count { $0 > 0 }) / Double(own.count)
        let found = try #require(measured[part]).values[Int(person)]
        #expect(agree([found], [touched]))
      }
    }
  }

  @Test func `the h-index and the most shared post`() throws {
    for graph in Self.graphs {
      let arguments = MetricArguments()
      let index = try ContentHIndex().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
      let most = try MostShared().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
      let share = graph.interactions.kinds.number(of: "share")
      for person in 0..<PersonID(graph.personCount) {
        let own = graph.posts.posts.filter { $0.author == person }.map { post in
          graph.interactions.events.filter { $0.post == post.id && $0.source != person }
        }
        let h = (0...own.count).last { h in own.count { $0.count >= h } >= h } ?? 0
        #expect(index.values[Int(person)] == Double(h))
        let shares = own.map { $0.count { $0.kind == share } }.max().map(Double.init) ?? .nan
        #expect(agree([most.values[Int(person)]], [shares]))
      }
    }
  }

  @Test func `who never had to do with a brand has none of its parts`() throws {
    let graph = Graph(
      literal: """
        hal^yoga a@reply@hal c$purchase$hal=9 d@like@x e!hal:0.5 x$purchase$x=3 hal~yoga hal!hal:1
        """
    )
    func parts(_ handle: String, _ parameters: [String: Double] = [:]) throws -> [Double] {
      let person = Int(try #require(graph.people.number(of: handle)))
      let hal = PersonSet([0], universe: graph.personCount)
      let found = try BrandAffinity().evaluate(
        on: graph,
        with: MetricArguments(to: hal, parameters: parameters),
        watchedBy: .unwatched
      )
      let names = ["contact", "purchases", "trust", "share"]
      return try [found.values[person]] + names.map { try #require(found[$0]).values[person] }
    }
    #expect(agree(Array(try parts("a").dropFirst()), [4, 0, .nan, 1]))
    #expect(agree(Array(try parts("a", ["reply weight": 7]).dropFirst()), [7, 0, .nan, 1]))
    #expect(agree(Array(try parts("c").dropFirst()), [0, 1, .nan, .nan]))
    #expect(agree(try parts("e"), [.nan, .nan, .nan, 0.5, .nan]))
    for handle in ["d", "hal"] {
      #expect(try parts(handle).allSatisfy { $0.isNaN })
    }
  }

  @Test func `shares of voice sum to one among those compared`() throws {
    for graph in Self.graphs {
      let everybody = try ShareOfVoice().evaluate(
        on: graph,
        with: MetricArguments(),
        watchedBy: .unwatched
      )
      #expect(abs(everybody.values.reduce(0, +) - 1) < 1e-9)
      let two = PersonSet([1, 2], universe: graph.personCount)
      let compared = try ShareOfVoice().evaluate(
        on: graph,
        with: MetricArguments(wanted: two),
        watchedBy: .unwatched
      )
      let mentions = try #require(compared["mentions"]).values
      let sum = mentions[1] + mentions[2]
      #expect(agree(Array(compared.values[1...2]), mentions[1...2].map { $0 / sum }))
      #expect(compared.values[0].isNaN)
    }
  }

  @Test func `sentiment is the mean of what is scored`() throws {
    let graph = Graph(literal: "a@reply@b=0.5 a@reply@b=-0.1 a@like@b c@reply@b=-1 b@reply@a=1 c")
    let b = PersonSet([1], universe: 3)
    let to = try Sentiment().evaluate(
      on: graph,
      with: MetricArguments(to: b),
      watchedBy: .unwatched
    )
    #expect(agree(to.values, [0.2, .nan, -1]))
    #expect(to["scored"]?.values == [2, 0, 1])
    #expect(to["unscored"]?.values == [1, 0, 0])
    let net = try #require(to["net"]).values
    #expect(agree(net, [0, .nan, -1]))
    let received = try SentimentReceived().evaluate(
      on: graph,
      with: MetricArguments(),
      watchedBy: .unwatched
    )
    #expect(agree(received.values, [1, -0.2, .nan]))
  }

  @Test func `the parts of an influencer score add up to it, and follow the weights`() throws {
    for graph in Self.graphs {
      var arguments = MetricArguments(now: Graph.day(9))
      let even = try InfluencerScore().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
      let sums = even.values.indices.map { person in
        even.companions.reduce(0) { $0 + $1.values[person] }
      }
      #expect(agree(even.values, sums))
      arguments.parameters = Dictionary(
        uniqueKeysWithValues: ["reply", "replier", "share", "mention"].map { ("\($0) weight", 0) }
      )
      let fame = try InfluencerScore().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
      let follows = try #require(graph.relations["follows"]).backward
      let logs = (0..<PersonID(16)).map { log(1 + Double(follows.degree(of: $0))) }
      let (least, most) = (logs.min() ?? 0, logs.max() ?? 1)
      #expect(agree(fame.values, logs.map { ($0 - least) / (most - least) }))
    }
  }

  @Test func `a spike stands out from the same hour of the weeks before`() throws {
    // Ten on each day 7, 14, 21 and 28; then thirty, then six on an hour that is silent.
    func mentions(_ count: Int, day: Int) -> String {
      (0..<count).map { "p\($0)@mention@b/\(day)" }.joined(separator: " ")
    }
    let usual = [7, 14, 21, 28].map { mentions(10, day: $0) }.joined(separator: " ")
    let graph = Graph(
      literal: "b p0@like@b/0 \(usual) \(mentions(30, day: 35)) \(mentions(6, day: 37))"
    )
    let spikes = try Spikes().evaluate(
      on: graph,
      with: MetricArguments(now: Graph.day(40)),
      watchedBy: .unwatched
    )
    #expect(spikes.values[0] == 2)
    #expect(spikes["bursts"]?.values[0] == 2)
    // (6 - 0) / 0.5 is higher than (30 - 10) / sqrt(10).
    #expect(spikes["highest"]?.values[0] == 12)
    var arguments = MetricArguments(now: Graph.day(36))
    let before = try Spikes().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
    #expect(before.values[0] == 1)
    let highest = try #require(before["highest"]).values[0]
    #expect(agree([highest], [20 / 10.0.squareRoot()]))
    arguments.parameters = ["height": 7]
    let none = try Spikes().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
    #expect(none.values[0] == 0)
  }

  @Test func `two weeks are needed to compare with`() throws {
    let graph = Graph(literal: "a@mention@b/0 a@mention@b/9")
    let spikes = try Spikes().evaluate(
      on: graph,
      with: MetricArguments(now: Graph.day(9)),
      watchedBy: .unwatched
    )
    #expect(spikes.values.allSatisfy { $0.isNaN })
  }

  @Test func `evidence tells insiders from outsiders`() throws {
    let graph = Graph(
      literal: "a~yoga c~yoga:0.4 b^yoga d^yoga a@like@b:p0 c@like@b:p0 c@share@d:p1 a+d:yoga"
    )
    let yoga = graph.topics.number(of: "yoga")
    let evidence = try TopicEvidence().evaluate(
      on: graph,
      with: MetricArguments(topic: yoga),
      watchedBy: .unwatched
    )
    #expect(agree(evidence.values, [.nan, .nan, 0.5, 0]))
    #expect(evidence["vouchers"]?.values == [0, 0, 0, 1])
    var arguments = MetricArguments(topic: yoga)
    arguments.interestThreshold = 0.4
    let lower = try TopicEvidence().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
    #expect(agree(lower.values, [.nan, .nan, 1, 1]))
    // d is shared by c (0.4) and vouched for by a (1); likes do not endorse b.
    let expertise = try Expertise().evaluate(
      on: graph,
      with: MetricArguments(topic: yoga),
      watchedBy: .unwatched
    )
    #expect(expertise.values == [0, 0, 0, 0.5])
    #expect(expertise["endorsers"]?.values == [0, 0, 0, 2])
    #expect(expertise["interest"]?.values == [1, 0.4, 0, 0])
  }
}

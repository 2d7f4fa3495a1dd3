import Foundation
import Graph
import Metrics
import TestSupport
import Testing
import Values

/// PeerIndex and Empire Avenue, beside the same worked out another way.
struct PeerIndexTests {
  static let graphs = (0..<10).map { number in
    Graph.dated(people: 20, density: [0.1, 0.3, 0.6][number % 3], seed: UInt64(number + 90))
  }

  @Test(arguments: [0, 1, 2] as [UInt32])
  func `resonance is where a dense walk ends`(_ topic: UInt32) throws {
    var isTried = false
    for graph in Self.graphs {
      var arguments = MetricArguments(topic: topic, now: Graph.day(9))
      arguments.parameters = ["least community": 2]
      let measured = try Authority().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
      let shares = Self.denseWalk(graph, topic)
      let resonance = try #require(measured["resonance"]).values
      for person in 0..<graph.personCount {
        let share = shares[PersonID(person)]
        #expect(resonance[person].isNaN == (share == nil))
        guard let share else { continue }
        isTried = true
        #expect(abs(resonance[person] - share) < 1e-9)
        let lower = shares.values.count { $0 < share - 1e-11 }
        let same = shares.values.count { abs($0 - share) <= 1e-11 }
        let standing = 100 * (Double(lower) + Double(same) / 2) / Double(shares.count)
        #expect(abs(measured.values[person] - standing) < 1e-6)
      }
    }
    #expect(isTried)
  }

  @Test func `without a topic it is the mean over topics by their size`() throws {
    for graph in Self.graphs {
      var arguments = MetricArguments(now: Graph.day(9))
      arguments.parameters = ["least community": 2]
      let all = try Authority().evaluate(on: graph, with: arguments, watchedBy: .unwatched).values
      var sums = [Double](repeating: 0, count: graph.personCount)
      var sizes = sums
      for topic in 0..<UInt32(graph.topics.count) {
        arguments.topic = topic
        let one = try Authority().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
        let size = Double(one.values.count { !$0.isNaN })
        for (person, value) in one.values.enumerated() where !value.isNaN {
          sums[person] += value * size
          sizes[person] += size
        }
      }
      #expect(agree(all, zip(sums, sizes).map { $0 / $1 }))
    }
  }

  @Test func `the score is the weighted mean of its parts`() throws {
    for graph in Self.graphs {
      var arguments = MetricArguments(now: Graph.day(9))
      arguments.parameters = ["audience weight": 2]
      let score = try PeerIndexScore().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
      let parts = score.companions.map { $0.values.map { $0.isNaN ? 0 : $0 } }
      let expected = score.values.indices.map { person -> Double in
        let sum = 0.5 * parts[0][person] + 2 * parts[1][person] + 0.2 * parts[2][person]
        return sum / 2.7
      }
      #expect(agree(score.values, expected))
    }
  }

  @Test func `a follower who reacts is receptive`() throws {
    for graph in Self.graphs {
      let measured = try PeerIndexAudience().evaluate(
        on: graph,
        with: MetricArguments(now: Graph.day(9)),
        watchedBy: .unwatched
      )
      let follows = try #require(graph.relations["follows"])
      let expected = (0..<PersonID(graph.personCount)).map { person in
        Double(
          follows.backward[person].count { follower in
            graph.interactions.events.contains {
              $0.time != nil && $0.source == follower && $0.target == person
            }
          }
        )
      }
      #expect(measured["receptive"]?.values == expected)
    }
  }

  @Test func `a price moves with each trade`() throws {
    let graph = Graph(literal: "a>b c>b a@buy@b c@buy@b a@sell@b a@sell@c b@like@c")
    var arguments = MetricArguments()
    arguments.parameters = ["step": 0.1]
    let price = try SharePrice().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
    // Standings of 0, 2 and 0 followers: 1/3, 5/6, 1/3.
    let standings: [Double] = [1.0 / 3, 5.0 / 6, 1.0 / 3]
    let base: [Double] = standings.map { 10 + 40 * $0 }
    let found = try #require(price["base"]).values
    #expect(agree(found, base))
    #expect(agree(price.values, [base[0], base[1] * 1.1, base[2] / 1.1]))
  }

  @Test func `earnings are smoothed over days, each below the cap`() throws {
    for graph in Self.graphs {
      let arguments = MetricArguments(now: Graph.day(9))
      let earnings = try Earnings().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
      let expected = (0..<PersonID(graph.personCount)).map { person -> Double in
        (3...9).reduce(0.0) { sum, day -> Double in
          let posts = graph.posts.posts.count { $0.author == person && $0.time == Graph.day(day) }
          let received = graph.interactions.events.count {
            $0.target == person && $0.time == Graph.day(day)
          }
          let due = Double(5 * posts + 10 * received)
          return sum + 250 * (1 - exp(-due / 250)) / 7
        }
      }
      #expect(agree(earnings.values, expected))
      let dividend = try Dividend().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
      let network = try #require(dividend["network score"]).values
      #expect(agree(dividend.values, zip(network, expected).map { 0.01 * $0 / 50 * $1 }))
    }
  }

  /// The stationary shares of a topic's walk by member, from a full matrix and many rounds.
  private static func denseWalk(_ graph: Graph, _ topic: UInt32) -> [PersonID: Double] {
    let weights = ["share": 1.0, "reply": 1, "mention": 1, "like": 0.5]
    var matrix: [PersonID: [PersonID: Double]] = [:]
    var members: Set<PersonID> = []
    for event in graph.interactions.events where event.time != nil {
      let isAbout = graph.posts.posts.contains { $0.id == event.post && $0.topics.contains(topic) }
      guard isAbout else { continue }
      members.formUnion([event.source, event.target])
      let weight = weights[graph.interactions.kinds[event.kind]] ?? 0
      matrix[event.source, default: [:]][event.target, default: 0] += weight
    }
    let count = Double(members.count)
    guard count >= 2 else { return [:] }
    var shares = Dictionary(uniqueKeysWithValues: members.map { ($0, 1 / count) })
    for _ in 0..<400 {
      var next = shares.mapValues { _ in 0.15 / count }
      for (source, share) in shares {
        let row = matrix[source] ?? [:]
        let total = row.values.reduce(0, +)
        for member in members {
          let part = total > 0 ? (row[member] ?? 0) / total : 1 / count
          next[member, default: 0] += 0.85 * share * part
        }
      }
      shares = next
    }
    return shares
  }
}

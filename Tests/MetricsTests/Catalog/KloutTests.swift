import Foundation
import Graph
import Metrics
import TestSupport
import Testing
import Values

/// Klout's parts and score, beside the same worked out pair by pair.
struct KloutTests {
  static let graphs = (0..<12).map { number in
    Graph.dated(people: 14, density: [0.1, 0.3, 0.6][number % 3], seed: UInt64(number + 40))
  }

  @Test(arguments: [1.0, 4.0, 90.0])
  func `the score is what its parts make of it`(_ days: Double) throws {
    var settled = 0
    for graph in Self.graphs {
      var arguments = MetricArguments(now: Graph.day(9))
      arguments.parameters = ["window": days]
      let oracle = KloutOracle(graph, days: days, now: 9)
      let reach = try TrueReach().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
      #expect(agree(reach.values, oracle.reach))
      let heard = try Amplification().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
      #expect(agree(heard.values, oracle.amplification))
      let score = try KloutScore().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
      let network = try #require(score["network influence"]).values
      #expect(agree(score.values, oracle.rounds().last ?? []))
      #expect(agree(network, oracle.influence(of: score.values)))
      if score.remarks.isEmpty {
        settled += 1
        #expect(agree(score.values, oracle.score(network: network), within: 0.1))
      }
      let influence = try NetworkInfluence().evaluate(
        on: graph,
        with: arguments,
        watchedBy: .unwatched
      )
      #expect(agree(influence.values, network))
    }
    #expect(settled > 0)
  }

  @Test func `a score that goes round says how far the last round moved one`() throws {
    var moved = 0
    for graph in Self.graphs {
      let score = try KloutScore().evaluate(
        on: graph,
        with: MetricArguments(now: Graph.day(9)),
        watchedBy: .unwatched
      )
      let rounds = KloutOracle(graph, days: 90, now: 9).rounds().suffix(2)
      let moves = zip(rounds[rounds.startIndex], rounds[rounds.endIndex - 1]).map { abs($0 - $1) }
      let most = ((moves.max() ?? 0) * 100).rounded() / 100
      guard most >= 0.01 else { continue }
      moved += 1
      #expect(
        score.remarks == ["klout scores have not settled: round 50 moved one by \(most) points"]
      )
    }
    #expect(moved > 0)
  }

  @Test func `a part that weighs nothing moves nothing`() throws {
    let graph = Self.graphs[1]
    var arguments = MetricArguments(now: Graph.day(9))
    arguments.parameters = ["amplification weight": 0, "network weight": 0]
    let score = try KloutScore().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
    let oracle = KloutOracle(graph, days: 90, now: 9)
    let reach = oracle.standings(oracle.reach)
    #expect(agree(score.values, reach.map { 1 + 99 * $0 }))
  }

  @Test func `what lies before the window or behind now does not count`() throws {
    let graph = Graph(literal: "b^/1 a@share@b:p0/1 c@share@b:p0/5 d@share@b:p0/9")
    for (now, days, reach) in [(9, 90, 3), (9, 5, 2), (5, 90, 2), (5, 4, 1), (0, 90, 0)] {
      var arguments = MetricArguments(now: Graph.day(now))
      arguments.parameters = ["window": Double(days)]
      let measured = try TrueReach().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
      #expect(measured.values[0] == Double(reach), "\(days) days to day \(now)")
      #expect(measured.defaults == ["in the last \(days) days", "now is \(Graph.day(now))"])
    }
  }

  @Test func `who reacts to everything counts for less, and so does who repeats`() throws {
    let literal = "b^/1 v^/1 a@like@b:p0/1 a@like@v:p1/1 a@like@c/1 d@like@v:p1/1"
    let graph = Graph(literal: literal)
    let arguments = MetricArguments(now: Graph.day(1))
    let heard = try Amplification().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
    // A like weighs a half, and a gave three that day.
    #expect(agree([heard.values[0]], [log2(1 + 0.5 / 3)]))
    #expect(agree([heard.values[1]], [log2(1 + 0.5 / 3) + log2(1.5)]))
  }

  @Test func `least response asks for more than one reaction of a follower`() throws {
    let graph = Graph(literal: "a>b b^ b^ b^ b^ a@share@b:p0 c@share@b:p0")
    var arguments = MetricArguments()
    arguments.parameters = ["least response": 0.5]
    let measured = try TrueReach().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
    // a follows and reacted to one of four posts, c to the one it saw.
    #expect(measured.values[1] == 1)
  }

  @Test func `amplification probability counts posts, and ranks by their number`() throws {
    for graph in Self.graphs {
      let measured = try AmplificationProbability().evaluate(
        on: graph,
        with: MetricArguments(now: Graph.day(9)),
        watchedBy: .unwatched
      )
      let oracle = KloutOracle(graph, days: 90, now: 9)
      #expect(agree(measured.values, oracle.probability))
    }
  }
}

/// Klout's parts, by going through all pairs of people and all events for each.
private struct KloutOracle {
  let graph: Graph
  var reach: [Double] = []
  var amplification: [Double] = []
  var probability: [Double] = []
  private var responses: [[PersonID: Double]] = []

  init(_ graph: Graph, days: Double, now: Int) {
    self.graph = graph
    let end = Graph.day(now).microseconds
    func isIn(_ time: Instant?) -> Bool {
      guard let time = time?.microseconds else { return false }
      return time <= end && time > end - Int64(days * 86_400_000_000)
    }
    let weights = ["share": 1.0, "reply": 1, "mention": 1, "like": 0.5]
    let kinds = graph.interactions.kinds
    let events = graph.interactions.events.filter { isIn($0.time) }
    let posts = graph.posts.posts.filter { isIn($0.time) }
    for person in 0..<PersonID(graph.personCount) {
      let own = posts.filter { $0.author == person }
      let received = events.filter { $0.target == person }
      let reactors = Set(received.map(\.source))
      var sum = 0.0
      var response: [PersonID: Double] = [:]
      for reactor in reactors {
        let theirs = received.filter { $0.source == reactor }
        let strength = theirs.reduce(0.0) { total, event in
          let given = events.count { $0.source == reactor && $0.time == event.time }
          return total + (weights[kinds[event.kind]] ?? 0) / Double(given)
        }
        sum += log2(1 + strength)
        let follows = graph.relations["follows"]?.weight(from: reactor, to: person) != nil
        let touched = Set(theirs.map(\.post).filter { $0 != nobody }).count
        let seen = follows ? own.count : touched
        response[reactor] = min(1, Double(theirs.count) / Double(max(1, seen)))
      }
      reach.append(Double(reactors.count))
      amplification.append(own.isEmpty ? .nan : sum / Double(own.count))
      let acted = own.count { post in
        received.contains {
          $0.post == post.id && kinds[$0.kind] != "like"
        }
          || events.contains {
            $0.post == post.id && kinds[$0.kind] != "like" && $0.source != person
          }
      }
      probability.append(Double(acted) / Double(own.count))
      responses.append(response)
    }
  }

  func influence(of score: [Double]) -> [Double] {
    responses.map { response in
      let total = response.values.reduce(0, +)
      return response.reduce(0) { $0 + $1.value * score[Int($1.key)] } / total
    }
  }

  /// The share who have less, half of those who have the same; who has none counts as the least.
  func standings(_ values: [Double]) -> [Double] {
    let known = values.filter { !$0.isNaN }
    let least = known.min() ?? 0
    return values.map { value in
      let value = value.isNaN ? least : value
      let rounding = 1e-12 * max(1, value)
      let lower = known.count { $0 < value - rounding }
      let same = known.count { abs($0 - value) <= rounding }
      return known.isEmpty ? 0 : (Double(lower) + Double(same) / 2) / Double(known.count)
    }
  }

  /// The scores of each round, half a step at a time.
  func rounds() -> [[Double]] {
    var rounds = [[Double](repeating: 50.5, count: reach.count)]
    for _ in 0..<50 {
      let last = rounds[rounds.count - 1]
      rounds.append(zip(last, score(network: influence(of: last))).map { ($0 + $1) / 2 })
    }
    return rounds
  }

  func score(network: [Double]) -> [Double] {
    let parts = [standings(reach), standings(amplification), standings(network)]
    return reach.indices.map { person in
      1 + 99 * parts.reduce(0) { $0 + $1[person] } / 3
    }
  }
}

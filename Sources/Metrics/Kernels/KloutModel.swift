package import Graph
package import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The three parts of a Klout score and the score, as far as they were published.
///
/// Source: klout.wordpress.com, "Klout scores 101", 2010, and what Klout said until 2012. The
/// forms and weights are ours.
package struct KloutModel: Sendable {
  /// How far back events count.
  package static let window = MetricCard.Parameter.window(days: 90)
  /// The part of the posts somebody must react to.
  package static let leastResponse = MetricCard.Parameter(
    "least response",
    default: 0,
    in: 0...1,
    assumed: true,
    "the part of the posts somebody must react to, to be reached"
  )

  /// The settings of the score: those of the parts, and what each part weighs.
  package static let parameters =
    [window, leastResponse] + ReactionWeights.parameters
    + ["reach", "amplification", "network"].map { part in
      MetricCard.Parameter(
        "\(part) weight",
        default: 1,
        in: 0...100,
        assumed: true,
        "what \(part) weighs, as a part of all three"
      )
    }

  /// What to say of the window.
  package let defaults: [String]
  /// How many people reacted.
  package private(set) var reach: [Double]
  /// How much they reacted, by the three rules of 2012; NaN without posts.
  package private(set) var amplification: [Double]

  private let graph: Graph
  private let reactions: Reactions
  private let written: [Double]
  private let partWeights: [Double]

  /// Computes reach and amplification; throws what its settings and data do, or `cancelled`.
  package init(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) {
    let parameters = KloutModel.parameters
    let days = try arguments.value(of: parameters[0])
    let window = EventWindow(of: graph, days: days, with: arguments)
    let least = try arguments.value(of: parameters[1])
    let weights = try ReactionWeights(arguments, in: graph)
    self.graph = graph
    defaults = window.defaults
    partWeights = try parameters.suffix(3).map { parameter throws(MetricError) in
      try arguments.value(of: parameter)
    }
    reactions = try Reactions(in: window.graph, weighing: weights, watchedBy: monitor)
    written = try window.graph.posts.posts.counts(graph.personCount, watchedBy: monitor) {
      $0.author
    }
    reach = Array(repeating: 0, count: graph.personCount)
    amplification = Array(repeating: .nan, count: graph.personCount)
    for person in 0..<graph.personCount {
      let row = reactions[person]
      reach[person] = Double(
        row.count { least == 0 || response(of: $0, to: PersonID(person)) >= least }
      )
      guard written[person] > 0 else { continue }
      let heard = row.reduce(0) { $0 + log2(1 + $1.selectiveWeight) }
      amplification[person] = heard / written[person]
    }
  }

  /// What part of the posts somebody saw they reacted to, at most 1.
  ///
  /// Who follows is taken to have seen every post of the window; who does not, those they reacted
  /// to. Complexity: O(log followers).
  private func response(of reactor: Reactions.Reactor, to person: PersonID) -> Double {
    let follows = graph.relations["follows"]?.backward
    let isFollower = follows?.position(of: reactor.person, in: person) != nil
    let seen = isFollower ? written[Int(person)] : reactor.posts
    return min(1, reactor.count / max(1, seen))
  }
}

extension KloutModel {
  /// The network influence and the score, which rest on each other.
  package struct Outcome: Sendable {
    /// The mean of these scores over those who reacted, by how much they respond; NaN where nobody
    /// did.
    package let network: [Double]
    /// The score, 1 to 100.
    package let score: [Double]
    /// What to know where it did not settle.
    package let remarks: [String]
  }

  /// The most rounds, and the change at which it stops.
  private static let (mostRounds, tolerance) = (50, 1e-10)

  /// Runs scores and network influence towards their fixed point, half a step at a time.
  ///
  /// Klout's steps are not known; what the 50th round still moves by a hundredth is remarked upon.
  /// The parts are standings among everybody in the graph; who has no part stands where the least
  /// does. Throws `cancelled`. Complexity: O(rounds x (reactors + people log people)).
  package func settled(watchedBy monitor: WorkMonitor) throws(MetricError) -> Outcome {
    let everybody = graph.everybody
    let total = partWeights.reduce(0, +)
    let parts = [reach.map { log1p($0) }, amplification].map {
      $0.standings(filledAmong: everybody)
    }
    let fixed = zip(parts[0], parts[1]).map { partWeights[0] * $0 + partWeights[1] * $1 }
    let responses = (0..<graph.personCount).map { person in
      reactions[person].map { response(of: $0, to: PersonID(person)) }
    }
    var score = [Double](repeating: 50.5, count: graph.personCount)
    var change = Double.infinity
    var rounds = 0
    while change >= KloutModel.tolerance, rounds < KloutModel.mostRounds {
      if monitor.isCancelled() { throw .cancelled }
      let standings = influence(of: score, responses).standings(filledAmong: everybody)
      change = 0
      for person in everybody.people.map(Int.init) {
        let sum = fixed[person] + partWeights[2] * standings[person]
        let next = 1 + 99 * (total > 0 ? sum / total : 0)
        change = max(change, (next - score[person]).magnitude / 2)
        score[person] = (score[person] + next) / 2
      }
      rounds += 1
    }
    // How far the last round moved a score that is shown.
    let move = (change * 100).rounded() / 100
    return Outcome(
      network: influence(of: score, responses),
      score: score,
      remarks: move < 0.01
        ? [] : ["klout scores have not settled: round \(rounds) moved one by \(move) points"]
    )
  }

  /// The mean score of each person's reactors, by how much they respond.
  private func influence(of score: [Double], _ responses: [[Double]]) -> [Double] {
    responses.enumerated().map { person, responses in
      var (sum, total) = (0.0, 0.0)
      for (reactor, response) in zip(reactions[person], responses) {
        sum += response * score[Int(reactor.person)]
        total += response
      }
      return sum / total
    }
  }
}

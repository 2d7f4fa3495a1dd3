package import Graph
package import Values

/// How far a place holds when a few things happen at random.
package struct PlaceShift: TrialMetric {
  package let card = MetricCard(
    name: "place shift",
    summary: "how many places somebody moves when a few things happen at random",
    formula: "shift(v) = mean over draws of |place of v after r random moves - place of v before|",
    meaning: """
      A ranking that a handful of random follows and reactions turn over says little about anybody \
      in it. In each draw so many moves happen between people drawn alike: a follow begins or ends, \
      or something of a kind that is loaded. Equals stand in the middle of their places. How far \
      the whole ranking agrees with itself, by Kendall and by overlap, stands below the table.
      """,
    unit: .count(of: "places"),
    source: "house; stability of rankings: Ng, Zheng, Jordan, 2001; Webber, Moffat, Zobel, 2010",
    claim: .sampled,
    requires: [.measure],
    parameters: [
      MetricCard.Parameter("moves", default: 10, in: 1...100_000, "how many happen in a draw"),
      MetricCard.Parameter("draws", default: 20, in: 1...10_000, "how often it is tried"),
      MetricCard.Parameter("seed", default: 1, in: 0...1e9, "which random numbers are drawn"),
    ],
    companions: [
      MetricCard.Companion("place", "the place as it is, equals in the middle of theirs"),
      MetricCard.Companion("most", "the farthest a draw moved them"),
    ],
    laws: [.liesIn(0...1e9)],
    examples: [
      MetricExample(
        "of two there are two places, and a follow either way ends or makes a tie",
        graph: "a>b",
        expect: ["a": 0.525, "b": 0.525]
      )
    ],
    triedWords: ["robustness", "stability", "rank stability", "perturbation", "noise in"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    guard let trial = arguments.trial else { throw .missing(.measure) }
    let moves = Int(try arguments.value(of: card.parameters[0]))
    let count = Int(try arguments.value(of: card.parameters[1]))
    var draws = SeededDraws(seed: UInt64(try arguments.value(of: card.parameters[2])))
    let before = try trial.values(trial.graph)
    let people = graph.everybody.people.filter { !before[Int($0)].isNaN }
    let places = PlaceShift.places(of: people, by: before)
    var sums = [Double](repeating: 0, count: people.count)
    var greatest = sums
    var (kendall, overlap) = (0.0, 0.0)
    for draw in 0..<count {
      monitor.report(card.name, Double(draw) / Double(count))
      let other = try trial.graph.disturbed(
        by: moves,
        among: people,
        at: trial.moment,
        &draws,
        watchedBy: monitor
      )
      let values = try trial.values(other)
      let after = PlaceShift.places(of: people, by: values)
      for index in people.indices {
        let shift = (after[index] - places[index]).magnitude
        sums[index] += shift
        greatest[index] = max(greatest[index], shift)
      }
      kendall += RankCorrelation.kendall(places, after)
      overlap += RankingOverlap.extrapolated(
        PlaceShift.order(of: people, by: places),
        PlaceShift.order(of: people, by: after),
        persistence: 0.9
      )
    }
    func column(_ numbers: [Double]) -> [Double] {
      [Double](numbers, of: people, among: graph.personCount)
    }
    let unit = Unit.count(of: "places")
    return Measured(
      values: column(sums.map { $0 / Double(count) }),
      companions: [
        Measured.Companion("place", unit: unit, values: column(places)),
        Measured.Companion("most", unit: unit, values: column(greatest)),
      ],
      missingReason: "no value to have a place by",
      defaults: ["\(Tally.text(moves, "random moves")) in each of \(Tally.text(count, "draws"))"],
      remarks: [
        "before and after: kendall \(PlaceShift.spelled(kendall / Double(count))), rbo "
          + "\(PlaceShift.spelled(overlap / Double(count))), means over the draws"
      ],
      claim: .sampled
    )
  }

  private static func spelled(_ number: Double) -> String {
    number.isNaN ? "-" : "\((number * 1_000).rounded() / 1_000)"
  }

  /// The place of each, greatest first and equals in the middle of theirs; whoever has no value is
  /// last.
  private static func places(of people: [PersonID], by values: [Double]) -> [Double] {
    RankCorrelation.midRanks(
      of: people.map { values[Int($0)].isNaN ? .infinity : -values[Int($0)] }
    )
  }

  private static func order(of people: [PersonID], by places: [Double]) -> [PersonID] {
    zip(people, places).sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
  }
}

extension Graph {
  /// This graph after so many random moves between some people.
  ///
  /// Each is, alike, one of the kinds of interaction that are loaded, or of follows: a follow that
  /// is not there begins, one that is there ends. Throws `cancelled`. Complexity: O(follows +
  /// interactions + posts).
  fileprivate func disturbed(
    by moves: Int,
    among people: [PersonID],
    at moment: Instant?,
    _ draws: inout SeededDraws,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Graph {
    if monitor.isCancelled() { throw .cancelled }
    let kinds = UInt32(interactions.kinds.count)
    var turned: Set<Graph.Pair> = []
    var happened: [(pair: Graph.Pair, kind: UInt32)] = []
    for _ in 0..<moves where !people.isEmpty {
      let source = people[Int(draws.next() % UInt64(people.count))]
      let target = people[Int(draws.next() % UInt64(people.count))]
      let kind = UInt32(draws.next() % UInt64(kinds + 1))
      guard source != target else { continue }
      let pair = Graph.Pair(source: source, target: target)
      if kind < kinds {
        happened.append((pair, kind))
      } else if turned.remove(pair) == nil {
        turned.insert(pair)
      }
    }
    let graph = relations["follows"] == nil ? self : turning(turned, of: "follows", at: moment)
    if monitor.isCancelled() { throw .cancelled }
    return graph.with(happened, at: moment)
  }
}

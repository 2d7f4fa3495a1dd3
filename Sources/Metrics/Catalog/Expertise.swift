package import Graph
package import Values

/// How much those who know a topic point to somebody, beside how much the topic interests them.
package struct Expertise: Metric {
  package let card = MetricCard(
    name: "expertise",
    summary: "0 to 1: the standing by endorsements from those who know the topic",
    formula:
      "E(v) = F(sum of E'(u) over who endorsed v on t), E' = max(interest, last round's E)",
    meaning: """
      What others say, weighed by their own expertise or, where that is more, their interest, a \
      rule of ours; and not what one says oneself: interest beside it is that. Who shares, mentions \
      or vouches endorses. F is the share of those endorsed who have less, and half of those who \
      have as much; who is not endorsed has 0. A loud amateur has interest and no expertise.
      """,
    unit: .score,
    source:
      "after Klout topics: Spasojevic, Bhattacharyya, Rao, Mining half a billion topical experts, 2016",
    claim: .reconstruction,
    requires: [.in],
    parameters: [
      MetricCard.Parameter(
        "rounds",
        default: 2,
        in: 1...20,
        assumed: true,
        "how often expertise is passed on"
      )
    ],
    companions: [
      MetricCard.Companion("interest", "how much the topic interests this person"),
      MetricCard.Companion("endorsers", "how many people shared, mentioned or vouched on it"),
      MetricCard.Companion("posts", "how many posts about it this person wrote"),
    ],
    laws: [.liesIn(0...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "a, who cares, shares b; c, who does not, shares d: only b is endorsed by somebody who knows",
        graph: "a~yoga b^yoga d^yoga a@share@b:p0 c@share@d:p1",
        topic: "yoga",
        expect: ["a": 0, "b": 0.5, "c": 0, "d": 0]
      ),
      MetricExample(
        "nobody endorsed a, whose interest goes on counting in the second round: d is ahead of b",
        graph: "a~yoga e~yoga:0.5 b^yoga d^yoga e@share@b:p0 a@share@d:p1",
        topic: "yoga",
        expect: ["a": 0, "b": 0.25, "d": 0.75]
      ),
    ],
    triedWords: ["expert", "experts", "topic expertise", "knowledge"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    guard let topic = arguments.topic else { throw .missing(.in) }
    let rounds = try arguments.value(of: card.parameters[0])
    let evidence = try TopicEndorsements(
      on: topic,
      in: graph,
      with: arguments,
      watchedBy: monitor
    )
    let start = graph.interest(in: topic, orElse: 0)
    var expertise = start
    for _ in 0..<Int(rounds.rounded(.up)) {
      let sums = evidence.sums(of: zip(start, expertise).map { max($0, $1) })
      let endorsed = graph.everybody.people.filter { sums[Int($0)] > 0 }
      expertise = sums.standings(among: endorsed).map { $0.isNaN ? 0 : $0 }
    }
    return Measured(
      values: expertise,
      companions: [
        Measured.Companion("interest", unit: .score, values: start),
        Measured.Companion(
          "endorsers",
          unit: .count(of: "people"),
          values: evidence.endorsers
        ),
        Measured.Companion("posts", unit: .count(of: "posts"), values: evidence.posts),
      ],
      remarks: evidence.endorsers.contains { $0 > 0 } ? [] : ["nobody endorsed anybody on it"]
    )
  }
}

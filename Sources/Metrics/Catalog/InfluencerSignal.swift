package import Graph
package import Values

/// Whether somebody's posts got a lot of attention for a stream and for their audience, after uberVU.
package struct InfluencerSignal: Metric {
  package let card = MetricCard(
    name: "influencer signal",
    summary: "1 where posts got far more attention than others of the stream, else 0",
    formula:
      "signal(v) = [att(v) >= 99th percentile and att(v)/audience(v) > median], att by weight",
    meaning: """
      Attention in the context of a stream, not popularity: the reactions to posts of the window, \
      in a topic to those about it. Nobody follows some who get attention; they pass the second \
      test. uberVU published no threshold.
      """,
    unit: .count(of: "signals"),
    source: "uberVU signals, help.hootsuite.com, 2013; thresholds unpublished",
    claim: .reconstruction,
    accepts: [.in],
    parameters: [
      MetricCard.Parameter.window(days: 30, assumed: true),
      MetricCard.Parameter(
        "top",
        default: 0.99,
        in: 0...1,
        assumed: true,
        "the part of those with attention whom a signal must equal"
      ),
    ] + ReactionWeights.parameters,
    companions: [
      MetricCard.Companion("attention", "the weight of the reactions to the posts"),
      MetricCard.Companion("attention a follower", "the same for each follower"),
    ],
    laws: [.liesIn(0...1), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "b and d get attention; b, with more of it from as many followers, stands out",
        graph: "a>b c>d b^ d^ a@share@b:p0 c@share@b:p0 a@like@d:p1",
        expect: ["a": 0, "b": 1, "d": 0]
      )
    ],
    triedWords: ["influencer alert", "signals"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let days = try arguments.value(of: card.parameters[0])
    let part = try arguments.value(of: card.parameters[1])
    let window = EventWindow(of: graph, days: days, with: arguments)
    let weights = try ReactionWeights.parameters.map { parameter throws(MetricError) in
      try arguments.value(of: parameter)
    }
    let tally = try PostTally(in: window.graph, watchedBy: monitor)
    let attention = tally.sums { post in
      weights.indices.reduce(0) { $0 + weights[$1] * Double(post.counts[$1]) }
    }
    let rows = graph.relations["follows"]?.backward
    let rates = attention.enumerated().map { person, attention in
      attention / Double(rows?.degree(of: UInt32(person)) ?? 0)
    }
    let noticed = graph.everybody.people.map(Int.init).filter { attention[$0] > 0 }
    let sorted = noticed.map { attention[$0] }.sorted()
    let place = max(0, Int((part * Double(sorted.count)).rounded(.up)) - 1)
    let bound = sorted.isEmpty ? Double.infinity : sorted[min(place, sorted.count - 1)]
    let middle = noticed.map { rates[$0] }.sorted()
    let median = middle.isEmpty ? 0 : middle[(middle.count - 1) / 2]
    return Measured(
      values: attention.indices.map { person in
        attention[person] >= bound && rates[person] > median ? 1 : 0
      },
      companions: [
        Measured.Companion("attention", unit: .amount(of: "reactions"), values: attention),
        Measured.Companion(
          "attention a follower",
          unit: .plain,
          values: rates.map { $0.isFinite ? $0 : .nan }
        ),
      ],
      missingReason: "nobody follows",
      defaults: window.defaults
    )
  }
}

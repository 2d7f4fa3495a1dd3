package import Graph
package import Values

/// In how many hours somebody was talked to far more than usual, after uberVU.
package struct Spikes: Metric {
  package let card = MetricCard(
    name: "spikes",
    summary: "hours in which mentions and replies far exceeded the usual",
    formula:
      "|{h : z(h) >= 3 and c(h) >= 5}|, z = (c - m) / sqrt(max(m, s^2)), same hours of 4 weeks",
    meaning: """
      Usual is the mean of the same hour of the week in the four weeks before, so a busy Monday is \
      no spike; where nothing is usual, half an event stands for the deviation. Hours in a row are \
      one burst. An hour with less than two weeks of data before it cannot be compared.
      """,
    unit: .count(of: "hours"),
    source: "uberVU spikes and bursts, help.hootsuite.com, 2013; thresholds unpublished",
    claim: .reconstruction,
    accepts: [.in],
    parameters: [
      MetricCard.Parameter.window(days: 90, assumed: true),
      MetricCard.Parameter(
        "height",
        default: 3,
        in: 0...1_000,
        assumed: true,
        "how far above the usual, in standard deviations"
      ),
      MetricCard.Parameter(
        "least",
        default: 5,
        in: 1...1e6,
        assumed: true,
        "how many in an hour at least"
      ),
    ],
    companions: [
      MetricCard.Companion("bursts", "spikes with no gap between them counted once"),
      MetricCard.Companion("highest", "how far the highest hour stood out"),
      MetricCard.Companion("mentions", "mentions and replies in the window"),
    ],
    laws: [.liesIn(0...1e6), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "nobody talks to b but in one hour of day 30, and then five do",
        graph: """
          a@like@c/0 a@mention@b/30 c@mention@b/30 d@mention@b/30 e@reply@b/30 f@reply@b/30 \
          a@mention@c/30
          """,
        expect: ["a": 0, "b": 1, "c": 0]
      )
    ],
    triedWords: ["bursts", "peaks", "spike"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let values = try card.parameters.map { parameter throws(MetricError) in
      try arguments.value(of: parameter)
    }
    let window = EventWindow(of: graph, days: values[0], with: arguments)
    let hours = try HourlyAttention(on: graph, with: arguments, watchedBy: monitor)
    let first = window.firstHour
    let streams = try hours.spikes(
      from: first ?? .min,
      height: values[1],
      least: values[2],
      watchedBy: monitor
    )
    return Measured(
      values: streams.map(\.spikes),
      companions: [
        Measured.Companion("bursts", unit: .count(of: "bursts"), values: streams.map(\.bursts)),
        Measured.Companion("highest", unit: .plain, values: streams.map(\.highest)),
        Measured.Companion("mentions", unit: .count(of: "mentions"), values: streams.map(\.count)),
      ],
      missingReason: "no two weeks before it to compare with",
      defaults: window.defaults
    )
  }
}

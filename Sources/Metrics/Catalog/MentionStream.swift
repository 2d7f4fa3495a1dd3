package import Graph
package import Values

/// How much somebody is talked to and about, in parts, after uberVU.
package struct MentionStream: Metric {
  package let card = MetricCard(
    name: "mention stream",
    summary: "mentions and replies of the last 30 days, by mood and by hour",
    formula: "stream(v) = |{x : kind(x) = mention or reply, to v, in the window}|",
    meaning: """
      One stream broken down: how many people it comes from, how kind it is, at which hour of the \
      day most of it comes. Mood is what files say; no text is read. Parts by place or by who \
      somebody is are asked with `from`, parts by time with `per month`.
      """,
    unit: .count(of: "mentions"),
    source: "uberVU, streams, 2008-2014",
    accepts: [.in, .from],
    parameters: [.window(days: 30, assumed: true)],
    companions: [
      MetricCard.Companion("speakers", "how many different people it comes from"),
      MetricCard.Companion("kind mentions", "how many are kind"),
      MetricCard.Companion("neutral mentions", "how many are neither kind nor unkind"),
      MetricCard.Companion("unkind mentions", "how many are unkind"),
      MetricCard.Companion("unscored", "of how many no file says"),
      MetricCard.Companion("busiest hour", "the hour of the day that brings most, 0 to 23, UTC"),
      MetricCard.Companion("at that hour", "what part of the dated ones that hour brings"),
    ],
    laws: [.liesIn(0...1e9), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "two mentions and a reply to b; a like is not talk",
        graph: "a@mention@b=0.5 c@mention@b a@reply@b=-1 a@like@b",
        expect: ["a": 0, "b": 3, "c": 0]
      )
    ],
    triedWords: ["stream", "mention breakdown", "buzz", "chatter"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let days = try arguments.value(of: card.parameters[0])
    let window = EventWindow(of: graph, days: days, with: arguments)
    let isTalk = try ReactionWeights(["mention": 1, "reply": 1], in: graph)
    var streams = [Stream](repeating: Stream(), count: graph.personCount)
    for (number, event) in window.graph.interactions.events.enumerated() {
      try monitor.pause(at: number)
      guard isTalk[event.kind] != nil, arguments.from?.contains(event.source) != false else {
        continue
      }
      streams[Int(event.target)].add(event)
    }
    func column(_ name: String, _ unit: Unit, _ value: (Stream) -> Double) -> Measured.Companion {
      Measured.Companion(name, unit: unit, values: streams.map(value))
    }
    let mentions = Unit.count(of: "mentions")
    return Measured(
      values: streams.map { Double($0.count) },
      companions: [
        column("speakers", .count(of: "people")) { Double($0.speakers.count) },
        column("kind mentions", mentions) { Double($0.kind) },
        column("neutral mentions", mentions) { Double($0.neutral) },
        column("unkind mentions", mentions) { Double($0.unkind) },
        column("unscored", mentions) { Double($0.count - $0.kind - $0.neutral - $0.unkind) },
        column("busiest hour", .count(of: "hour of the day"), \.busiest.hour),
        column("at that hour", .share, \.busiest.part),
      ],
      missingReason: "nothing dated",
      defaults: window.defaults
    )
  }
}

/// What is said to and about one person.
private struct Stream {
  private(set) var count = 0
  private(set) var kind = 0
  private(set) var neutral = 0
  private(set) var unkind = 0
  private(set) var speakers: Set<PersonID> = []
  /// The dated ones by hour of the day; nothing before the first.
  private var hours: [Int] = []

  mutating func add(_ event: Interactions.Event) {
    count += 1
    speakers.insert(event.source)
    if let mood = event.sentiment.value {
      if mood > 0 { kind += 1 } else if mood < 0 { unkind += 1 } else { neutral += 1 }
    }
    guard let time = event.time else { return }
    if hours.isEmpty { hours = Array(repeating: 0, count: 24) }
    hours[time.parts.secondsOfDay / 3_600] += 1
  }

  /// The hour of the day that brings most, the first of equals, and what part of all it brings.
  var busiest: (hour: Double, part: Double) {
    guard let most = hours.max(), let hour = hours.firstIndex(of: most) else { return (.nan, .nan) }
    return (Double(hour), Double(most) / Double(hours.reduce(0, +)))
  }
}

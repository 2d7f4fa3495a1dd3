package import Graph
package import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How widely somebody is mentioned, less what they did for it by mentioning others.
package struct MentionImpact: Metric {
  package let card = MetricCard(
    name: "mention impact",
    summary: "mentions times the logarithm of people, received less made",
    formula: "impact(v) = received(v) * ln(mentioners(v)) - made(v) * ln(mentioned(v))",
    meaning: """
      Who calls out many names is called by many: what was made is taken off what was received, so \
      that it is below 0 for whoever mentions more than is mentioned. By or of one person alone it \
      counts nothing.
      """,
    unit: .plain,
    source: "Pal, Counts, Identifying topical authorities in microblogs, 2011",
    accepts: [.in],
    companions: [
      MetricCard.Companion("received", "how often others mentioned this person"),
      MetricCard.Companion("mentioners", "how many different people did"),
      MetricCard.Companion("made", "how often this person mentioned others"),
      MetricCard.Companion("mentioned", "how many different people those were"),
    ],
    laws: [.liesIn(-1e12...1e12), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "b is mentioned three times, by two; a mentions two people, three times",
        graph: "a@mention@b a@mention@b c@mention@b a@mention@c",
        expect: ["a": -2.0794, "b": 2.0794, "c": 0]
      )
    ],
    triedWords: ["mention influence", "name value"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let view = arguments.topic.map { graph.viewed(in: Scope(topic: $0), reading: []) } ?? graph
    let counts = try EventCounts(of: "mention", in: view)
    let received = try counts.received(from: nil, watchedBy: monitor)
    let made = try counts.made(to: nil, watchedBy: monitor)
    let mentions = try Reactions(
      in: view,
      weighing: try ReactionWeights(["mention": 1], in: view),
      watchedBy: monitor
    )
    var mentioners = [Double](repeating: 0, count: graph.personCount)
    var mentioned = mentioners
    for person in mentioners.indices {
      for reactor in mentions[person] {
        mentioners[person] += 1
        mentioned[Int(reactor.person)] += 1
      }
    }
    func impact(_ count: Double, _ people: Double) -> Double {
      people > 0 ? count * log(people) : 0
    }
    let (times, people) = (Unit.count(of: "mentions"), Unit.count(of: "people"))
    return Measured(
      values: received.indices.map { person in
        impact(received[person], mentioners[person]) - impact(made[person], mentioned[person])
      },
      companions: [
        Measured.Companion("received", unit: times, values: received),
        Measured.Companion("mentioners", unit: people, values: mentioners),
        Measured.Companion("made", unit: times, values: made),
        Measured.Companion("mentioned", unit: people, values: mentioned),
      ]
    )
  }
}

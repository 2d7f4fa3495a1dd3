package import Graph
package import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How lately somebody did anything, between 0 and 1.
package struct Recency: Metric {
  package let card = MetricCard(
    name: "recency",
    summary: "how lately this person did anything, 1 now, half at each half-life",
    formula: "recency(v) = 2^(-days since v last wrote, reacted or acted / half-life)",
    meaning: """
      As a weight it lets those count more who are still there. Missing where nothing dated is \
      known of a person, which is no proof that they left.
      """,
    unit: .score,
    source: "exponential smoothing",
    claim: .model,
    parameters: [
      MetricCard.Parameter(
        "half-life",
        defaultDays: 30,
        in: 0.01...36_500,
        assumed: true,
        "after how long it is a half"
      )
    ],
    laws: [.liesIn(0...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "a spoke a half-life ago, b just",
        graph: "a@like@b/0 b@like@c/30",
        expect: ["a": 0.5, "b": 1, "c": .nan]
      )
    ],
    triedWords: ["last active", "activity", "freshness"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let halfLife = try arguments.value(of: card.parameters[0])
    let isAnythingLoaded =
      graph.interactions.kinds.count > 0 || graph.posts.posts.isLoaded
      || graph.actions.actions.isLoaded
    guard isAnythingLoaded else { throw .interactionsNotLoaded(kind: "mention", loaded: []) }
    guard let now = arguments.now else {
      let nobody = [Double](repeating: .nan, count: graph.personCount)
      return Measured(values: nobody, missingReason: "nothing is dated")
    }
    var last = [Instant?](repeating: nil, count: graph.personCount)
    func note(_ person: PersonID, _ time: Instant?) {
      guard let time, time <= now else { return }
      last[Int(person)] = max(last[Int(person)] ?? time, time)
    }
    for event in graph.interactions.events { note(event.source, event.time) }
    for post in graph.posts.posts { note(post.author, post.time) }
    if monitor.isCancelled() { throw .cancelled }
    for action in graph.actions.actions { note(action.person, action.time) }
    return Measured(
      values: last.map { $0.map { exp2(-now.days(since: $0) / halfLife) } ?? .nan },
      missingReason: "nothing dated is known",
      defaults: ["now is \(now.dayText)"]
    )
  }
}

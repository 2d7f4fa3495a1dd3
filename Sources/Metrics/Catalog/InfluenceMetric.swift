package import Graph
package import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How far a busy account with many followers and liked content carries, after InfluenceTracker.
package struct InfluenceMetric: Metric {
  package let card = MetricCard(
    name: "influence metric",
    summary: "posts a day, followers by powers of ten, and what is shared and liked",
    formula:
      "I = posts a day * floor(lg F) * lg(F / following + 1) * (h shares + h likes), F followers",
    meaning: """
      Four factors of a kind that has no unit: one of them at 0 makes all 0, as fewer than ten \
      followers do. h is the most posts with at least as many shares, or likes, each. A day is one \
      of those from the first dated post to now, at least one; where nothing is dated all is one \
      day. The source counts the life of the account.
      """,
    unit: .plain,
    source: "Razis, Anagnostopoulos, InfluenceTracker, 2014",
    claim: .reconstruction,
    companions: [
      MetricCard.Companion("posts a day", "posts for each day since the first"),
      MetricCard.Companion("h shares", "the most posts with at least as many shares each"),
      MetricCard.Companion("h likes", "the same of likes"),
    ],
    laws: [.liesIn(0...1e12), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "b follows nobody, and nobody follows d: 0 for d, nothing to divide by for b",
        graph: "a>b d>b b^ d^ a@share@b:p0",
        expect: ["a": .nan, "b": .nan, "d": 0]
      )
    ],
    triedWords: ["influencetracker", "influence tracker", "razis"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let follows = try graph.relation(nil, orElse: "follows")
    let tally = try PostTally(in: graph, watchedBy: monitor)
    var first = [Instant?](repeating: nil, count: graph.personCount)
    // Posts come in the order of time.
    for post in graph.posts.posts where first[Int(post.author)] == nil {
      first[Int(post.author)] = post.time
    }
    let rates = tally.written.indices.map { person in
      guard let now = arguments.now, let start = first[person] else { return tally.written[person] }
      return tally.written[person] / max(1, now.days(since: start))
    }
    let (shares, likes) = (tally.indices(of: 0), tally.indices(of: 3))
    let values = rates.indices.map { person in
      let followers = Double(follows.backward.degree(of: PersonID(person)))
      let followed = Double(follows.forward.degree(of: PersonID(person)))
      guard rates[person] > 0, followed > 0 else { return Double.nan }
      let magnitude = followers < 1 ? 0 : log10(followers).rounded(.down)
      let balance = log10(followers / followed + 1)
      return rates[person] * magnitude * balance * (shares[person] + likes[person])
    }
    return Measured(
      values: values,
      companions: [
        Measured.Companion("posts a day", unit: .plain, values: rates),
        Measured.Companion("h shares", unit: .count(of: "posts"), values: shares),
        Measured.Companion("h likes", unit: .count(of: "posts"), values: likes),
      ],
      missingReason: "no posts, or follows nobody",
      defaults: arguments.now.map { ["now is \($0.dayText)"] } ?? ["nothing is dated"]
    )
  }
}

extension PostTally {
  /// For each person the most posts that got at least as many reactions of a kind each.
  package func indices(of kind: Int) -> [Double] {
    var counts = [[UInt32]](repeating: [], count: written.count)
    for post in posts where post.counts[kind] > 0 {
      counts[Int(post.author)].append(post.counts[kind])
    }
    return counts.map { counts in
      let sorted = counts.sorted(by: >)
      return Double(sorted.indices.first { sorted[$0] < UInt32($0 + 1) } ?? sorted.count)
    }
  }
}

package import Graph
package import Values

/// How far apart the contacts lie that somebody shares with one person.
package struct Dispersion: Metric {
  package let card = MetricCard(
    name: "dispersion",
    summary: "pairs of shared contacts with nothing in common but these two people",
    formula:
      "disp(v) = |{s, t in N(u) and N(v) : s, t know neither each other nor a third of N(u)}|",
    meaning: """
      A spouse knows one's colleagues and one's family, who know nothing of each other; a colleague \
      knows the colleagues. Many shared contacts tell the strong from the weak, dispersed ones tell \
      the one person from the others. u is the person after `from`, v one of their contacts; from \
      several people it is the sum. Normalised it is divided by the shared contacts.
      """,
    unit: .count(of: "pairs"),
    source: "Backstrom, Kleinberg, Romantic partnerships and the dispersion of social ties, 2014",
    requires: [.from],
    accepts: [.over],
    relation: "follows",
    companions: [
      MetricCard.Companion("normalised", "dispersion for each shared contact"),
      MetricCard.Companion("shared", "how many contacts are shared"),
    ],
    laws: [.liesIn(0...1e12), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "a and v know s, t and w; s and t know each other, and w knows neither",
        graph: "a>v a>s a>t a>w v>s v>t v>w s>t",
        expect: ["a": .nan, "v": 2, "s": 0, "w": 0]
      )
    ],
    triedWords: ["romantic tie", "tie dispersion", "spouse"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    guard let from = arguments.from else { throw .missing(.from) }
    let relation = try graph.relation(arguments.relation, orElse: card.relation)
    let contacts = try Rows(contactsIn: relation, threads: arguments.threads, watchedBy: monitor)
    var pairs = [Double](repeating: .nan, count: graph.personCount)
    var shared = pairs
    for source in from.intersection(graph.everybody).people {
      let circle = try KnownCircle(
        of: source,
        in: contacts,
        reporting: card.name,
        threads: arguments.threads,
        watchedBy: monitor
      )
      for (place, friend) in contacts[source].enumerated() {
        let dispersed = Double(circle.dispersions[place])
        let common = Double(circle.known.degree(of: UInt32(place)))
        pairs[Int(friend)] = (pairs[Int(friend)].isNaN ? 0 : pairs[Int(friend)]) + dispersed
        shared[Int(friend)] = (shared[Int(friend)].isNaN ? 0 : shared[Int(friend)]) + common
      }
    }
    return Measured(
      values: pairs,
      companions: [
        Measured.Companion(
          "normalised",
          unit: .plain,
          values: zip(pairs, shared).map { $1 == 0 ? 0 : $0 / $1 }
        ),
        Measured.Companion("shared", unit: .count(of: "people"), values: shared),
      ],
      missingReason: "no contact of theirs",
      defaults: arguments.defaultRelation(of: card)
    )
  }
}

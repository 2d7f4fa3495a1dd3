package import Graph
package import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How many contacts somebody shares with one person.
package struct SharedContacts: Metric {
  package let card = MetricCard(
    name: "shared contacts",
    summary: "how many people this person and the one after from both know",
    formula: "shared(v) = |N(u) and N(v)|, u after from; N: contacts, whichever way ties point",
    meaning: """
      Embeddedness: a tie in the midst of common friends is watched over and holds. Adamic and Adar \
      count a common contact for less the more contacts they have, resource allocation for much \
      less. It says who is near, and who might be, for it needs no tie between both. From several \
      people it is the sum.
      """,
    unit: .count(of: "people"),
    source: "Granovetter 1973; Adamic, Adar 2003; Zhou, Lu, Zhang 2009",
    requires: [.from],
    accepts: [.over],
    relation: "follows",
    companions: [
      MetricCard.Companion("adamic-adar", "sum of 1 / ln(contacts) of those shared"),
      MetricCard.Companion("resource allocation", "sum of 1 / contacts of those shared"),
      MetricCard.Companion("contacts", "how many contacts this person has"),
    ],
    laws: [.liesIn(0...1e9), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "from a: c and d know b, whom a knows; b shares nobody with a",
        graph: "a>b c>b b>d e",
        expect: ["a": .nan, "b": 0, "c": 1, "d": 1, "e": 0]
      )
    ],
    triedWords: [
      "embeddedness", "mutual friends", "common neighbours", "common contacts", "adamic adar",
    ]
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
    let sources = from.intersection(graph.everybody)
    var shared = [Double](repeating: 0, count: graph.personCount)
    var (adamicAdar, allocation) = (shared, shared)
    var watch = StopWatch(monitor)
    for source in sources.people {
      for friend in contacts[source] {
        let circle = contacts[friend]
        try watch.worked(circle.count + 1)
        // Two share this friend, so there are at least two contacts wherever it counts.
        let (rare, rarer) = (1 / log(Double(circle.count)), 1 / Double(circle.count))
        for person in circle where person != source {
          shared[Int(person)] += 1
          adamicAdar[Int(person)] += rare
          allocation[Int(person)] += rarer
        }
      }
    }
    func known(_ values: [Double]) -> [Double] {
      guard sources.count == 1 else { return values }
      return values.indices.map { sources.contains(PersonID($0)) ? .nan : values[$0] }
    }
    let degrees = contacts.degrees
    return Measured(
      values: known(shared),
      companions: [
        Measured.Companion("adamic-adar", unit: .plain, values: known(adamicAdar)),
        Measured.Companion("resource allocation", unit: .plain, values: known(allocation)),
        Measured.Companion("contacts", unit: .count(of: "people"), values: degrees),
      ],
      missingReason: "the same person",
      defaults: arguments.defaultRelation(of: card)
    )
  }
}

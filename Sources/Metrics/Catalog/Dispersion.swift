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
      let circle = try Circle(of: source, in: contacts, watchedBy: monitor)
      for (place, friend) in contacts[source].enumerated() {
        let (dispersed, common) = try circle.dispersion(at: place)
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

/// The contacts of one person, and who of them know each other, by their places among them.
private struct Circle {
  private let known: [[Int]]
  private let monitor: WorkMonitor

  init(
    of person: PersonID,
    in contacts: Rows,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) {
    let circle = contacts[person]
    var common = CommonContacts(contacts)
    common.take(circle)
    let places = Dictionary(uniqueKeysWithValues: circle.enumerated().map { ($1, $0) })
    var watch = StopWatch(monitor)
    var known: [[Int]] = []
    for friend in circle {
      var row: [Int] = []
      let work = common.forEach(with: friend) { row.append(places[$0] ?? 0) }
      try watch.worked(work)
      known.append(row)
    }
    self.known = known
    self.monitor = monitor
  }

  /// The pairs of those known to the one at a place who have nothing else in common, and how many
  /// are known.
  func dispersion(at place: Int) throws(MetricError) -> (pairs: Double, shared: Double) {
    let shared = known[place]
    var isShared = [Bool](repeating: false, count: known.count)
    for one in shared { isShared[one] = true }
    var near = [Int](repeating: -1, count: known.count)
    var dispersed = shared.count * (shared.count - 1)
    var watch = StopWatch(monitor)
    for one in shared {
      // Whoever one knows, or who knows somebody one knows, is near; but through the two themselves.
      var count = 0
      func meet(_ other: Int) {
        guard isShared[other], other != one, near[other] != one else { return }
        near[other] = one
        count += 1
      }
      for between in known[one] {
        meet(between)
        guard between != place else { continue }
        try watch.worked(known[between].count + 1)
        for other in known[between] { meet(other) }
      }
      dispersed -= count
    }
    return (Double(dispersed / 2), Double(shared.count))
  }
}

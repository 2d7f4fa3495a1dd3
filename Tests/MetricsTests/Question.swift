import Graph
import Metrics
import Testing
import Values

/// A metric of the catalogue, named in test reports.
struct CatalogEntry: Sendable, CustomTestStringConvertible {
  let metric: any Metric

  var card: MetricCard { metric.card }

  var testDescription: String { metric.card.name }

  /// Whether it costs far more than a few readings of the ties.
  var isDear: Bool {
    [
      "betweenness", "harmonic closeness", "constraint", "effective size", "structural diversity",
      "triangles", "clustering coefficient", "expected spread", "gaming cost", "place shift",
    ].contains(card.name)
  }

  static let all = MetricCatalog.all.map { CatalogEntry(metric: $0) }

  /// What a question says, with what the card cannot do without filled in: a topic, and the trust
  /// of the graph where it is weighted.
  func arguments(
    on graph: Graph,
    topic: String = "yoga",
    weightedByTrust: Bool = false
  ) -> MetricArguments {
    var arguments = MetricArguments(now: graph.period?.upperBound)
    if card.requires.contains(.with) { arguments.group = graph.group(topic: topic) }
    if card.requires.contains(.in) {
      // A topic nobody knows has a number nobody is interested in.
      arguments.topic = graph.topics.number(of: topic) ?? .max
    }
    // Graphs of tests are small, and so are their communities.
    if card.parameters.contains(where: { $0.name == "least community" }) {
      arguments.parameters["least community"] = 2
    }
    // Laws hold however little is drawn.
    if card.parameters.contains(where: { $0.name == "draws" }) {
      arguments.parameters["draws"] = 1_000
    }
    if card.requires.contains(.to) { arguments.to = graph.everybody }
    if card.requires.contains(.measure) { arguments.operand = graph.purchaseCounts }
    if metric is any MomentMetric {
      arguments.operandBefore = Array(repeating: 0, count: graph.personCount)
    }
    if metric is any TrialMetric {
      // One kind of move and few draws tell what all of them do.
      arguments.trial = graph.followersTrial
      if metric is GamingCost { arguments.options["moves"] = "follows only" }
      if metric is PlaceShift { arguments.parameters["draws"] = 2 }
    }
    if (card.requires + card.requiresOne).contains(.from) { arguments.from = graph.firstByHandle }
    if weightedByTrust, let trust = graph.relations["trust"] {
      arguments.weight = .ties(trust, name: "trust")
    }
    return arguments
  }
}

extension Graph {
  /// The number of followers, to be tried on graphs like this one without all else.
  var followersTrial: MetricArguments.Trial {
    var builder = GraphBuilder()
    for person in 0..<PersonID(personCount) { _ = builder.person(people[person]) }
    var follows = TieBuffer(weighted: false)
    for person in everybody.people {
      for other in relations["follows"]?.forward[person] ?? [] {
        follows.append(from: person, to: other)
      }
    }
    _ = builder.add(follows, to: "follows")
    return MetricArguments.Trial(graph: builder.frozen(), moment: nil) { graph in
      let rows = graph.relations["follows"]?.backward
      return (0..<PersonID(graph.personCount)).map { Double(rows?.degree(of: $0) ?? 0) }
    }
  }

  /// How often each person bought, as `purchases` says.
  var purchaseCounts: [Double] {
    let purchase = actions.kinds.number(of: "purchase")
    return (0..<PersonID(personCount)).map { person in
      Double(actions.actions.count { $0.person == person && $0.kind == purchase })
    }
  }

  /// Whoever's handle comes first, alone: the same person however people are numbered.
  var firstByHandle: PersonSet {
    PersonSet(
      everybody.people.min { people[$0] < people[$1] }.map { [$0] } ?? [],
      universe: personCount
    )
  }

  /// The people interested in a topic at least 0.5, and everybody's interest; nobody for a topic
  /// that is not there.
  func group(topic: String) -> MetricArguments.Group {
    guard let number = topics.number(of: topic) else {
      return MetricArguments.Group(
        members: PersonSet(universe: personCount),
        interest: SparseColumn(Array(repeating: 0, count: personCount))
      )
    }
    return MetricArguments.Group(
      members: people(interestedIn: number, atLeast: 0.5),
      interest: SparseColumn(interestIn: [number], of: self)
    )
  }
}

/// Whether two columns agree within `tolerance`, missing values included.
func agree(_ left: [Double], _ right: [Double], within tolerance: Double = 1e-9) -> Bool {
  left.count == right.count
    && zip(left, right).allSatisfy { ($0.isNaN && $1.isNaN) || abs($0 - $1) <= tolerance }
}

/// Whether two columns have the same bits.
func areIdentical(_ left: [Double], _ right: [Double]) -> Bool {
  left.map(\.bitPattern) == right.map(\.bitPattern)
}

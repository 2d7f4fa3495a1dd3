package import Graph
package import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What players would pay for a share in somebody, after Empire Avenue.
package struct SharePrice: Metric {
  package let card = MetricCard(
    name: "share price",
    summary: "play money for a share in this person, moved by each trade",
    formula: "price(v) = base(v) * (1 + k)^(buys - sells), base = start * (1 + f F(followers))",
    meaning: """
      A price measures what other players expect, strategy included. F is the share of people who \
      have fewer followers, and half of those who have as many. After the first days only \
      trades moved it; without any it is the base price. A trade is an interaction of the kind buy \
      or sell, from the player to the person whose share it is.
      """,
    unit: .amount(of: "eaves"),
    source:
      "Empire Avenue, blog.empireavenue.com FAQ, 2010-2013; the step of a trade is unpublished",
    claim: .reconstruction,
    accepts: [.over],
    relation: "follows",
    parameters: [
      MetricCard.Parameter("start", default: 10, in: 0.01...1e6, "eaves everybody starts at"),
      MetricCard.Parameter(
        "network factor",
        default: 4,
        in: 0...1_000,
        assumed: true,
        "how much more the largest network starts at"
      ),
      MetricCard.Parameter(
        "step",
        default: 0.000_5,
        in: 0...1,
        assumed: true,
        "by what part one share bought lifts the price"
      ),
    ],
    companions: [
      MetricCard.Companion("base", "the price before any trade"),
      MetricCard.Companion("buys", "how many shares were bought"),
      MetricCard.Companion("sells", "how many shares were sold"),
    ],
    laws: [.liesIn(0...1e15), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "b starts at 10 * (1 + 4 * 3/4), a at 10 * (1 + 4 * 1/4); a share of b is bought",
        graph: "a>b a@buy@b",
        expect: ["a": 20, "b": 40.02]
      )
    ],
    triedWords: ["empire avenue", "stock price", "eaves", "price of a share"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let rows = try graph.relation(arguments.relation, orElse: card.relation).backward
    let values = try card.parameters.map { parameter throws(MetricError) in
      try arguments.value(of: parameter)
    }
    let sizes = rows.degrees
    let base = sizes.standings(among: graph.everybody.people).map {
      values[0] * (1 + values[1] * $0)
    }
    let trades = try ["buy", "sell"].map { kind throws(MetricError) in
      let number = graph.interactions.kinds.number(of: kind)
      return try graph.interactions.events.counts(graph.personCount, watchedBy: monitor) {
        $0.kind == number ? $0.target : nil
      }
    }
    let prices = base.indices.map { person in
      base[person] * pow(1 + values[2], trades[0][person] - trades[1][person])
    }
    return Measured(
      values: prices,
      companions: [
        Measured.Companion("base", unit: .amount(of: "eaves"), values: base),
        Measured.Companion("buys", unit: .count(of: "shares"), values: trades[0]),
        Measured.Companion("sells", unit: .count(of: "shares"), values: trades[1]),
      ],
      defaults: arguments.defaultRelation(of: card)
    )
  }
}

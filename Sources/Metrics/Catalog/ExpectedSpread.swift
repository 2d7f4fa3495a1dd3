package import Graph
package import Values

/// How many others a message of somebody's is expected to come to, passed on from one to another.
package struct ExpectedSpread: Metric {
  package let card = MetricCard(
    name: "expected spread",
    summary: "how many others a message is expected to come to, passed on by chance",
    formula: "s(v) = sum of w(u) P(live ties lead from v to u) over u != v; w = 1 without a set",
    meaning: """
      Reach counts who could hear if everybody passed everything on; this counts who will, if each \
      tie carries with a chance. Weighted by trust, a follower heeds by as much as they trust, and \
      who heeds passes it on; missing trust carries nothing, and a weight above 1 counts as 1. With a topic each counts by their \
      interest, and `weighted by (trust * interest in #yoga)` makes interest a part of each \
      chance. Unweighted, all ties carry alike, and the probability is an assumption: learn it, or \
      compare several. A weight of people, such as lifetime value, is what hearing is worth. Do not \
      add the spreads of several people, who share listeners: `choose` counts those once.
      """,
    unit: .amount(of: "people"),
    source: "Kempe, Kleinberg, Tardos, 2003; reverse sets: Borgs et al., 2014; Li et al., 2015",
    claim: .model,
    accepts: [.with, .weightedBy, .over, .within],
    relation: "follows",
    parameters: [
      MetricCard.Parameter(
        "cascade",
        among: [
          MetricCard.Parameter.Option(
            "independent cascade",
            "each tie carries by its own chance: its weight, or else the probability"
          ),
          MetricCard.Parameter.Option(
            "degree-weighted cascade",
            "a listener's chances sum to 1, shared out over all they follow"
          ),
          MetricCard.Parameter.Option(
            "linear threshold",
            "a listener heeds once enough of those they follow have; shared out as above"
          ),
          MetricCard.Parameter.Option(
            "direct",
            "who follows hears, by their weight if there is one, and nobody passes it on"
          ),
        ],
        assumed: true,
        "how listeners take it up"
      ),
      MetricCard.Parameter(
        "probability",
        default: 0.1,
        in: 0...1,
        assumed: true,
        "the chance that a tie without a weight carries, in an independent cascade"
      ),
      MetricCard.Parameter(
        "draws",
        default: 100_000,
        in: 1_000...10_000_000,
        "how many reverse-reachable sets are drawn, at most"
      ),
      MetricCard.Parameter(
        "seed",
        default: 1,
        in: 0...1_000_000_000,
        "where the draws begin; the same seed gives the same numbers"
      ),
    ],
    companions: [
      MetricCard.Companion("error", "the standard error of an estimate; 0 where it is exact")
    ],
    isGraded: true,
    laws: [.liesIn(0...1e9)],
    examples: [
      MetricExample(
        "one tie in ten carries: b and d hear with 0.1 each, c with 0.1 times 0.1",
        graph: "b>a c>b d>a",
        expect: ["a": 0.21, "b": 0.1, "c": 0]
      ),
      MetricExample(
        "c heeds a with 0.5, or b who heeds a: 1 - (1 - 0.5)(1 - 0.8 * 0.4) = 0.66",
        graph: "b>a:0.8 c>b:0.4 c>a:0.5",
        weightedByTrust: true,
        expect: ["a": 1.46, "b": 0.4]
      ),
    ],
    triedWords: [
      "spread", "influence spread", "independent cascade", "linear threshold", "weighted cascade",
      "virality", "viral reach", "cascade", "expected reach", "diffusion",
    ]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let model = try model(on: graph, with: arguments, watchedBy: monitor)
    guard model.total > 0 else {
      let missing = [Double](repeating: .nan, count: graph.personCount)
      return Measured(
        values: missing,
        companions: [
          Measured.Companion("error", unit: unit(with: arguments), values: missing, isShown: false)
        ],
        missingReason: "nobody to reach",
        defaults: defaults(with: arguments)
      )
    }
    let spreads = try model.spreads(
      reporting: card.name,
      threads: arguments.threads,
      watchedBy: monitor
    )
    let errors = spreads.errors ?? Array(repeating: 0, count: spreads.values.count)
    return Measured(
      values: spreads.values,
      companions: [
        Measured.Companion(
          "error",
          unit: unit(with: arguments),
          values: errors,
          isShown: spreads.errors != nil
        )
      ],
      defaults: defaults(with: arguments),
      remarks: try remarks(on: graph, draws: spreads.draws, with: arguments, watchedBy: monitor),
      claim: spreads.errors == nil ? nil : .sampled
    )
  }

  /// How much is drawn, and how much of the weights is known.
  private func remarks(
    on graph: Graph,
    draws: Int,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> [String] {
    let drawn =
      draws > 0
      ? ["spread is estimated from \(Tally.digits(draws)) reverse-reachable sets"] : []
    guard case .ties? = arguments.weight else { return drawn }
    let relation = try graph.relation(arguments.relation, orElse: card.relation)
    return try drawn + arguments.cappedRemarks
      + arguments.weightRemarks(over: relation, in: graph, watchedBy: monitor)
  }

  /// The ties, worths and settings that some arguments say.
  package func model(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> SpreadModel {
    let relation = try graph.relation(arguments.relation, orElse: card.relation)
    if let hops = arguments.hops, hops < 1 {
      throw .outOfRange(parameter: "hops", value: Double(hops), range: 1...Double(Int32.max))
    }
    let ties = try CascadeTies(
      relation,
      try uptake(arguments),
      probability: try arguments.value(of: card.parameters[1]),
      with: arguments,
      watchedBy: monitor
    )
    return SpreadModel(
      ties,
      worth: arguments.worths(in: graph),
      within: arguments.hops,
      draws: Int(try arguments.value(of: card.parameters[2])),
      seed: UInt64(try arguments.value(of: card.parameters[3]))
    )
  }

  private func uptake(
    _ arguments: MetricArguments
  ) throws(MetricError) -> CascadeTies.Uptake {
    CascadeTies.Uptake(rawValue: try arguments.option(of: card.parameters[0])) ?? .independent
  }

  /// What the numbers are numbers of: people, or what people weigh.
  package func unit(with arguments: MetricArguments) -> Unit {
    guard case .people? = arguments.weight, (arguments.weight?.greatest ?? 0) > 1 else {
      return card.unit
    }
    return .amount(of: "expected weight")
  }

  /// What shaped the numbers without being said.
  package func defaults(with arguments: MetricArguments) -> [String] {
    var defaults = arguments.defaultRelation(of: card)
    if arguments.group?.interest != nil { defaults.insert("graded by interest", at: 0) }
    let uptake = (try? uptake(arguments)) ?? .independent
    if arguments.options["cascade"] == nil { defaults.append(uptake.rawValue) }
    let isWeighed = if case .ties? = arguments.weight { true } else { false }
    if uptake == .independent, !isWeighed, arguments.parameters["probability"] == nil {
      defaults.append("probability 0.1")
    }
    return defaults + (isWeighed ? arguments.missingDefaults : [])
  }
}

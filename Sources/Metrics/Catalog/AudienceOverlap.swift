package import Graph
package import Values

/// What part of somebody's audience belongs to a group: by heads, or by what each head weighs.
package struct AudienceOverlap: Metric {
  package let card = MetricCard(
    name: "audience overlap",
    summary: "what part of this person's audience belongs to the group",
    formula: "overlap(v) = sum of w(u) q(u) / sum of w(u) over u in audience(v); unweighted, w = 1",
    meaning: """
      q is 1 for a member of the group, else 0. Weighted by trust: of the trust this person \
      enjoys, how much sits with the group. It ignores size, so it ranks by low, the lower end of \
      its 95 % interval as if the audience were a sample; expected counts the people who would \
      heed. Negative trust counts as 0. Trust that is not known is no evidence.
      """,
    unit: .share,
    source: "Hajek 1971 and Horvitz, Thompson 1952 forms; Kish 1965; Wilson 1927",
    requires: [.with],
    accepts: [.weightedBy, .over],
    relation: "follows",
    companions: [
      MetricCard.Companion("low", "lower end of the 95 % interval; it ranks"),
      MetricCard.Companion("high", "upper end of the 95 % interval"),
      MetricCard.Companion(
        "expected",
        "sum of weight x interest, however little: interested people who would heed"
      ),
      MetricCard.Companion("shared", "how many of the audience belong to the group"),
      MetricCard.Companion("audience", "how many people the audience has"),
      MetricCard.Companion("effective audience", "(sum of w) squared / sum of w squared, known w"),
      MetricCard.Companion("trust known", "part of the audience whose trust is known"),
      MetricCard.Companion("weight known", "part of the audience whose weight is known"),
      MetricCard.Companion("unweighted", "shared / audience"),
    ],
    isProportion: true,
    laws: [.liesIn(0...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "two of the three who follow v are interested in yoga",
        graph: "a>v b>v c>v a~yoga:0.9 b~yoga:0.5 c~yoga:0.4",
        topic: "yoga",
        expect: ["v": 0.6667, "a": .nan]
      ),
      MetricExample(
        "(0.9 + 0.3) / (0.9 + 0.3 + 0.6 + 0) of the trust in v sits with yoga",
        graph: "a>v:0.9 b>v:0.3 c>v:0.6 d>v:-0.5 a~yoga b~yoga d~yoga",
        topic: "yoga",
        weightedByTrust: true,
        expect: ["v": 0.6667]
      ),
    ],
    triedWords: [
      "overlap", "relevance", "relevant audience", "audience match", "fit", "containment",
      "audience composition", "target audience share",
    ]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let relation = try graph.relation(arguments.relation, orElse: card.relation)
    let group = try arguments.requiredGroup(in: graph)
    let weight = arguments.weight
    let missing = weight?.isTrust == true ? arguments.missingTrust : nil
    let overlaps = OverlapScan(
      try AudienceScan(relation, group: group.heads, weight: weight, watchedBy: monitor),
      filledBy: try arguments.inferredScan(relation, group: group.heads, watchedBy: monitor),
      isWeighted: weight != nil,
      missing: missing ?? 0
    )
    let ranges = ParallelRanges(balancing: relation.backward)
    let (columns, tallies) = try ranges.columnsAndParts(
      overlaps.shareColumns,
      card.name,
      threads: arguments.threads,
      watchedBy: monitor
    ) { overlaps.shares($0) }
    let graded = OverlapScan(
      AudienceScan(pulling: relation, group: group, weight: weight),
      filledBy: arguments.inferredTrust.map {
        AudienceScan(
          pulling: relation,
          group: group,
          weight: .ties($0.ties, name: "inferred trust")
        )
      },
      isWeighted: weight != nil,
      missing: missing ?? 0
    )
    let others = DeferredColumns(over: ranges, threads: arguments.threads) { graded.others($0) }
    var measured = Measured(
      values: columns[0],
      companions: bounds(columns, audiences: relation.backward)
        + companions(others, weight: weight, missing: missing),
      basis: weight == nil ? "audience" : "effective audience"
    )
    var tally = tallies.reduce(OverlapTally(), +)
    tally.forget(deserted: graph.personCount - graph.presentCount)
    measured.missingReason = tally.missingReason
    measured.defaults = arguments.defaultRelation(of: card)
    measured.defaults += arguments.missingDefaults
    measured.remarks = tally.remarks(
      ties: arguments.tieNoun,
      weight: weight,
      missing: missing
    )
    return measured
  }

  /// The ends of Wilson's intervals, made of the shares and what they rest on.
  private func bounds(_ columns: [[Double]], audiences: Rows) -> [Measured.Companion] {
    let shares = columns.count > 2 ? columns[2] : columns[0]
    let sizes = columns.count > 1 ? columns[1] : []
    let interval = { @Sendable (person: Int) in
      let size = sizes.isEmpty ? Double(audiences.degree(of: PersonID(person))) : sizes[person]
      return WilsonInterval(share: shares[person], of: size)
    }
    let low = PersonColumn.derived(count: shares.count) { interval($0).low }
    let high = PersonColumn.derived(count: shares.count) { interval($0).high }
    return [
      Measured.Companion("low", unit: .share, column: low),
      Measured.Companion("high", unit: .share, column: high, isShown: false),
    ]
  }

  /// Names the other columns of `OverlapScan`.
  private func companions(
    _ others: DeferredColumns,
    weight: MetricArguments.Weight?,
    missing: Double?
  ) -> [Measured.Companion] {
    let countsPeople = (weight?.greatest ?? 1) <= 1 && (missing ?? 0) <= 1
    let expected = Unit.amount(of: countsPeople ? "people" : "expected weight")
    let people = Unit.count(of: "people")
    var companions = [
      Measured.Companion("expected", unit: expected, column: .made(others, 0)),
      Measured.Companion("shared", unit: people, column: .made(others, 1)),
      Measured.Companion("audience", unit: people, column: .made(others, 2)),
    ]
    if let weight {
      companions += [
        Measured.Companion(
          "effective audience",
          unit: .amount(of: "people"),
          column: .made(others, 3)
        ),
        Measured.Companion("\(weight.noun) known", unit: .share, column: .made(others, 4)),
        Measured.Companion("unweighted", unit: .share, column: .made(others, 5)),
      ]
    }
    return companions
  }
}

extension AudienceOverlap: Explaining {
  package func parts(
    of person: PersonID,
    in measured: Measured,
    on graph: Graph,
    with arguments: MetricArguments
  ) throws(MetricError) -> Explanation {
    let group = try arguments.requiredGroup(in: graph)
    let members = try audience(of: person, on: graph, with: arguments)
    let shares = members.map { member, weight, note -> (PersonID, Double, String) in
      let isMember = group.members.contains(member)
      let place = isMember ? "in the group" : "not in the group"
      return (member, isMember ? weight : 0, place + note)
    }
    return Explanation(sharing: shares, of: members.reduce(0) { $0 + $1.weight })
  }

  package func parts(
    ofCompanion name: String,
    of person: PersonID,
    on graph: Graph,
    with arguments: MetricArguments
  ) throws(MetricError) -> Explanation? {
    guard name == "expected" else { return nil }
    let group = try arguments.requiredGroup(in: graph)
    let parts = try audience(of: person, on: graph, with: arguments).map { member, weight, note in
      let interest = group.interest?[Int(member)] ?? (group.members.contains(member) ? 1 : 0)
      let product = "\(weight.roundedText) x \(interest.roundedText)"
      return Explanation.Part(from: member, weight * interest, product + note)
    }
    return Explanation(parts)
  }

  /// The audience of a person, with what each weighs and a word where that is not known.
  private func audience(
    of person: PersonID,
    on graph: Graph,
    with arguments: MetricArguments
  ) throws(MetricError) -> [(member: PersonID, weight: Double, note: String)] {
    let relation = try graph.relation(arguments.relation, orElse: card.relation)
    let weight = arguments.weight
    let filling = arguments.inferredTrust.map {
      MetricArguments.Weight.ties($0.ties, name: "inferred trust")
    }
    return relation.backward[person].map { member in
      let known = weight.map { $0.weight(of: member, for: person) } ?? 1
      guard known.isNaN else { return (member, max(known, 0), "") }
      let inferred = filling?.weight(of: member, for: person) ?? .nan
      let noun = weight?.noun ?? "weight"
      guard inferred.isNaN else { return (member, max(inferred, 0), ", \(noun) inferred") }
      return (member, arguments.missingWeight ?? 0, ", \(noun) not known")
    }
  }
}

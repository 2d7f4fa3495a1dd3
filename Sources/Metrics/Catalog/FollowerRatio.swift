package import Graph
package import Values

/// Followers among all follows somebody takes part in.
package struct FollowerRatio: Metric {
  package let card = MetricCard(
    name: "follower ratio",
    summary: "followers as a part of followers and followed together",
    formula: "follower ratio(v) = followers(v) / (followers(v) + following(v))",
    meaning: """
      1/2 is as many followers as followed; near 1 is heard more than listening. Whoever follows \
      nobody has 1 with a single follower, so read it beside the number of followers. Per followed \
      has no upper end; discounted leaves mutual follows out for whoever follows more than follow \
      them, since these are often an exchange.
      """,
    unit: .score,
    source: "FollowerRank: Nagmoti, Teredesai, De Cock 2010; discounted: Gayo-Avello 2013",
    accepts: [.over],
    relation: "follows",
    companions: [
      MetricCard.Companion("per followed", "followers for each one followed"),
      MetricCard.Companion(
        "discounted",
        "the same, where that is at most 1 without mutual follows"
      ),
    ],
    laws: [.liesIn(0...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "b has two followers and follows one; d has nothing to compare",
        graph: "a>b c>b b>c d",
        expect: ["a": 0, "b": 0.6667, "c": 0.5, "d": .nan]
      )
    ],
    triedWords: [
      "followerrank", "follower rank", "follow ratio", "tff", "follower following ratio",
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
    let values = (0..<UInt32(relation.backward.count)).map { person in
      let followers = Double(relation.backward.degree(of: person))
      return followers / (followers + Double(relation.forward.degree(of: person)))
    }
    func ratio(_ isDiscounted: Bool) -> PersonColumn {
      .derived(count: values.count) { [relation] number in
        let person = PersonID(number)
        let (followers, followed) = (relation.backward[person], relation.forward[person])
        guard isDiscounted, followers.count <= followed.count else {
          return followed.isEmpty ? .nan : Double(followers.count) / Double(followed.count)
        }
        let mutual = followers.count { relation.forward.position(of: $0, in: person) != nil }
        let rest = followed.count - mutual
        return rest == 0 ? .nan : Double(followers.count - mutual) / Double(rest)
      }
    }
    return Measured(
      values: values,
      companions: [
        Measured.Companion("per followed", unit: .ratio, column: ratio(false), isShown: false),
        Measured.Companion("discounted", unit: .ratio, column: ratio(true), isShown: false),
      ],
      missingReason: "neither follows nor is followed",
      defaults: arguments.defaultRelation(of: card)
    )
  }
}

extension FollowerRatio: Explaining {
  package func parts(
    of person: PersonID,
    in measured: Measured,
    on graph: Graph,
    with arguments: MetricArguments
  ) throws(MetricError) -> Explanation {
    let relation = try graph.relation(arguments.relation, orElse: card.relation)
    let followers = relation.backward[person]
    let whole = Double(followers.count + relation.forward.degree(of: person))
    return Explanation(sharing: followers.map { ($0, 1, "") }, of: whole)
  }
}

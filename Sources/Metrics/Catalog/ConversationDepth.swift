package import Graph
package import Values

/// How long the longest chain of answers is that somebody's posts began.
package struct ConversationDepth: Metric {
  package let card = MetricCard(
    name: "conversation depth",
    summary: "the longest chain of answers that a post of this person began",
    formula: "depth(v) = max over posts p of v of the steps in answers to answers to p",
    meaning: """
      A reply counts where it names the post or the reply it answers. A chain counts, whoever \
      speaks in it; a thousand congratulations are one step deep.
      """,
    unit: .count(of: "steps"),
    source: "classic in thread analysis",
    companions: [
      MetricCard.Companion("answers", "replies in all the threads of the posts"),
      MetricCard.Companion("speakers", "how many other people took part"),
    ],
    laws: [.liesIn(0...1e9), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "a answers b's post, b answers that, and c answers the post too",
        graph: "b^/0 a@reply@b:p0#i1/1 b@reply@a:i1#i2/2 c@reply@b:p0#i3/3",
        expect: ["a": 0, "b": 2, "c": 0]
      )
    ],
    triedWords: ["thread depth", "threads", "conversations", "back and forth"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    guard graph.posts.posts.isLoaded else { throw .postsNotLoaded }
    let isReply = try ReactionWeights(["reply": 1], in: graph)
    var author = [PersonID](repeating: nobody, count: graph.postNameCount)
    var depth = [Double](repeating: 0, count: graph.postNameCount)
    for post in graph.posts.posts { author[Int(post.id)] = post.author }
    let zeros = [Double](repeating: 0, count: graph.personCount)
    var (deepest, answers, speakers) = (zeros, zeros, zeros)
    var heard: Set<UInt64> = []
    // An answer comes after what it answers, so that one pass in the order of time is enough.
    for (number, event) in graph.interactions.events.enumerated() {
      try monitor.pause(at: number)
      guard event.post != nobody, isReply[event.kind] != nil else { continue }
      let owner = author[Int(event.post)]
      guard owner != nobody else { continue }
      let own = depth[Int(event.post)] + 1
      deepest[Int(owner)] = max(deepest[Int(owner)], own)
      answers[Int(owner)] += 1
      let pair = UInt64(owner) << 32 | UInt64(event.source)
      if event.source != owner, heard.insert(pair).inserted { speakers[Int(owner)] += 1 }
      guard event.id != nobody, author[Int(event.id)] == nobody else { continue }
      author[Int(event.id)] = owner
      depth[Int(event.id)] = own
    }
    return Measured(
      values: deepest,
      companions: [
        Measured.Companion("answers", unit: .count(of: "replies"), values: answers),
        Measured.Companion("speakers", unit: .count(of: "people"), values: speakers),
      ]
    )
  }
}

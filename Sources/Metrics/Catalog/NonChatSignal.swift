package import Graph
package import Values

/// How much of what somebody writes is no mere conversation.
package struct NonChatSignal: Metric {
  package let card = MetricCard(
    name: "non-chat signal",
    summary: "part of posts that are no replies, with a little for polite answers",
    formula:
      "NCS(v) = p / (p + r) + discount (r - r') / (r + 1), p posts, r replies, r' in own talks",
    meaning: """
      Whoever only chats has nothing to say to strangers. A reply in somebody else's conversation \
      may be courtesy, and is given back a part of what it costs: the discount. A conversation is \
      its first post with all that answers it, as far as the replies say what they answer. A post \
      that answers another is a reply.
      """,
    unit: .plain,
    source: "Pal, Counts, Identifying topical authorities in microblogs, 2011",
    claim: .model,
    accepts: [.in],
    parameters: [
      MetricCard.Parameter(
        "discount",
        default: 0.05,
        in: 0...1,
        assumed: true,
        "how much of a reply in another's conversation is forgiven"
      )
    ],
    companions: [
      MetricCard.Companion("own posts", "posts that answer nothing"),
      MetricCard.Companion("replies", "messages that answer another"),
      MetricCard.Companion("in own talks", "of these, answers below an own post"),
    ],
    laws: [.liesIn(0...2), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "b answers a, whose post it is, and a answers below the own post: 1/2; b: 0 + 0.05 / 2",
        graph: "a^ b@reply@a:p0#m1 a@reply@b:m1 c",
        expect: ["a": 0.5, "b": 0.025, "c": .nan]
      )
    ],
    triedWords: ["non chat signal", "chat", "chattiness", "conversational"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let discount = try arguments.value(of: card.parameters[0])
    let view = arguments.topic.map { graph.viewed(in: Scope(topic: $0), reading: []) } ?? graph
    guard view.posts.posts.isLoaded else { throw .postsNotLoaded }
    let talk = try Talk(in: view, watchedBy: monitor)
    let values = talk.posts.indices.map { person in
      let (posts, replies) = (talk.posts[person], talk.replies[person])
      return posts / (posts + replies) + discount * (replies - talk.own[person]) / (replies + 1)
    }
    return Measured(
      values: values,
      companions: [
        Measured.Companion("own posts", unit: .count(of: "posts"), values: talk.posts),
        Measured.Companion("replies", unit: .count(of: "replies"), values: talk.replies),
        Measured.Companion("in own talks", unit: .count(of: "replies"), values: talk.own),
      ],
      missingReason: "neither posts nor replies"
    )
  }
}

/// Who wrote, who answered, and in whose conversations.
private struct Talk {
  /// Posts that answer nothing.
  private(set) var posts: [Double]
  private(set) var replies: [Double]
  /// Replies in conversations that the same person began.
  private(set) var own: [Double]
  /// Who began the conversation each message is in; `nobody` where that is not known.
  private var starters: [PersonID]

  init(in graph: Graph, watchedBy monitor: WorkMonitor) throws(MetricError) {
    posts = Array(repeating: 0, count: graph.personCount)
    (replies, own) = (posts, posts)
    starters = Array(repeating: nobody, count: graph.postNames.count)
    for post in graph.posts.posts where post.parent == nobody {
      posts[Int(post.author)] += 1
      starters[Int(post.id)] = post.author
    }
    var counted: Set<UInt32> = []
    // An answer comes after what it answers.
    for (number, post) in graph.posts.posts.enumerated() where post.parent != nobody {
      try monitor.pause(at: number)
      starters[Int(post.id)] = starters[Int(post.parent)]
      counted.insert(post.id)
      answer(by: post.author, to: post.parent)
    }
    let reply = graph.interactions.kinds.number(of: "reply")
    for (number, event) in graph.interactions.events.enumerated() where event.kind == reply {
      try monitor.pause(at: number)
      if event.id != nobody {
        guard !counted.contains(event.id) else { continue }
        if event.post != nobody { starters[Int(event.id)] = starters[Int(event.post)] }
      }
      answer(by: event.source, to: event.post)
    }
  }

  private mutating func answer(by person: PersonID, to message: UInt32) {
    replies[Int(person)] += 1
    if message != nobody, starters[Int(message)] == person { own[Int(person)] += 1 }
  }
}

package import Graph
package import Values

/// How many people passed on what somebody posted, and along what chains.
package struct CascadeSize: Metric {
  package let card = MetricCard(
    name: "cascade size",
    summary: "people who passed on a post of this person, on average",
    formula: "size(v) = mean over posts p of v of the people whose shares lead back to p",
    meaning: """
      What did spread, where expected spread says what should. A share counts where it names the \
      post or the share it passes on, within the window. Depth is the longest chain of shares; \
      virality is how many steps lie between two who have it, on average: 2 at most where all \
      shared the post itself, as from a loudspeaker, and more where it went from one to another. \
      Branching is how many further shares a share brought: below 1 it dies out.
      """,
    unit: .amount(of: "people"),
    source: "Goel, Anderson, Hofman, Watts, The structural virality of online diffusion, 2016",
    parameters: [
      MetricCard.Parameter(
        "window",
        defaultDays: 7,
        in: 0.01...36_500,
        assumed: true,
        "how long after a post its shares count"
      )
    ],
    companions: [
      MetricCard.Companion("largest", "people who passed on the post that most did"),
      MetricCard.Companion("depth", "the longest chain of shares"),
      MetricCard.Companion("virality", "mean steps between two in a cascade, over shared posts"),
      MetricCard.Companion("branching", "further shares for each share"),
    ],
    laws: [.liesIn(0...1e9), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "b shares the first of a's two posts, c what b shared, and d the post itself",
        graph: "a^/0 a^/1 b@share@a:p0#s1/1 c@share@b:s1/2 d@share@a:p0/3",
        expect: ["a": 1.5, "b": .nan]
      )
    ],
    triedWords: [
      "structural virality", "cascade depth", "share cascade", "cascades", "retweet cascade",
      "branching factor",
    ]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    guard graph.posts.posts.isLoaded else { throw .postsNotLoaded }
    let days = try arguments.value(of: card.parameters[0])
    let isShare = try ReactionWeights(["share": 1], in: graph)
    var trees = ShareTrees(of: graph, within: days)
    // A share comes after what it passes on, so that one pass in the order of time is enough.
    for (number, event) in graph.interactions.events.enumerated() {
      if number & 0xF_FFFF == 0xF_FFFF, monitor.isCancelled() { throw .cancelled }
      guard event.post != nobody, isShare[event.kind] != nil else { continue }
      trees.add(event)
    }
    let zeros = [Double](repeating: 0, count: graph.personCount)
    var (posts, sharers, largest, depth) = (zeros, zeros, zeros, zeros)
    var (virality, shared, shares, further) = (zeros, zeros, zeros, zeros)
    let steps = trees.steps()
    for (tree, root) in trees.roots.enumerated() {
      let author = Int(root.author)
      posts[author] += 1
      sharers[author] += Double(root.sharers)
      largest[author] = max(largest[author], Double(root.sharers))
      depth[author] = max(depth[author], Double(root.depth))
      shares[author] += Double(root.shares)
      further[author] += Double(root.further)
      guard root.shares > 0 else { continue }
      let size = Double(root.shares + 1)
      virality[author] += 2 * steps[tree] / (size * (size - 1))
      shared[author] += 1
    }
    let unit = Unit.count(of: "people")
    func part(_ sums: [Double], of counts: [Double]) -> [Double] {
      zip(sums, counts).map { $0 / $1 }
    }
    let isAuthor = posts.map { $0 > 0 }
    func known(_ values: [Double]) -> [Double] { zip(values, isAuthor).map { $1 ? $0 : .nan } }
    return Measured(
      values: part(sharers, of: posts),
      companions: [
        Measured.Companion("largest", unit: unit, values: known(largest)),
        Measured.Companion("depth", unit: .count(of: "steps"), values: known(depth)),
        Measured.Companion(
          "virality",
          unit: .amount(of: "steps"),
          values: part(virality, of: shared)
        ),
        Measured.Companion("branching", unit: .ratio, values: part(further, of: shares)),
      ],
      missingReason: "no posts",
      defaults: arguments.parameters["window"] == nil ? ["window 7 days"] : []
    )
  }
}

/// What was shared from where: a tree for each post.
private struct ShareTrees {
  /// A post and what came of it.
  struct Root {
    let author: PersonID
    let time: Instant?
    var sharers = 0
    var shares = 0
    /// The shares of shares.
    var further = 0
    var depth = 0
  }

  private struct Node {
    let parent: Int
    let tree: Int
    let depth: Int
  }

  private(set) var roots: [Root] = []
  private var nodes: [Node] = []
  /// The node of each post and of each share that has an id; -1 where there is none.
  private var nodeOfName: [Int]
  private var known: Set<UInt64> = []
  private let window: Double

  /// The posts, none of them shared yet; shares count for so many days.
  init(of graph: Graph, within days: Double) {
    window = days * 86_400_000_000
    nodeOfName = Array(repeating: -1, count: graph.postNameCount)
    for post in graph.posts.posts where nodeOfName[Int(post.id)] < 0 {
      nodeOfName[Int(post.id)] = nodes.count
      nodes.append(Node(parent: -1, tree: roots.count, depth: 0))
      roots.append(Root(author: post.author, time: post.time))
    }
  }

  /// Adds a share of a post or of a share; those of the author's own do not count.
  mutating func add(_ share: Interactions.Event) {
    let parent = nodeOfName[Int(share.post)]
    guard parent >= 0 else { return }
    let (tree, depth) = (nodes[parent].tree, nodes[parent].depth + 1)
    let root = roots[tree]
    guard share.source != root.author, isInWindow(share.time, of: root.time) else { return }
    if share.id != nobody, nodeOfName[Int(share.id)] < 0 {
      nodeOfName[Int(share.id)] = nodes.count
    }
    nodes.append(Node(parent: parent, tree: tree, depth: depth))
    roots[tree].shares += 1
    if depth > 1 { roots[tree].further += 1 }
    roots[tree].depth = max(root.depth, depth)
    let pair = UInt64(tree) << 32 | UInt64(share.source)
    if known.insert(pair).inserted { roots[tree].sharers += 1 }
  }

  private func isInWindow(_ time: Instant?, of begin: Instant?) -> Bool {
    guard let time, let begin else { return true }
    return Double(time.microseconds) - Double(begin.microseconds) <= window
  }

  /// Per tree, the steps between each two of its nodes, added up: each tie of the tree lies between
  /// those below it and all others.
  func steps() -> [Double] {
    var sizes = [Double](repeating: 1, count: nodes.count)
    var steps = [Double](repeating: 0, count: roots.count)
    for (number, node) in nodes.enumerated().reversed() where node.parent >= 0 {
      let whole = Double(roots[node.tree].shares + 1)
      steps[node.tree] += sizes[number] * (whole - sizes[number])
      sizes[node.parent] += sizes[number]
    }
    return steps
  }
}

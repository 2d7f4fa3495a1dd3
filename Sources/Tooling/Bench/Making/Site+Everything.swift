import Graph
import Values

extension Site {
  /// Saves a graph that has something for every measure to read; returns its path.
  ///
  /// To the ties, interests and interactions of the files come as many posts as people, two
  /// reactions and an action a person, vouches of every tenth, and prices. Who is followed most
  /// writes most, and those who follow react.
  func everything() throws -> String {
    let path = files.path("everything.kithgraph")
    let talk = try talk()
    try talk.say("load interactions from \"\(files.path("interactions.csv"))\"")
    var happenings = Happenings(on: try follows())
    talk.graph = happenings.added(to: talk.graph)
    try talk.say("set overwrite yes")
    try talk.say("save \"\(path)\"")
    return path
  }
}

/// What people write, do and buy in a made graph.
private struct Happenings {
  private let follows: Relation
  private let people: Int
  private var draws = Draws(seed: 44, stream: 0)
  private var authors: [PersonID] = []

  init(on follows: Relation) {
    self.follows = follows
    people = follows.backward.count
  }

  /// The graph with all of it.
  mutating func added(to graph: Graph) -> Graph {
    var builder = GraphBuilder(extending: graph)
    addPosts(to: &builder, topics: graph.topicCount)
    addReactions(to: &builder)
    addActions(to: &builder)
    let prices = (0..<people).map { _ in Double(draws.number(below: 1_000)) }
    builder.add(Attribute(name: "price", cells: .numbers(prices)))
    return builder.frozen()
  }

  private mutating func addPosts(to builder: inout GraphBuilder, topics: Int) {
    var posts: [Posts.Post] = []
    for number in 0..<people {
      authors.append(follows.forward.neighbours[draws.number(below: follows.count)])
      posts.append(
        Posts.Post(
          id: builder.post("m\(number)"),
          author: authors[number],
          time: moment(),
          topics: [UInt32(draws.number(below: min(topics, draws.number(below: topics) + 1)))]
        )
      )
    }
    builder.add(posts)
    builder.add(
      (0..<people / 10).map { _ in
        let (source, target) = (reader(of: 0), PersonID(draws.number(below: people)))
        let topic = UInt32(draws.number(below: topics))
        return Vouches.Vouch(source: source, target: target, topic: topic, time: moment())
      }
    )
  }

  private mutating func addReactions(to builder: inout GraphBuilder) {
    let kinds = ["like", "like", "share", "reply"].map { builder.interactionKind($0) }
    var events: [Interactions.Event] = []
    for number in 0..<people * 2 {
      let post = number % people
      events.append(
        Interactions.Event(
          source: reader(of: post),
          target: authors[post],
          kind: kinds[draws.number(below: kinds.count)],
          time: moment(),
          post: builder.post("m\(post)"),
          sentiment: Sentiment(Double(draws.number(below: 201)) / 100 - 1) ?? .unknown
        )
      )
    }
    builder.add(events)
  }

  private mutating func addActions(to builder: inout GraphBuilder) {
    let kinds = ["click", "click", "visit", "bounce", "signup", "purchase"]
      .map { builder.actionKind($0) }
    var actions: [Actions.Action] = []
    for post in 0..<people {
      let kind = kinds[draws.number(below: kinds.count)]
      let isPurchase = kind == kinds[5]
      actions.append(
        Actions.Action(
          person: reader(of: post),
          kind: kind,
          time: moment(),
          value: isPurchase ? Double(draws.number(below: 90) + 10) : .nan,
          brand: authors[draws.number(below: min(20, people))],
          post: isPurchase ? nobody : builder.post("m\(post)")
        )
      )
    }
    builder.add(actions)
  }

  /// Somebody who follows a post's author; everybody who writes is followed.
  private mutating func reader(of post: Int) -> PersonID {
    let readers = follows.backward[authors[post]]
    return readers[readers.startIndex + draws.number(below: readers.count)]
  }

  /// A moment of the year 2025.
  private mutating func moment() -> Instant? {
    Instant(year: 2025, month: 1, day: 1).map {
      Instant(microseconds: $0.microseconds + Int64(draws.number(below: 365 * 86_400)) * 1_000_000)
    }
  }
}

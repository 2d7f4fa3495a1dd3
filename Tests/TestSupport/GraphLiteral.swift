package import Graph
import Values

extension Graph {
  /// A graph from a line such as `"a>b b>c:0.5 a~yoga:0.9 c@share@b"`.
  ///
  /// `>` is a follow, with `:W` also a trust of that weight; `!` a trust alone; `~` an interest in
  /// a topic; `^` a post about a topic or, alone, about none; `@KIND@` an interaction, with `:p0` on
  /// the first post, `#i1` an id and `=0.5` a sentiment; `+` with `:TOPIC` a vouch; `/3` behind one
  /// of these is its day; `run<sport` a topic and its parent; `a$purchase$b=40` an action for a brand
  /// and its value, with `:p0` through the first post. People and topics are numbered by first
  /// appearance; a lone name is a person.
  package init(literal: String) {
    var words = LiteralWords()
    for word in literal.split(separator: " ") { words.read(String(word)) }
    self = words.graph()
  }
}

/// What the words of a literal add up to.
private struct LiteralWords: ~Copyable {
  private var builder = GraphBuilder()
  private var follows = TieBuffer(weighted: false)
  private var trust = TieBuffer(weighted: true)
  private var interests = TieBuffer(weighted: true)
  private var events: [Interactions.Event] = []
  private var posts: [Posts.Post] = []
  private var parents: [UInt32: UInt32] = [:]
  private var vouches: [Vouches.Vouch] = []
  private var actions: [Actions.Action] = []

  mutating func read(_ written: String) {
    let dated = written.split(separator: "/")
    let word = String(dated[0])
    let time = dated.count > 1 ? Int(String(dated[1])).map(Graph.day) : nil
    if word.contains("$") {
      readAction(word, at: time)
      return
    }
    let parts = word.split(separator: "@")
    guard parts.count == 3 else {
      readTie(word, at: time)
      return
    }
    let source = builder.person(String(parts[0]))
    let scored = parts[2].split(separator: "=")
    let sentiment = scored.count > 1 ? Double(String(scored[1])).flatMap { Sentiment($0) } : nil
    let named = scored[0].split(separator: "#")
    let object = named[0].split(separator: ":")
    let target = builder.person(String(object[0]))
    let kind = builder.interactionKind(String(parts[1]))
    let post = object.count > 1 ? builder.post(String(object[1])) : nobody
    events.append(
      Interactions.Event(source: source, target: target, kind: kind, time: time, post: post)
    )
    events[events.count - 1].sentiment = sentiment ?? .unknown
    if named.count > 1 { events[events.count - 1].id = builder.post(String(named[1])) }
  }

  private mutating func readAction(_ word: String, at time: Instant?) {
    let parts = word.split(separator: "$")
    let worth = parts[2].split(separator: "=")
    let object = worth[0].split(separator: ":")
    actions.append(
      Actions.Action(
        person: builder.person(String(parts[0])),
        kind: builder.actionKind(String(parts[1])),
        time: time,
        value: worth.count > 1 ? Double(String(worth[1])) ?? .nan : .nan,
        brand: builder.person(String(object[0])),
        post: object.count > 1 ? builder.post(String(object[1])) : nobody
      )
    )
  }

  private mutating func readTie(_ word: String, at time: Instant?) {
    let parts = word.split(separator: ":")
    let weight = parts.count > 1 ? Double(String(parts[1])) : nil
    guard let sign = parts[0].firstIndex(where: { ">!~^<+".contains($0) }) else {
      _ = builder.person(String(parts[0]))
      return
    }
    let name = String(parts[0][parts[0].index(after: sign)...])
    if parts[0][sign] == "<" {
      parents[builder.topic(String(parts[0][..<sign]))] = builder.topic(name)
      return
    }
    let source = builder.person(String(parts[0][..<sign]))
    if parts[0][sign] == "^" {
      let topics = name.isEmpty ? [] : [builder.topic(name)]
      let id = builder.post("p\(posts.count)")
      posts.append(Posts.Post(id: id, author: source, time: time, topics: topics))
      return
    }
    if parts[0][sign] == "~" {
      interests.append(from: builder.topic(name), to: source, weight: weight ?? 1)
      return
    }
    let target = builder.person(name)
    if parts[0][sign] == "+" {
      let topic = builder.topic(parts.count > 1 ? String(parts[1]) : "")
      vouches.append(
        Vouches.Vouch(source: source, target: target, topic: topic, time: time)
      )
      return
    }
    if parts[0][sign] == ">" { follows.append(from: source, to: target) }
    if let weight { trust.append(from: source, to: target, weight: weight) }
  }

  consuming func graph() -> Graph {
    _ = builder.add(follows, to: "follows")
    if trust.count > 0 { _ = builder.add(trust, to: "trust") }
    _ = builder.add(statedInterests: interests)
    builder.add(events)
    builder.add(posts)
    _ = try? builder.add(topicParents: parents)
    builder.add(vouches)
    builder.add(actions)
    return builder.frozen()
  }
}

package import Graph

extension Graph {
  /// A graph from a line such as `"a>b b>c:0.5 a~yoga:0.9 c@share@b"`.
  ///
  /// `>` is a follow, with `:W` also a trust of that weight; `!` a trust alone; `~` an interest in
  /// a topic; `^` a post about a topic or, alone, about none; `@KIND@` an interaction;
  /// `run<sport` a topic and its parent. People and topics are numbered by first appearance; a lone
  /// name is a person.
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

  mutating func read(_ word: String) {
    let parts = word.split(separator: "@")
    guard parts.count == 3 else {
      readTie(word)
      return
    }
    let source = builder.person(String(parts[0]))
    let target = builder.person(String(parts[2]))
    let kind = builder.interactionKind(String(parts[1]))
    events.append(Interactions.Event(source: source, target: target, kind: kind))
  }

  private mutating func readTie(_ word: String) {
    let parts = word.split(separator: ":")
    let weight = parts.count > 1 ? Double(parts[1]) : nil
    guard let sign = parts[0].firstIndex(where: { ">!~^<".contains($0) }) else {
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
      posts.append(Posts.Post(id: builder.post("p\(posts.count)"), author: source, topics: topics))
      return
    }
    if parts[0][sign] == "~" {
      interests.append(from: builder.topic(name), to: source, weight: weight ?? 1)
      return
    }
    let target = builder.person(name)
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
    return builder.frozen()
  }
}

package import Graph

extension Graph {
  /// A random graph large enough to be worked on in several ranges.
  ///
  /// Each person has `tiesEach` follows at random, half of them trusted; every fifth is interested
  /// in yoga; there is an interaction of each kind, and a post. Complexity: O(people x tiesEach).
  package static func sparse(people: Int, tiesEach: Int, seed: UInt64) -> Graph {
    var random = SeededRandom(seed: seed)
    var builder = GraphBuilder()
    for person in 0..<people { _ = builder.person("p\(person)") }
    var follows = TieBuffer(weighted: false)
    var trust = TieBuffer(weighted: true)
    var interests = TieBuffer(weighted: true)
    let yoga = builder.topic("yoga")
    for source in 0..<UInt32(people) {
      for _ in 0..<tiesEach {
        let target = UInt32(random.next() % UInt64(people))
        guard source != target else { continue }
        follows.append(from: source, to: target)
        if random.next() % 2 == 0 {
          let weight = Double(random.next() % 1_000) / 1_000
          trust.append(from: source, to: target, weight: weight)
        }
      }
      if source % 5 == 0 {
        interests.append(from: yoga, to: source, weight: Double(random.next() % 100) / 100)
      }
    }
    _ = builder.add(follows, to: "follows")
    _ = builder.add(trust, to: "trust")
    _ = builder.add(statedInterests: interests)
    builder.add([Posts.Post(id: builder.post("p"), author: 0, topics: [yoga])])
    builder.add([Vouches.Vouch(source: 0, target: 1, topic: yoga)])
    for kind in ["share", "mention", "reply", "like"] {
      let number = builder.interactionKind(kind)
      builder.add([Interactions.Event(source: 0, target: 1, kind: number)])
    }
    builder.addActions(people / 10, among: people, seed: seed, days: 0)
    return builder.frozen()
  }
}

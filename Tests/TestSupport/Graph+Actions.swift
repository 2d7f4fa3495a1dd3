package import Graph

extension GraphBuilder {
  /// The kinds of action that measures read.
  package static let actionKinds = ["click", "visit", "bounce", "signup", "purchase"]

  /// Adds so many random actions of people: some through posts, some for brands, most of them,
  /// where they are dated, on so many days from 0 on.
  package mutating func addActions(
    _ count: Int,
    among people: Int,
    seed: UInt64,
    days: Int = 60
  ) {
    var random = SeededRandom(seed: seed)
    let kinds = GraphBuilder.actionKinds.map { actionKind($0) }
    let posts = (0..<people).map { post("p\($0)") }
    for _ in 0..<(people > 0 ? count : 0) {
      let draws = (0..<6).map { _ in Int(random.next() % 1_000) }
      let kind = kinds[[0, 0, 0, 1, 2, 3, 4, 4][draws[0] % 8]]
      add([
        Actions.Action(
          person: PersonID(draws[1] % people),
          kind: kind,
          time: days == 0 || draws[2] % 10 == 0 ? nil : Graph.day(draws[2] % days),
          value: kind == kinds[4] ? Double(draws[3] % 90 + 10) : .nan,
          brand: draws[4] % 3 == 0 ? nobody : PersonID(draws[4] % min(people, 3)),
          post: kind == kinds[4] || draws[5] % 4 == 0 ? nobody : posts[draws[5] % people]
        )
      ])
    }
  }
}

extension Graph {
  /// The same graph with three random actions a person, most of them dated.
  package func addingActions(seed: UInt64) -> Graph {
    var builder = GraphBuilder(extending: self)
    builder.addActions(personCount * 3, among: personCount, seed: seed)
    return builder.frozen()
  }
}

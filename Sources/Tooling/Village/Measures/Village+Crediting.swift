extension Village {
  /// Whose post persuaded a buyer; nil where none did.
  func author(of cause: Cause) -> Int? {
    cause.post.map { posts[$0].author }
  }

  /// How many actions of a kind came through a person's posts.
  func driven(_ kind: Action.Kind, by person: Int) -> Int {
    actions.filter { action in
      action.kind == kind && action.post.map { posts[$0].author } == person
    }.count
  }

  /// Each purchase with the author whose post the buyer last clicked on, for that brand, within 30
  /// days before it and since their last purchase there.
  func lastTouch() -> [(cause: Cause, author: Int)] {
    var clicks: [Pair: [(minute: Int, author: Int)]] = [:]
    var purchases: [Pair: [Int]] = [:]
    for action in actions {
      let pair = Pair(from: action.person, to: action.brand)
      if action.kind == .click, let post = action.post {
        clicks[pair, default: []].append((action.minute, posts[post].author))
      } else if action.kind == .purchase {
        purchases[pair, default: []].append(action.minute)
      }
    }
    return causes.compactMap { cause in
      let pair = Pair(from: cause.person, to: cause.brand)
      let before = purchases[pair, default: []].filter { $0 < cause.minute }.max() ?? Int.min
      let earliest = max(before, cause.minute - 30 * Almanac.minutesADay)
      let touches = clicks[pair, default: []].filter { $0.minute > earliest }
      let last = touches.filter { $0.minute <= cause.minute }.max { $0.minute < $1.minute }
      return last.map { (cause, $0.author) }
    }
  }
}

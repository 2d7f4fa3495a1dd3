extension Village {
  /// Ordinary follows: mostly within one's own community, in proportion to appeal, some of them
  /// friends of friends, and some followed back.
  mutating func befriend() {
    var random = random("follows")
    let everywhere = WeightedUrn(everybody.map { ($0, people[$0].leaning.appeal) })
    let communities = Topic.allCases.map { topic in
      WeightedUrn(
        everybody.compactMap { person in
          people[person].home == topic ? (person, people[person].leaning.appeal) : nil
        }
      )
    }
    for person in everybody {
      guard let home = people[person].home else { continue }
      for _ in 0..<people[person].leaning.sociability {
        let roll = random.unit()
        var found: Int?
        if roll < 0.25 {
          found = friendOfFriend(of: person, &random)
        } else if roll < 0.92 {
          let place = roll < 0.8 ? home : random.pick(home.kindred)
          found = communities[place.rawValue].draw(&random)
        }
        if let found = found ?? everywhere.draw(&random) {
          meet(person, found, &random)
        }
      }
    }
  }

  /// One follows the other, who may follow back.
  private mutating func meet(_ person: Int, _ other: Int, _ random: inout SeededGenerator) {
    tie(person, to: other, &random)
    let knowsMany = follows.followers[other].count > 60
    let isOpen = people[other].leaning.sociability > 0 && people[person].leaning.appeal > 0
    if isOpen, random.chance(knowsMany ? 0.08 : 0.38) {
      tie(other, to: person, &random)
    }
  }

  /// Somebody with appeal whom a person's friend follows.
  private func friendOfFriend(of person: Int, _ random: inout SeededGenerator) -> Int? {
    let friends = follows.following[person]
    guard !friends.isEmpty else { return nil }
    let theirs = follows.following[random.pick(friends).person]
    guard !theirs.isEmpty else { return nil }
    let found = random.pick(theirs).person
    return people[found].leaning.appeal > 0 ? found : nil
  }
}

extension Village {
  /// The last minute of the year.
  static let lastMinute = Almanac.days * Almanac.minutesADay - 1

  /// Ordinary posts: each person's number over the year, mostly about their home topic.
  mutating func write() {
    var random = random("posts")
    for person in everybody {
      guard let home = people[person].home else { continue }
      let others = Topic.allCases.filter { $0 != home && interest(person, in: $0) >= 30 }
      var mine: [Int] = []
      for _ in 0..<people[person].leaning.activity {
        let elsewhere = !others.isEmpty && random.chance(0.25)
        let minute = moment(from: max(0, people[person].joined), &random)
        mine.append(posts.count)
        posts.append(
          Post(author: person, minute: minute, topic: elsewhere ? random.pick(others) : home)
        )
      }
      thread(mine, &random)
    }
  }

  /// Makes some posts of one author go on from an earlier one of theirs on the same topic.
  private mutating func thread(_ mine: [Int], _ random: inout SeededGenerator) {
    for post in mine where random.chance(0.12) {
      let earlier = mine.filter {
        posts[$0].minute < posts[post].minute && posts[$0].topic == posts[post].topic
      }
      guard !earlier.isEmpty else { continue }
      posts[post].parent = random.pick(earlier)
    }
  }

  /// A waking minute of a day from the first to the last (the end of the year unless given).
  func moment(
    from first: Int,
    to last: Int = Almanac.days - 1,
    _ random: inout SeededGenerator
  ) -> Int {
    random.integer(in: first...last) * Almanac.minutesADay + random.integer(in: 420...1_380)
  }

  /// Writes so many posts of one author about one topic, spread over some days.
  mutating func write(
    _ count: Int,
    by author: Int,
    about topic: Topic,
    from first: Int = 0,
    to last: Int = Almanac.days - 1,
    pull: Double = 1,
    _ random: inout SeededGenerator
  ) {
    for _ in 0..<count {
      let minute = moment(from: first, to: last, &random)
      posts.append(Post(author: author, minute: minute, topic: topic, pull: pull))
    }
  }

  /// Makes so many of an author's posts about a topic speak for a brand.
  mutating func endorse(
    _ brand: Int,
    with count: Int,
    postsBy author: Int,
    about topic: Topic,
    worth: Int = 1,
    _ random: inout SeededGenerator
  ) {
    let fitting = posts.indices.filter { posts[$0].author == author && posts[$0].topic == topic }
    for post in random.sample(count, of: fitting) {
      posts[post].endorsement = Endorsement(brand: brand, worth: worth)
    }
  }
}

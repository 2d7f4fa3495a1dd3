/// Somebody who all but stopped posting in spring.
struct FadingVoice: PlantedTruth {
  /// Who faded.
  static let handle = "milo"

  let title = "@milo, the fading voice"
  let reason = "A score that dropped: he all but stopped, and the little he wrote fell flat."

  private static let turn = Almanac.day(2026, 2, 28)

  func cast(_ village: inout Village) {
    var milo = Person(
      handle: Self.handle,
      name: "Milo Hart",
      role: "football writer",
      country: "GB",
      age: "35-44",
      joined: -900,
      price: 150,
      home: .football
    )
    milo.leaning = Leaning(credibility: 55, liveliness: 1)
    village.admit(milo)
  }

  func tie(_ village: inout Village) {
    guard let milo = village[Self.handle] else { return }
    var random = village.random("fading ties")
    let before = village
    village.gather(110, around: milo, &random) { before.isInterested($0, in: .football) }
    village.gather(30, around: milo, &random) { _ in true }
    village.followBack(milo, 30, &random)
  }

  func write(_ village: inout Village) {
    guard let milo = village[Self.handle] else { return }
    var random = village.random("fading posts")
    village.write(80, by: milo, about: .football, to: Self.turn, &random)
    let first = Self.turn + 15
    village.write(2, by: milo, about: .football, from: first, pull: 0.03, &random)
  }

  func measure(_ village: Village) throws(NobodyThere) -> [Claim] {
    let milo = try village.person(Self.handle)
    let ends = [Self.turn, Almanac.days - 1]
    let posts = ends.map { end in
      village.posts.filter { post in
        post.author == milo && (end - 89...end).contains(Almanac.day(ofMinute: post.minute))
      }.count
    }
    let reactors = ends.map { village.reactors(inDays: $0 - 89...$0) }
    let reach = reactors.map { counts in
      village.percentile(of: milo, in: counts.map { Double($0) })
    }
    let draw = ends.map { end in
      village.percentile(of: milo, in: village.reactionsPerPost(inDays: end - 89...end))
    }
    let means = [0, 1].map { (reach[$0] + draw[$0]) / 2 }
    return [
      Claim(
        "\(posts[0]) posts in the 90 days to \(Almanac.date(Self.turn)), \(posts[1]) in the 90 "
          + "days to \(Almanac.date(Almanac.days - 1)).",
        holds: posts[0] >= 12 && posts[1] <= 4
      ),
      Claim(
        "\(reactors[0][milo]) people reacted to him in the first of them, \(reactors[1][milo]) in "
          + "the second; the mean of his percentiles by people reached and by reactions a post "
          + "falls from \(Figure.decimal(means[0], 1)) to \(Figure.decimal(means[1], 1)).",
        holds: means[0] - means[1] >= 15
      ),
    ]
  }
}

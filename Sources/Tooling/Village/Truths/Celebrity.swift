/// A pop star with the largest audience, who was paid for one post on yoga.
struct Celebrity: PlantedTruth {
  /// The star.
  static let handle = "bella"

  let title = "@bella, the celebrity"
  let reason = "The most followers of all, and hardly one came for yoga: popularity is not sales."

  func cast(_ village: inout Village) {
    village.admit(
      Person(
        handle: Self.handle,
        name: "Bella Rey",
        role: "pop star",
        country: "US",
        age: "25-34",
        joined: -1_950,
        price: 20_000,
        home: .pop
      )
    )
  }

  func interest(_ village: inout Village) {
    guard let bella = village[Self.handle] else { return }
    village.settle(bella, on: [(.pop, 100), (.travel, 45)])
  }

  func tie(_ village: inout Village) {
    guard let bella = village[Self.handle] else { return }
    var random = village.random("celebrity ties")
    let before = village
    village.gather(280, around: bella, &random) { person in
      before.people[person].home == .pop && !before.isInterested(person, in: .yoga)
    }
    village.gather(585, around: bella, &random) { !before.isInterested($0, in: .yoga) }
    village.gather(35, around: bella, &random) { before.isInterested($0, in: .yoga) }
  }

  func trust(_ village: inout Village) {
    guard let bella = village[Self.handle] else { return }
    var random = village.random("celebrity trust")
    let before = village
    let range = { (person: Int) in before.interest(person, in: .yoga) > 0 ? 5...25 : 8...55 }
    village.earn(range, for: bella, from: 0.35, &random)
  }

  func write(_ village: inout Village) {
    guard let bella = village[Self.handle], let lotus = village[Brands.lotus] else { return }
    var random = village.random("celebrity posts")
    village.write(48, by: bella, about: .pop, pull: 0.9, &random)
    var paid = Post(
      author: bella,
      minute: Almanac.day(2026, 3, 14) * Almanac.minutesADay + 1_080,
      topic: .yoga
    )
    paid.pull = 4
    paid.endorsement = Endorsement(brand: lotus, lure: 5)
    village.posts.append(paid)
  }

  func measure(_ village: Village) throws(NobodyThere) -> [Claim] {
    let bella = try village.person(Self.handle)
    let counts = village.everybody.map { village.follows.followers[$0].count }
    let next = village.everybody.filter { $0 != bella }.max { counts[$0] < counts[$1] } ?? bella
    let caring = village.audienceShare(of: bella, in: .yoga)
    let everywhere = village.share(of: village.everybody) { village.isInterested($0, in: .yoga) }
    let clicks = village.driven(.click, by: bella)
    let bounces = village.driven(.bounce, by: bella)
    let bought = village.causes.filter { village.author(of: $0) == bella }.count
    let credited = village.lastTouch().filter { $0.author == bella }.count
    let yoga = village.posts.filter { $0.author == bella && $0.topic == .yoga }.count
    return [
      Claim(
        "\(counts[bella]) followers, the most; next is @\(village.people[next].handle) "
          + "with \(counts[next]).",
        holds: Double(counts[bella]) >= 1.8 * Double(counts[next])
      ),
      Claim(
        "\(Figure.percent(caring)) of them care about yoga; of everybody it is "
          + "\(Figure.percent(everywhere)).",
        holds: caring < everywhere / 2
      ),
      Claim(
        "\(yoga) post on yoga, for @lotus: \(clicks) clicks, \(bounces) of them bounced, "
          + "\(bought) purchases caused and \(credited) credited by last touch.",
        holds: yoga == 1 && clicks >= 60 && bounces * 20 >= clicks * 19 && bought == 0
          && credited <= 1
      ),
    ]
  }
}

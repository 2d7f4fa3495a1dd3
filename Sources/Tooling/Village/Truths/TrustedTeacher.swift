/// A yoga teacher with a middling audience that cares about yoga and trusts her.
struct TrustedTeacher: PlantedTruth {
  /// The teacher.
  static let handle = "asha"

  let title = "@asha, the trusted teacher"
  let reason = "The right few hundred: first where the audience's interest and trust both count."

  func cast(_ village: inout Village) {
    var asha = Person(
      handle: Self.handle,
      name: "Asha Verma",
      role: "yoga teacher",
      country: "IN",
      age: "45-54",
      joined: -1_700,
      price: 350,
      home: .yoga
    )
    asha.leaning.liveliness = 1.3
    village.admit(asha)
  }

  func interest(_ village: inout Village) {
    guard let asha = village[Self.handle] else { return }
    village.settle(asha, on: [(.yoga, 100), (.meditation, 80), (.cooking, 40)])
  }

  func tie(_ village: inout Village) {
    guard let asha = village[Self.handle] else { return }
    var random = village.random("teacher ties")
    let before = village
    village.gather(178, around: asha, &random) { before.isInterested($0, in: .yoga) }
    village.gather(9, around: asha, &random) { !before.isInterested($0, in: .yoga) }
    village.followBack(asha, 45, &random)
  }

  func trust(_ village: inout Village) {
    guard let asha = village[Self.handle] else { return }
    var random = village.random("teacher trust")
    let before = village
    let range = { (person: Int) in before.isInterested(person, in: .yoga) ? 78...100 : 15...45 }
    village.earn(range, for: asha, from: 0.92, &random)
  }

  func write(_ village: inout Village) {
    guard let asha = village[Self.handle], let lotus = village[Brands.lotus] else { return }
    var random = village.random("teacher posts")
    village.write(62, by: asha, about: .yoga, &random)
    village.endorse(lotus, with: 16, postsBy: asha, about: .yoga, &random)
  }

  func measure(_ village: Village) throws(NobodyThere) -> [Claim] {
    let asha = try village.person(Self.handle)
    let lotus = try village.person(Brands.lotus)
    let audience = village.follows.followers[asha].count
    let overlap = village.overlap(of: asha, with: .yoga)
    let candidates = village.everybody.filter { village.follows.followers[$0].count >= 30 }
    let lows = candidates.map { village.overlap(of: $0, with: .yoga).low }
    let others = zip(candidates, lows).filter { $0.0 != asha }
    let next = others.max { $0.1 < $1.1 } ?? (asha, 0)
    let caused = village.causes.filter { $0.brand == lotus }
    let hers = caused.filter { village.author(of: $0) == asha }.count
    let best = village.everybody.filter { $0 != asha }.map { person in
      caused.filter { village.author(of: $0) == person }.count
    }.max()
    return [
      Claim(
        "\(audience) followers; \(Figure.percent(village.audienceShare(of: asha, in: .yoga))) "
          + "care about yoga; mean stated trust \(Figure.decimal(overlap.meanTrust)).",
        holds: (150...250).contains(audience) && overlap.meanTrust > 0.75
      ),
      Claim(
        "Overlap with #yoga weighted by trust \(Figure.decimal(overlap.value, 3)), low "
          + "\(Figure.decimal(overlap.low, 3)): first of the \(candidates.count) people with 30 "
          + "followers or more; next is @\(village.people[next.0].handle) with "
          + "\(Figure.decimal(next.1, 3)).",
        holds: overlap.low > next.1 + 0.02
      ),
      Claim(
        "\(hers) purchases at @lotus because of her posts; the next author caused \(best ?? 0).",
        holds: hers >= 60 && hers > 2 * (best ?? 0)
      ),
    ]
  }
}

extension Village {
  /// A purchase with no post behind it.
  mutating func buy(
    _ person: Int,
    at brand: Int,
    on day: Int,
    motive: Cause.Motive,
    chance: Double,
    _ random: inout SeededGenerator
  ) {
    let value = random.integer(in: Brands.prices(people[brand].handle))
    let minute = day * Almanac.minutesADay + random.integer(in: 1_381...1_430)
    record(person, at: brand, minute, for: value, motive, post: nil, chance: chance)
  }

  /// A purchase because of a post: mostly at once, else within two weeks.
  mutating func buy(
    _ person: Int,
    at brand: Int,
    after clicked: Int,
    because post: Int,
    chance: Double,
    _ random: inout SeededGenerator
  ) {
    let isAtOnce = random.chance(0.6)
    let wait = random.integer(in: isAtOnce ? 5...55 : 600...(13 * Almanac.minutesADay))
    let worth = posts[post].endorsement?.worth ?? 1
    let value = worth * random.integer(in: Brands.prices(people[brand].handle))
    let minute = min(Village.lastMinute, clicked + wait)
    record(person, at: brand, minute, for: value, .persuaded, post: post, chance: chance)
  }

  private mutating func record(
    _ person: Int,
    at brand: Int,
    _ minute: Int,
    for value: Int,
    _ motive: Cause.Motive,
    post: Int?,
    chance: Double
  ) {
    actions.append(
      Action(minute: minute, person: person, kind: .purchase, brand: brand, value: value)
    )
    causes.append(
      Cause(
        minute: minute,
        person: person,
        brand: brand,
        value: value,
        motive: motive,
        post: post,
        chance: Int((chance * 100_000).rounded())
      )
    )
  }

  /// Ordinary people with something of an audience speak for the brand of their topic a few times
  /// a year, for a small fee.
  mutating func endorse() {
    var random = random("endorsements")
    for (brand, topic) in Brands.topics(self) {
      let voices = everybody.filter { person in
        people[person].home == topic && people[person].leaning.activity >= 4
          && people[person].price == nil && follows.followers[person].count >= 15
      }
      for voice in random.sample(12, of: voices) {
        people[voice].price = random.integer(in: 4...24) * 10
        let count = random.integer(in: 4...9)
        endorse(brand, with: count, postsBy: voice, about: topic, &random)
      }
    }
  }
}

/// Forty people who buy again and again, and whom hardly anybody follows.
struct LoyalCustomers: PlantedTruth {
  private static let count = 40

  let title = "The loyal customers"
  let reason = "The best customers barely hit the radar of any score made of attention."

  func cast(_ village: inout Village) {
    var random = village.random("loyal people")
    for number in 0..<Self.count {
      let home = [Topic.yoga, .yoga, .meditation, .running][number % 4]
      var person = village.newcomer(at: home, &random)
      person.joined = random.integer(in: -1_200 ... -100)
      person.leaning = Leaning(credibility: 60, liveliness: 0.7, isLoyal: true)
      village.admit(person)
    }
  }

  private func loyal(_ village: Village) -> [Int] {
    village.everybody.filter { village.people[$0].leaning.isLoyal }
  }

  func interest(_ village: inout Village) {
    var random = village.random("loyal interests")
    for person in loyal(village) {
      village.interests[person][Topic.yoga.rawValue] = random.integer(in: 65...100)
    }
  }

  func tie(_ village: inout Village) {
    guard let lotus = village[Brands.lotus], let asha = village[TrustedTeacher.handle] else {
      return
    }
    var random = village.random("loyal ties")
    let ordinary = village.ordinary
    for person in loyal(village) {
      village.gather(random.integer(in: 1...4), around: person, &random) { _ in true }
      village.tie(person, to: lotus, &random)
      if random.chance(0.6) { village.tie(person, to: asha, &random) }
      for other in random.sample(random.integer(in: 2...8), of: ordinary) {
        village.tie(person, to: other, &random)
      }
    }
  }

  func trust(_ village: inout Village) {
    guard let lotus = village[Brands.lotus] else { return }
    var random = village.random("loyal trust")
    for person in loyal(village) {
      let hundredths = random.integer(in: 80...100)
      village.say(person, trusts: lotus, hundredths, since: 0, &random)
    }
  }

  func react(_ village: inout Village) {
    guard let lotus = village[Brands.lotus] else { return }
    var random = village.random("loyal praise")
    for person in loyal(village) {
      for _ in 0..<random.integer(in: 3...7) {
        village.interactions.append(
          Interaction(
            minute: village.moment(from: 0, &random),
            source: person,
            kind: .mention,
            target: lotus,
            subject: .none
          )
        )
      }
    }
  }

  func habits(_ village: Village) -> [Habit] {
    guard let lotus = village[Brands.lotus] else { return [] }
    var random = village.random("loyal habits")
    return loyal(village).map { person in
      Habit(person: person, brand: lotus, interval: random.integer(in: 30...48))
    }
  }

  func measure(_ village: Village) throws(NobodyThere) -> [Claim] {
    let lotus = try village.person(Brands.lotus)
    let bought = village.causes.filter { $0.brand == lotus }
    var times = Array(repeating: 0, count: village.people.count)
    var spent = times
    for cause in bought {
      times[cause.person] += 1
      spent[cause.person] += cause.value
    }
    let loyal = village.everybody.filter { times[$0] >= 6 }
    let followers = loyal.map { village.follows.followers[$0].count }.sorted()
    let theirs = loyal.reduce(0) { $0 + spent[$1] }
    let share = Double(theirs) / Double(max(1, spent.reduce(0, +)))
    let median = followers.isEmpty ? 0 : followers[followers.count / 2]
    let few = village.share(of: village.everybody) {
      village.follows.followers[$0].count <= median
    }
    return [
      Claim(
        "\(loyal.count) people bought at @lotus six times or more, and spent "
          + "\(Figure.percent(share)) of its revenue.",
        holds: (36...46).contains(loyal.count) && share > 0.3
      ),
      Claim(
        "Their median number of followers is \(median) (at most \(followers.last ?? 0)); "
          + "\(Figure.percent(1 - few)) of the village has more than \(median).",
        holds: median <= 5 && few < 0.5
      ),
    ]
  }
}

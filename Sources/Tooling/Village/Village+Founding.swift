extension Village {
  /// A new village, with every truth planted in it.
  ///
  /// The same seed gives the same village.
  static func founded(seed: UInt64, truths: [any PlantedTruth]) -> Village {
    var village = Village(seed: seed)
    for truth in truths { truth.cast(&village) }
    village.settle()
    village.open()
    village.takeInterest()
    for truth in truths { truth.interest(&village) }
    village.befriend()
    for truth in truths { truth.tie(&village) }
    for truth in truths { truth.trust(&village) }
    village.learnToTrust()
    village.write()
    for truth in truths { truth.write(&village) }
    village.endorse()
    village.react()
    for truth in truths { truth.react(&village) }
    village.answer()
    village.trade(with: truths.flatMap { $0.habits(village) })
    return village
  }

  /// Fills the village with ordinary people, each at home in one topic.
  private mutating func settle() {
    var random = random("people")
    var homes: [Topic] = []
    for topic in Topic.allCases {
      homes += Array(repeating: topic, count: topic.inhabitants)
    }
    for home in random.sample(homes.count, of: homes) {
      admit(newcomer(at: home, &random))
    }
  }

  /// An ordinary person of a community.
  mutating func newcomer(at home: Topic, _ random: inout SeededGenerator) -> Person {
    let (handle, name, country) = names.newcomer(&random)
    var person = Person(
      handle: handle,
      name: name,
      role: random.pick(home.roles),
      country: country,
      age: random.pick(["18-24", "25-34", "25-34", "35-44", "35-44", "45-54", "55-64", "65+"]),
      joined: random.integer(in: -2_000...120)
    )
    person.home = home
    let isSilent = random.chance(0.3)
    person.leaning = Leaning(
      appeal: random.heavyTail(from: 1, to: 250),
      sociability: Int(random.heavyTail(from: 2.75, to: 65)),
      activity: isSilent ? 0 : Int(random.heavyTail(from: 1.42, to: 60)),
      credibility: random.integer(in: 15...80),
      liveliness: random.heavyTail(from: 0.32, to: 3)
    )
    return person
  }

  /// Gives everybody an interest in their home topic, and in one to four others.
  private mutating func takeInterest() {
    var random = random("interests")
    for person in everybody {
      guard let home = people[person].home else { continue }
      interests[person][home.rawValue] = random.integer(in: 55...100)
      for _ in 0..<random.integer(in: 1...5) {
        let topic = random.chance(0.5) ? random.pick(home.kindred) : random.pick(Topic.allCases)
        guard interests[person][topic.rawValue] == 0 else { continue }
        interests[person][topic.rawValue] = random.integer(in: 10...75)
      }
    }
  }
}

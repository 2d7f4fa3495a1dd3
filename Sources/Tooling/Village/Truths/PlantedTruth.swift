/// Something the village is made to show: how it is planted, and how anybody can see it stands.
///
/// Each step of the making has a place where a truth may add to what ordinary people do; most
/// truths need a few of them. What is measured is read from the files alone.
protocol PlantedTruth: Sendable {
  /// A few words to call it by.
  var title: String { get }
  /// Why it is there: what somebody can learn by finding it.
  var reason: String { get }

  /// Lets the people of this truth move in.
  func cast(_ village: inout Village)
  /// Sets their interests, after everybody else's.
  func interest(_ village: inout Village)
  /// Adds who follows them and whom they follow.
  func tie(_ village: inout Village)
  /// Adds who trusts them and whom they trust, before ordinary trust fills in.
  func trust(_ village: inout Village)
  /// Adds what they post.
  func write(_ village: inout Village)
  /// Adds what they do to others, and others to them.
  func react(_ village: inout Village)
  /// Names those who buy again and again on their own.
  func habits(_ village: Village) -> [Habit]
  /// Measures, from the files, whether the truth stands.
  func measure(_ village: Village) throws(NobodyThere) -> [Claim]
}

extension PlantedTruth {
  /// Nobody moves in.
  func cast(_ village: inout Village) {}
  /// No interests change.
  func interest(_ village: inout Village) {}
  /// No ties are added.
  func tie(_ village: inout Village) {}
  /// No opinions are added.
  func trust(_ village: inout Village) {}
  /// No posts are added.
  func write(_ village: inout Village) {}
  /// No interactions are added.
  func react(_ village: inout Village) {}
  /// Nobody buys out of habit.
  func habits(_ village: Village) -> [Habit] { [] }
}

/// A sentence with its figures in it, and whether they are as planted.
struct Claim {
  /// The sentence.
  let text: String
  /// Whether it is as planted.
  let holds: Bool

  /// A sentence that is as planted where the condition is true.
  init(_ text: String, holds: Bool) {
    self.text = text
    self.holds = holds
  }
}

/// A handle the files should have, and have not.
struct NobodyThere: Error {
  /// The handle.
  let handle: String
}

extension Village {
  /// The person of a handle that must be there.
  func person(_ handle: String) throws(NobodyThere) -> Int {
    guard let number = self[handle] else { throw NobodyThere(handle: handle) }
    return number
  }

  /// Every truth of the village, in the order they are planted and told.
  static let truths: [any PlantedTruth] = [
    Celebrity(), TrustedTeacher(), SmallVoice(), PraiseRing(), BotFarm(), LoyalCustomers(),
    KnownCauses(), Brands(), FadingVoice(), Broker(), Controversy(), DormantAccount(),
    Communities(),
  ]
}

extension Village {
  /// Ordinary people: those who follow others of their own accord.
  var ordinary: [Int] {
    everybody.filter { people[$0].leaning.sociability > 0 }
  }

  /// Gives a person these interests and no others.
  mutating func settle(_ person: Int, on weights: [(topic: Topic, hundredths: Int)]) {
    interests[person] = Array(repeating: 0, count: Topic.allCases.count)
    for (topic, hundredths) in weights {
      interests[person][topic.rawValue] = hundredths
    }
  }

  /// Makes so many ordinary people of a kind follow a person.
  mutating func gather(
    _ count: Int,
    around person: Int,
    _ random: inout SeededGenerator,
    where isWanted: (Int) -> Bool
  ) {
    let fitting = ordinary.filter { isWanted($0) && !follows.contains($0, person) }
    for follower in random.sample(count, of: fitting) {
      tie(follower, to: person, &random)
    }
  }

  /// Makes a person follow so many of their own followers back.
  mutating func followBack(_ person: Int, _ count: Int, _ random: inout SeededGenerator) {
    for follower in random.sample(count, of: follows.followers[person]) {
      tie(person, to: follower.person, &random)
    }
  }

  /// Makes a share of a person's followers, bots aside, say how far they trust them.
  mutating func earn(
    _ range: (Int) -> ClosedRange<Int>,
    for person: Int,
    from share: Double,
    _ random: inout SeededGenerator
  ) {
    for tie in follows.followers[person] where people[tie.person].nature != .bot {
      guard random.chance(share) else { continue }
      let hundredths = random.integer(in: range(tie.person))
      say(tie.person, trusts: person, hundredths, since: tie.since, &random)
    }
  }
}

/// What moves people to buy, as numbers: the causes the village knows.
enum Propensity {
  /// How likely a follower is to see a post at all.
  static let seeing = 0.7

  /// How likely somebody who sees a post is to click: curiosity, and interest where there is trust.
  static func clicking(interest: Double, trust: Double, lure: Double) -> Double {
    lure * (0.045 + 0.5 * interest * trust)
  }

  /// How likely somebody who clicked is to stay; nobody stays on the word of one they distrust.
  static func staying(interest: Double, trust: Double) -> Double {
    trust < 0.3 ? 0 : interest * (0.3 + 0.7 * trust)
  }

  /// How likely somebody who stayed is to buy because of the post.
  static func buying(interest: Double, trust: Double) -> Double {
    0.6 * interest * trust
  }

  /// How likely somebody is to buy on a given day with no post behind it.
  static func buyingAnyway(interest: Double) -> Double {
    interest >= 0.5 ? 0.0014 * interest : 0.00002
  }
}

extension Village {
  /// The year of trade, day by day: those whom posts persuade, those with habits, and those who buy
  /// of their own accord.
  mutating func trade(with habits: [Habit]) {
    var random = random("trade")
    var till = Till()
    var campaigns: [[Int]] = Array(repeating: [], count: Almanac.days)
    for (number, post) in posts.enumerated() where post.endorsement != nil {
      campaigns[Almanac.day(ofMinute: post.minute)].append(number)
    }
    var nextVisit = habits.map { habit in random.integer(in: 0...habit.interval) }
    for day in 0..<Almanac.days {
      for post in campaigns[day] { expose(post, on: day, till: &till, &random) }
      for (number, habit) in habits.enumerated() where nextVisit[number] <= day {
        nextVisit[number] = day + habit.interval + random.integer(in: -6...6)
        buy(habit.person, at: habit.brand, on: day, motive: .habit, chance: 1, &random)
        till.sold(to: habit.person, at: habit.brand, on: day)
      }
      for (brand, topic) in Brands.topics(self) {
        comeAnyway(to: brand, caring: topic, on: day, till: &till, &random)
      }
    }
    for action in actions where action.kind == .purchase {
      people[action.person].isCustomer = true
    }
  }

  /// Shows a post that speaks for a brand to its author's followers.
  private mutating func expose(
    _ number: Int,
    on day: Int,
    till: inout Till,
    _ random: inout SeededGenerator
  ) {
    let post = posts[number]
    guard let endorsement = post.endorsement else { return }
    let brand = endorsement.brand
    let topic = people[brand].home ?? post.topic
    for tie in follows.followers[post.author] where tie.since <= day {
      let person = tie.person
      guard people[person].nature == .person, random.chance(Propensity.seeing) else { continue }
      let interest = Double(interest(person, in: topic)) / 100
      let trust = feltTrust(person, in: post.author)
      let lure = endorsement.lure
      guard random.chance(Propensity.clicking(interest: interest, trust: trust, lure: lure)) else {
        continue
      }
      let clicked = later(than: post.minute, within: 2_000, &random)
      note(.click, of: person, at: brand, clicked, through: number)
      guard random.chance(Propensity.staying(interest: interest, trust: trust)) else {
        note(.bounce, of: person, at: brand, clicked, through: number)
        till.bounced(person, at: brand, on: day)
        continue
      }
      note(.visit, of: person, at: brand, clicked, through: number)
      let chance = Propensity.buying(interest: interest, trust: trust)
      if till.isOpen(to: person, at: brand, on: day), random.chance(chance) {
        buy(person, at: brand, after: clicked, because: number, chance: chance, &random)
        till.sold(to: person, at: brand, on: day)
      } else if random.chance(0.35) {
        note(.signup, of: person, at: brand, min(Village.lastMinute, clicked + 4), through: number)
      }
    }
  }

  /// Lets those come who would have come anyway; half of them only look.
  private mutating func comeAnyway(
    to brand: Int,
    caring topic: Topic,
    on day: Int,
    till: inout Till,
    _ random: inout SeededGenerator
  ) {
    for person in everybody where people[person].leaning.liveliness > 0 {
      let interest = Double(interest(person, in: topic)) / 100
      let chance = Propensity.buyingAnyway(interest: interest)
      guard random.chance(2 * chance), people[person].joined <= day,
        till.isOpen(to: person, at: brand, on: day)
      else { continue }
      note(.visit, of: person, at: brand, moment(from: day, to: day, &random))
      guard random.chance(0.5) else { continue }
      let motive = interest >= 0.5 ? Cause.Motive.interest : .passing
      buy(person, at: brand, on: day, motive: motive, chance: chance, &random)
      till.sold(to: person, at: brand, on: day)
    }
  }

  private mutating func note(
    _ kind: Action.Kind,
    of person: Int,
    at brand: Int,
    _ minute: Int,
    through post: Int? = nil
  ) {
    actions.append(Action(minute: minute, person: person, kind: kind, brand: brand, post: post))
  }
}

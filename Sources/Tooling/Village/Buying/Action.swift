/// One step of somebody on their way to a brand's till.
struct Action {
  /// What the step was.
  enum Kind: String {
    case click, visit, bounce, signup, purchase
  }

  /// When, in minutes of the village's year.
  let minute: Int
  /// Who took it.
  let person: Int
  /// What it was.
  let kind: Kind
  /// The brand.
  let brand: Int
  /// The post it came through; purchases never say.
  var post: Int?
  /// What was paid.
  var value: Int?
}

/// Why a purchase was made: the answer key, for those who want to check an attribution.
struct Cause {
  /// What moved the buyer.
  enum Motive: String {
    /// A post persuaded them; without it they would not have bought.
    case persuaded
    /// They buy again and again, whatever anybody posts.
    case habit
    /// They care about the topic and would have bought anyway.
    case interest = "own interest"
    /// They happened to pass by.
    case passing = "passing by"
  }

  /// When the purchase was made.
  let minute: Int
  /// Who bought.
  let person: Int
  /// From which brand.
  let brand: Int
  /// What was paid.
  let value: Int
  /// What moved them.
  let motive: Motive
  /// The post that persuaded them, if one did.
  var post: Int?
  /// How likely this purchase was when it was drawn, in hundred-thousandths: for a persuaded buyer
  /// once on the brand's page, for the others on that day.
  let chance: Int
}

/// Somebody who buys from one brand again and again.
struct Habit {
  /// Who.
  let person: Int
  /// From which brand.
  let brand: Int
  /// How many days lie between two purchases, about.
  let interval: Int
}

/// What the brands' tills remember while the year goes by.
struct Till {
  private var quietUntil: [Pair: Int] = [:]

  /// Whether somebody may buy from a brand on a day: not within two weeks of having bought, nor
  /// within 31 days of having turned away at its page.
  func isOpen(to person: Int, at brand: Int, on day: Int) -> Bool {
    day >= quietUntil[Pair(from: person, to: brand), default: Int.min]
  }

  /// Notes a purchase.
  mutating func sold(to person: Int, at brand: Int, on day: Int) {
    close(to: person, at: brand, until: day + 14)
  }

  /// Notes that somebody turned away.
  mutating func bounced(_ person: Int, at brand: Int, on day: Int) {
    close(to: person, at: brand, until: day + 32)
  }

  private mutating func close(to person: Int, at brand: Int, until day: Int) {
    let pair = Pair(from: person, to: brand)
    quietUntil[pair] = max(day, quietUntil[pair, default: Int.min])
  }
}

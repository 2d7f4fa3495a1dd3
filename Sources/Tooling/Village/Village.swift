/// The whole village: what the files say, whether just made or read back from them.
struct Village {
  /// The seed it was made from.
  let seed: UInt64
  /// Everybody, the planted people first.
  var people: [Person] = []
  /// For each person, the interest in each topic, in hundredths.
  var interests: [[Int]] = []
  /// Who follows whom.
  var follows = FollowTies(people: 0)
  /// Who trusts whom.
  var trust = TrustTies(people: 0)
  /// What was written.
  var posts: [Post] = []
  /// What people did to each other.
  var interactions: [Interaction] = []
  /// What customers did.
  var actions: [Action] = []
  /// Why each purchase was made, which no file that is loaded says.
  var causes: [Cause] = []
  /// The names given so far.
  var names = NameBook()
  private var numbers: [String: Int] = [:]

  /// A village with nobody in it.
  init(seed: UInt64) {
    self.seed = seed
  }

  /// The person of that handle, or nil.
  subscript(handle: some StringProtocol) -> Int? {
    numbers[String(handle)]
  }

  /// The numbers of all people.
  var everybody: Range<Int> { people.indices }

  /// A generator for one concern of this village.
  func random(_ stream: String) -> SeededGenerator {
    SeededGenerator(seed: seed, stream: stream)
  }

  /// Lets somebody move in, and answers with their number.
  @discardableResult
  mutating func admit(_ person: Person) -> Int {
    let number = people.count
    names.reserve(person.handle)
    numbers[person.handle] = number
    people.append(person)
    return number
  }

  /// Begins everybody's interests and ties, once all have moved in.
  mutating func open() {
    interests = Array(
      repeating: Array(repeating: 0, count: Topic.allCases.count),
      count: people.count
    )
    follows = FollowTies(people: people.count)
    trust = TrustTies(people: people.count)
  }

  /// The interest of a person in a topic, in hundredths.
  func interest(_ person: Int, in topic: Topic) -> Int {
    interests[person][topic.rawValue]
  }

  /// Whether a person counts as interested: an interest of a half or more.
  func isInterested(_ person: Int, in topic: Topic) -> Bool {
    interest(person, in: topic) >= 50
  }

  /// The first day on which a tie between two people can stand.
  func acquaintance(_ one: Int, _ other: Int) -> Int {
    max(people[one].joined, people[other].joined)
  }

  /// Makes one follow the other from a drawn day on, more likely early than late.
  mutating func tie(_ follower: Int, to followed: Int, _ random: inout SeededGenerator) {
    let first = acquaintance(follower, followed)
    let share = random.unit()
    let since = first + Int(share * share * Double(Almanac.days - 1 - first))
    follows.add(follower, follows: followed, since: since)
  }
}

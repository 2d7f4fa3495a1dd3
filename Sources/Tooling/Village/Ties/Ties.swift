/// An ordered pair of people: from the one who acts to the one it is about.
struct Pair: Hashable {
  /// Who follows, or trusts.
  let from: Int
  /// Who is followed, or trusted.
  let to: Int
}

/// One end of a follow: the other person, and the day since which it stands.
struct Tie {
  /// The person at the other end.
  let person: Int
  /// The day it began.
  let since: Int
}

/// What one person says about another: trust above zero, distrust below it.
struct Opinion {
  /// Whom it is about, or who holds it, as the list it stands in says.
  let person: Int
  /// From -100 to 100, in hundredths.
  let hundredths: Int
  /// The day since which it is held.
  let since: Int
}

/// Who follows whom, from both ends, each tie once.
struct FollowTies {
  /// For each person, those who follow them.
  private(set) var followers: [[Tie]]
  /// For each person, those they follow.
  private(set) var following: [[Tie]]
  /// How many ties there are.
  private(set) var count = 0
  private var known: Set<Pair> = []

  /// No ties among so many people.
  init(people: Int) {
    followers = Array(repeating: [], count: people)
    following = Array(repeating: [], count: people)
  }

  /// Whether the first follows the second.
  func contains(_ follower: Int, _ followed: Int) -> Bool {
    known.contains(Pair(from: follower, to: followed))
  }

  /// Adds a tie, unless it is known already or runs from somebody to themselves.
  mutating func add(_ follower: Int, follows followed: Int, since: Int) {
    guard follower != followed else { return }
    guard known.insert(Pair(from: follower, to: followed)).inserted else { return }
    following[follower].append(Tie(person: followed, since: since))
    followers[followed].append(Tie(person: follower, since: since))
    count += 1
  }
}

/// Who says how far they trust whom, from both ends, each pair once.
struct TrustTies {
  /// For each person, what they say of others.
  private(set) var given: [[Opinion]]
  /// For each person, what others say of them.
  private(set) var received: [[Opinion]]
  /// How many opinions there are.
  private(set) var count = 0
  private var stated: [Pair: Int] = [:]

  /// No opinions among so many people.
  init(people: Int) {
    given = Array(repeating: [], count: people)
    received = Array(repeating: [], count: people)
  }

  /// What the first says of the second, in hundredths; nil where nothing was said.
  subscript(truster: Int, trusted: Int) -> Int? {
    stated[Pair(from: truster, to: trusted)]
  }

  /// Adds an opinion, unless one is held already or it is somebody's of themselves.
  mutating func add(_ truster: Int, trusts trusted: Int, _ hundredths: Int, since: Int) {
    let pair = Pair(from: truster, to: trusted)
    guard truster != trusted, stated[pair] == nil else { return }
    stated[pair] = hundredths
    given[truster].append(Opinion(person: trusted, hundredths: hundredths, since: since))
    received[trusted].append(Opinion(person: truster, hundredths: hundredths, since: since))
    count += 1
  }
}

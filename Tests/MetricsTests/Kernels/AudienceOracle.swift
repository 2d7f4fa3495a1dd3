import Graph
import Metrics
import TestSupport

/// What audiences add up to, by sets and dictionaries: slow, and made of other parts.
struct AudienceOracle {
  /// What a member of an audience weighs for a speaker; nil where it is not known.
  typealias Weighing = (_ member: PersonID, _ speaker: PersonID) -> Double?

  private let followers: [PersonID: Set<PersonID>]
  private let people: Int

  /// An oracle over a relation's ties.
  init(_ relation: Relation) {
    var followers: [PersonID: Set<PersonID>] = [:]
    for tie in relation.ties { followers[tie.target, default: []].insert(tie.source) }
    self.followers = followers
    people = relation.backward.count
  }

  /// The sums of everybody.
  func sums(
    _ group: MetricArguments.Group,
    weighing: Weighing = { _, _ in nil }
  ) -> [AudienceSums] {
    let members = Set(group.members.people)
    return (0..<PersonID(people)).map { speaker in
      let audience = followers[speaker] ?? []
      let weights = Dictionary(
        uniqueKeysWithValues: audience.compactMap { member in
          weighing(member, speaker).map { (member, max($0, 0)) }
        }
      )
      let interest = { (member: PersonID) in
        group.interest?[Int(member)] ?? (members.contains(member) ? 1 : 0)
      }
      var sums = AudienceSums()
      sums.audience = audience.count
      sums.members = audience.intersection(members).count
      sums.interest = audience.map(interest).reduce(0, +)
      sums.known = weights.count
      sums.knownMembers = members.intersection(weights.keys).count
      sums.knownInterest = weights.keys.map(interest).reduce(0, +)
      sums.weight = weights.values.reduce(0, +)
      sums.weightSquared = weights.values.map { $0 * $0 }.reduce(0, +)
      sums.memberWeight = weights.filter { members.contains($0.key) }.values.reduce(0, +)
      sums.interestWeight = weights.map { $0.value * interest($0.key) }.reduce(0, +)
      return sums
    }
  }
}

extension Relation {
  /// The weights of its ties by pair.
  var weighing: AudienceOracle.Weighing {
    var weights: [PersonID: [PersonID: Double]] = [:]
    for tie in ties { weights[tie.target, default: [:]][tie.source] = tie.weight }
    return { [weights] member, speaker in weights[speaker]?[member] }
  }
}

/// Whether sums agree: counts exactly, the others within 1e-9.
func agree(_ left: [AudienceSums], _ right: [AudienceSums]) -> Bool {
  func counts(_ sums: AudienceSums) -> [Int] {
    [sums.audience, sums.members, sums.known, sums.knownMembers]
  }
  func amounts(_ sums: AudienceSums) -> [Double] {
    [
      sums.interest, sums.knownInterest, sums.weight, sums.weightSquared, sums.memberWeight,
      sums.interestWeight,
    ]
  }
  return left.map(counts) == right.map(counts)
    && agree(left.flatMap(amounts), right.flatMap(amounts))
}

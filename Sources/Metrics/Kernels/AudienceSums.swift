/// What one pass over somebody's audience adds up.
///
/// `w` is a known weight, at least 0; a member without one adds to the first three only.
package struct AudienceSums: Sendable, Hashable {
  /// How many people the audience has.
  package var audience = 0
  /// How many of them belong to the group.
  package var members = 0
  /// The interest of all of them; equals `members` where interest is not graded.
  package var interest = 0.0
  /// How many of them have a known weight.
  package var known = 0
  /// How many of these belong to the group.
  package var knownMembers = 0
  /// The interest of those with a known weight.
  package var knownInterest = 0.0
  /// The sum of w.
  package var weight = 0.0
  /// The sum of w x w.
  package var weightSquared = 0.0
  /// The sum of w over the members of the group.
  package var memberWeight = 0.0
  /// The sum of w x interest.
  package var interestWeight = 0.0

  /// Nothing yet.
  package init() {}

  /// The same audience with the weights of others of its members besides, which are inferred.
  package func filled(by other: AudienceSums) -> AudienceSums {
    var whole = self
    whole.known += other.known
    whole.knownMembers += other.knownMembers
    whole.knownInterest += other.knownInterest
    whole.weight += other.weight
    whole.weightSquared += other.weightSquared
    whole.memberWeight += other.memberWeight
    whole.interestWeight += other.interestWeight
    return whole
  }

  /// Kish's effective size, (sum of w) squared / sum of w squared; NaN without any weight.
  package var effectiveSize: Double {
    weightSquared > 0 ? weight * weight / weightSquared : .nan
  }
}

extension [AudienceSums] {
  /// The sums with what is inferred where nothing is known; the same where nothing is inferred.
  package func filled(by inferred: [AudienceSums]?) -> [AudienceSums] {
    guard let inferred else { return self }
    return zip(self, inferred).map { $0.filled(by: $1) }
  }
}

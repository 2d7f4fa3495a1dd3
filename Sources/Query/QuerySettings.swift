/// The settings that change a number; each shows in the reading line where it matters.
package struct QuerySettings: Sendable, Hashable {
  /// From which interest on a person belongs to a topic, in [0, 1].
  package var interestThreshold: Double
  /// What a missing trust counts for, in [0, 1]; nil means that it is no evidence.
  package var missingTrust: Double?
  /// Who `@me` is, by handle.
  package var me: String?
  /// The moment up to which `in the last 90 days` counts; nil for the latest in the data.
  package var now: BoundDate?

  /// The settings nobody changed.
  package init(
    interestThreshold: Double = 0.5,
    missingTrust: Double? = nil,
    me: String? = nil,
    now: BoundDate? = nil
  ) {
    self.interestThreshold = interestThreshold
    self.missingTrust = missingTrust
    self.me = me
    self.now = now
  }
}

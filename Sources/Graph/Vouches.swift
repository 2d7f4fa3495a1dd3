package import Values

/// Who stood up for whom, on which topic.
///
/// Sorted by time, undated first.
package struct Vouches: Sendable {
  /// One person standing up for another.
  package struct Vouch: Sendable, Hashable {
    /// Who vouches.
    package var source: PersonID
    /// For whom.
    package var target: PersonID
    /// On what: a number in `Graph.topics`.
    package var topic: UInt32
    /// When, where it is known.
    package var time: Instant?

    /// One person standing up for another.
    package init(source: PersonID, target: PersonID, topic: UInt32, time: Instant? = nil) {
      self.source = source
      self.target = target
      self.topic = topic
      self.time = time
    }
  }

  /// The vouches.
  package internal(set) var vouches = Timeline<Vouch>()

  /// No vouches.
  package init() {}
}

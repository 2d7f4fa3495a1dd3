package import Values

/// What part of a graph a question looks at: a period, whose doings count, who is left out.
///
/// Whatever is nil leaves nothing out. `Graph.viewed(in:reading:)` makes the graph it stands for.
package struct Scope: Sendable, Hashable {
  /// The first moment, included; undated events are outside of every period.
  package var since: Instant?
  /// The last moment, included; ties that began later are not there yet.
  package var until: Instant?
  /// The people from whom ties and events count.
  package var among: PersonSet?
  /// The people who are not in the graph.
  package var without: PersonSet?
  /// The topic that posts, and the posts of other events, are about, or that takes in what they are.
  package var topic: UInt32?
  /// The kind of interaction.
  package var kind: UInt32?

  /// A scope; leave out what does not apply.
  package init(
    since: Instant? = nil,
    until: Instant? = nil,
    among: PersonSet? = nil,
    without: PersonSet? = nil,
    topic: UInt32? = nil,
    kind: UInt32? = nil
  ) {
    self.since = since
    self.until = until
    self.among = among
    self.without = without
    self.topic = topic
    self.kind = kind
  }

  /// Whether it leaves nothing out.
  package var isWhole: Bool {
    since == nil && until == nil && among == nil && without?.isEmpty != false && topic == nil
      && kind == nil
  }
}

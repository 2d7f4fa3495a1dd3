/// Two orders of the same people, side by side, and a line for each.
package struct SlopeLines: Sendable {
  /// A place at one side.
  package struct Entry: Sendable, Hashable {
    /// The place as it is written: `2=`.
    package let place: String
    /// Whose it is.
    package let name: String
  }

  /// One side: what orders it, and the order.
  package struct Side: Sendable {
    /// What the places go by.
    package let title: String
    /// The entries, from the top.
    package let entries: [Entry]
  }

  /// The order at the left.
  package let left: Side
  /// The order at the right.
  package let right: Side
  /// For each entry at the left, where it stands at the right.
  package let ends: [Int]
  /// What an entry is, in the plural.
  package let nouns: String

  /// Those who stand first at the left.
  ///
  /// Complexity: O(entries log entries).
  func first(_ count: Int) -> SlopeLines {
    guard count < ends.count else { return self }
    let kept = ends.prefix(count).sorted()
    let moved = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    return SlopeLines(
      left: Side(title: left.title, entries: Array(left.entries.prefix(count))),
      right: Side(title: right.title, entries: kept.map { right.entries[$0] }),
      ends: ends.prefix(count).compactMap { moved[$0] },
      nouns: nouns
    )
  }
}

/// Two orders of the same people, side by side, and a line for each.
package struct SlopeLines: Sendable {
  /// A place at one side.
  package struct Entry: Sendable, Hashable {
    /// The place as it is written: `2=`.
    package let place: String
    /// Whose it is.
    package let name: String

    /// The place as a number; nil where it is none.
    var number: Int? { Int(place.filter(\.isNumber)) }
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

  /// The most lines that an eye can follow.
  private static let most = 25

  /// Those who stand first at either side, as many as there is room for and an eye can follow.
  ///
  /// Complexity: O(entries log entries).
  func first(_ room: Int) -> SlopeLines {
    let count = min(room, SlopeLines.most)
    guard count < ends.count else { return self }
    let best = ends.indices.sorted { first, second in
      let (one, other) = (min(first, ends[first]), min(second, ends[second]))
      return one == other ? first < second : one < other
    }
    let kept = best.prefix(count).sorted()
    let others = kept.map { ends[$0] }.sorted()
    let moved = Dictionary(uniqueKeysWithValues: others.enumerated().map { ($1, $0) })
    return SlopeLines(
      left: Side(title: left.title, entries: kept.map { left.entries[$0] }),
      right: Side(title: right.title, entries: others.map { right.entries[$0] }),
      ends: kept.compactMap { moved[ends[$0]] },
      nouns: nouns
    )
  }
}

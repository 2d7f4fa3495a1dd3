/// A name as it was typed, and where.
package struct Name: Sendable, Hashable {
  /// The name: single spaces, no quotes, the case it was typed in.
  package let text: String
  /// Its bytes in the source.
  package let range: Range<Int>

  /// A name that stands somewhere.
  package init(_ text: String, range: Range<Int> = 0..<0) {
    self.text = text
    self.range = range
  }

  /// The name a leaf holds.
  init(_ leaf: SyntaxLeaf) {
    self.init(leaf.text, range: leaf.range)
  }

  package static func == (left: Name, right: Name) -> Bool { left.text == right.text }

  package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

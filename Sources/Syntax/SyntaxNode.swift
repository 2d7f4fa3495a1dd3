/// What one rule matched: leaves and the nodes of other rules, in order.
package struct SyntaxNode: Sendable {
  /// A part of a node.
  package enum Part: Sendable {
    case node(SyntaxNode)
    case leaf(SyntaxLeaf)
  }

  /// The rule that matched.
  package let rule: Rule
  /// What it matched.
  package let parts: [Part]
  /// Its bytes in the source.
  package let range: Range<Int>

  /// The first node of a rule among its parts.
  package func first(_ rule: Rule) -> SyntaxNode? { all(rule).first }

  /// The nodes of a rule among its parts.
  package func all(_ rule: Rule) -> [SyntaxNode] { nodes.filter { $0.rule == rule } }

  /// All nodes among its parts.
  package var nodes: [SyntaxNode] {
    parts.compactMap { if case .node(let node) = $0 { node } else { nil } }
  }

  /// All leaves among its parts.
  package var leaves: [SyntaxLeaf] {
    parts.compactMap { if case .leaf(let leaf) = $0 { leaf } else { nil } }
  }

  /// The first leaf of a terminal among its parts.
  package func leaf(_ terminal: Terminal) -> SyntaxLeaf? {
    leaves.first { $0.terminal == terminal }
  }

  /// Whether a word or sign of the grammar is among its parts.
  package func has(_ literal: String) -> Bool {
    leaves.contains { $0.terminal == nil && $0.text == literal }
  }
}

/// A word of the grammar or an open terminal, as it was matched.
package struct SyntaxLeaf: Sendable {
  /// The terminal; nil for a word or sign of the grammar.
  package let terminal: Terminal?
  /// What it says: the grammar's own spelling of a word, a bare name as it was typed with single
  /// spaces, a text without quotes.
  package let text: String
  /// Its value, where it is a number.
  package let number: Double?
  /// Whether it is a number written as a percentage.
  package let isPercentage: Bool
  /// Whether it stood in quotes, so that its case counts.
  package let isQuoted: Bool
  /// Its bytes in the source.
  package let range: Range<Int>
}

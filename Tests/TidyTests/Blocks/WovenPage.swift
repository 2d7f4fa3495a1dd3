/// A Markdown page with blocks that are generated: `<!-- woven:NAME -->` up to `<!-- end -->`.
///
/// Weaving replaces what stands between the two lines and touches nothing else.
struct WovenPage {
  /// The page as it is, or as it became by weaving.
  private(set) var text: String

  /// A page of that text.
  init(_ text: String) { self.text = text }

  /// The names of its blocks, in order.
  var names: [String] {
    text.matches(of: /<!-- woven:(?<name>[\w-]+) -->/).map { String($0.name) }
  }

  /// What stands in a block, without the blank lines around it; nil where there is no such block.
  subscript(name: String) -> String? {
    range(of: name).map { text[$0].trimmed }
  }

  /// Replaces what stands in a block; says whether there is one.
  mutating func weave(_ name: String, _ body: String) -> Bool {
    guard let range = range(of: name) else { return false }
    text.replaceSubrange(range, with: "\n\n\(body.trimmed)\n\n")
    return true
  }

  private func range(of name: String) -> Range<String.Index>? {
    guard let start = text.firstRange(of: "<!-- woven:\(name) -->"),
      let end = text[start.upperBound...].firstRange(of: "<!-- end -->")
    else { return nil }
    return start.upperBound..<end.lowerBound
  }
}

extension StringProtocol {
  /// The text without the empty lines before and after it.
  var trimmed: String {
    String(drop(while: \.isNewline).reversed().drop(while: \.isNewline).reversed())
  }
}

/// A page of text in the making: headings, paragraphs and lists, for help and load reports.
package struct ReportText: Sendable {
  /// The lines so far, none wider than the page.
  package private(set) var lines: [String] = []
  private let width: Int
  private let indent: Int

  /// An empty page of so many columns; all but headings stand behind the indent.
  package init(width: Int = 80, indent: Int = 2) {
    self.width = width
    self.indent = indent
  }

  /// The page, each line with its line feed.
  package var text: String { lines.map { $0 + "\n" }.joined() }

  /// Adds a heading at the left edge, with an empty line before it unless it is the first.
  package mutating func add(heading: String) {
    if !lines.isEmpty { lines.append("") }
    lines += Paragraph.wrap(Escaping.visible(heading), width: width)
  }

  /// Adds running text; its further lines hang by so many columns.
  package mutating func add(paragraph: String, hanging: Int = 0) {
    lines += Paragraph.wrap(paragraph, width: width, indent: indent, hanging: indent + hanging)
  }

  /// Adds terms and their meanings in two columns.
  ///
  /// Meanings begin below each other; a term of more than a third of the page has its meaning on
  /// the line below.
  package mutating func add(list entries: [(term: String, meaning: String)]) {
    let most = max(8, width / 3)
    let fitting = entries.map { DisplayWidth.of($0.term) }.filter { $0 <= most }
    let margin = indent + (fitting.max() ?? 0) + 2
    for (term, meaning) in entries {
      let used = indent + DisplayWidth.of(term)
      let wrapped = Paragraph.wrap(meaning, width: width, indent: margin)
      var first = String(repeating: " ", count: indent) + term
      if used + 2 <= margin, let beside = wrapped.first, !beside.isEmpty {
        first += String(repeating: " ", count: margin - used) + beside.dropFirst(margin)
        lines.append(first)
        lines += wrapped.dropFirst()
      } else {
        lines.append(first)
        if !meaning.isEmpty { lines += wrapped }
      }
    }
  }
}

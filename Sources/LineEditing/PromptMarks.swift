/// A prompt as libedit wants it: each run of escape sequences between two marks.
///
/// The marks tell libedit what takes no room on the screen. It draws a run together with the
/// printing character after it, so a prompt must not end with one.
enum PromptMarks {
  private static let mark: Unicode.Scalar = "\u{1}"
  private static let escape: Unicode.Scalar = "\u{1B}"

  /// The prompt with marks set; other control characters are left out.
  static func set(in prompt: String) -> String {
    var marked = String.UnicodeScalarView()
    var rest = prompt.unicodeScalars[...]
    while let next = rest.first {
      if next == escape {
        marked.append(mark)
        while rest.first == escape { marked.append(contentsOf: takeSequence(from: &rest)) }
        marked.append(mark)
      } else {
        rest.removeFirst()
        if next.value >= 0x20 || next == "\n" { marked.append(next) }
      }
    }
    return String(marked)
  }

  /// Takes one escape sequence: ESC, or ESC [ up to the letter that ends it.
  private static func takeSequence(
    from rest: inout String.UnicodeScalarView.SubSequence
  ) -> [Unicode.Scalar] {
    var sequence = [rest.removeFirst()]
    guard rest.first == "[" else { return sequence }
    sequence.append(rest.removeFirst())
    while let next = rest.popFirst() {
      sequence.append(next)
      if (0x40...0x7E).contains(next.value) { break }
    }
    return sequence
  }
}

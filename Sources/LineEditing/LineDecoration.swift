/// How the text in the buffer looks.
package struct LineDecoration: Sendable, Hashable {
  /// A part of the text in a colour.
  package struct Span: Sendable, Hashable {
    /// Its bytes in the buffer's UTF-8.
    package let range: Range<Int>
    /// The parameters of an SGR sequence, such as `1;34`.
    package let style: String

    /// A part of the text, and its style.
    package init(_ range: Range<Int>, _ style: String) {
      self.range = range
      self.style = style
    }
  }

  /// The coloured parts, in the order of the text, without overlaps.
  package var spans: [Span]
  /// What is shown behind the end of the text while the cursor stands there; empty for nothing.
  package var hint: String
  /// The style of the hint, and of how an older statement goes on.
  package var hintStyle: String
  /// Whether an older statement that begins as the text does is suggested in the hint's place.
  package var suggests: Bool

  /// A look; plain without parts and hint.
  package init(
    spans: [Span] = [],
    hint: String = "",
    hintStyle: String = "",
    suggests: Bool = false
  ) {
    self.spans = spans
    self.hint = hint
    self.hintStyle = hintStyle
    self.suggests = suggests
  }
}

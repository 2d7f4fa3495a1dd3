/// What came of asking for a statement.
package enum LineRead: Sendable, Hashable {
  /// A statement, or an empty one: Enter on an empty line.
  case statement(String)
  /// Ctrl-C; the text there was, if any, is dropped.
  case interrupted(hadText: Bool)
  /// A statement of more than `limit` bytes, which was read and dropped.
  case overlong(limit: Int)
  /// Ctrl-D on an empty line, the end of the input, or the terminal went away.
  case end
}

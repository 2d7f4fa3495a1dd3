/// How diagnostics are written.
package enum ErrorStyle: String, Sendable, CaseIterable {
  /// For a person: what, where, the line with its mark, a fix.
  case text
  /// For a reader that speaks: a line each, without marks.
  case plain
  /// For an editor: an object a line.
  case json
}

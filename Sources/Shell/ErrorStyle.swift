/// How diagnostics are written.
package enum ErrorStyle: String, Sendable, CaseIterable {
  /// For a person: what, where, the line with its mark, a fix.
  case text
  /// For an editor: an object a line.
  case json
}

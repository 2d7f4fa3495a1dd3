package import Diagnostics
package import Syntax

/// A statement that does something to the session: one file in `Catalog`, a type of its name.
package protocol Command: Sendable {
  /// Does it; nil where the statement is another one.
  func run(
    _ statement: Statement,
    in conversation: inout Conversation
  ) throws(Diagnostics) -> Conversation.Outcome?
}

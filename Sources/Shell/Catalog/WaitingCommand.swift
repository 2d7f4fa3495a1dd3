package import Diagnostics
package import Syntax

/// Commands that are understood and that nothing answers in this version; each says so.
package struct WaitingCommand: Command {
  /// The command.
  package init() {}

  package func run(
    _ statement: Statement,
    in conversation: inout Conversation
  ) throws(Diagnostics) -> Conversation.Outcome? {
    switch statement {
    case .lesson, .record:
      throw Diagnostics([
        Diagnostic(
          .notYet,
          "`\(statement.kind)` has no answer in this version",
          at: conversation.place
        )
      ])
    default: return nil
    }
  }
}

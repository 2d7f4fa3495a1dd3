package import Diagnostics
import Query
package import Syntax

/// Commands that are understood and that nothing answers in this version; each says so.
package struct WaitingCommand: Command {
  /// The command.
  package init() {}

  package func run(
    _ statement: Statement,
    in conversation: inout Conversation
  ) throws(Diagnostics) -> Conversation.Outcome? {
    let what: Waiting
    switch statement {
    case .lesson: what = .lesson
    default: return nil
    }
    throw Diagnostics([what.diagnostic(at: conversation.place)])
  }
}

package import Diagnostics
package import Syntax

/// `quit`: leaves.
package struct QuitCommand: Command {
  /// The command.
  package init() {}

  package func run(
    _ statement: Statement,
    in conversation: inout Conversation
  ) throws(Diagnostics) -> Conversation.Outcome? {
    guard case .quit = statement else { return nil }
    return .quit
  }
}

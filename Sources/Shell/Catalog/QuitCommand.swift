package import Diagnostics
package import Syntax

/// `quit`, `exit 3`: leaves.
package struct QuitCommand: Command {
  /// The command.
  package init() {}

  package func run(
    _ statement: Statement,
    in conversation: inout Conversation
  ) throws(Diagnostics) -> Conversation.Outcome? {
    guard case .quit(let code) = statement else { return nil }
    if let code {
      guard let code = UInt8(exactly: code) else {
        let message = "an exit code is a whole number from 0 to 255"
        throw Diagnostics([Diagnostic(.outOfRange, message, at: conversation.place)])
      }
      conversation.leavingCode = Int32(code)
    }
    conversation.hasLeft = true
    return .quit
  }
}

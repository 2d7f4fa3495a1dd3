package import Diagnostics
package import Syntax

/// `record "first.session"`, `record off`: keeps what is said and what comes of it in a file.
package struct RecordCommand: Command {
  /// The command.
  package init() {}

  package func run(
    _ statement: Statement,
    in conversation: inout Conversation
  ) throws(Diagnostics) -> Conversation.Outcome? {
    guard case .record(let file) = statement else { return nil }
    if let file { try conversation.record(to: file) } else { conversation.stopRecording() }
    return .done
  }
}

package import Diagnostics
package import Syntax

/// `run "load.kith"`: runs a script inside another, or at the prompt.
package struct RunCommand: Command {
  /// How deep scripts may run each other.
  private static let depthLimit = 16

  /// The command.
  package init() {}

  package func run(
    _ statement: Statement,
    in conversation: inout Conversation
  ) throws(Diagnostics) -> Conversation.Outcome? {
    guard case .run(let file) = statement else { return nil }
    guard conversation.depth < RunCommand.depthLimit else {
      throw Diagnostics([
        Diagnostic(
          .outOfRange,
          "scripts run each other more than \(RunCommand.depthLimit) deep here",
          at: conversation.source.place(of: file.range)
        )
      ])
    }
    conversation.depth += 1
    defer { conversation.depth -= 1 }
    return conversation.runScript(conversation.resolved(file.text), askedAt: file.range)
  }
}

package import Diagnostics
package import Syntax

/// `fix`: runs the last statement that failed, with what its messages proposed.
package struct FixCommand: Command {
  /// The command.
  package init() {}

  package func run(
    _ statement: Statement,
    in conversation: inout Conversation
  ) throws(Diagnostics) -> Conversation.Outcome? {
    guard case .fix = statement else { return nil }
    guard let proposal = conversation.proposal else {
      throw Diagnostics([
        Diagnostic(.nothingToFix, "no message has proposed a fix", at: conversation.place)
      ])
    }
    conversation.proposal = nil
    conversation.say(proposal)
    return conversation.run(SourceText(proposal), joiningLines: true, parsingAllFirst: false)
  }
}

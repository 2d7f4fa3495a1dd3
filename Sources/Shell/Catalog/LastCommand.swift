package import Diagnostics
package import Syntax

/// `last`: the last table again.
package struct LastCommand: Command {
  /// The command.
  package init() {}

  package func run(
    _ statement: Statement,
    in conversation: inout Conversation
  ) throws(Diagnostics) -> Conversation.Outcome? {
    guard case .last = statement else { return nil }
    guard let last = conversation.session.last else {
      throw Diagnostics([
        Diagnostic(.nothingLoaded, "there is no table yet", at: conversation.place)
      ])
    }
    conversation.write(last.answer, showing: Conversation.Shown(isWhole: true))
    return .done
  }
}

package import Diagnostics
package import Syntax

/// `last`, `last best`: the last table again, or one that was kept under a name.
package struct LastCommand: Command {
  /// The command.
  package init() {}

  package func run(
    _ statement: Statement,
    in conversation: inout Conversation
  ) throws(Diagnostics) -> Conversation.Outcome? {
    guard case .last(let name) = statement else { return nil }
    let last = try conversation.lastAnswer(named: name)
    conversation.session.last = last
    conversation.write(last.answer, showing: Conversation.Shown(isWhole: true))
    return .done
  }
}

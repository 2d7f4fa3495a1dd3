package import Diagnostics
import Query
package import Syntax

/// `define fans as ...`: keeps a name for a measure, a set or topics.
package struct DefineCommand: Command {
  /// The command.
  package init() {}

  package func run(
    _ statement: Statement,
    in conversation: inout Conversation
  ) throws(Diagnostics) -> Conversation.Outcome? {
    guard case .define(let definition) = statement else { return nil }
    var binder = conversation.binder
    try binder.check(definition)
    try conversation.checkNotStopped()
    let name = definition.name.text
    let known = conversation.session.definitions.text(of: name)
    conversation.session.definitions.keep(definition, saying: conversation.statementLine.text)
    let meaning = conversation.source.slice(definition.range)
    conversation.say("\(name) is \(meaning)")
    if let known, known != conversation.statementLine.text {
      conversation.say("it takes the place of: \(known)")
    }
    return .done
  }
}

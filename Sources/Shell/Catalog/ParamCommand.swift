package import Diagnostics
package import Syntax

/// `param $topic: topic = yoga`: what a script takes.
package struct ParamCommand: Command {
  /// The command.
  package init() {}

  package func run(
    _ statement: Statement,
    in conversation: inout Conversation
  ) throws(Diagnostics) -> Conversation.Outcome? {
    guard case .param(let declaration) = statement else { return nil }
    let name = declaration.name
    let value = declaration.value.map { conversation.source.slice($0) }
    do throws(Parameters.Fault) {
      try conversation.session.parameters.declare(declaration, value: value)
    } catch {
      let place = conversation.source.place(of: declaration.value ?? name.range)
      switch error {
      case .isMissing:
        throw Diagnostics([
          Diagnostic(
            .unknownParameter,
            "`$\(name.text)` needs a value",
            at: place,
            choices: ["kith run FILE \(name.text)=VALUE"]
          )
        ])
      case .isNot(let kind, let given):
        throw Diagnostics([
          Diagnostic(
            .wrongKind,
            "`\(given)` is no \(kind.rawValue), as `$\(name.text)` must be",
            at: place
          )
        ])
      }
    }
    if let text = conversation.session.parameters.text(of: name.text) {
      conversation.say("$\(name.text) is \(text)")
    }
    return .done
  }
}

package import Diagnostics
import Answering
import Query
import Rendering
package import Syntax

/// `expect count customers >= 2`: fails unless an answer is as said.
package struct ExpectCommand: Command {
  /// The command.
  package init() {}

  package func run(
    _ statement: Statement,
    in conversation: inout Conversation
  ) throws(Diagnostics) -> Conversation.Outcome? {
    guard case .expect(let expect) = statement else { return nil }
    var binder = conversation.binder
    let expectation = try binder.expectation(expect)
    let answer = try conversation.evaluated { evaluator throws(EvaluationError) in
      try evaluator.answer(expectation.question)
    }
    if var failure = expectation.failure(of: answer) {
      failure.place = conversation.source.place(of: expect.range)
      throw Diagnostics([failure])
    }
    conversation.surroundings.messages("  met: \(Escaping.visible(expectation.text))\n")
    return .done
  }
}

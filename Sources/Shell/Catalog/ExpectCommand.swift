package import Diagnostics
import Answering
import Archiving
import Query
package import Syntax

/// `expect count customers >= 2`: fails unless an answer is as said.
package struct ExpectCommand: Command {
  /// The command.
  package init() {}

  package func run(
    _ statement: Statement,
    in conversation: inout Conversation
  ) throws(Diagnostics) -> Conversation.Outcome? {
    if case .expectGraph(let fingerprint) = statement {
      try conversation.expectGraph(fingerprint)
      return .done
    }
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
    conversation.say("met: \(expectation.text)")
    return .done
  }
}

extension Conversation {
  /// Fails unless the graph has a fingerprint, or one that begins so.
  fileprivate func expectGraph(_ wanted: Name) throws(Diagnostics) {
    let found = session.graph.fingerprint
    try session.graph.checkUndamaged()
    guard wanted.text.count >= 4, found.hasPrefix(wanted.text.lowercased()) else {
      throw Diagnostics([
        Diagnostic(
          .notMet,
          "expected the graph \(wanted.text), found \(found): the data is not what it was",
          at: source.place(of: wanted.range)
        )
      ])
    }
    say("met: the graph is \(found)")
  }
}

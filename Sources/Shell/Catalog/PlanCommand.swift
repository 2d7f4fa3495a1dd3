package import Diagnostics
import Answering
import Query
package import Syntax
import Values

/// `plan top 10 by pagerank`: how a question is answered, step by step.
package struct PlanCommand: Command {
  /// The command.
  package init() {}

  package func run(
    _ statement: Statement,
    in conversation: inout Conversation
  ) throws(Diagnostics) -> Conversation.Outcome? {
    guard case .plan(let planned, let range) = statement else { return nil }
    let place = conversation.source.place(of: range)
    if case .piped = planned {
      let message = "`plan` takes a question without `|`"
      throw Diagnostics([Diagnostic(.wrongKind, message, at: place)])
    }
    var binder = conversation.binder
    guard let question = try binder.question(planned) else {
      let message = "`plan` takes a question, and this is none"
      throw Diagnostics([Diagnostic(.wrongKind, message, at: place)])
    }
    let clock = ContinuousClock()
    let start = clock.now
    let answer = try conversation.evaluated { evaluator throws(EvaluationError) in
      try evaluator.plan(question)
    }
    let shown = conversation.surroundings.tellsTime ? answer : answer.withoutTimes
    let revision = conversation.session.revision
    conversation.session.last = LastAnswer(shown, to: nil, at: revision)
    conversation.write(shown, after: clock.now - start)
    return .done
  }
}

extension Answer {
  /// The answer without the column of times, for transcripts, which are compared.
  fileprivate var withoutTimes: Answer {
    var answer = self
    answer.table = Table(table.columns.filter { $0.name != "time" }, rowNoun: table.rowNoun)
    return answer
  }
}

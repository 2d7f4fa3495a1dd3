package import Query
import Syntax
package import Values

/// The last answer of a session: what `|` goes on with, whom `those` means, what `last` shows.
package struct LastAnswer: Sendable {
  /// The answer.
  package var answer: Answer
  /// The question; nil once table verbs made something else of its table.
  package let question: Question?
  /// The state of the session that gave it.
  let revision: Int
  /// The names of the columns that were asked for, rather than came with others.
  var asked: [String] = []
  /// The kind of chart it was last drawn as.
  var chart: Name?

  /// An answer to a question, given by a session in some state.
  package init(_ answer: Answer, to question: Question?, at revision: Int) {
    self.answer = answer
    self.question = question
    self.revision = revision
  }
}

extension LastAnswer {
  /// Whether its table has a column of people.
  var showsPeople: Bool {
    if case .people? = answer.table["person"]?.cells { true } else { false }
  }

  /// The people in its table, under the words that asked for them, where these give the same people
  /// in the session as it is.
  package func people(at revision: Int) -> LastPeople {
    let text = revision == self.revision ? question?.setText : nil
    return LastPeople(of: answer.table, text: text)
  }
}

package import Graph
package import Query
package import Values

/// The last answer of a session: what `|` goes on with, whom `those` means, what `last` shows.
package struct LastAnswer: Sendable {
  /// The answer.
  package var answer: Answer
  /// The question; nil once table verbs made something else of its table.
  package let question: Question?

  /// An answer to a question.
  package init(_ answer: Answer, to question: Question?) {
    self.answer = answer
    self.question = question
  }
}

extension LastAnswer {
  /// The people in its table, under the words that asked for them; nil where it shows none.
  package func people(in graph: Graph) -> LastPeople? {
    guard case .people(let people, _)? = answer.table["person"]?.cells else { return nil }
    return LastPeople(
      people: people.map { ($0, graph.people[$0]) },
      text: question?.setText
    )
  }
}

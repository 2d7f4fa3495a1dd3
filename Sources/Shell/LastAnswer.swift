import Answering
import Diagnostics
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

  /// What is left of an answer after table verbs, given by a session in some state.
  init(_ stages: TableStages, to question: Question?, at revision: Int) {
    self.init(stages.answer, to: question, at: revision)
    (asked, chart) = (stages.asked, stages.chart)
  }

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

extension Conversation {
  /// The answer that a statement goes on with: the last one, or one that was kept; nil of one that asks
  /// anew.
  ///
  /// Throws where there is none.
  func answerToGoOnWith(_ statement: Statement) throws(Diagnostics) -> LastAnswer? {
    switch statement {
    case .continue:
      if let last = session.last { return last }
      throw Diagnostics([
        Diagnostic(.nothingLoaded, "there is no table yet that `|` could go on with", at: place)
      ])
    case .piped(.last(let name), _): return try lastAnswer(named: name)
    default: return nil
    }
  }

  /// The last answer, or the one that was kept under a name.
  ///
  /// Throws where there is none.
  func lastAnswer(named name: Name?) throws(Diagnostics) -> LastAnswer {
    guard let name else {
      if let last = session.last { return last }
      throw Diagnostics([Diagnostic(.nothingLoaded, "there is no table yet", at: place)])
    }
    if let kept = session.keptAnswers[name.text.lowercased()] { return kept }
    let known = session.keptAnswers.keys.sorted()
    let clear = NearestName.clear(for: name.text, among: known)
    throw Diagnostics([
      Diagnostic(
        .unknownName,
        "no table is kept as `\(name.text)`",
        at: source.place(of: name.range),
        fix: clear.map { Diagnostic.Fix(range: name.range, replacement: $0) },
        choices: clear == nil ? known.map { "last \($0)" } : []
      )
    ])
  }

  /// Keeps answers under names, and says so.
  mutating func keep(_ answers: [(name: Name, answer: LastAnswer)]) {
    for (name, answer) in answers {
      let known = session.keptAnswers.updateValue(answer, forKey: name.text.lowercased())
      let instead = known.map { " · in place of \($0.answer.table.count)" } ?? ""
      let table = answer.answer.table
      let them = table.rowCount == 1 ? "it" : "them"
      say("\(name.text): \(table.count)\(instead) · `last \(name.text)` shows \(them)")
    }
  }
}

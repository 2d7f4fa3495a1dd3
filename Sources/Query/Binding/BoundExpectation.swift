package import Diagnostics
package import Syntax

/// What an answer is expected to be, every name resolved.
package struct BoundExpectation: Sendable {
  /// What is asked of the answer.
  package enum Expected: Sendable {
    /// The number in its one row; values that differ by no more than the tolerance are equal.
    case number(ConditionSyntax.Comparator, Double, tolerance: Double)
    /// How many rows it has.
    case rows(ConditionSyntax.Comparator, Double)
    /// Its people.
    case people([Question.Person])
  }

  /// The question.
  package let question: Question
  /// What is asked of the answer.
  package let expected: Expected
}

extension Binder {
  /// What a statement expects, bound.
  ///
  /// Throws all that is wrong with it.
  package mutating func expectation(
    _ statement: ExpectStatement
  ) throws(Diagnostics) -> BoundExpectation {
    let expected = bind(statement.expected, at: statement.range)
    guard let question = try question(statement.question), let expected else {
      report(.wrongKind, "`expect` takes a question", at: start)
      throw Diagnostics(sorting: diagnostics)
    }
    return BoundExpectation(question: question, expected: expected)
  }

  private mutating func bind(
    _ expected: ExpectStatement.Expected,
    at range: Range<Int>
  ) -> BoundExpectation.Expected? {
    switch expected {
    case .rows(let comparator, let count): return .rows(comparator, count)
    case .people(let names):
      let people = names.compactMap { person($0).map(Question.Person.init) }
      return people.count == names.count ? .people(people) : nil
    case .number(let comparator, let number, let tolerance):
      if tolerance != nil, comparator != .equal {
        report(
          .unwantedQualifier,
          "`within` goes with `=`, not with `\(comparator.rawValue)`",
          at: range
        )
      }
      return .number(comparator, number, tolerance: tolerance ?? 0)
    }
  }
}

extension BoundExpectation {
  /// The statement in its canonical form.
  package var text: String { "expect \(subject) \(wanted)" }

  /// What is compared, in words.
  package var subject: String {
    let words = Reading.text(of: question)
    if case .rows = expected { return "rows of \(words)" }
    return words
  }

  /// What is expected of it, as typed.
  package var wanted: String {
    switch expected {
    case .number(let comparator, let number, let tolerance):
      let within = tolerance == 0 ? "" : " within \(Reading.literal(tolerance, false))"
      return "\(comparator.rawValue) \(Reading.literal(number, false))\(within)"
    case .rows(let comparator, let count):
      return "\(comparator.rawValue) \(Reading.literal(count, false))"
    case .people(let people): return "is \(BoundExpectation.text(of: people.map(\.handle)))"
    }
  }

  /// People in a list, as typed.
  package static func text(of handles: [String]) -> String {
    handles.map(Reading.handle).joined(separator: ", ")
  }
}

package import Diagnostics
import Graph
package import Query
import Syntax
package import Values

extension BoundExpectation {
  /// Why an answer is not what is expected; nil where it is.
  ///
  /// A missing value equals nothing, and no comparison with it holds. Numbers that agree to twelve
  /// digits are equal.
  package func failure(of answer: Answer) -> Diagnostic? {
    switch expected {
    case .people(let people): return failure(of: answer.table, people: people)
    case .rows(let comparator, let count):
      let rows = Double(answer.table.rowCount)
      return comparator.holds(rows, count) ? nil : notMet("\(Tally.digits(answer.table.rowCount))")
    case .number(let comparator, let number, let tolerance):
      guard answer.table.rowCount == 1 else { return severalRows(answer.table) }
      guard let (value, column) = value(in: answer.table) else { return noNumber }
      if value.isNaN { return notMet("missing", notes: column.missingReason.map { [$0] } ?? []) }
      return comparator.holds(value, number, within: tolerance)
        ? nil : notMet(Reading.literal(value, false))
    }
  }

  private func notMet(_ found: String, notes: [String] = []) -> Diagnostic {
    var unlike = wanted
    for sign in ["= ", "is "] where unlike.hasPrefix(sign) { unlike.removeFirst(sign.count) }
    return Diagnostic(.notMet, "\(subject) is \(found), not \(unlike)", notes: notes)
  }

  /// The number that is compared: the measure's, else the first of the row.
  private func value(in table: Table) -> (value: Double, column: Column)? {
    let named = question.measures.columnNames.first.flatMap { table[$0] }
    for column in [named].compactMap(\.self) + table.columns {
      if case .numbers(let numbers) = column.cells { return numbers.first.map { ($0, column) } }
    }
    return nil
  }

  private var noNumber: Diagnostic {
    Diagnostic(.wrongKind, "`\(Reading.text(of: question))` gives no number to compare")
  }

  private func severalRows(_ table: Table) -> Diagnostic {
    let words = Reading.text(of: question)
    let rows = Tally.text(table.rowCount, "rows")
    var choices = ["expect rows of \(words) \(wanted)"]
    if case .people(let people, let labels)? = table["person"]?.cells, let first = people.first,
      case .rank(nil) = question.kind, question.people.isEveryone, question.condition == nil
    {
      let handle = Reading.handle(labels.handle(of: first))
      choices.insert("expect \(words) for \(handle) \(wanted)", at: 0)
    }
    return Diagnostic(
      .wrongKind,
      "`\(words)` has \(rows), and a number is compared with one",
      choices: choices
    )
  }

  /// People are compared in order where the question orders them, else as a set.
  private func failure(of table: Table, people wanted: [Question.Person]) -> Diagnostic? {
    guard case .people(let people, let labels)? = table["person"]?.cells else {
      return Diagnostic(.wrongKind, "`\(Reading.text(of: question))` lists no people")
    }
    var isOrdered = !question.sortKeys.isEmpty
    if case .rank = question.kind { isOrdered = true }
    let expected = wanted.map(\.id)
    if isOrdered ? people == expected : Set(people) == Set(expected) { return nil }
    let found = people.prefix(10).map { labels.handle(of: $0) }
    let more = people.count > 10 ? " and \(Tally.digits(people.count - 10)) more" : ""
    let lacking = Set(expected).subtracting(people).map { labels.handle(of: $0) }.sorted()
    let surplus = Set(people).subtracting(expected).map { labels.handle(of: $0) }.sorted()
    var notes: [String] = []
    if lacking.isEmpty, surplus.isEmpty { notes.append("the people are right, the order is not") }
    if !isOrdered, !people.isEmpty {
      if !lacking.isEmpty { notes.append("lacking: \(BoundExpectation.few(lacking))") }
      if !surplus.isEmpty { notes.append("too many: \(BoundExpectation.few(surplus))") }
    }
    return notMet(people.isEmpty ? "nobody" : BoundExpectation.text(of: found) + more, notes: notes)
  }

  /// The first ten of some people.
  private static func few(_ handles: [String]) -> String {
    text(of: Array(handles.prefix(10))) + (handles.count > 10 ? " ..." : "")
  }
}

extension ConditionSyntax.Comparator {
  /// Whether it holds between two numbers of which those are equal that differ by no more than a
  /// tolerance, or by rounding only.
  fileprivate func holds(_ left: Double, _ right: Double, within tolerance: Double) -> Bool {
    let slack = 1e-12 * max(abs(left), abs(right))
    return holds(abs(left - right) <= tolerance + slack ? right : left, right)
  }
}

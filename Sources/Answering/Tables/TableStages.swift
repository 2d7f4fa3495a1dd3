package import Diagnostics
package import Query
package import Syntax
package import Values

/// An answer on its way through table verbs.
///
/// Each verb sees the table the one before it left. Nothing is written: what goes to files is kept
/// until all verbs are known to be right.
package struct TableStages {
  /// The answer so far: its reading with the verbs behind it gives its table again.
  package private(set) var answer: Answer
  /// The names of the columns that were asked for, rather than came with others.
  package private(set) var asked: [String]
  /// The kind of chart that was asked for last; nil where none was.
  package private(set) var chart: Name?
  /// What goes to files, in order.
  package private(set) var files: [File] = []

  /// What goes to a file: an answer as it was at some stage.
  package struct File: Sendable {
    /// The answer.
    package let answer: Answer
    /// The names of the columns that were asked for.
    package let asked: [String]
    /// The kind of chart it was to be drawn as.
    package let chart: Name?
    /// The file.
    package let name: Name
  }

  /// An answer that nothing was done with, perhaps drawn already.
  package init(_ answer: Answer, asked: [String], chart: Name? = nil) {
    (self.answer, self.asked, self.chart) = (answer, asked, chart)
  }

  /// Sends the answer as it is to a file.
  package mutating func send(to file: Name) {
    files.append(File(answer: answer, asked: asked, chart: chart, name: file))
  }

  /// Asks for a chart of what the table is in the end.
  package mutating func chart(as kind: Name) { chart = kind }

  /// Does what a verb says; throws all that is wrong with its names.
  package mutating func apply(
    _ verb: TableVerb,
    binding binder: Binder
  ) throws(Diagnostics) {
    var binder = binder
    let table = answer.table
    let columns = table.columns.map(\.outline)
    switch verb.kind {
    case .filter(let syntax):
      let condition = try binder.condition(syntax, on: columns)
      let words = Reading.text(of: condition)
      let (kept, untold) = table.filtered(by: condition)
      step(kept, "where \(words)", remark: remark(on: words, kept: kept, untold: untold))
    case .sort(let syntaxes):
      let measures = try binder.measures(syntaxes.map(\.measure), on: columns)
      let keys = zip(measures, syntaxes).map { measure, syntax in
        Question.SortKey(measure: measure, isAscending: syntax.isAscending)
      }
      step(table.sorted(by: keys), "sort by \(Reading.text(of: keys))")
    case .keep(let syntaxes):
      let measures = try binder.measures(syntaxes, on: columns)
      try binder.requireDistinct(measures, at: syntaxes.map(\.range))
      let words = measures.map { Reading.text(of: $0) }.joined(separator: ", ")
      step(table.keeping(measures), "keep \(words)")
      asked = answer.table.columns.map(\.name)
    case .limit(let count):
      step(table.rows(Array(0..<min(count, table.rowCount))), "limit \(count)")
    case .chart(let kind): chart(as: kind)
    case .write(let file): send(to: file)
    case .name: break
    case .beside(let name): try goOn(beside: name, binding: binder)
    }
  }

  /// Goes on with a table that stands below the one at hand; throws which there are, where it is none.
  private mutating func goOn(beside name: Name, binding binder: Binder) throws(Diagnostics) {
    guard let part = answer.parts.first(where: { $0.name == name.text.lowercased() }) else {
      throw Diagnostics([
        Diagnostic(
          .nothingLoaded,
          "no table called `\(name.text)` stands below this one",
          at: binder.place(of: name.range),
          choices: answer.parts.map { "| \($0.name)" }
        )
      ])
    }
    step(part.table, part.name)
    chart = nil
    asked = part.table.columns.map(\.name)
    answer.remarks = []
  }

  /// Goes on with a table; what was shown besides another one is left behind.
  private mutating func step(_ table: Table, _ words: String? = nil, remark: String? = nil) {
    if let words {
      answer.reading += " | \(words)"
      answer.parts = []
      answer.findings = []
    }
    answer.table = table
    answer.remarks += [remark].compactMap(\.self)
  }

  /// What a condition left out for want of a value, or that it left nothing.
  private func remark(on words: String, kept: Table, untold: Int) -> String? {
    let noun = answer.table.rowNoun
    if untold > 0 {
      let rows = Tally.text(untold, noun == "row" ? "rows" : noun)
      return "\(rows) left out: `\(words)` cannot be told without a value"
    }
    guard kept.rowCount == 0, answer.table.rowCount > 0 else { return nil }
    return "none of the \(Tally.text(answer.table.rowCount, noun)) meets `\(words)`"
  }
}

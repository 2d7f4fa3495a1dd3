import Diagnostics
import Graph
import Answering
import Query
import Syntax
import TestSupport
import Testing
import Values

/// What a question should come to.
enum Expected {
  /// The people of the rows, in order.
  case people(String)
  /// The cells of one column, rounded to four decimals, `-` where missing.
  case column(String, String)
  /// Refused first with this code, in words that contain these parts.
  case refused(DiagnosticCode, _ parts: [String] = [])
  /// The reading line.
  case reading(String)
  /// A remark that contains this.
  case remark(String)
}

/// What a question is asked of.
struct World {
  var graph = Graph.eightPeople
  var settings = QuerySettings()
  var definitions: [String] = []
}

/// Asks one question and checks what comes of it.
func check(
  _ question: String,
  in world: World = World(),
  expect: Expected,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  do throws(Diagnostics) {
    let answer = try answer(question, in: world)
    switch expect {
    case .people(let wanted):
      #expect(people(of: answer.table) == wanted, sourceLocation: sourceLocation)
    case .column(let name, let wanted):
      let found = cells(of: name, in: answer.table).joined(separator: " ")
      #expect(found == wanted, sourceLocation: sourceLocation)
    case .reading(let wanted):
      #expect(answer.readingLine == wanted, sourceLocation: sourceLocation)
    case .remark(let wanted):
      let found = answer.remarks.contains { $0.contains(wanted) }
      #expect(found, "\(answer.remarks)", sourceLocation: sourceLocation)
    case .refused:
      Issue.record("answered: \(answer.readingLine)", sourceLocation: sourceLocation)
    }
  } catch {
    guard case .refused(let code, let parts) = expect else {
      Issue.record("refused: \(error.all.map(allWords))", sourceLocation: sourceLocation)
      return
    }
    #expect(error.all.first?.code == code, "\(error.all)", sourceLocation: sourceLocation)
    let words = error.all.map(allWords).joined(separator: "\n")
    for part in parts {
      #expect(words.contains(part), "\(part) in \(words)", sourceLocation: sourceLocation)
    }
  }
}

/// The answer to a question, after the definitions of its world.
func answer(_ question: String, in world: World = World()) throws(Diagnostics) -> Answer {
  var definitions = Definitions()
  for text in world.definitions {
    guard case .define(let definition) = try statement(text) else { continue }
    var binder = binder(of: text, in: world, definitions)
    try binder.check(definition)
    definitions.keep(definition)
  }
  var binder = binder(of: question, in: world, definitions)
  let statement = try statement(question)
  guard let bound = try binder.question(statement) else {
    throw Diagnostics([Diagnostic(.usage, "no question: \(question)")])
  }
  var stages = TableStages(try evaluated(bound, in: world), asked: bound.askedColumns)
  for verb in statement.verbs {
    try stages.apply(verb, binding: QueryTests.binder(of: question, in: world, definitions))
  }
  return stages.answer
}

private func evaluated(_ question: Question, in world: World) throws(Diagnostics) -> Answer {
  do throws(EvaluationError) {
    var evaluator = Evaluator(graph: world.graph, settings: world.settings)
    return try evaluator.answer(question)
  } catch {
    throw Diagnostics([error.diagnostic])
  }
}

/// The one statement of a text.
func statement(_ text: String) throws(Diagnostics) -> Statement {
  let parser = Parser(lexicon: Vocabulary.standard.lexicon(settings: []))
  let outcomes = parser.parse(SourceText(text))
  let wrong = outcomes.flatMap(\.diagnostics)
  guard wrong.isEmpty, outcomes.count == 1, let statement = outcomes[0].statement else {
    throw Diagnostics(wrong.isEmpty ? [Diagnostic(.usage, "no statement: \(text)")] : wrong)
  }
  return statement
}

/// A binder for the one statement of a text.
func binder(of text: String, in world: World, _ definitions: Definitions) -> Binder {
  Binder(
    graph: world.graph,
    definitions: definitions,
    settings: world.settings,
    source: SourceText(text)
  )
}

/// The people of a table's rows, in order.
func people(of table: Table) -> String { cells(of: "person", in: table).joined(separator: " ") }

/// The cells of a column, each on one line.
func cells(of name: String, in table: Table) -> [String] {
  guard let column = table[name] else { return ["no column \(name)"] }
  return (0..<table.rowCount).map { spelled(column[$0]) }
}

/// A cell on one line.
func spelled(_ value: Value) -> String {
  switch value {
  case .missing: return "-"
  case .rank(let rank): return "\(rank.place)" + (rank.isShared ? "=" : "")
  case .person(let handle): return handle
  case .number(let number):
    let rounded = (number * 10_000).rounded() / 10_000
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  case .text(let text): return text
  case .flag(let flag): return flag ? "yes" : "no"
  case .instant(let instant): return "\(instant)"
  }
}

/// All the words of a diagnostic.
func allWords(_ diagnostic: Diagnostic) -> String {
  let fix = diagnostic.fix.map { ["fix: \($0.replacement)"] } ?? []
  return ([diagnostic.message] + fix + diagnostic.choices + diagnostic.notes)
    .joined(separator: "\n")
}

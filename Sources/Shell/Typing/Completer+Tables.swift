import Diagnostics
import Graph
import Metrics
import Query
import Rendering
import Syntax
import Values

extension Completer {
  /// The columns of the table that is worked on at a cursor; nil where it does not stand behind `|`,
  /// or where the columns are not known before the question is answered.
  func tableColumns(in text: String, at cursor: Int) -> [Choice]? {
    let source = SourceText(String(decoding: Array(text.utf8.prefix(cursor)), as: UTF8.self))
    guard let statement = Lexer.statements(of: source).statements.last,
      let bar = statement.tokens.first(where: { $0.kind == .sign && $0.text == "|" })
    else { return nil }
    let question = source.slice(statement.range.lowerBound..<bar.range.lowerBound)
    let names =
      question.isEmpty ? session.last?.answer.table.columns.map(\.name) : columns(of: question)
    return names.map { names in names.map { Choice(Binder.written(column: $0), .column) } }
  }

  /// The names of the columns of a question's table.
  private func columns(of question: String) -> [String]? {
    let source = SourceText(question)
    let parsed = session.parser.parse(source, with: session.parameters)
    guard parsed.count == 1, parsed[0].diagnostics.isEmpty, let statement = parsed[0].statement
    else { return nil }
    var binder = Binder(
      graph: session.graph,
      definitions: session.definitions.resolved(
        with: session.parameters,
        lexicon: session.parser.lexicon
      ),
      settings: session.settings.query,
      source: source,
      last: (session.lastPeople ?? session.last)?.people(at: session.revision),
      vocabulary: session.vocabulary
    )
    do throws(Diagnostics) {
      return try binder.question(statement).flatMap { binder.columnNames(of: $0) }
    } catch {
      return nil
    }
  }
}

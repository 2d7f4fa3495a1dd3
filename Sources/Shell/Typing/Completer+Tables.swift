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

extension Completer {
  /// What a setting can be, where its name stands before the cursor, and the byte the value is typed
  /// from; nil elsewhere, and for people and dates.
  func settingValues(in text: String, at cursor: Int) -> (from: Int, choices: [Choice])? {
    let source = SourceText(String(decoding: Array(text.utf8.prefix(cursor)), as: UTF8.self))
    guard let statement = Lexer.statements(of: source).statements.last,
      statement.tokens[0].text.lowercased() == "set"
    else { return nil }
    let start = statement.tokens[0].range.upperBound
    let words = source.slice(start..<cursor).drop { $0 == " " }
    for (name, values) in settings {
      guard words.lowercased().hasPrefix(name + " "), !values.isEmpty else { continue }
      let typed = words.dropFirst(name.count).drop { $0 == " " }
      let choices = (values + ["default"]).map { Choice($0, .setting) }
      return (cursor - typed.utf8.count, matching(choices, String(typed)))
    }
    return nil
  }

  /// The settings, and what each can be.
  private var settings: [(name: String, values: [String])] {
    Setting.allCases.map { ($0.rawValue, $0.values) }
      + session.vocabulary.metricSettings.values.map { setting in
        (setting.name, setting.parameter.options.map(\.name))
      }
  }
}

extension Setting {
  /// What it can be, or an example where that is many things; none where names complete it.
  fileprivate var values: [String] {
    switch self {
    case .interestThreshold: ["0.5"]
    case .missingTrust: ["0"]
    case .me, .now: []
    case .format: TableFormatCatalog.all.map(\.card.name)
    case .rows: ["20"]
    case .wrap, .pager, .overwrite: ["no", "yes"]
    case .missingMark: ["\"none\""]
    case .memoryLimit: ["1 GB"]
    case .timeLimit: ["30 seconds"]
    case .colors: ColorScheme.allCases.map(\.rawValue)
    case .keys: KeyStyle.allCases.map(\.rawValue)
    }
  }
}

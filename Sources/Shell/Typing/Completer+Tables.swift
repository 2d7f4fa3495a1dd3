import Diagnostics
import Graph
import Importing
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

  /// The tables that were kept under names.
  var keptTables: [Choice] {
    session.keptAnswers.map { Choice($0.key, .defined, $0.value.answer.table.count) }
  }

  /// The names of the columns of a question's table.
  private func columns(of question: String) -> [String]? {
    let source = SourceText(question)
    let parsed = session.parser.parse(source, with: session.parameters)
    guard parsed.count == 1, parsed[0].diagnostics.isEmpty, let statement = parsed[0].statement
    else { return nil }
    if case .last(let name) = statement {
      let answer = name.map { session.keptAnswers[$0.text.lowercased()] } ?? session.last
      return answer?.answer.table.columns.map(\.name)
    }
    var binder = session.binder(of: source)
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
    case .output: ["\"results.md\"", "off"]
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

extension Completer {
  /// What could stand in the brackets of a `load` line at a cursor, and the byte it is typed from; nil
  /// elsewhere.
  ///
  /// In front of `=` our words for what a row holds, behind it the columns of the file. Complexity: that
  /// of reading the file's first rows.
  func loadBrackets(in text: String, at cursor: Int) -> (from: Int, choices: [Choice])? {
    let source = SourceText(String(decoding: Array(text.utf8.prefix(cursor)), as: UTF8.self))
    guard let tokens = Lexer.statements(of: source).statements.last?.tokens.dropLast(),
      tokens.first?.isWord("load") == true,
      let from = tokens.firstIndex(where: { $0.isWord("from") }), from + 2 < tokens.endIndex,
      tokens[from + 1].kind == .text(isClosed: true), tokens[from + 2].text == "("
    else { return nil }
    let entry =
      tokens[(from + 3)...].split(
        maxSplits: .max,
        omittingEmptySubsequences: false,
        whereSeparator: { $0.kind == .sign && $0.text == "," }
      ).last ?? []
    guard !entry.contains(where: { $0.kind == .sign && $0.text == ")" }) else { return nil }
    let equals = entry.firstIndex { $0.kind == .sign && $0.text == "=" }
    let start = equals.map { entry.index(after: $0) } ?? entry.startIndex
    let typed = entry[start...].filter { $0.range.lowerBound < cursor }
    // What is typed ends at the cursor, else a new word begins there.
    let begin =
      typed.last.map { $0.range.upperBound == cursor } == true
      ? typed.first?.range.lowerBound ?? cursor : cursor
    guard begin != cursor || typed.isEmpty else { return nil }
    let words = source.slice(begin..<cursor).filter { $0 != "\"" }
    let choices =
      equals == nil
      ? Importer.bracketWords(for: thing(of: tokens[1..<from])).map { Choice($0, .word) }
      : columns(of: tokens[from + 1].text)
    return (begin, matching(choices, words))
  }

  /// What the rows of a `load` line are, by its words.
  private func thing(of words: ArraySlice<Token>) -> LoadRequest.Thing {
    let name = words.map(\.text).joined(separator: " ").lowercased()
    return LoadRequest.Thing(word: name) ?? .relation(name)
  }

  /// The columns of a file; none where files are out of reach, or it is no table.
  private func columns(of file: String) -> [Choice] {
    guard !session.isSafe else { return [] }
    let path = FilePath.isAbsolute(file) || folder.isEmpty ? file : folder + "/" + file
    return Importer.columnNames(ofFileAt: path).map { column in
      let isBare = Lexer.soleToken(of: column.name)?.kind == .word
      let name = isBare || column.isNumber ? column.name : "\"\(column.name)\""
      return Choice(name, .column, column.sample)
    }
  }
}

extension Token {
  fileprivate func isWord(_ word: String) -> Bool { kind == .word && text.lowercased() == word }
}

import Diagnostics
import Query
import Rendering
import Syntax
import Values

/// The file that results go to, in place of the screen, and what it holds so far.
struct ResultFile {
  /// The file as it was named, and where it is from the root.
  let file: Name
  let path: String
  /// How tables are written in it.
  let format: any TableFormat
  /// All of it.
  var text = ""
  /// The tables that are not on the disk yet, as they are counted in words.
  var waiting: [String] = []
  /// Whether a table is in it.
  var holdsTable: Bool { !text.isEmpty }
}

extension Conversation {
  /// Sends results to a file from here on; nil sends them to the screen again.
  ///
  /// Throws where no format has the ending, or the file may not be replaced.
  mutating func sendResults(to file: Name?) throws(Diagnostics) {
    guard let file else {
      (resultFile, session.settings.output) = (nil, nil)
      return
    }
    let result = ResultFile(
      file: file,
      path: FilePath.absolute(resolved(file.text)),
      format: try tableFormat(of: file)
    )
    do throws(Diagnostics) {
      try OutputFile.check(result.path, shownAs: file.text, replacing: session.replacement)
    } catch {
      throw error.placed(at: source.place(of: file.range))
    }
    (resultFile, session.settings.output) = (result, file.text)
  }

  /// The file that results go to at the moment: none in a lesson, and none where files are out of
  /// reach.
  private var openResultFile: ResultFile? { play == nil && !session.isSafe ? resultFile : nil }

  /// Adds a table to the file that results go to; false where they go to none.
  mutating func addToResultFile(_ table: Table) -> Bool {
    guard var result = openResultFile else { return false }
    if result.holdsTable, result.format.card.needsGap { result.text += "\n" }
    let style = TableStyle(monitor: surroundings.monitor)
    result.format.write(table, style: style, to: &result.text)
    result.waiting.append(table.count)
    resultFile = result
    return true
  }

  /// Puts what is new for the file that results go to on the disk, and says what it is.
  mutating func writeResultFile() throws(Diagnostics) {
    guard let result = resultFile, !result.waiting.isEmpty else { return }
    resultFile?.waiting = []
    let stamp = try OutputFile.write(
      to: result.path,
      shownAs: result.file.text,
      replacing: session.replacement,
      watchedBy: surroundings.monitor
    ) { output throws(Diagnostics) in output.write(result.text) }
    session.writtenFiles.insert(stamp)
    tell(result.file, result.waiting)
  }

  /// Whether all results go to one file or pipe in a format that somebody chose.
  private var isChosenForAll: Bool {
    surroundings.gathersResults && session.settings.format != nil
  }

  /// Refuses a second table for a file that can hold one.
  func checkRoom(for statement: Statement) throws(Diagnostics) {
    guard statement.isAnswered, statement.files.isEmpty, !statement.isKept else { return }
    let (format, isTaken, what) =
      if let result = openResultFile {
        (result.format, result.holdsTable, "\"\(result.file.text)\"")
      } else {
        (self.format, hasWrittenTable && isChosenForAll, "the output")
      }
    guard isTaken, format.card.holdsOneTable else { return }
    throw Diagnostics([
      Diagnostic(
        .fileExists,
        "\(what) holds a table already, and \(format.card.name) is one table; `into` gives each "
          + "question a file of its own, and jsonl and markdown hold several",
        at: place,
        choices: ["\(source.slice(range)) into \"FILE.\(format.card.endings.first ?? "csv")\""]
      )
    ])
  }
}

extension Statement {
  /// Whether what comes of it is an answer with a table.
  var isAnswered: Bool {
    switch self {
    case .continue, .plan, .last, .piped(.last, _): true
    default: clauses != nil
    }
  }

  /// Whether its table is kept under a name, and not shown.
  fileprivate var isKept: Bool {
    clauses?.tableName != nil
      || verbs.contains { if case .name = $0.kind { true } else { false } }
  }
}

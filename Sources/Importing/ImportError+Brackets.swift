import Diagnostics

extension ImportError {
  /// What is wrong with the brackets of a `load` line, or with the columns they were left to find.
  func bracketDiagnostic(_ file: String, _ path: String) -> Diagnostic {
    switch self {
    case .unknownRole(let word, let thing, let known, let range):
      unknownRole(word, thing, known, range)
    case .repeatedRole(let word, _): Diagnostic(.unknownRole, "\(word) is given twice")
    case .noSuchColumn(let column, let columns, let entry, let range):
      noSuchColumn(file, column, columns, entry, range)
    case .noHeader(let column, let count, _):
      Diagnostic(
        .missingColumn,
        "\(file) has no line that names its columns, so none is called \(column)",
        notes: [
          "its columns go by number: 1 to \(count)",
          "if its first line does name them: header = yes",
        ]
      )
    case .wrongWayRound(let ours, let theirs, let range):
      wrongWayRound(file, "\(theirs) = \(LoadLine.column(ours))", theirs, range)
    case .badOption(let message, let choices, _):
      Diagnostic(.outOfRange, message, choices: choices)
    case .missingRole(let role, let columns, let proposal):
      Diagnostic(
        .missingColumn,
        "which column of \(file) is the \(role) cannot be told",
        at: Place(file: path, line: 1, column: 1),
        choices: columns,
        notes: ["fix: (\(proposal))"]
      )
    case .scaleWithoutWeight:
      Diagnostic(
        .missingColumn,
        "scale needs a weight, and which column of \(file) is the weight cannot be told",
        notes: ["fix: (weight = COLUMN)"]
      )
    default: Diagnostic(.unreadableFile, "\(file) cannot be loaded")
    }
  }

  private func unknownRole(
    _ word: String,
    _ thing: String,
    _ known: [String],
    _ range: Range<Int>
  ) -> Diagnostic {
    let near = NearestName.clear(for: word, among: known)
    let end = min(range.upperBound, range.lowerBound + word.utf8.count)
    return Diagnostic(
      .unknownRole,
      "\(word) means nothing for \(thing)",
      fix: near.flatMap { ImportError.replace(range.lowerBound..<end, by: $0) },
      choices: known,
      notes: [ImportError.direction]
    )
  }

  private func noSuchColumn(
    _ file: String,
    _ column: String,
    _ columns: [String],
    _ entry: String,
    _ range: Range<Int>
  ) -> Diagnostic {
    let near = NearestName.clear(for: column, among: columns)
    let fix = near.map { "\(entry) = \(LoadLine.column($0))" }
    return Diagnostic(
      .missingColumn,
      "\(file) has no column \(column)",
      fix: fix.flatMap { ImportError.replace(range, by: $0) },
      choices: columns
    )
  }

  private func wrongWayRound(
    _ file: String,
    _ fix: String,
    _ theirs: String,
    _ range: Range<Int>
  ) -> Diagnostic {
    Diagnostic(
      .missingColumn,
      "\(file) has no column \(theirs)",
      fix: ImportError.replace(range, by: fix),
      notes: [ImportError.direction]
    )
  }

  private static let direction =
    "left of = stand the names used here, right of it the file's"

  private static func replace(_ range: Range<Int>, by text: String) -> Diagnostic.Fix? {
    range.isEmpty ? nil : Diagnostic.Fix(range: range, replacement: text)
  }
}

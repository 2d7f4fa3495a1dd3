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

extension ImportError {
  /// Rows about aliases that contradict each other, or what an earlier load said.
  enum AliasConflict: Sendable, Hashable {
    /// An alias means two people; `earlier` is the line that gave it to the first of them, nil for
    /// an earlier load.
    case twoPeople(alias: String, line: Int, handles: [String], earlier: Int?)
    /// A handle is an alias of another one.
    case chain(alias: String, line: Int, handle: String, earlier: Int?)
    /// An alias belongs to a person who has aliases from an earlier load.
    case hasAliases(alias: String, line: Int, handle: String)

    /// The line of the row.
    var line: Int {
      switch self {
      case .twoPeople(_, let line, _, _), .chain(_, let line, _, _), .hasAliases(_, let line, _):
        line
      }
    }
  }

  /// How many conflicts are told one by one.
  private static let mostConflicts = 5

  /// What is wrong with aliases, each row in a message of its own.
  static func diagnostics(of conflicts: [AliasConflict], in file: String) -> [Diagnostic] {
    var all = conflicts.prefix(mostConflicts).map { conflict in
      Diagnostic(
        .aliasConflict,
        conflict.words,
        at: Place(file: file, line: conflict.line, column: 1)
      )
    }
    let left = conflicts.count - all.count
    let note = left > 0 ? ["and \(left) more like these"] : []
    if !all.isEmpty { all[all.count - 1].notes = note + ["nothing was loaded"] }
    return all
  }
}

extension ImportError.AliasConflict {
  /// What the row says, and what it contradicts.
  fileprivate var words: String {
    switch self {
    case .twoPeople(let alias, let line, let handles, let earlier):
      let people = handles.map { LoadLine.person($0) }
      return "the alias \(LoadLine.person(alias)) means \(people[0]), by \(Self.origin(earlier)), "
        + "and \(people[1]), by line \(line)"
    case .chain(let alias, let line, let handle, let earlier):
      return "the handle \(LoadLine.person(alias)) of line \(line) is an alias of "
        + "\(LoadLine.person(handle)), by \(Self.origin(earlier)); aliases do not chain"
    case .hasAliases(let alias, let line, let handle):
      let person = LoadLine.person(alias)
      return "\(person) is an alias of \(LoadLine.person(handle)) by line \(line), and has aliases "
        + "by an earlier load; aliases do not chain"
    }
  }

  private static func origin(_ line: Int?) -> String {
    line.map { "line \($0)" } ?? "an earlier load"
  }
}

/// The stable name of one kind of trouble, and the exit code a script ends with because of it.
///
/// Codes never change their meaning; `help CODE` explains them.
package enum DiagnosticCode: String, Sendable, CaseIterable {
  // Reading a statement.
  case unreadableText = "unreadable-text"
  case unexpectedWord = "unexpected-word"
  case unfinished = "unfinished"
  case mixedJunction = "mixed-and-or"
  case repeatedClause = "repeated-clause"
  // Understanding it.
  case unknownName = "unknown-name"
  case ambiguousName = "ambiguous-name"
  case wrongKind = "wrong-kind"
  case missingQualifier = "missing-qualifier"
  case unwantedQualifier = "unwanted-qualifier"
  case outOfRange = "out-of-range"
  case nameTaken = "name-taken"
  case nothingToFix = "nothing-to-fix"
  case unknownParameter = "unknown-parameter"
  // Answering it.
  case nothingLoaded = "nothing-loaded"
  case relationNotLoaded = "relation-not-loaded"
  case interrupted = "interrupted"
  case timeLimit = "time-limit"
  case notMet = "not-met"
  // Files.
  case unreadableFile = "unreadable-file"
  case damagedFile = "damaged-file"
  case wrongEnding = "wrong-ending"
  case fileExists = "file-exists"
  case unwritableFile = "unwritable-file"
  case outOfReach = "out-of-reach"
  case missingColumn = "missing-column"
  case wrongColumnKind = "wrong-column-kind"
  case unknownRole = "unknown-role"
  case weightOutOfScale = "weight-out-of-scale"
  case nothingUsable = "nothing-usable"
  case aliasConflict = "alias-conflict"
  case topicCycle = "topic-cycle"
  // Using the program.
  case usage = "usage"

  /// The exit code of a script that ends with this.
  ///
  /// 1 a question failed, 2 usage or parse error, 3 an expectation was not met, 4 data could not
  /// be read, 130 interrupted.
  package var exitCode: Int32 {
    switch self {
    case .unreadableText, .unexpectedWord, .unfinished, .mixedJunction, .repeatedClause, .usage,
      .unknownParameter:
      2
    case .notMet: 3
    case .unreadableFile, .damagedFile, .missingColumn, .wrongColumnKind, .unknownRole,
      .weightOutOfScale, .nothingUsable, .aliasConflict, .topicCycle:
      4
    case .interrupted: 130
    default: 1
    }
  }
}

extension DiagnosticCode {
  /// What it means and what helps, in one or two sentences.
  package var explanation: String {
    switch self {
    case .unreadableText: "A character, number or quote of the statement cannot be read."
    case .unexpectedWord: "The grammar has no place for a word there; the message says what fits."
    case .unfinished: "The statement stops before it is complete."
    case .mixedJunction: "`and` beside `or` can be meant in two ways; brackets say which."
    case .repeatedClause: "A clause or qualifier stands at most once."
    case .unknownName: "No measure, set, topic, person, column or setting has that name."
    case .ambiguousName: "The name can stand for several things; the choices say which."
    case .wrongKind: "Something of another kind belongs there: a set, a measure, a text, a number."
    case .missingQualifier: "The measure cannot do without something behind it."
    case .unwantedQualifier: "The measure has no use for what stands behind it."
    case .outOfRange: "The number is outside of what it may be."
    case .nameTaken: "The name belongs to something else, or the definition refers to itself."
    case .unknownParameter: "No `param` declares it, or nothing says what it stands for."
    case .timeLimit: "The statement took longer than `set time limit` allows; nothing was changed."
    case .notMet: "An answer is not what `expect` says."
    case .nothingToFix: "`fix` applies what the last message proposed, and nothing was proposed."
    case .nothingLoaded: "The question is about data that no file has brought yet."
    case .relationNotLoaded: "The measure reads a relation or kind of event that is not loaded."
    case .interrupted: "The work was stopped on request; nothing was changed."
    case .unreadableFile: "The file is not there, may not be read, or is no text."
    case .damagedFile: "The snapshot is not as `save` wrote it; nothing is answered from it."
    case .wrongEnding: "The statement does not write or read files of that ending."
    case .fileExists: "Something else wrote the file; `set overwrite yes` lets it be replaced."
    case .unwritableFile: "The file or pipe cannot be written to."
    case .outOfReach: "The session was started with `--safe`, where no file is read or written."
    case .missingColumn: "The file lacks a column that the load needs; nothing was loaded."
    case .wrongColumnKind: "A column holds another kind of value; nothing was loaded."
    case .unknownRole: "The brackets of the load name something it does not know."
    case .weightOutOfScale: "Weights lie outside of what they may be; `scale` says their range."
    case .nothingUsable: "Too few rows of the file could be used; nothing was loaded."
    case .aliasConflict: "An alias means two people, or another alias; nothing was loaded."
    case .topicCycle:
      "A topic would be a part of itself, over others or at once; nothing was loaded."
    case .usage: "The command line is not one the program knows."
    }
  }
}

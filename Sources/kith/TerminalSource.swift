import LineEditing
import Shell
import Synchronization

/// What the editor's callbacks see of the session: its newest state.
final class Shared: Sendable {
  /// The session, as the last statement left it.
  let session: Mutex<Session>

  /// A session to share.
  init(_ session: Session) { self.session = Mutex(session) }
}

/// Statements typed by a person, with editing, history and completion where the terminal can.
struct TerminalSource: StatementSource, ~Copyable {
  private var editor: EditlineReader?
  private var plain: PlainReader
  private var history: HistoryFile?
  private let warn: (String) -> Void

  /// Opens the terminal; what goes wrong with the history is said once and is not in the way.
  init(_ shared: Shared, environment: [String: String], warn: @escaping (String) -> Void) {
    self.warn = warn
    var known: [String] = []
    var history = HistoryFile.defaultPath(environment: environment).map(HistoryFile.init(path:))
    do throws(HistoryError) {
      known = try history?.load() ?? []
    } catch {
      warn("  \(error): history is not kept\n")
      history = nil
    }
    if let aside = history?.setAside {
      warn("  the history file was not one of ours; it is now \(aside)\n")
    }
    self.history = history
    let isComplete: @Sendable (String) -> Bool = { text in
      let session = shared.session.withLock { $0 }
      return session.isSubmittable(text)
    }
    let callbacks = LineEditingCallbacks(isComplete: isComplete) { buffer, cursor in
      let session = shared.session.withLock { $0 }
      let (from, choices) = Completer(session).choices(in: buffer, at: cursor)
      return LineCompletion(
        replaceFrom: from,
        choices: choices.map { LineChoice($0.text, kind: $0.kind.rawValue, meaning: $0.meaning) }
      )
    }
    editor = EditlineReader(
      programName: "kith",
      history: known,
      terminal: LineTerminal(kind: environment["TERM"]),
      callbacks: callbacks
    )
    plain = PlainReader(isComplete: isComplete)
  }

  mutating func next(prompt: String) -> StatementInput {
    guard editor != nil else { return StatementInput(plain.readStatement(prompt: prompt)) }
    return StatementInput(editor?.readStatement(prompt: prompt) ?? .end)
  }

  mutating func remember(_ statement: String) {
    editor?.remember(statement)
    do throws(HistoryError) {
      try history?.append(statement)
    } catch {
      warn("  \(error): history is not kept\n")
      history = nil
    }
  }
}

/// Statements from a pipe.
struct PipeSource: StatementSource, ~Copyable {
  private var plain: PlainReader

  /// Statements that end as they do in a session.
  init(_ session: Session) {
    plain = PlainReader(isComplete: { session.isSubmittable($0) })
  }

  mutating func next(prompt: String) -> StatementInput {
    StatementInput(plain.readStatement(prompt: prompt))
  }

  mutating func remember(_ statement: String) {}
}

extension StatementInput {
  fileprivate init(_ read: LineRead) {
    self =
      switch read {
      case .statement(let text): .statement(text)
      case .interrupted(let hadText): .interrupted(hadText: hadText)
      case .overlong(let limit): .overlong(limit: limit)
      case .end: .end
      }
  }
}

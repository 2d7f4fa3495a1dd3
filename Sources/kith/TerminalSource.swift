import LineEditing
import Shell
import Synchronization

/// What the editor's callbacks see of the session: its newest state.
final class Shared: Sendable {
  /// The session, as the last statement left it.
  let session: Mutex<Session>
  /// Whether the statements of before are to be forgotten.
  let forgets = Mutex(false)

  /// A session to share.
  init(_ session: Session) { self.session = Mutex(session) }

  /// The statements of before, as the session's commands see them; nil where none are kept.
  func history(_ environment: [String: String]) -> StatementHistory? {
    guard let file = HistoryFile(environment: environment) else { return nil }
    return StatementHistory(
      statements: {
        var file = file
        return (try? file.load()) ?? []
      },
      forget: {
        var file = file
        do throws(HistoryError) {
          try file.clear()
        } catch {
          return "\(error)"
        }
        self.forgets.withLock { $0 = true }
        return nil
      }
    )
  }
}

/// Statements typed by a person, with editing, history and completion where the terminal can.
struct TerminalSource: StatementSource, ~Copyable {
  private var editor: EditlineReader?
  private var plain: PlainReader
  private var history: HistoryFile?
  private let shared: Shared
  private let warn: (String) -> Void

  /// Opens the terminal; what goes wrong with the history is said once and is not in the way.
  ///
  /// The colours are those that hold until the session chooses some.
  init(
    _ shared: Shared,
    environment: [String: String],
    colors: ColorScheme,
    warn: @escaping (String) -> Void
  ) {
    self.warn = warn
    var known: [String] = []
    var history = HistoryFile(environment: environment)
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
    let program = EditorProgram(environment: environment)
    let callbacks = LineEditingCallbacks(
      isComplete: isComplete,
      complete: { buffer, cursor in
        let session = shared.session.withLock { $0 }
        return LineCompletion(Completer(session).choices(in: buffer, at: cursor))
      },
      decorate: { buffer, cursor in
        let session = shared.session.withLock { $0 }
        let look = Colorist(session).look(of: buffer, at: cursor)
        return LineDecoration(look, in: session.settings.colors ?? colors)
      },
      edit: { program.edit($0, folder: environment["TMPDIR"] ?? "/tmp") }
    )
    editor = EditlineReader(
      programName: "kith",
      history: known,
      terminal: LineTerminal(kind: environment["TERM"]),
      callbacks: callbacks
    )
    plain = PlainReader(isComplete: isComplete)
    self.shared = shared
  }

  mutating func next(prompt: String) -> StatementInput {
    if shared.forgets.withLock({ forgets in
      defer { forgets = false }
      return forgets
    }) {
      editor?.forget()
      try? history?.clear()
    }
    guard editor != nil else { return StatementInput(plain.readStatement(prompt: prompt)) }
    if let keys = shared.session.withLock({ $0.settings.keys }) {
      editor?.useKeys(ofVi: keys == .vi)
    }
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

extension LineCompletion {
  fileprivate init(_ completion: (from: Int, choices: [Completer.Choice])) {
    self.init(
      replaceFrom: completion.from,
      choices: completion.choices.map {
        LineChoice($0.text, kind: $0.kind.rawValue, meaning: $0.meaning)
      }
    )
  }
}

extension LineDecoration {
  fileprivate init(_ look: (parts: [Colorist.Part], hint: String), in colors: ColorScheme) {
    let spans = look.parts.map { Span($0.range, colors.style(of: $0.role)) }
    self.init(
      spans: spans.filter { !$0.style.isEmpty },
      hint: look.hint,
      hintStyle: colors.style(of: .hint),
      // Without colours it would look as if it had been typed.
      suggests: colors != .off
    )
  }
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

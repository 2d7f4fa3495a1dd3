import CEditline

/// Statements read from a terminal with editing, history and completion, through libedit.
///
/// It owns the terminal while a read is open and gives it back between reads and when it is
/// dropped. Use it on one thread.
@safe
package struct EditlineReader: ~Copyable {
  private let editor: OpaquePointer
  /// What the C side calls back through; it must outlive the editor.
  private let desk: CallbackDesk
  private var newest: String?

  /// Opens the terminal.
  ///
  /// Nil when lines cannot be edited on it, or the person's `~/.editrc` says `edit off`; then read
  /// with a `PlainReader`.
  ///
  /// - Parameters:
  /// - programName: what lines of `~/.editrc` may be limited to.
  /// - history: earlier statements, oldest first.
  /// - terminal: where to read and draw.
  /// - callbacks: what the editor asks about the language.
  package init?(
    programName: String,
    history: [String],
    terminal: LineTerminal,
    callbacks: LineEditingCallbacks
  ) {
    guard terminal.canEdit else { return nil }
    let desk = CallbackDesk(callbacks)
    let opened = unsafe ceditline_begin(
      programName,
      terminal.kind,
      terminal.input,
      terminal.output,
      desk.table
    )
    guard let opened = unsafe opened else { return nil }
    unsafe self.editor = opened
    self.desk = desk
    for statement in history {
      remember(statement)
    }
  }

  deinit {
    unsafe ceditline_end(editor)
    withExtendedLifetime(desk) {}
  }

  /// Reads one statement, over several lines if need be.
  ///
  /// The prompt may hold colour escapes but not end with one.
  package mutating func readStatement(prompt: String) -> LineRead {
    switch unsafe ceditline_read(editor, PromptMarks.set(in: prompt)) {
    case CEDITLINE_STATEMENT: .statement(unsafe String(cString: ceditline_text(editor)))
    case CEDITLINE_INTERRUPTED_EMPTY: .interrupted(hadText: false)
    case CEDITLINE_INTERRUPTED_TEXT: .interrupted(hadText: true)
    default: .end
    }
  }

  /// Makes a statement reachable with Up and Ctrl-R for the rest of the session, unless it begins
  /// with a space or repeats the one before.
  package mutating func remember(_ statement: String) {
    guard HistoryFile.keeps(statement, after: newest) else { return }
    newest = statement
    unsafe ceditline_remember(editor, statement)
  }
}

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
  /// - history: earlier statements, each once, oldest first.
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
    unsafe Self.bind(in: opened, firmOnly: false)
    guard unsafe ceditline_take_up_preferences(opened) else {
      unsafe ceditline_end(opened)
      return nil
    }
    // The keys of vi came with the preferences, and nothing of ours is bound there.
    unsafe Self.bind(in: opened, firmOnly: !ceditline_is_vi(opened))
    for statement in history { unsafe ceditline_remember(opened, statement, false) }
    unsafe self.editor = opened
    self.desk = desk
    newest = history.last
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
    unsafe ceditline_remember(editor, statement, true)
  }

  /// Makes no statement of before reachable.
  package mutating func forget() {
    newest = nil
    unsafe ceditline_forget(editor)
  }

  /// Takes the keys of vi, or those of emacs.
  package mutating func useKeys(ofVi isVi: Bool) {
    guard unsafe ceditline_is_vi(editor) != isVi else { return }
    unsafe ceditline_set_vi(editor, isVi)
    unsafe Self.bind(in: editor, firmOnly: false)
  }

  /// Binds the keys of the table, or only those that preferences cannot change.
  private static func bind(in editor: OpaquePointer, firmOnly: Bool) {
    let isVi = unsafe ceditline_is_vi(editor)
    for row in KeyTable.rows where row.isFirm || !firmOnly {
      for key in row.keys where !isVi || !key.beginsWithEscape {
        unsafe bind(key, to: row, of: CEDITLINE_TYPING, in: editor)
        if isVi { unsafe bind(key, to: row, of: CEDITLINE_COMMANDING, in: editor) }
      }
      for key in row.viKeys where isVi {
        unsafe bind(key, to: row, of: CEDITLINE_COMMANDING, in: editor)
      }
    }
  }

  private static func bind(
    _ key: Key,
    to row: KeyRow,
    of map: ceditline_keymap,
    in editor: OpaquePointer
  ) {
    let isKnown = unsafe ceditline_bind(editor, map, key.sequence, row.command)
    assert(isKnown, "libedit has no command \(row.command)")
  }
}

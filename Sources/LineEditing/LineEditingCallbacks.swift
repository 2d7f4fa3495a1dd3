/// What the editor asks of whoever knows the language.
///
/// Called on the reading thread only.
package struct LineEditingCallbacks: Sendable {
  /// Whether Enter runs this text (true) or goes on in a new line of it (false).
  package let isComplete: @Sendable (_ buffer: String) -> Bool
  /// What could stand at the cursor, given in UTF-8 bytes from the start of the buffer.
  package let complete: @Sendable (_ buffer: String, _ cursor: Int) -> LineCompletion
  /// How the text looks while no key is waiting; the cursor is given in UTF-8 bytes.
  package let decorate: @Sendable (_ buffer: String, _ cursor: Int) -> LineDecoration
  /// The text as another program left it, which has the terminal meanwhile; nil where none ran.
  package let edit: @Sendable (_ buffer: String) -> String?

  /// The questions; without answers every line is complete and plain, and nothing completes.
  package init(
    isComplete: @escaping @Sendable (_ buffer: String) -> Bool = { _ in true },
    complete: @escaping @Sendable (_ buffer: String, _ cursor: Int) -> LineCompletion = {
      LineCompletion(replaceFrom: $1, choices: [])
    },
    decorate: @escaping @Sendable (_ buffer: String, _ cursor: Int) -> LineDecoration = {
      _,
      _ in LineDecoration()
    },
    edit: @escaping @Sendable (_ buffer: String) -> String? = { _ in nil }
  ) {
    self.isComplete = isComplete
    self.complete = complete
    self.decorate = decorate
    self.edit = edit
  }
}

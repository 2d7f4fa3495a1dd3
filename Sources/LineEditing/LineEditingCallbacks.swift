/// What the editor asks of whoever knows the language.
///
/// Called on the reading thread only.
package struct LineEditingCallbacks: Sendable {
  /// Whether Enter runs this text (true) or goes on in a new line of it (false).
  package let isComplete: @Sendable (_ buffer: String) -> Bool
  /// What could stand at the cursor, given in UTF-8 bytes from the start of the buffer.
  package let complete: @Sendable (_ buffer: String, _ cursor: Int) -> LineCompletion

  /// The two questions; without answers, every line is complete and nothing completes.
  package init(
    isComplete: @escaping @Sendable (_ buffer: String) -> Bool = { _ in true },
    complete: @escaping @Sendable (_ buffer: String, _ cursor: Int) -> LineCompletion = {
      LineCompletion(replaceFrom: $1, choices: [])
    }
  ) {
    self.isComplete = isComplete
    self.complete = complete
  }
}

import Diagnostics

/// Where statements come from: a terminal with editing, a pipe, a test.
package protocol StatementSource: ~Copyable {
  /// The next statement, after showing a prompt where there is a person.
  mutating func next(prompt: String) -> StatementInput

  /// Takes note of a statement, to be recalled.
  mutating func remember(_ statement: String)
}

/// What came of asking for a statement.
package enum StatementInput: Sendable, Hashable {
  case statement(String)
  /// Ctrl-C; whether there was text.
  case interrupted(hadText: Bool)
  /// A statement too long to take.
  case overlong(limit: Int)
  case end
}

/// A conversation with a person: reads, answers, and goes on after errors.
package struct Dialogue {
  /// The prompt.
  package static let prompt = "kith> "

  /// The conversation.
  package var conversation: Conversation

  /// A dialogue that goes on with a conversation.
  package init(_ conversation: Conversation) {
    self.conversation = conversation
  }

  /// Talks until the person leaves or the input ends; returns the exit code.
  ///
  /// `beforeEach` is called before a statement runs, and `afterEach` with the conversation as the
  /// statement left it, so that completion sees it.
  package mutating func run(
    with source: inout some StatementSource & ~Copyable,
    goesOnAfterErrors: Bool,
    beforeEach: () -> Void = {},
    afterEach: (Conversation) -> Void = { _ in }
  ) -> Int32 {
    var lastWasEmptyInterrupt = false
    conversation.isAtPrompt = goesOnAfterErrors
    while true {
      let input = source.next(prompt: conversation.prompt)
      let wasEmptyInterrupt = lastWasEmptyInterrupt
      lastWasEmptyInterrupt = input == .interrupted(hadText: false)
      if conversation.isInLesson, input == .end || input == .interrupted(hadText: false) {
        conversation.leaveLesson()
        afterEach(conversation)
        continue
      }
      switch input {
      case .end: return 0
      case .interrupted(hadText: false):
        if !goesOnAfterErrors { return 130 }
        if wasEmptyInterrupt { conversation.surroundings.messages("  Ctrl-D leaves\n") }
      case .interrupted: if !goesOnAfterErrors { return 130 }
      case .overlong(let limit):
        let message = "a statement of more than \(limit) bytes was dropped"
        let dropped = Diagnostics([Diagnostic(.unreadableText, message)])
        conversation.report(dropped)
        if !goesOnAfterErrors { return dropped.exitCode }
      case .statement(let text):
        let isBlank = text.allSatisfy(\.isWhitespace)
        guard !isBlank || conversation.isInLesson else { continue }
        if !conversation.isLessonWord(text) { source.remember(text) }
        beforeEach()
        let outcome = conversation.submit(text)
        afterEach(conversation)
        if outcome == .quit { return conversation.leavingCode ?? 0 }
        if case .failed(let exitCode) = outcome, !goesOnAfterErrors { return exitCode }
      }
    }
  }
}

import CEditline
#if canImport(Glibc)
import Glibc
#endif

/// Statements read without editing: from a pipe, or on a terminal that cannot move its cursor.
///
/// Lines are joined while the statement is unfinished; an empty line ends it all the same, and so
/// does the end of the input. Bytes that are no UTF-8 are repaired. Use it on one thread.
package struct PlainReader: ~Copyable {
  /// The longest statement taken, in bytes: 1 MiB.
  ///
  /// A longer one is reported and dropped.
  package static let limit = 1 << 20
  /// The prompt for every line of a statement but the first.
  package static let continuationPrompt = "... "

  private var lines: PlainLines
  private let output: Int32
  private let isComplete: @Sendable (String) -> Bool
  private let limit: Int
  private let prompts: Bool

  /// A reader of a descriptor; prompts go to `output`, when `input` is a terminal.
  package init(
    input: Int32 = 0,
    output: Int32 = 1,
    limit: Int = PlainReader.limit,
    isComplete: @escaping @Sendable (String) -> Bool
  ) {
    lines = PlainLines(of: input)
    self.output = output
    self.limit = limit
    self.isComplete = isComplete
    prompts = TerminalShape.isTerminal(input)
  }

  /// Reads one statement, over several lines if need be, which it joins by newlines.
  ///
  /// On a terminal an older Ctrl-C is forgotten first; in a pipe it still counts, so that a script
  /// stops between two statements too.
  package mutating func readStatement(prompt: String) -> LineRead {
    var statement: String?
    if prompts { ceditline_forget_signals() }
    show(prompt)
    while true {
      switch lines.next(limit: limit - (statement?.utf8.count ?? 0)) {
      case .interrupted:
        ceditline_clear_interrupt()
        show("\n")
        return .interrupted(hadText: statement != nil)
      case .end:
        return statement.map { .statement($0) } ?? .end
      case .overlong:
        return .overlong(limit: limit)
      case .line(let line):
        let joined = statement.map { "\($0)\n\(line)" } ?? line
        if line.allSatisfy(\.isWhitespace) { return .statement(statement ?? line) }
        if isComplete(joined) { return .statement(joined) }
        statement = joined
        show(Self.continuationPrompt)
      }
    }
  }

  private func show(_ text: String) {
    guard prompts else { return }
    // What others have printed comes first.
    _ = fflush(nil)
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = unsafe rest.withUnsafeBytes { unsafe write(output, $0.baseAddress, $0.count) }
      if written < 0, errno != EINTR { return }
      rest = rest.dropFirst(max(0, written))
    }
  }
}

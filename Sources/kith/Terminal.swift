import LineEditing
import Shell
import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The process's side of a conversation: where it reads and writes, and what stops it.
struct Terminal {
  private let results: Descriptor
  private let messages: Descriptor
  private let progress = Progress()
  private var conversation: Conversation

  /// Wires standard streams, or a file for the tables. Throws what is wrong with the choices.
  init(format: String?, output: String?) throws {
    InterruptFlag.install()
    let (sink, isScreen) = try Terminal.sink(output)
    let results = sink
    let messages = Descriptor(isScreen ? 1 : 2)
    let progress = self.progress
    let shape = TerminalShape.current(environment: Terminal.environment)
    conversation = Conversation(
      in: Surroundings(
        results: { results.write($0) },
        messages: { text in
          results.flush()
          messages.write(text)
          messages.flush()
        },
        isScreen: isScreen,
        width: shape.columns,
        drawsLines: Terminal.drawsLines,
        monitor: .init(
          isCancelled: { InterruptFlag.isRequested },
          report: { progress.report($0, $1) }
        ),
        workIsOver: { progress.end() }
      )
    )
    self.results = results
    self.messages = messages
    try conversation.chooseFormat(format, file: output)
  }
}

import LineEditing
import Shell
import Synchronization

/// The progress line of long work, on standard error of a terminal.
///
/// It appears after half a second and is taken away when the work is over. Work reports from any
/// thread.
final class Progress: Sendable {
  private struct State {
    var start = ContinuousClock().now
    var shown: ContinuousClock.Instant?
  }

  private let state = Mutex(State())
  private let isTerminal = TerminalShape.isTerminal(2)

  /// Work begins now.
  func begin() {
    state.withLock { $0 = State() }
  }

  /// Shows what is being done and how far it is, some ten times a second.
  func report(_ what: String, _ part: Double) {
    guard isTerminal else { return }
    let now = ContinuousClock().now
    let line: String? = state.withLock { state in
      let elapsed = now - state.start
      guard elapsed > .milliseconds(500) else { return nil }
      if let shown = state.shown, now - shown < .milliseconds(100) { return nil }
      state.shown = now
      let text = ProgressLine.text(
        what,
        part: part,
        after: elapsed,
        memory: MemoryUse.bytes,
        width: TerminalShape.current(of: 2).columns
      )
      return "\r\u{1B}[K\(text)"
    }
    if let line { Descriptor(2).write(line) }
  }

  /// Takes the line away.
  func end() {
    let wasShown = state.withLock { state in
      defer { state.shown = nil }
      return state.shown != nil
    }
    if wasShown { Descriptor(2).write("\r\u{1B}[K") }
  }
}

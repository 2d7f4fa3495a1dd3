import Dispatch
import LineEditing
import Shell
import Synchronization

/// The progress line of long work, on standard error of a terminal.
///
/// It appears after half a second, goes on counting the time where the work does not report, and is
/// taken away when the work is over. Work reports from any thread.
final class Progress: Sendable {
  private struct State {
    var start = ContinuousClock().now
    var shown: ContinuousClock.Instant?
    /// What is being done, and the part that is done; nil where nothing reported yet.
    var reported: (what: String, part: Double)?
    /// Whether there is nothing to wait for.
    var isOver = true
    /// Whether a look at the clock is on its way.
    var isTicking = false
  }

  private let state = Mutex(State())
  private let isTerminal = TerminalShape.isTerminal(2)

  /// Work begins now.
  func begin() {
    guard isTerminal else { return }
    state.withLock { state in
      let isTicking = state.isTicking
      state = State()
      state.isOver = false
      state.isTicking = isTicking
    }
    tick()
  }

  /// Shows what is being done and how far it is, some ten times a second.
  func report(_ what: String, _ part: Double) {
    guard isTerminal else { return }
    state.withLock { state in
      state.reported = (what, part)
      state.isOver = false
      draw(&state, atLeastAfter: .milliseconds(100))
    }
    tick()
  }

  /// Takes the line away.
  func end() {
    state.withLock { state in
      state.isOver = true
      if state.shown != nil { Descriptor(2).write("\r\u{1B}[K") }
      state.shown = nil
    }
  }

  /// Looks at the clock twice a second while there is work.
  private func tick() {
    let isFirst = state.withLock { state in
      defer { state.isTicking = true }
      return !state.isTicking
    }
    guard isFirst else { return }
    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(500)) {
      let goesOn = self.state.withLock { state in
        state.isTicking = false
        if !state.isOver { self.draw(&state, atLeastAfter: .milliseconds(400)) }
        return !state.isOver
      }
      if goesOn { self.tick() }
    }
  }

  private func draw(_ state: inout State, atLeastAfter pause: Duration) {
    let now = ContinuousClock().now
    let elapsed = now - state.start
    guard elapsed > .milliseconds(500) else { return }
    if let shown = state.shown, now - shown < pause { return }
    state.shown = now
    let text = ProgressLine.text(
      state.reported?.what ?? "working",
      part: state.reported?.part,
      after: elapsed,
      memory: MemoryUse.bytes,
      width: TerminalShape.current(of: 2).columns
    )
    Descriptor(2).write("\r\u{1B}[K\(text)")
  }
}

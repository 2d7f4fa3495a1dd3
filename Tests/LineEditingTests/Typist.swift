import Glibc

/// A pseudo-terminal and someone who types on it.
final class Typist {
  /// One thing done at the terminal.
  struct Step: Sendable {
    /// What to wait for on the screen, since the step before.
    let awaited: String
    /// What to type then.
    let keys: String
    /// Whether Ctrl-C follows.
    ///
    /// A pseudo-terminal that controls no process does not turn the key
    /// into a signal, so the signal itself is sent.
    let interrupts: Bool

    /// Waits, then types.
    init(_ awaited: String, _ keys: String, interrupts: Bool = false) {
      self.awaited = awaited
      self.keys = keys
      self.interrupts = interrupts
    }
  }

  /// The end a program runs on: 60 columns and 20 rows.
  let terminal: Int32
  private let keyboard: Int32

  /// Opens a pseudo-terminal.
  init() {
    var ends: (keyboard: Int32, terminal: Int32) = (-1, -1)
    var size = winsize(ws_row: 20, ws_col: 60, ws_xpixel: 0, ws_ypixel: 0)
    _ = unsafe openpty(&ends.keyboard, &ends.terminal, nil, nil, &size)
    (keyboard, terminal) = ends
  }

  deinit {
    close(terminal)
    close(keyboard)
  }

  /// Begins to type in the background.
  ///
  /// When an awaited text does not come, leaves with Ctrl-D, so that a failing test ends.
  func type(_ steps: [Step]) -> Background {
    let keyboard = keyboard
    return Background {
      var screen = ""
      for step in steps {
        guard Self.waits(for: step.awaited, in: &screen, on: keyboard) else {
          for _ in 0..<50 {
            Self.press("\u{15}\u{4}", on: keyboard)
            usleep(20_000)
          }
          return
        }
        Self.press(step.keys, on: keyboard)
        guard step.interrupts else { continue }
        // A signal overtakes the keys before it.
        usleep(100_000)
        kill(getpid(), SIGINT)
      }
    }
  }

  private static func press(_ keys: String, on keyboard: Int32) {
    let bytes = Array(keys.utf8)
    _ = unsafe bytes.withUnsafeBytes { unsafe write(keyboard, $0.baseAddress, $0.count) }
  }

  /// Reads what is drawn until the text is in it, and keeps what comes after.
  private static func waits(
    for awaited: String,
    in screen: inout String,
    on keyboard: Int32
  ) -> Bool {
    var room = [UInt8](repeating: 0, count: 4096)
    while true {
      if awaited.isEmpty { return true }
      if let found = screen.firstRange(of: awaited) {
        screen.removeSubrange(..<found.upperBound)
        return true
      }
      var wanted = pollfd(fd: keyboard, events: Int16(POLLIN), revents: 0)
      guard unsafe poll(&wanted, 1, 5000) > 0 else { return false }
      let count = unsafe read(keyboard, &room, room.count)
      guard count > 0 else { return false }
      screen += String(decoding: room[..<count], as: UTF8.self)
    }
  }
}

import Foundation

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A program on a terminal of its own, with someone who types and looks at the screen.
///
/// The program leads a session that the terminal controls, so keys such as Ctrl-C are signals.
package final class TerminalSession {
  /// What the terminal shows, as of the last wait.
  package private(set) var screen: Screen

  private let keyboard: Int32
  private let process: pid_t
  private var undecoded: [UInt8] = []
  private var exit: Int32?

  /// Starts the program of that name, beside the tests that are running; what the environment
  /// does not say is not known to it.
  package init(
    _ name: String = "kith",
    _ arguments: [String],
    environment: [String: String],
    columns: Int = 80,
    rows: Int = 24
  ) throws {
    screen = Screen(columns: columns, rows: rows)
    let runner = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    let program = runner.deletingLastPathComponent().appending(path: name).path
    var ends: (keyboard: Int32, terminal: Int32) = (-1, -1)
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    guard unsafe openpty(&ends.keyboard, &ends.terminal, nil, nil, &size) == 0 else {
      throw CocoaError(.fileNoSuchFile)
    }
    keyboard = ends.keyboard
    _ = fcntl(keyboard, F_SETFD, FD_CLOEXEC)
    let path = unsafe String(cString: ttyname(ends.terminal))
    process = try Self.spawn(program, arguments, environment, on: path)
    close(ends.terminal)
  }

  deinit {
    if exit == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(keyboard)
  }

  /// Starts a program as the leader of a session; the terminal it opens first controls that.
  private static func spawn(
    _ program: String,
    _ arguments: [String],
    _ environment: [String: String],
    on terminal: String
  ) throws -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, 0, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    // POSIX_SPAWN_SETSID, which the module of the C library does not show.
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | 0x80)
    var words = unsafe ([program] + arguments).map { unsafe strdup($0) }
    var settings = unsafe environment.map { unsafe strdup("\($0.key)=\($0.value)") }
    defer {
      unsafe (words + settings).forEach { unsafe free($0) }
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    unsafe words.append(nil)
    unsafe settings.append(nil)
    var child = pid_t()
    let failure = unsafe posix_spawn(&child, program, &actions, &attributes, words, settings)
    guard failure == 0 else { throw CocoaError(.executableNotLoadable) }
    return child
  }

  /// Types keys.
  package func type(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = unsafe bytes.withUnsafeBytes { unsafe write(keyboard, $0.baseAddress, $0.count) }
  }

  /// Waits until the screen is as wanted; false where it is not within some seconds.
  package func waits(seconds: Double = 20, until isReached: (Screen) -> Bool) -> Bool {
    let end = Date(timeIntervalSinceNow: seconds)
    while !isReached(screen) {
      guard Date() < end else { return false }
      if !read(milliseconds: 50), exit != nil || hasEnded { return isReached(screen) }
    }
    return true
  }

  /// Waits until a text is on the screen.
  package func waits(for text: String) -> Bool { waits { $0.text.contains(text) } }

  /// Waits until nothing has been written for a while.
  package func settle() {
    while read(milliseconds: 250) {}
  }

  /// Gives the terminal another size.
  package func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = unsafe ioctl(keyboard, UInt(TIOCSWINSZ), &size)
  }

  /// Sends the program a signal.
  package func send(_ signal: Int32) { kill(process, signal) }

  /// Whether what is typed is shown and handed on by lines, as programs find a terminal.
  package var isCalm: Bool {
    var state = termios()
    guard unsafe tcgetattr(keyboard, &state) == 0 else { return false }
    let wanted = tcflag_t(ICANON | ECHO)
    return state.c_lflag & wanted == wanted
  }

  /// Waits for the end of the program; returns its exit code, or 128 and the signal that ended it.
  package func finish() -> Int32 {
    _ = waits { _ in hasEnded }
    settle()
    return exit ?? -1
  }

  private var hasEnded: Bool {
    if exit != nil { return true }
    var status: Int32 = 0
    guard unsafe waitpid(process, &status, WNOHANG) == process else { return false }
    exit = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    return true
  }

  /// Takes what is written within a time; false where nothing is.
  private func read(milliseconds: Int32) -> Bool {
    var wanted = pollfd(fd: keyboard, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&wanted, 1, milliseconds) > 0 else { return false }
    var room = [UInt8](repeating: 0, count: 4096)
    let count = unsafe Glibc.read(keyboard, &room, room.count)
    guard count > 0 else { return false }
    undecoded += room[..<count]
    // A character may be cut in two.
    let whole = undecoded.count - undecoded.reversed().prefix(3).unfinishedCount
    screen.take(String(decoding: undecoded[..<whole], as: UTF8.self))
    undecoded.removeFirst(whole)
    return true
  }
}

extension Sequence<UInt8> {
  /// Of the last bytes of a text, backwards: how many begin a character that is not whole.
  fileprivate var unfinishedCount: Int {
    for (count, byte) in enumerated() where byte & 0xC0 != 0x80 {
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      return length > count + 1 ? count + 1 : 0
    }
    return 0
  }
}

import Shell
import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Shows what does not fit on the terminal by a program made for that: `$PAGER`, else `less`.
///
/// A page is kept back while it fits, and then simply written. It is started without a shell, and
/// gets the terminal until the person leaves it.
final class Pager: Sendable {
  /// What becomes of the text of a page.
  private enum Stage {
    /// No page has begun.
    case idle
    /// So far it fits.
    case waiting(text: String, room: PageRoom)
    /// A program shows it.
    case running(process: pid_t, input: Int32)
    /// The person left it before the end.
    case left(process: pid_t)
  }

  /// The program and its arguments.
  private let words: [String]
  /// The environment it gets.
  private let environment: [String]
  private let size: @Sendable () -> (columns: Int, rows: Int)
  private let stage = Mutex(Stage.idle)

  /// A pager as the environment says; nil where that is none, or for a terminal that cannot move up.
  init?(
    environment: [String: String],
    inherited: [String],
    size: @escaping @Sendable () -> (columns: Int, rows: Int)
  ) {
    guard environment["TERM"] != "dumb" else { return nil }
    let words = (environment["PAGER"] ?? "less").split(separator: " ").map(String.init)
    guard let program = words.first, program != "cat" else { return nil }
    self.words = words
    // Colours as they are, and nothing is cleared: what was read stays on the terminal.
    let isChosen = inherited.contains { $0.hasPrefix("LESS=") }
    self.environment = inherited + (isChosen ? [] : ["LESS=FRX"])
    self.size = size
  }

  /// A page begins.
  func begin() {
    let (columns, rows) = size()
    stage.withLock { $0 = .waiting(text: "", room: PageRoom(columns: columns, rows: rows)) }
  }

  /// Takes a piece of the page; false where no page has begun, and the piece is to be written.
  func take(_ piece: String) -> Bool {
    stage.withLock { stage in
      switch stage {
      case .idle: return false
      case .left: return true
      case .waiting(var text, var room):
        text += piece
        room.add(piece)
        stage = .waiting(text: text, room: room)
        guard !room.fits else { return true }
        guard let (process, input) = start() else {
          stage = .idle
          Descriptor(1).write(text)
          return true
        }
        stage = .running(process: process, input: input)
        hand(text, to: &stage)
      case .running: hand(piece, to: &stage)
      }
      return true
    }
  }

  /// The page is over: it is written, or its reader is waited for.
  func end() {
    let last = stage.withLock { stage in
      defer { stage = .idle }
      return stage
    }
    switch last {
    case .idle: break
    case .waiting(let text, _): Descriptor(1).write(text)
    case .running(let process, let input):
      close(input)
      wait(for: process)
    case .left(let process): wait(for: process)
    }
    _ = signal(SIGPIPE, SIG_DFL)
  }

  /// Whether a program shows the page: Ctrl-C is its own.
  var isRunning: Bool {
    stage.withLock { stage in
      if case .running = stage { true } else { false }
    }
  }

  /// Whether the person left before the end: the rest need not be made.
  var isLeft: Bool {
    stage.withLock { stage in
      if case .left = stage { true } else { false }
    }
  }

  /// Hands a piece on; who does not take it has left.
  private func hand(_ piece: String, to stage: inout Stage) {
    guard case .running(let process, let input) = stage else { return }
    let descriptor = Descriptor(input)
    descriptor.write(piece)
    descriptor.flush()
    if descriptor.isBroken {
      close(input)
      stage = .left(process: process)
    }
  }

  private func wait(for process: pid_t) {
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
  }
}

extension Pager {
  /// Starts the program; nil where it cannot be.
  ///
  /// Unsafe: the C library takes lists of texts, which are copied and given back.
  private func start() -> (process: pid_t, input: Int32)? {
    // Whoever leaves the pager early should not end this program.
    _ = signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return nil }
    defer { close(ends[0]) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    unsafe sigemptyset(&defaults)
    unsafe sigaddset(&defaults, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &defaults)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    let variables = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer { unsafe (arguments + variables).forEach { unsafe free($0) } }
    var process: pid_t = 0
    guard
      unsafe posix_spawnp(&process, words[0], &actions, &attributes, arguments, variables) == 0
    else {
      close(ends[1])
      return nil
    }
    return (process, ends[1])
  }

  /// The environment of this process, a `NAME=VALUE` each.
  ///
  /// Unsafe: the C library keeps it as a list of texts.
  static var inheritedEnvironment: [String] {
    var variables: [String] = []
    var next = unsafe environ
    while let text = unsafe next.pointee {
      variables.append(unsafe String(cString: text))
      unsafe next += 1
    }
    return variables
  }
}

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
  private let errors = Descriptor(2)
  private let progress = Progress()
  private var conversation: Conversation
  private let colors: ColorScheme

  /// Wires standard streams, or a file for the tables.
  ///
  /// Diagnostics always go to standard error; written as JSON they have it for themselves. Throws
  /// what is wrong with the choices.
  init(
    format: String? = nil,
    output: String? = nil,
    echo: Bool = false,
    errorStyle: ErrorStyle,
    colors: ColorChoice = .auto
  ) throws {
    InterruptFlag.install()
    let (sink, isScreen) = try Terminal.sink(output)
    let results = sink
    let messages = Descriptor(isScreen ? 1 : 2)
    let errors = self.errors
    let isQuiet = errorStyle == .json && !isScreen
    let progress = self.progress
    let environment = Terminal.environment
    let scheme = colors.scheme(environment: environment)
    let screen: @Sendable () -> (columns: Int, rows: Int) = {
      let shape = TerminalShape.current(environment: environment)
      return (shape.columns, shape.rows)
    }
    let isTalking = TerminalShape.isTerminal(0) && TerminalShape.isTerminal(1) && isScreen
    let pager =
      isTalking
      ? Pager(environment: environment, inherited: Pager.inheritedEnvironment, size: screen) : nil
    var surroundings = Surroundings(
      results: { if pager?.take($0) != true { results.write($0) } },
      messages: { text in
        if pager?.take(text) == true { return }
        results.flush()
        if !isQuiet { messages.write(text) }
        messages.flush()
      },
      errors: { text in
        pager?.end()
        results.flush()
        errors.write(text)
        errors.flush()
      },
      errorStyle: errorStyle,
      isScreen: isScreen,
      screen: screen,
      drawsLines: Terminal.drawsLines,
      showsColor: isScreen && scheme != .off && environment["TERM"] != "dumb",
      isCancelled: {
        guard let pager else { return InterruptFlag.isRequested }
        return pager.isLeft || (InterruptFlag.isRequested && !pager.isRunning)
      },
      progress: { progress.report($0, $1) },
      workIsOver: { progress.end() }
    )
    if let pager {
      surroundings.page = (
        begins: {
          results.flush()
          pager.begin()
        },
        ends: {
          pager.end()
          InterruptFlag.clear()
        }
      )
    }
    surroundings.gathersResults = !isScreen
    conversation = Conversation(in: surroundings)
    self.results = results
    self.messages = messages
    self.colors = scheme
    conversation.echoes = echo
    try conversation.chooseFormat(format, file: output)
  }
}

extension Terminal {
  /// Runs the configuration where a person sits down, files, then statements; without statements
  /// sits at the prompt.
  ///
  /// Files are out of reach behind the named ones where that is safe. Returns the exit code.
  mutating func talk(
    files: [String],
    statements: [String],
    isSafe: Bool = false,
    isConfigured: Bool = true
  ) throws -> Int32 {
    if isConfigured, isTalking, statements.isEmpty {
      begin()
      let code = conversation.configure(in: Terminal.environment).map(code(of:)) ?? 0
      if code != 0 { return finished(code) }
    }
    for file in files {
      let code = try runScript(file)
      if conversation.hasLeft { return code }
      if code != 0, !statements.isEmpty || !isTalking { return code }
      if code == 130 { return code }
    }
    conversation.session.isSafe = isSafe
    for statement in statements {
      begin()
      switch conversation.runArgument(statement) {
      case .done: continue
      case .quit: return finished(conversation.leavingCode ?? 0)
      case .failed(let code): return finished(code)
      }
    }
    return statements.isEmpty ? finished(sit()) : finished(0)
  }

  /// Runs one file, up to its end or, unless it is to go on, its first error; what comes of it also
  /// goes to the page of a report, where one is named.
  ///
  /// Returns the exit code.
  mutating func runScript(
    _ file: String,
    values: [ParameterValue] = [],
    goingOn: Bool = false,
    report: String? = nil
  ) throws -> Int32 {
    begin()
    conversation.goesOnAfterErrors = goingOn
    guard let report else {
      let outcome = conversation.runScript(file, values: values)
      return finished(code(of: outcome))
    }
    // A page that cannot be written is refused before any work is done.
    let (sink, _) = try Terminal.sink(report)
    let (outcome, page) = conversation.reportScript(file, values: values)
    sink.write(page)
    sink.flush()
    let code = finished(code(of: outcome))
    guard sink.isBroken else { return code }
    conversation.reportUnwrittenTables()
    return code == 0 ? 1 : code
  }

  /// Checks one file, after running another one.
  ///
  /// Returns the exit code.
  mutating func checkScript(_ file: String, after load: String?, showingKinds: Bool) -> Int32 {
    begin()
    let outcome = conversation.checkScript(file, after: load, showingKinds: showingKinds)
    return finished(code(of: outcome))
  }

  /// Puts files into their normal form, or names those that would change.
  ///
  /// Returns the exit code.
  mutating func formatScripts(_ files: [String], checking: Bool) -> Int32 {
    begin()
    var gravest: Int32 = 0
    for file in files {
      let outcome = conversation.formatScript(file, checking: checking)
      gravest = Gravity.graver(gravest, code(of: outcome))
    }
    return finished(gravest)
  }

  /// The exit code of what came of some text; who leaves after failures leaves with the gravest.
  private func code(of outcome: Conversation.Outcome) -> Int32 {
    switch outcome {
    case .done: 0
    case .quit: conversation.leavingCode ?? conversation.gravestFailure
    case .failed(let code): code
    }
  }

  /// Whether a person sits at the other end.
  private var isTalking: Bool { TerminalShape.isTerminal(0) && TerminalShape.isTerminal(1) }

  private func begin() {
    InterruptFlag.clear()
    progress.begin()
    // What is typed ahead waits for the prompt and does not stand among the answers.
    if isTalking { TerminalEcho.set(false) }
  }

  private func finished(_ code: Int32) -> Int32 {
    progress.end()
    if isTalking { TerminalEcho.set(true) }
    results.flush()
    messages.flush()
    guard results.isBroken else { return code }
    conversation.reportUnwrittenTables()
    return code == 0 ? 1 : code
  }

  /// The prompt, or the statements of a pipe.
  private mutating func sit() -> Int32 {
    if isTalking { TerminalEcho.set(true) }
    var dialogue = Dialogue(conversation)
    let shared = Shared(conversation.session)
    let results = self.results
    let isTalking = self.isTalking
    func begin() { self.begin() }
    func end(_ conversation: Conversation) {
      if isTalking { TerminalEcho.set(true) }
      results.flush()
      shared.session.withLock { $0 = conversation.session }
    }
    if isTalking {
      dialogue.conversation.surroundings.keys = KeyTable.explained
      // Nothing is remembered where nothing may be written.
      let hidden = ["HOME", "XDG_STATE_HOME", "KITH_HISTORY"]
      let environment = Terminal.environment.filter {
        !conversation.session.isSafe || !hidden.contains($0.key)
      }
      dialogue.conversation.surroundings.history = shared.history(environment)
      let history = HistoryFile.defaultPath(environment: environment)
      dialogue.conversation.greet(isFirst: history.map { unsafe access($0, F_OK) != 0 } ?? false)
      var source = TerminalSource(shared, environment: environment, colors: colors) {
        Descriptor(2).write($0)
      }
      return dialogue.run(
        with: &source,
        goesOnAfterErrors: true,
        beforeEach: begin,
        afterEach: end
      )
    }
    var source = PipeSource(Session())
    return dialogue.run(
      with: &source,
      goesOnAfterErrors: false,
      beforeEach: begin,
      afterEach: end
    )
  }
}

extension Terminal {
  /// The environment of the process.
  fileprivate static var environment: [String: String] {
    var variables: [String: String] = [:]
    for name in [
      "HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "KITH_HISTORY", "KITH_HISTORY_SIZE", "TERM",
      "COLUMNS", "LINES", "LANG", "LC_ALL", "LC_CTYPE", "PAGER", "NO_COLOR", "COLORFGBG", "VISUAL",
      "EDITOR", "TMPDIR",
    ] {
      if let value = unsafe getenv(name) { variables[name] = unsafe String(cString: value) }
    }
    return variables
  }

  /// Whether the locale can show line characters.
  fileprivate static var drawsLines: Bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    return locale?.lowercased().contains("utf") ?? false
  }

  /// Where tables go: standard output, or a file that is made.
  fileprivate static func sink(_ output: String?) throws -> (Descriptor, isScreen: Bool) {
    guard let output else { return (Descriptor(1), TerminalShape.isTerminal(1)) }
    let descriptor = unsafe open(output, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      let reason = unsafe String(cString: strerror(errno)).lowercased()
      throw WritingError(message: "`\(output)` cannot be written: \(reason)")
    }
    return (Descriptor(descriptor, replacing: true), false)
  }
}

/// Why tables cannot be written as asked.
struct WritingError: Error, CustomStringConvertible {
  let message: String
  var description: String { message }
}

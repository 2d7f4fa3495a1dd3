import Archiving
package import Diagnostics
import Graph
package import Query
import Rendering
import Syntax
import Values

/// A session being talked to: takes text, runs its statements, writes what comes of them.
///
/// It knows no terminal and no process; `Surroundings` says what it writes to.
package struct Conversation {
  /// What came of some text.
  package enum Outcome: Sendable, Hashable {
    case done
    /// Something failed, with the exit code a script ends with.
    case failed(exitCode: Int32)
    /// The user wants to leave.
    case quit
  }

  /// What the session holds.
  package var session: Session
  /// Where it takes place.
  package var surroundings: Surroundings
  /// The folder that relative paths start from; that of the script being run, else "".
  package var folder = ""
  /// The text of the statement being run, for messages.
  var source = SourceText("")
  /// The bytes of it that are the statement at hand.
  var range = 0..<0
  /// The last statement that failed, with what the messages proposed put in.
  var proposal: String?
  /// The transcript that is kept of it; nil where none is.
  var recording: Recording?
  /// The file that results go to in place of the screen; nil where they go to none.
  var resultFile: ResultFile?
  /// Whether a table was written already.
  var hasWrittenTable = false
  /// Whether a table is taken for granted: statements are checked, not answered.
  var assumesTable = false
  /// The lesson that is being played; nil outside of one.
  var play: LessonPlay?
  /// Whether somebody sits at a prompt, for whom a lesson waits.
  package var isAtPrompt = false
  /// The page that tells what the statements come to; nil where nobody asked for one.
  var reportPage: ReportPage?
  /// How many scripts are being run inside each other.
  var depth = 0
  /// Whether the statements behind one that failed are run; not behind one that was interrupted.
  package var goesOnAfterErrors = false
  /// The exit code the person left with; nil where nobody named one.
  package internal(set) var leavingCode: Int32?
  /// Whether the person asked to leave.
  package internal(set) var hasLeft = false
  /// Whether each statement is written before it runs.
  package var echoes = false
  /// The exit code of the gravest failure so far; 0 where there was none.
  package private(set) var gravestFailure: Int32 = 0

  /// A conversation that nothing was said in.
  package init(in surroundings: Surroundings, vocabulary: Vocabulary = .standard) {
    self.surroundings = surroundings
    session = Session(vocabulary: vocabulary)
  }

  /// Runs what was typed at the prompt, statement by statement, up to the first error; in a lesson,
  /// goes on in it.
  package mutating func submit(_ text: String) -> Outcome {
    recorded(text) { conversation in
      conversation.play == nil ? conversation.runTyped(text) : conversation.goOn(in: text)
    }
  }

  /// Runs what was typed at the prompt, statement by statement, up to the first error.
  mutating func runTyped(_ text: String) -> Outcome {
    run(SourceText(text), joiningLines: true, parsingAllFirst: false)
  }

  /// Runs one argument of `-c`.
  package mutating func runArgument(_ text: String) -> Outcome {
    recorded(text) {
      $0.run(SourceText(text, name: "-c"), joiningLines: true, parsingAllFirst: true)
    }
  }

  /// Runs the statements of a text; with `parsingAllFirst` none unless all of them parse.
  mutating func run(
    _ source: SourceText,
    joiningLines: Bool,
    parsingAllFirst: Bool
  ) -> Outcome {
    let known = self.source
    self.source = source
    defer { self.source = known }
    let parsed = session.parser.parse(
      source,
      joiningLines: joiningLines,
      with: session.parameters,
      today: today
    )
    if parsingAllFirst, parsed.contains(where: { !$0.diagnostics.isEmpty }) {
      return fail(Diagnostics(parsed.flatMap(\.diagnostics)))
    }
    var outcome = Outcome.done
    var end = 0
    for (index, statement) in parsed.enumerated() {
      let next = reporting(statement, behind: end) { $0.run(statement) }
      end = statement.range.upperBound
      if next == .quit { return .quit }
      outcome = outcome.orGraver(next)
      if outcome != .done, !goesOnAfterErrors || outcome.isInterrupted {
        let rest = parsed.count - index - 1
        if joiningLines, rest > 0 { say("not run: \(Tally.text(rest, "statements")) behind it") }
        return outcome
      }
    }
    return outcome
  }

  private mutating func run(_ parsed: Parser.Outcome) -> Outcome {
    range = parsed.range
    if echoes { echo() }
    surroundings.timeLimit.begin(seconds: session.settings.timeLimit)
    let graph = session.graph
    graph.damage?.forget()
    let isPaged = session.settings.pages && !session.isSafe && parsed.statement?.isRead == true
    if isPaged { surroundings.page.begins() }
    defer {
      surroundings.workIsOver()
      if isPaged { surroundings.page.ends() }
    }
    do throws(Diagnostics) {
      guard parsed.diagnostics.isEmpty else { throw problems(with: parsed) }
      guard let statement = parsed.statement else { return .done }
      try checkSafety(of: statement)
      try checkRoom(for: statement)
      try checkParameters(of: parsed)
      for command in CommandCatalog.all {
        guard let outcome = try command.run(statement, in: &self) else { continue }
        if outcome == .done { try graph.checkUndamaged() }
        try writeResultFile()
        return outcome
      }
      try answer(statement)
      try writeResultFile()
      for name in parsed.names { session.uses[name.lowercased(), default: 0] += 1 }
      return .done
    } catch {
      surroundings.workIsOver()
      let problem = limited(graph.damage?.diagnostics ?? error).advised(by: parsed.advice)
      proposal = problem.applied(to: source, within: parsed.range)
      return fail(problem)
    }
  }

  /// Writes the statement at hand, as it would have been typed.
  private func echo() {
    let lines = source.slice(range).split(separator: "\n").map { Escaping.visible(String($0)) }
    surroundings.messages(Dialogue.prompt + lines.joined(separator: "\n....> ") + "\n")
  }

  /// Refuses a statement that names files where these are out of reach.
  private func checkSafety(of statement: Statement) throws(Diagnostics) {
    guard session.isSafe, let file = statement.files.first else { return }
    throw Diagnostics([
      Diagnostic(
        .outOfReach,
        "files are out of reach in a session started with `--safe`",
        at: source.place(of: file.range)
      )
    ])
  }

  /// The same, where it was not the person who stopped the work but the time limit.
  private func limited(_ error: Diagnostics) -> Diagnostics {
    guard surroundings.timeLimit.isOver, let limit = session.settings.timeLimit,
      error.all.contains(where: { $0.code == .interrupted })
    else { return error }
    return Diagnostics([
      Diagnostic(
        .timeLimit,
        "stopped after \(DurationText.text(.seconds(limit))), the time limit; nothing was changed",
        at: place,
        choices: ["set time limit default"]
      )
    ])
  }

  /// What is wrong with a statement that does not parse, and with its names once it is mended.
  func problems(with parsed: Parser.Outcome) -> Diagnostics {
    guard let statement = parsed.statement else { return Diagnostics(parsed.diagnostics) }
    var binder = self.binder
    do throws(Diagnostics) {
      _ = try binder.question(statement)
      return Diagnostics(parsed.diagnostics)
    } catch {
      return Diagnostics(
        sorting: parsed.diagnostics + error.all.filter { $0.code == .unknownName }
      )
    }
  }

  /// Refuses a statement with parameters that stand for nothing; a definition may wait for them.
  func checkParameters(of parsed: Parser.Outcome) throws(Diagnostics) {
    if case .define? = parsed.statement { return }
    guard !parsed.unknownParameters.isEmpty else { return }
    throw Diagnostics(
      parsed.unknownParameters.map { name in
        Diagnostic(
          .unknownParameter,
          "`$\(name.text)` stands for nothing",
          at: source.place(of: name.range),
          choices: ["param $\(name.text): topic = ..."] + session.parameters.names.map { "$" + $0 }
        )
      }
    )
  }

  /// A binder for the statement at hand.
  var binder: Binder {
    let isTaken = assumesTable && session.graph.personCount > 0
    var binder = session.binder(
      of: source,
      from: range.lowerBound,
      lastPeople: isTaken ? anybody : nil
    )
    binder.assumesTable = assumesTable
    if session.last?.revision == session.revision { binder.lastQuestion = session.last?.question }
    return binder
  }

  /// The people of a table that nobody has seen.
  private var anybody: LastPeople {
    LastPeople(of: Table([Column("person", cells: .people([0], session.graph.people))]), text: nil)
  }

  /// The day that is *now*: as it was set, else the latest in the data.
  private var today: (year: Int, month: Int, day: Int)? {
    guard let now = session.settings.query.now?.last ?? session.graph.latest else { return nil }
    let (year, month, day, _) = now.parts
    return (year, month, day)
  }

  /// Where the statement at hand begins.
  var place: Place { source.place(of: range.lowerBound..<range.lowerBound) }

  /// Writes what is wrong, and takes note of the failure.
  mutating func fail(_ diagnostics: Diagnostics) -> Outcome {
    report(diagnostics)
    reportPage?.add(diagnostics)
    gravestFailure = Gravity.graver(gravestFailure, diagnostics.exitCode)
    return .failed(exitCode: diagnostics.exitCode)
  }

  /// Writes what is wrong.
  package func report(_ diagnostics: Diagnostics) {
    let text =
      switch surroundings.errorStyle {
      case .text:
        DiagnosticText.render(
          diagnostics,
          fixCommand: surroundings.isScreen,
          width: max(surroundings.width, 40)
        )
      case .plain: diagnostics.all.map(DiagnosticText.line).joined(separator: "\n")
      case .json: diagnostics.all.map(DiagnosticJSON.line).joined(separator: "\n")
      }
    surroundings.errors(text.hasSuffix("\n") ? text : text + "\n")
  }
}

extension Diagnostics {
  /// What the language would say, where names that mean nothing here were words of another.
  func advised(by advice: Advice?) -> Diagnostics {
    let codes: [DiagnosticCode] = [.unknownName, .ambiguousName]
    guard all.contains(where: { codes.contains($0.code) }), let advised = advice?.diagnostic
    else { return self }
    return Diagnostics([advised])
  }

  /// A statement of a text with every fix put in; nil where there is none, or where two clash.
  func applied(to source: SourceText, within range: Range<Int>) -> String? {
    let fixes = all.compactMap(\.fix).sorted { $0.range.lowerBound < $1.range.lowerBound }
    guard !fixes.isEmpty,
      zip(fixes, fixes.dropFirst()).allSatisfy({ left, right in
        left.range.upperBound <= right.range.lowerBound
      })
    else { return nil }
    var text = ""
    var position = range.lowerBound
    for fix in fixes where range.lowerBound <= fix.range.lowerBound {
      guard fix.range.upperBound <= range.upperBound else { return nil }
      text += source.slice(position..<fix.range.lowerBound) + fix.replacement
      position = fix.range.upperBound
    }
    return text + source.slice(position..<range.upperBound)
  }
}

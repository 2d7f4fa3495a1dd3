package import Diagnostics
import Graph
import Answering
import Query
import Rendering
import Syntax

/// What came of checking one statement of a script.
package struct CheckedStatement: Sendable {
  /// The line it begins on, counted from 1.
  package let line: Int
  /// Its kind; nil where something is wrong with it.
  package let kind: String?
  /// What is wrong with it.
  package let diagnostics: [Diagnostic]

  /// Its line of `--kinds`: line and kind, or line, `error`, code and message, between tabs.
  package var text: String {
    if let kind { return "\(line)\t\(kind)" }
    guard let first = diagnostics.first else { return "\(line)\terror" }
    return "\(line)\terror\t\(first.code.rawValue)\t\(Escaping.visible(first.message))"
  }
}

extension Conversation {
  /// Checks the statements of a script, in order, all of them; nothing is answered, and the session
  /// stays as it is.
  ///
  /// Without `binding` that is the grammar, and what no data could mend. With it, names are looked up in
  /// the session too, and what defines, forgets and sets
  /// holds for the statements behind it.
  package func check(_ script: SourceText, binding: Bool) -> [CheckedStatement] {
    var conversation = self
    conversation.surroundings = surroundings.hushed
    conversation.source = script
    return session.parser.parse(script, with: session.parameters).map { parsed in
      let line = script.line(of: parsed.range.lowerBound)
      do throws(Diagnostics) {
        let kind = try conversation.kind(of: parsed, binding: binding)
        return CheckedStatement(line: line, kind: kind, diagnostics: [])
      } catch {
        let wrong = error.advised(by: parsed.advice)
        return CheckedStatement(line: line, kind: nil, diagnostics: wrong.all)
      }
    }
  }

  /// Checks the script of a file: what is wrong with it goes to the errors and, with `showingKinds`,
  /// a line for each statement to the results.
  ///
  /// With `load`, that script is run first, of which nothing is heard but its errors, and the
  /// statements are bound against what it leaves behind. `-` is standard input.
  package mutating func checkScript(
    _ path: String,
    after load: String? = nil,
    showingKinds: Bool = false
  ) -> Outcome {
    let place = surroundings
    defer { surroundings = place }
    surroundings = place.hushed
    if let load, case .failed(let code) = runScript(load) { return .failed(exitCode: code) }
    do throws(Diagnostics) {
      let script = try ScriptFile.source(at: path)
      let checked = check(script, binding: load != nil)
      if showingKinds { for statement in checked { place.results(statement.text + "\n") } }
      let wrong = checked.flatMap(\.diagnostics)
      return wrong.isEmpty ? .done : fail(Diagnostics(wrong))
    } catch {
      return fail(error)
    }
  }

  /// The kind of a statement with which nothing is wrong.
  private mutating func kind(
    of parsed: Parser.Outcome,
    binding: Bool
  ) throws(Diagnostics) -> String? {
    range = parsed.range
    guard parsed.diagnostics.isEmpty, let statement = parsed.statement else {
      throw binding ? problems(with: parsed) : Diagnostics(parsed.diagnostics)
    }
    if case .save(let file) = statement { _ = try savesGraph(to: file) }
    guard binding else {
      try checkWhateverTheData(statement)
      return statement.kind
    }
    let names = session.parameters.names
    let isWaiting = parsed.unknownParameters.contains { names.contains($0.text.lowercased()) }
    // What waits for a value that is given when the script runs cannot be bound before.
    if isWaiting { return statement.kind }
    try checkParameters(of: parsed)
    switch statement {
    case .param(let declaration) where declaration.value == nil:
      try? session.parameters.declare(declaration, value: nil)
    case .param, .define, .forget, .set:
      for command in CommandCatalog.all where try command.run(statement, in: &self) != nil {
        break
      }
    default:
      var binder = self.binder
      let question = try binder.question(statement.asked)
      assumesTable = true
      // A bare name that is no set is a measure.
      if case .list = statement, case .rank? = question?.kind { return "rank" }
    }
    return statement.kind
  }
}

extension Conversation {
  /// Refuses a question that no data could answer: a measure without what it needs, one person in
  /// place of a set.
  private func checkWhateverTheData(_ statement: Statement) throws(Diagnostics) {
    var nothing = Session(vocabulary: session.vocabulary)
    nothing.settings = session.settings
    var binder = nothing.binder(of: source, from: range.lowerBound)
    do throws(Diagnostics) {
      _ = try binder.question(statement.asked)
    } catch {
      let own = error.all.filter { $0.code == .missingQualifier || $0.code == .wrongKind }
      guard own.isEmpty else { throw Diagnostics(own) }
    }
  }
}

extension Statement {
  /// The question in it: before the table verbs, or behind `plan` or `expect`.
  fileprivate var asked: Statement {
    switch self {
    case .piped(let inner, _), .plan(let inner, _): inner.asked
    case .expect(let expect): expect.question.asked
    default: self
    }
  }
}

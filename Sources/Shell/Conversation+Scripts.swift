import Diagnostics
import Syntax

/// A value for a parameter of a script, as it was given: `topic=yoga`.
package typealias ParameterValue = (name: String, value: String)

extension Conversation {
  /// Runs a script: all of it is parsed before anything runs; it stops at the first error, unless it
  /// is to go on.
  ///
  /// Relative paths in it start from its folder. `values` are for its parameters; `range` is where
  /// a statement asked for it, for the message when it cannot be read.
  package mutating func runScript(
    _ path: String,
    values: [ParameterValue] = [],
    askedAt range: Range<Int>? = nil
  ) -> Outcome {
    let (folder, given) = (self.folder, session.parameters.given)
    defer { (self.folder, session.parameters.given) = (folder, given) }
    do throws(Diagnostics) {
      let script = SourceText(try ScriptFile.text(at: path), name: path)
      try take(values, for: script)
      self.folder = ScriptFile.folder(of: path)
      return run(script, joiningLines: false, parsingAllFirst: true)
    } catch {
      return fail(range.map { error.placed(at: source.place(of: $0)) } ?? error)
    }
  }

  /// Takes the values for the parameters of a script that is about to run; it sees no others.
  ///
  /// Throws the names it has no parameter for.
  private mutating func take(
    _ values: [ParameterValue],
    for script: SourceText
  ) throws(Diagnostics) {
    session.parameters.given = [:]
    guard !values.isEmpty else { return }
    let names = session.parser.parse(script).compactMap { parsed -> String? in
      guard case .param(let declaration)? = parsed.statement else { return nil }
      return declaration.name.text.lowercased()
    }
    let unknown = values.map(\.name).filter { !names.contains($0.lowercased()) }
    guard unknown.isEmpty else {
      throw Diagnostics(
        unknown.map { name in
          Diagnostic(
            .usage,
            "`\(script.name)` has no parameter called `\(name)`",
            choices: names.map { "\($0)=VALUE" }
          )
        }
      )
    }
    for value in values { session.parameters.given[value.name.lowercased()] = value.value }
  }

  /// A path as the statement at hand means it: relative to the script that says it.
  func resolved(_ path: String) -> String {
    FilePath.isAbsolute(path) || folder.isEmpty ? path : folder + "/" + path
  }
}

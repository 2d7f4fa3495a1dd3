import Diagnostics

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
    let known = folder
    defer { folder = known }
    do throws(Diagnostics) {
      let script = SourceText(try ScriptFile.text(at: path), name: path)
      try take(values, for: script)
      folder = ScriptFile.folder(of: path)
      return run(script, joiningLines: false, parsingAllFirst: true)
    } catch {
      return fail(range.map { error.placed(at: source.place(of: $0)) } ?? error)
    }
  }

  /// Takes the values for the parameters of a script that is about to run.
  ///
  /// Throws the names it has no parameter for.
  private func take(_ values: [ParameterValue], for script: SourceText) throws(Diagnostics) {
    guard !values.isEmpty else { return }
    throw Diagnostics(
      values.map { Diagnostic(.usage, "`\(script.name)` has no parameter called `\($0.name)`") }
    )
  }

  /// A path as the statement at hand means it: relative to the script that says it.
  func resolved(_ path: String) -> String {
    path.hasPrefix("/") || folder.isEmpty ? path : folder + "/" + path
  }
}

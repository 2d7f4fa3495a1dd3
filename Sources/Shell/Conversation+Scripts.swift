import Diagnostics

extension Conversation {
  /// Runs a script: all of it is parsed before anything runs; it stops at the first error.
  ///
  /// Relative paths in it start from its folder. `range` is where a statement asked for it, for
  /// the message when it cannot be read.
  package mutating func runScript(_ path: String, askedAt range: Range<Int>? = nil) -> Outcome {
    let known = folder
    defer { folder = known }
    do throws(Diagnostics) {
      let text = try ScriptFile.text(at: path)
      folder = ScriptFile.folder(of: path)
      return run(SourceText(text, name: path), joiningLines: false, parsingAllFirst: true)
    } catch {
      report(range.map { error.placed(at: source.place(of: $0)) } ?? error)
      return .failed(exitCode: error.exitCode)
    }
  }

  /// A path as the statement at hand means it: relative to the script that says it.
  func resolved(_ path: String) -> String {
    path.hasPrefix("/") || folder.isEmpty ? path : folder + "/" + path
  }
}

import Diagnostics

extension Conversation {
  /// Runs a script: all of it is parsed before anything runs; it stops at the first error.
  ///
  /// Relative paths in it start from its folder.
  package mutating func runScript(_ path: String) -> Outcome {
    let known = folder
    defer { folder = known }
    do throws(Diagnostics) {
      let text = try ScriptFile.text(at: path)
      folder = ScriptFile.folder(of: path)
      return run(SourceText(text, name: path), joiningLines: false, parsingAllFirst: true)
    } catch {
      report(error)
      return .failed(exitCode: error.exitCode)
    }
  }

  /// A path as the statement at hand means it: relative to the script that says it.
  func resolved(_ path: String) -> String {
    path.hasPrefix("/") || folder.isEmpty ? path : folder + "/" + path
  }
}

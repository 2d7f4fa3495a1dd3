import Diagnostics
import Syntax

extension Conversation {
  /// Puts the script of a file into its normal form.
  ///
  /// With `checking`, the file stays, and its path goes to the results where it would change. `-` is
  /// standard input, whose normal form goes to the results. A script that does not parse stays.
  package mutating func formatScript(_ path: String, checking: Bool = false) -> Outcome {
    do throws(Diagnostics) {
      let script = try ScriptFile.source(at: path, repairing: false)
      let formatter = ScriptFormatter(lexicon: session.parser.lexicon)
      let normal = try formatter.normalForm(of: script)
      if checking {
        guard normal != script.text else { return .done }
        surroundings.results(path + "\n")
        return .failed(exitCode: 1)
      }
      if path == ScriptFile.standardInput {
        surroundings.results(normal)
      } else if normal != script.text {
        try OutputFile.replace(path, with: normal)
      }
      return .done
    } catch {
      return fail(error)
    }
  }
}

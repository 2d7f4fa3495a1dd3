#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Checks and weaves what the project keeps as files: the grammar, and the catalogues.
///
///     Loom catalogue TARGET OUTPUT FILE...   registers each file of a Catalog folder by its name
///     Loom grammar OUTPUT FILE...           checks grammar/*.gram and weaves the rule table
@main
enum Loom {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do throws(LoomError) {
      switch arguments.first {
      case "catalogue" where arguments.count >= 3:
        let woven = try Catalogue(target: arguments[1], files: Array(arguments.dropFirst(3))).woven
        try TextFile(arguments[2]).write(woven)
      case "grammar" where arguments.count >= 3:
        let source = try GrammarSource(files: Array(arguments.dropFirst(2)))
        let faults = GrammarCheck(source).faults
        guard faults.isEmpty else { throw .faults(faults) }
        try TextFile(arguments[1]).write(GrammarWeaving(source).woven)
      default:
        throw .usage
      }
    } catch {
      StandardError.write("\(error.message)\n")
      exit(1)
    }
  }
}

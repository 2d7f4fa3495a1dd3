import Notation

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Checks and weaves what the project keeps as files: the grammar, the catalogues, and the examples.
///
///     Loom catalogue TARGET OUTPUT FILE...   registers each file of a Catalog folder by its name
///     Loom grammar OUTPUT FILE...           checks grammar/*.gram and weaves the rule table
///     Loom examples OUTPUT ROOT FILE...     weaves files below a folder, as texts
@main
enum Loom {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do throws(LoomError) {
      switch arguments.first {
      case "catalogue" where arguments.count >= 3:
        let woven = try Catalogue(target: arguments[1], files: Array(arguments.dropFirst(3))).woven
        try write(woven, to: arguments[2])
      case "grammar" where arguments.count >= 3:
        try write(try grammar(in: Array(arguments.dropFirst(2))), to: arguments[1])
      case "examples" where arguments.count >= 3:
        let files = Array(arguments.dropFirst(3))
        try write(try ExampleWeaving(files, below: arguments[2]).woven, to: arguments[1])
      default:
        throw .usage
      }
    } catch {
      StandardError.write("\(error.message)\n")
      exit(1)
    }
  }

  /// The woven table of a grammar that has no faults.
  private static func grammar(in files: [String]) throws(LoomError) -> String {
    let source: GrammarSource
    do throws(FileError) { source = try GrammarSource(files: files) } catch { throw .file(error) }
    let faults = GrammarCheck(source).faults
    guard faults.isEmpty else { throw .faults(faults) }
    return GrammarWeaving(source).woven
  }

  private static func write(_ woven: String, to path: String) throws(LoomError) {
    do throws(FileError) { try TextFile(path).write(woven) } catch { throw .file(error) }
  }
}

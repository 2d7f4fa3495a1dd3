import ArgumentParser
import Shell

/// `kith format [--check] FILE ...`.
struct Format: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Put scripts into their normal form, in place.",
    discussion: """
      Words of the language become lower case, spaces and quotes even; names, texts and comments \
      stay. A script that cannot be read stays as it is, and is told of.
      """
  )

  @Argument(
    help: "The scripts; - is standard input, which is written to standard output.",
    completion: .file(extensions: ["kith"])
  )
  var files: [String]

  @Flag(help: "Change nothing: name the scripts that would change, and end with 1 if any would.")
  var check = false

  @OptionGroup var reporting: Reporting

  func run() throws {
    var terminal = try Terminal(errorStyle: reporting.errors)
    throw ExitCode(terminal.formatScripts(files, checking: check))
  }
}

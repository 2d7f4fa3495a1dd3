import ArgumentParser
import Shell

/// `kith check [--after LOAD] [--kinds] FILE`.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what is wrong with a script, without answering its questions.",
    discussion: """
      Every statement is looked at, also behind one with an error. The exit code is 0 where nothing \
      is wrong, 1 where a name or a value cannot be understood, 2 where a statement cannot be read, \
      4 where a file cannot be read.

      With --errors json standard error holds one object a line for each error, and nothing else: \
      severity, code, message, file, line, column, endColumn, fix (start, end, text), choices, \
      notes. Lines and columns count from 1, columns in characters; endColumn is the first column \
      behind what is marked. A fix puts its text in place of the bytes from start up to end, \
      counted from 0. What there is not is null.
      """
  )

  @Argument(help: "The script; - is standard input.", completion: .file(extensions: ["kith"]))
  var file: String

  @Option(
    help: ArgumentHelp(
      "A script to run first, so that names are looked up in what it loads and defines.",
      valueName: "load"
    ),
    completion: .file(extensions: ["kith"])
  )
  var after: String?

  @Flag(
    help: """
      Write a line for each statement: its line and its kind, or its line, error, the code and the \
      message, with tabs between them.
      """
  )
  var kinds = false

  @OptionGroup var reporting: Reporting

  func run() throws {
    var terminal = try Terminal(errorStyle: reporting.errors)
    throw ExitCode(terminal.checkScript(file, after: after, showingKinds: kinds))
  }
}

import ArgumentParser
import Shell

/// `kith run FILE [--keep-going] [--report PAGE] [name=value ...]`.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a script and leave.",
    discussion: """
      The whole script is read before anything runs, and it stops at the first error. The exit code \
      is 0 where all is well, 1 where a question failed, 2 where the command line or a statement \
      could not be read, 3 where an expectation was not met, 4 where data could not be read, 130 \
      where it was interrupted. With --keep-going it is that of the gravest failure: 130, then 2, \
      4, 3, 1.
      """
  )

  @Argument(help: "The script.", completion: .file(extensions: ["kith"]))
  var file: String

  @Argument(help: "Values for the script's parameters, as name=value.")
  var values: [String] = []

  @Flag(help: "Go on after a statement that failed.")
  var keepGoing = false

  @Option(
    help: """
      Write a page of HTML that shows the script's statements, tables and charts, and what went \
      wrong.
      """,
    completion: .file(extensions: ["html"])
  )
  var report: String?

  @OptionGroup var writing: Writing
  @OptionGroup var reporting: Reporting

  func run() throws {
    let values = try values.map(Run.parameterValue)
    if let report, !report.hasSuffix(".html"), !report.hasSuffix(".htm") {
      throw ValidationError("a report is a page of HTML: `\(report)` should end in .html")
    }
    var terminal = try Terminal(
      format: writing.format,
      output: writing.output,
      echo: writing.echo,
      errorStyle: reporting.errors
    )
    throw ExitCode(try terminal.runScript(file, values: values, goingOn: keepGoing, report: report))
  }

  /// The two sides of `name=value`; the value may hold further `=`.
  private static func parameterValue(_ argument: String) throws -> ParameterValue {
    let sides = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard sides.count == 2, !sides[0].isEmpty else {
      throw ValidationError("`\(argument)` is no value for a parameter: name=value is")
    }
    return (String(sides[0]), String(sides[1]))
  }
}

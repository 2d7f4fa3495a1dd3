import ArgumentParser
import Shell

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The program: arguments, and exit codes.
@main
struct Kith: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kith",
    abstract: "Ask a social graph the real question, and see how the answer was made.",
    version: "0.1.0",
    subcommands: [Talk.self, Run.self],
    defaultSubcommand: Talk.self
  )

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let code as ExitCode {
      leave(with: code.rawValue)
    } catch {
      let isHelp = exitCode(for: error) == .success
      let asksForHelp = [["--help"], ["-h"], ["help"]].contains(arguments)
      let text = asksForHelp ? helpMessage(for: Talk.self) : fullMessage(for: error)
      Descriptor(isHelp ? STDOUT_FILENO : STDERR_FILENO).write(text + "\n")
      leave(with: isHelp ? 0 : 2)
    }
  }
}

/// What both ways of running take.
struct Writing: ParsableArguments {
  @Option(help: "How tables are written: \(Conversation.formatNames).")
  var format: String?

  @Option(help: "Write tables to a file; its ending chooses the format.")
  var output: String?
}

/// `kith [FILE ...]`, `kith -c "STATEMENT" [FILE ...]`.
struct Talk: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "talk",
    abstract: "Ask a social graph the real question, and see how the answer was made.",
    usage: """
      kith [FILE.kith ...]                    run the files, then sit at the prompt
      kith -c STATEMENT ... [FILE.kith ...]   run the files, then the statements
      kith run FILE.kith [NAME=VALUE ...]     run a script
      """
  )

  @Argument(help: "Scripts to run first.", completion: .file(extensions: ["kith"]))
  var files: [String] = []

  @Option(
    name: .short,
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A statement to run after the files; may be given several times.",
      valueName: "statement"
    )
  )
  var c: [String] = []

  @OptionGroup var writing: Writing

  func run() throws {
    var terminal = try Terminal(format: writing.format, output: writing.output)
    throw ExitCode(terminal.talk(files: files, statements: c))
  }
}

/// `kith run FILE [name=value ...]`.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Run a script and leave.")

  @Argument(help: "The script.", completion: .file(extensions: ["kith"]))
  var file: String

  @Argument(help: "Values for the script's parameters, as name=value.")
  var values: [String] = []

  @OptionGroup var writing: Writing

  func run() throws {
    if let value = values.first {
      throw ValidationError("\(file) has no parameter for `\(value)`: scripts take none yet")
    }
    var terminal = try Terminal(format: writing.format, output: writing.output)
    throw ExitCode(terminal.runScript(file))
  }
}

/// Ends the process; `exit` alone names a method of the command.
private func leave(with code: Int32) -> Never { exit(code) }

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
    subcommands: [Talk.self, Run.self, Check.self, Format.self],
    defaultSubcommand: Talk.self
  )

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    Session.keepFreedMemory()
    do {
      var command = try parseAsRoot(commandFirst(arguments))
      try command.run()
    } catch let code as ExitCode {
      leave(with: code.rawValue)
    } catch {
      let isHelp = exitCode(for: error) == .success
      let asksForHelp = [["--help"], ["-h"], ["help"]].contains(arguments)
      let text = (asksForHelp ? helpMessage(for: Talk.self) : fullMessage(for: error))
        .replacing("kith talk", with: "kith")
      Descriptor(isHelp ? STDOUT_FILENO : STDERR_FILENO).write(text + "\n")
      leave(with: isHelp ? 0 : 2)
    }
  }
}

extension Kith {
  /// Arguments with the name of the command in front, where only options stand before it.
  private static func commandFirst(_ arguments: [String]) -> [String] {
    let commands = ["run", "check", "format"]
    let valued = ["--errors", "--format", "--output", "--color", "--report"]
    var place = 0
    while place < arguments.count, arguments[place].hasPrefix("--") {
      place += valued.contains(arguments[place]) ? 2 : 1
    }
    guard place < arguments.count, commands.contains(arguments[place]) else { return arguments }
    return [arguments[place]] + arguments[..<place] + arguments[(place + 1)...]
  }
}

/// How tables are written.
struct Writing: ParsableArguments {
  @Flag(help: "Write each statement before it runs.")
  var echo = false

  @Option(help: "How tables are written: \(Conversation.formatNames).")
  var format: String?

  @Option(help: "Write tables to a file, in place of what it holds; its ending chooses the format.")
  var output: String?
}

/// How errors are written.
struct Reporting: ParsableArguments {
  @Option(
    help: "How errors are written: text, plain for ears, json as the help of check says."
  )
  var errors = ErrorStyle.text
}

extension ErrorStyle: ExpressibleByArgument {}

/// `kith [FILE ...]`, `kith -c "STATEMENT" [FILE ...]`.
struct Talk: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "talk",
    abstract: "Ask a social graph the real question, and see how the answer was made.",
    usage: """
      kith [FILE.kith ...]                    run the files, then sit at the prompt
      kith -c STATEMENT ... [FILE.kith ...]   run the files, then the statements
      kith run FILE.kith [NAME=VALUE ...]     run a script
      kith check FILE.kith                    say what is wrong with a script
      kith format FILE.kith ...               put scripts into their normal form
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

  @Option(help: "The colours of what is typed and of charts; auto minds NO_COLOR.")
  var color = ColorChoice.auto

  @Flag(
    help: """
      After the files, keep files out of reach: nothing is loaded, saved, run, recorded or written \
      into a file, and there is no history, editor, pager or configuration.
      """
  )
  var safe = false

  @Flag(help: "Do not run the configuration, config.kith, before the prompt.")
  var noConfig = false

  @OptionGroup var writing: Writing
  @OptionGroup var reporting: Reporting

  func run() throws {
    var terminal = try Terminal(
      format: writing.format,
      output: writing.output,
      echo: writing.echo,
      errorStyle: reporting.errors,
      colors: color
    )
    let code = try terminal.talk(
      files: files,
      statements: c,
      isSafe: safe,
      isConfigured: !safe && !noConfig
    )
    throw ExitCode(code)
  }
}

/// Ends the process; `exit` alone names a method of the command.
private func leave(with code: Int32) -> Never { exit(code) }

package import Foundation

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A program of this package, run as a process: from outside, as people and builds run it.
package struct Tool: Sendable {
  /// What came of a run.
  package struct Result: Sendable {
    /// The exit code.
    package let code: Int32
    /// What it wrote to standard output.
    package let output: String
    /// What it wrote to standard error.
    package let errors: String
  }

  private let program: URL

  /// Where it is.
  package var path: String { program.path }

  /// The program of that name, beside the tests that are running.
  package init(_ name: String) {
    let runner = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    program = runner.deletingLastPathComponent().appending(path: name)
  }

  /// A program of the machine; nil where no folder of `PATH` has it.
  package init?(installed name: String) {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    let found = folders.map { URL(fileURLWithPath: String($0)).appending(path: name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    guard let found else { return nil }
    program = found
  }

  /// Runs it to its end, with some variables besides those of the environment.
  package func run(
    _ arguments: [String],
    input: String = "",
    environment: [String: String] = [:],
    in folder: URL = Tool.checkout
  ) throws -> Result {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let inherited = ProcessInfo.processInfo.environment
    process.environment = inherited.merging(environment) { _, given in given }
    let (input, text) = (Pipe(), input)
    let (output, errors) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    // Standard error is read to its end first: tools that talk much there talk little elsewhere.
    try process.run()
    input.fileHandleForWriting.write(Data(text.utf8))
    try input.fileHandleForWriting.close()
    let told = errors.fileHandleForReading.readDataToEndOfFile()
    let written = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      code: process.terminationStatus,
      output: String(decoding: written, as: UTF8.self),
      errors: String(decoding: told, as: UTF8.self)
    )
  }

  /// Runs it, presses Ctrl-C when it has said something about the input, and returns its exit code.
  package func runInterrupted(_ arguments: [String], after input: String) throws -> Int32 {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = Tool.checkout
    let (typed, errors) = (Pipe(), Pipe())
    process.standardInput = typed
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    // Tests run on threads that block signals, and a process begins with the mask of its parent.
    var interrupt = sigset_t()
    _ = unsafe sigemptyset(&interrupt)
    _ = unsafe sigaddset(&interrupt, SIGINT)
    _ = unsafe pthread_sigmask(SIG_UNBLOCK, &interrupt, nil)
    defer { _ = unsafe pthread_sigmask(SIG_BLOCK, &interrupt, nil) }
    try process.run()
    typed.fileHandleForWriting.write(Data(input.utf8))
    _ = errors.fileHandleForReading.availableData
    process.interrupt()
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// The folder of the package.
  package static let checkout = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}

/// A folder of its own for a test, taken away when the test is over.
package final class ScratchFolder: Sendable {
  /// Where it is.
  package let url: URL

  /// Makes an empty folder.
  package init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "kith-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file, and returns its path.
  package func write(_ text: String, to name: String) throws -> String {
    let file = url.appending(path: name)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  /// The bytes of a file in it.
  package func bytes(of name: String) throws -> Data {
    try Data(contentsOf: url.appending(path: name))
  }
}

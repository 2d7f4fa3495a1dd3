import Foundation

/// The Python packages that the peers come in, in a folder of their own.
struct PeerEnvironment {
  private let folder: URL

  /// The environment below a folder, made where it is not there.
  ///
  /// A package that cannot be installed is told, and its workloads have no ratio.
  init(below data: URL) throws {
    folder = data.appending(path: "venv", directoryHint: .isDirectory)
    guard !FileManager.default.fileExists(atPath: path("python")) else { return }
    let python = URL(filePath: "/usr/bin/env")
    try Program(python, ["python3", "-m", "venv", folder.path]).run()
    for package in Peer.packages {
      let install = Program(URL(filePath: path("python")), ["-m", "pip", "install", "-q", package])
      do { try install.run() } catch let error as BenchError { Complaint.tell(error.message) }
    }
  }

  /// The path of a program in it.
  func path(_ program: String) -> String { folder.appending(path: "bin/\(program)").path }
}

/// A program that is run to its end.
struct Program {
  private let file: URL
  private let arguments: [String]

  /// A program with its arguments.
  init(_ file: URL, _ arguments: [String]) {
    self.file = file
    self.arguments = arguments
  }

  /// Runs it; returns what it printed.
  @discardableResult func run() throws -> String {
    guard FileManager.default.isExecutableFile(atPath: file.path) else {
      throw BenchError.missingProgram(file.path)
    }
    let process = Process()
    let output = Pipe()
    process.executableURL = file
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: bytes, as: UTF8.self)
    guard process.terminationStatus == 0 else {
      throw BenchError.failed(program: file.lastPathComponent, output: text)
    }
    return text
  }
}

extension Program {
  /// Starts a program again and again, each time to its end; a sample is the time of one.
  ///
  /// A shell starts it, twenty times in a row, so that what starting the shell takes does not count.
  static func startups(of path: String, _ arguments: [String]) throws -> () throws -> Sample {
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw BenchError.missingProgram(path)
    }
    let count = 20
    let loop = """
      i=0; while [ $i -lt \(count) ]; do "$0" "$@" < /dev/null > /dev/null 2>&1; i=$((i+1)); done
      """
    let shell = Program(URL(filePath: "/bin/sh"), ["-c", loop, path] + arguments)
    return {
      let all = try Sample.timed({ try shell.run() }, check: { _ in nil })
      return Sample(value: all.value / Double(count))
    }
  }
}

/// Where what is told goes.
enum Telling {
  /// Writes a line to standard output at once.
  static func tell(_ text: String) {
    FileHandle.standardOutput.write(Data((text + "\n").utf8))
  }
}

/// Where complaints go.
enum Complaint {
  /// Writes a line to standard error.
  static func tell(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}

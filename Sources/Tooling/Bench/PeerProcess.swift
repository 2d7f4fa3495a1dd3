import Foundation

/// A peer that has got a workload ready, and does it once a line that it is sent.
///
/// It prints `ready`, its version and how much memory it holds; then for each line the seconds that
/// it took, and a number out of the answer.
final class PeerProcess {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private let name: String
  private var rest: [UInt8] = []
  /// The version of the package.
  private(set) var version = ""

  /// Starts a peer's script, and waits until it is ready.
  init(_ peer: Peer, script: String, workload: String, files: GraphFiles, python: String) throws {
    name = peer.rawValue
    let threads = String(ProcessInfo.processInfo.activeProcessorCount)
    var environment = ProcessInfo.processInfo.environment
    for variable in ["OMP_NUM_THREADS", "POLARS_MAX_THREADS", "OPENBLAS_NUM_THREADS"] {
      environment[variable] = threads
    }
    process.environment = environment
    process.executableURL = URL(filePath: python)
    let scripts = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Peers")
    process.arguments = [
      scripts.appending(path: script).path, workload, files.folder.path, threads,
    ]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    let words = try line().split(separator: " ")
    guard words.first == "ready", words.count == 2 else {
      throw BenchError.failed(program: name, output: words.joined(separator: " "))
    }
    version = String(words[1])
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// Does the workload once.
  func sample() throws -> Sample {
    try input.fileHandleForWriting.write(contentsOf: Data("run\n".utf8))
    let text = try line()
    let numbers = text.split(separator: " ").map { Double($0) }
    guard let seconds = numbers.first ?? nil else {
      throw BenchError.failed(program: name, output: text)
    }
    return Sample(value: seconds, check: numbers.count > 1 ? numbers[1] : nil)
  }

  /// The next line it prints.
  private func line() throws -> String {
    while true {
      if let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        defer { rest.removeSubrange(...end) }
        return String(decoding: rest[..<end], as: UTF8.self)
      }
      let bytes = output.fileHandleForReading.availableData
      guard !bytes.isEmpty else {
        throw BenchError.failed(program: name, output: String(decoding: rest, as: UTF8.self))
      }
      rest += bytes
    }
  }
}

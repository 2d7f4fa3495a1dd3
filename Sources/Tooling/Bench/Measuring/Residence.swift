import Foundation
import Graph

/// How much memory a graph takes at rest: in a process of its own, which does nothing else.
enum Residence {
  /// The bytes a tie that loading a file leaves behind in a new process.
  static func sample(of loading: String, ties: Int) throws -> Sample {
    let bench = Program(URL(filePath: CommandLine.arguments[0]), ["--resident", loading])
    let text = try bench.run().trimmingCharacters(in: .whitespacesAndNewlines)
    guard let bytes = Double(text) else { throw BenchError.failed(program: "bench", output: text) }
    return Sample(value: bytes / Double(ties))
  }

  /// The bytes that loading a file of follows leaves behind, by what the system counts.
  ///
  /// Large blocks go back to the system as they are freed; what lingers of small ones counts.
  static func bytes(of loading: String) throws -> Int {
    let talk = Talk()
    let before = try status("RssAnon")
    try talk.say(loading)
    let after = try status("RssAnon")
    guard talk.graph.personCount > 0 else { throw BenchError.unreadable(loading) }
    return after - before
  }

  /// A number of bytes that the system tells of this process by a name.
  static func status(_ name: String) throws -> Int {
    let path = "/proc/self/status"
    let status = try String(contentsOfFile: path, encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("\(name):") }
    guard let words = line?.split(separator: " ").dropFirst(), let kilobytes = words.first,
      let count = Int(kilobytes.filter(\.isNumber))
    else { throw BenchError.unreadable(path) }
    return count * 1_024
  }
}

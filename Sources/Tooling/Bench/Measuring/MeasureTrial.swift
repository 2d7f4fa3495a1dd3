import Foundation
import Graph
import Metrics
import Shell

/// What computing one measure of the catalogue took.
struct MeasureFigure: Codable, Sendable {
  /// How it ended.
  enum Outcome: String, Codable, Sendable {
    /// There was an answer.
    case done
    /// It was stopped at the limit.
    case stopped
    /// Something else came of it.
    case failed
  }

  /// The measure.
  let measure: String
  /// What was asked.
  let statement: String
  /// How it ended.
  let outcome: Outcome
  /// How long it took, or until it was stopped.
  let seconds: Double
  /// The most memory it took beyond the graph, in bytes.
  let bytes: Int
  /// What was said where it failed.
  var complaint: String?
}

/// A measure of the catalogue, computed once in a process of its own.
struct MeasureTrial {
  private let metric: any Metric
  /// What is asked, so that everybody has to be computed.
  let statement: String

  /// The trial of a measure, from the point of view of somebody where it needs one; nil where there
  /// is no such measure.
  init?(of name: String, asking person: String) {
    guard let metric = MetricCatalog.all.first(where: { $0.card.name == name }) else { return nil }
    self.metric = metric
    let card = metric.card
    let needed = card.requires + card.requiresOne.prefix(1)
    let words = needed.map { qualifier in
      switch qualifier {
      case .with: "with #\(GraphFiles.topic)"
      case .in: "in #\(GraphFiles.topic)"
      case .measure: "in shares received"
      case .from: "from @\(person)"
      case .to: "to @\(person)"
      case .over: "over follows"
      case .weightedBy: "weighted by trust"
      case .within: "within 2 hops"
      }
    }
    let period = metric is any MomentMetric ? ["since 2025-07-01"] : []
    statement = (["top 1 people by \(name)"] + words + period).joined(separator: " ")
  }

  /// Asks in this process, about a saved graph, for so many seconds at most.
  func run(on path: String, seconds limit: Int) throws -> MeasureFigure {
    let talk = Talk()
    try talk.say("open \"\(path)\"")
    try talk.say("set time limit \(limit) seconds")
    FreedMemory.giveBack()
    let before = try PeakMemory.begin()
    let clock = ContinuousClock()
    let start = clock.now
    var complaint: String?
    do { try talk.say(statement) } catch BenchError.refused(_, let answer) { complaint = answer }
    let time = start.duration(to: clock.now)
    let isStopped = complaint?.contains("time limit") == true
    return MeasureFigure(
      measure: metric.card.name,
      statement: statement,
      outcome: complaint == nil ? .done : isStopped ? .stopped : .failed,
      seconds: time / .seconds(1),
      bytes: max(0, try PeakMemory.bytes() - before),
      complaint: isStopped ? nil : complaint
    )
  }

  /// Asks in another process, which ends with the question.
  ///
  /// What does not stop when it is told to is ended after twice the limit.
  func runApart(on path: String, seconds limit: Int, asking person: String) throws -> MeasureFigure
  {
    let words = ["--measure", metric.card.name, "--of", path, "--asking", person]
    let bench = Program(
      URL(filePath: "/usr/bin/timeout"),
      ["\(limit * 2 + 60)", CommandLine.arguments[0]] + words + ["--limit", "\(limit)"]
    )
    do {
      return try JSONDecoder().decode(MeasureFigure.self, from: Data(try bench.run().utf8))
    } catch BenchError.failed(_, let output) {
      return MeasureFigure(
        measure: metric.card.name,
        statement: statement,
        outcome: .failed,
        seconds: Double(limit * 2 + 60),
        bytes: 0,
        complaint: output.isEmpty ? "it did not stop" : output
      )
    }
  }
}

/// The most memory this process took since a moment.
enum PeakMemory {
  /// Begins anew; returns the bytes that are taken.
  static func begin() throws -> Int {
    try Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))
    return try bytes()
  }

  /// The most bytes since.
  static func bytes() throws -> Int { try Residence.status("VmHWM") }
}

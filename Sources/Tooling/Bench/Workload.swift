/// Something that is timed: one file in `Catalog`, a type of the file's name.
package protocol Workload: Sendable {
  /// What is said about it.
  var card: WorkloadCard { get }

  /// Gets everything ready that is not timed; what it returns does the work once.
  func prepare(at site: Site) throws -> () throws -> Sample

  /// The time memory takes for what must be read, where that is known.
  func floor(at site: Site, on roofline: Roofline) throws -> Double?
}

extension Workload {
  package func floor(at site: Site, on roofline: Roofline) -> Double? { nil }
}

/// What is said about a workload.
package struct WorkloadCard: Sendable {
  /// The name on the command line and for the peers' scripts.
  let name: String
  /// What is done.
  let summary: String
  /// What is measured.
  var unit = MeasuredUnit.seconds
  /// Who else does it, and how Kith should stand to them.
  var bars: [Bar] = []
  /// The most it may be, where that is no ratio.
  var limit: Double?
}

/// How Kith should stand to another system.
package struct Bar: Sendable {
  /// The other.
  let peer: Peer
  /// The greatest ratio of Kith's figure to the other's that is good enough.
  let ratio: Double
}

/// What a workload is measured in.
package enum MeasuredUnit: String, Codable, Sendable {
  case seconds
  case bytesPerTie = "bytes a tie"
}

/// One measurement.
package struct Sample: Sendable {
  /// Seconds, or what the workload's unit is.
  let value: Double
  /// A number out of the answer, by which the systems are seen to do the same; nil without one.
  var check: Double?
}

extension Sample {
  /// How long some work took, and a number of what came out of it.
  ///
  /// What came out is dropped after the time is taken.
  static func timed<Result>(
    _ work: () throws -> Result,
    check: (Result) throws -> Double?
  ) rethrows -> Sample {
    let clock = ContinuousClock()
    let start = clock.now
    let result = try work()
    let time = start.duration(to: clock.now)
    return Sample(value: time / .seconds(1), check: try check(result))
  }
}

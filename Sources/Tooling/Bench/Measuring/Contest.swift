import Foundation

/// What came of a workload: Kith's figures, and beside them those of others.
struct Finding: Codable, Sendable {
  /// What came of another system.
  struct Beside: Codable, Sendable {
    let peer: Peer
    let version: String
    let figures: Spread
    /// Kith's figure to the other's, round by round.
    let ratio: Spread
    /// The greatest ratio that is good enough.
    let bar: Double
    /// Whether both had the same number in their answers; nil where there is none to compare.
    let agrees: Bool?
  }

  let workload: String
  let summary: String
  let unit: MeasuredUnit
  let rounds: Int
  let kith: Spread
  /// The most it may be, where that is no ratio.
  let limit: Double?
  /// The time memory takes for what must be read.
  let floor: Double?
  let beside: [Beside]
}

/// Everybody who does one workload, in turn.
struct Contest {
  /// A system that has got the workload ready.
  private struct Contender {
    let bar: Bar
    let version: String
    let run: () throws -> Sample
  }

  private let card: WorkloadCard
  private let kith: () throws -> Sample
  private let floor: Double?
  private var others: [Contender] = []

  /// Gets the workload ready; with an environment, for those with a bar too.
  init(
    _ workload: any Workload,
    at site: Site,
    on roofline: Roofline,
    peers: PeerEnvironment?
  ) throws {
    card = workload.card
    kith = try workload.prepare(at: site)
    floor = try workload.floor(at: site, on: roofline)
    guard let peers else { return }
    for bar in card.bars {
      do {
        others.append(try Self.contender(bar, card.name, at: site, peers))
      } catch let error as BenchError {
        Complaint.tell("\(card.name): no ratio to \(bar.peer.rawValue): \(error.message)")
      }
    }
  }

  private static func contender(
    _ bar: Bar,
    _ workload: String,
    at site: Site,
    _ peers: PeerEnvironment
  ) throws -> Contender {
    guard let script = bar.peer.script else {
      let path = peers.path("duckdb")
      let version = try Program(URL(filePath: path), ["--version"]).run()
      let run = try Program.startups(of: path, ["-c", "select 1"])
      let number = version.split(separator: " ").first.map(String.init) ?? ""
      return Contender(bar: bar, version: number, run: run)
    }
    let process = try PeerProcess(
      bar.peer,
      script: script,
      workload: workload,
      files: site.files,
      python: peers.path("python")
    )
    return Contender(bar: bar, version: process.version) { try process.sample() }
  }

  /// Runs everybody once untimed, then in turn for so many rounds; three where a round is long.
  func run(rounds: Int) throws -> Finding? {
    let clock = ContinuousClock()
    let start = clock.now
    var checks: [Double?] = [try kith().check]
    for other in others { checks.append(try other.run().check) }
    let isLong = start.duration(to: clock.now) > .seconds(20)
    let rounds = isLong ? min(rounds, 3) : rounds
    var ours: [Double] = []
    var theirs: [[Double]] = Array(repeating: [], count: others.count)
    for _ in 0..<rounds {
      ours.append(try kith().value)
      for (index, other) in others.enumerated() { theirs[index].append(try other.run().value) }
    }
    guard let figures = Spread(of: ours) else { return nil }
    return Finding(
      workload: card.name,
      summary: card.summary,
      unit: card.unit,
      rounds: rounds,
      kith: figures,
      limit: card.limit,
      floor: floor,
      beside: others.indices.compactMap { index in
        beside(others[index], ours, theirs[index], checks[0], checks[index + 1])
      }
    )
  }

  private func beside(
    _ other: Contender,
    _ ours: [Double],
    _ theirs: [Double],
    _ ourCheck: Double?,
    _ theirCheck: Double?
  ) -> Finding.Beside? {
    guard let figures = Spread(of: theirs), let ratio = Spread(of: zip(ours, theirs).map(/)) else {
      return nil
    }
    var agrees: Bool?
    if let ourCheck, let theirCheck {
      agrees = abs(ourCheck - theirCheck) <= 1e-5 * max(abs(ourCheck), abs(theirCheck))
      if agrees == false {
        Complaint.tell(
          "\(card.name): \(ourCheck) here, \(theirCheck) by \(other.bar.peer.rawValue)"
        )
      }
    }
    return Finding.Beside(
      peer: other.bar.peer,
      version: other.version,
      figures: figures,
      ratio: ratio,
      bar: other.bar.ratio,
      agrees: agrees
    )
  }
}

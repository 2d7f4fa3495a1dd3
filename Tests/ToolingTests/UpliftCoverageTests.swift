import Foundation
import TestSupport
import Testing

/// Uplift beside the answer key of villages made anew.
@Suite struct UpliftCoverageTests {
  /// What the measure says of @asha's audience and of @lotus, and what her posts caused.
  private struct Finding {
    let lower: Double
    let upper: Double
    let truth: Double
  }

  /// How many villages are made, by the seeds from 1 on: a few, unless `KITH_VILLAGES` says more.
  ///
  /// `KITH_VILLAGES=200 swift test --filter UpliftCoverageTests` makes as many as the rule asks for.
  private static let villages =
    ProcessInfo.processInfo.environment["KITH_VILLAGES"].flatMap { UInt64($0) } ?? 6

  private func rows(_ name: String, in folder: ScratchFolder) throws -> [[String: String]] {
    let text = String(decoding: try folder.bytes(of: name), as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(lines.first)
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  private func finding(seed: UInt64) throws -> Finding {
    let folder = try ScratchFolder()
    #expect(try Tool("Village").run([folder.url.path, "--seed", "\(seed)"]).code == 0)
    let script = Tool.checkout.appending(path: "examples/village/load.kith")
    try FileManager.default.copyItem(at: script, to: folder.url.appending(path: "load.kith"))
    let measure = "uplift in #yoga in (purchases made to @lotus)"
    let answer = try Tool("kith").run([
      folder.url.appending(path: "load.kith").path, "--no-config", "--format", "tsv", "-c",
      "show lower \(measure), upper \(measure) for @asha",
    ])
    let cells = answer.output.split(whereSeparator: \.isNewline).last?.split(separator: "\t")
    let bounds = (cells ?? []).compactMap { Double(String($0)) }
    try #require(bounds.count == 2, "\(answer.errors)")
    let audience = Set(
      try rows("follows.csv", in: folder).filter { $0["followed"] == "asha" }
        .compactMap { $0["follower"] }
    )
    // Whose every purchase is caused by her would have bought nothing without her.
    let bought = Dictionary(
      grouping: try rows("truth.csv", in: folder).filter { row in
        row["brand"] == "lotus" && audience.contains(row["person"] ?? "")
      },
      by: { $0["person"] }
    )
    let moved = bought.values.count { $0.allSatisfy { $0["cause"] == "asha" } }
    return Finding(
      lower: bounds[0],
      upper: bounds[1],
      truth: Double(moved) / Double(audience.count)
    )
  }

  @Test func `uplift recovers what the generator planted, within its interval`() throws {
    var missed: [UInt64] = []
    for seed in 1...Self.villages {
      let finding = try finding(seed: seed)
      if finding.truth < finding.lower || finding.upper < finding.truth { missed.append(seed) }
      #expect(finding.lower > 0)
    }
    // Of a hundred intervals five may miss, give or take three standard errors.
    let count = Double(Self.villages)
    let most = 0.05 * count + 3 * (0.05 * 0.95 * count).squareRoot()
    #expect(Double(missed.count) <= most, "\(count) villages, missed by seeds \(missed)")
  }
}

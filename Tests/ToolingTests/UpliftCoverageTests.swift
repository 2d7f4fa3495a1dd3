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

  /// The seeds of the villages that are made.
  private static let villages: ClosedRange<UInt64> = 1...5

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
    for seed in Self.villages {
      let finding = try finding(seed: seed)
      #expect(finding.lower <= finding.truth && finding.truth <= finding.upper, "seed \(seed)")
      #expect(finding.lower > 0)
    }
  }
}

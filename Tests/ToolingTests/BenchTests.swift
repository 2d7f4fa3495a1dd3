import Foundation
import TestSupport
import Testing

/// The bench: its graphs, and that it measures what it says.
@Suite struct BenchTests {
  /// What of the bench's figures is looked at.
  private struct Figures: Decodable {
    struct Finding: Decodable {
      struct Spread: Decodable {
        let least: Double
        let median: Double
        let greatest: Double
      }

      let workload: String
      let kith: Spread
    }

    let people: Int
    let findings: [Finding]
  }

  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func bench(_ words: String..., below: String = "data") throws -> Tool.Result {
    let data = folder.url.appending(path: below).path
    return try Tool("bench").run(words + ["--graph", "XS", "--rounds", "2", "--data", data])
  }

  private func rows(_ name: String, below: String = "data") throws -> [[Substring]] {
    let text = String(decoding: try folder.bytes(of: "\(below)/XS/\(name)"), as: UTF8.self)
    return text.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
  }

  @Test func `workloads are timed, and told as JSON`() throws {
    let result = try bench("--json", "--workload", "headline", "snapshot-open", "load-trust")
    #expect(result.code == 0, "\(result.errors)")
    let figures = try JSONDecoder().decode(Figures.self, from: Data(result.output.utf8))
    #expect(figures.findings.map(\.workload) == ["headline", "snapshot-open", "load-trust"])
    for finding in figures.findings {
      #expect(finding.kith.least > 0)
      #expect(finding.kith.least <= finding.kith.median)
      #expect(finding.kith.median <= finding.kith.greatest)
    }
    #expect(figures.people <= 1_000)
  }

  @Test func `a made graph is the same each time, and as it is described`() throws {
    for below in ["data", "again"] {
      let result = try bench("--workload", "load-follows", below: below)
      #expect(result.code == 0, "\(result.errors)")
    }
    for name in ["follows.csv", "trust.csv", "interests.csv", "interactions.csv", "follows.u32"] {
      #expect(try folder.bytes(of: "data/XS/\(name)") == folder.bytes(of: "again/XS/\(name)"))
    }
    let follows = try rows("follows.csv")
    #expect(follows.count == 10_000)
    #expect(Set(follows.map { $0.joined(separator: ",") }).count == follows.count)
    #expect(follows.allSatisfy { $0.count == 2 && $0[0] != $0[1] })
    let trust = try rows("trust.csv")
    #expect(trust.map { Array($0.prefix(2)) } == follows)
    #expect(trust.allSatisfy { (0...1).contains(Double($0[2]) ?? 2) })
    let interests = try rows("interests.csv")
    #expect(Set(interests.map { "\($0[0]) \($0[1])" }).count == interests.count)
    let pairs = Set(follows)
    #expect(try rows("interactions.csv").allSatisfy { pairs.contains(Array($0.prefix(2))) })
  }

  @Test func `measures are computed, and told the slowest first`() throws {
    struct Table: Decodable {
      struct Figure: Decodable {
        let measure: String
        let outcome: String
        let seconds: Double
        let bytes: Int
      }

      let figures: [Figure]
    }
    // One for each thing a question may have to say, and for each thing that is loaded.
    let measures = [
      "pagerank", "audience overlap", "twitterrank", "moletrust", "change", "gaming cost",
      "most shared", "revenue driven", "vouches received",
    ]
    let result = try Tool("bench").run(
      ["--measures"] + measures
        + ["--graph", "XS", "--json", "--data", folder.url.appending(path: "data").path]
    )
    #expect(result.code == 0, "\(result.errors)")
    let table = try JSONDecoder().decode(Table.self, from: Data(result.output.utf8))
    #expect(Set(table.figures.map(\.measure)) == Set(measures))
    #expect(table.figures.allSatisfy { $0.outcome == "done" && $0.bytes >= 0 }, "\(result.errors)")
    let seconds = table.figures.map(\.seconds)
    #expect(seconds == seconds.sorted(by: >) && seconds.allSatisfy { $0 > 0 })
  }

  @Test func `what is asked wrongly is refused`() throws {
    let unknown = try bench("--workload", "nothing")
    #expect(unknown.code == 1)
    #expect(unknown.errors.contains("headline, "))
    #expect(try bench("--graph", "Q").code == 2)
    #expect(try bench("--measures", "nothing").errors.contains("there is no measure nothing"))
  }
}

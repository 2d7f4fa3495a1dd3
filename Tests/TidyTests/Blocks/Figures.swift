import Foundation

/// What the bench measured last, as it is kept in a file.
struct Figures: Decodable {
  struct Machine: Decodable {
    let processor: String
    let cores: Int
    let memory: Double
    let date: String
    let commit: String?
  }

  struct Spread: Decodable {
    let least: Double
    let median: Double
    let greatest: Double
  }

  struct Beside: Decodable {
    let peer: String
    let version: String
    let figures: Spread
    let ratio: Spread
    let bar: Double
  }

  struct Finding: Decodable {
    let workload: String
    let summary: String
    let unit: String
    let rounds: Int
    let kith: Spread
    let limit: Double?
    let floor: Double?
    let beside: [Beside]
  }

  let machine: Machine
  let graph: String
  let people: Int
  let follows: Int
  let findings: [Finding]

  /// The figures of the medium graph.
  static var kept: Figures {
    get throws {
      let page = try Data(contentsOf: Checkout.url("Sources/Tooling/Bench/Figures/M.json"))
      return try JSONDecoder().decode(Figures.self, from: page)
    }
  }

  /// On what they were taken, and a row for each system beside Kith.
  var text: String {
    let gigabytes = Int((machine.memory / 0x1p30).rounded())
    let commit = machine.commit.map { ", at `\($0)`" } ?? ""
    let head = """
      \(machine.processor), \(machine.cores) cores, \(gigabytes) GiB, \(machine.date)\(commit); graph \
      \(graph): \(people) people, \(follows) follows.

      | workload | Kith | beside | ratio | bar |
      | --- | --- | --- | --- | --- |
      """
    return ([head] + findings.flatMap(rows)).joined(separator: "\n")
  }

  private func rows(_ finding: Finding) -> [String] {
    let kith = text(finding.kith, finding.unit)
    var rows = finding.beside.map { other in
      let ratio =
        "\(figure(other.ratio.median)) (\(figure(other.ratio.least))-"
        + "\(figure(other.ratio.greatest)))"
      let peer = "\(other.peer) \(other.version): \(text(other.figures, finding.unit))"
      return [finding.summary, kith, peer, ratio, figure(other.bar)]
    }
    if let floor = finding.floor, floor > 0 {
      let ratio = figure(finding.kith.median / floor)
      rows.append([finding.summary, kith, "floor: \(text(floor, finding.unit))", ratio, "-"])
    }
    if let limit = finding.limit {
      let ratio = figure(finding.kith.median / limit)
      rows.append([finding.summary, kith, "at most \(text(limit, finding.unit))", ratio, "1.00"])
    }
    if rows.isEmpty { rows.append([finding.summary, kith, "-", "-", "-"]) }
    return rows.map { "| " + $0.joined(separator: " | ") + " |" }
  }

  private func text(_ spread: Spread, _ unit: String) -> String {
    let (least, greatest) = (text(spread.least, unit), text(spread.greatest, unit))
    return "\(text(spread.median, unit)) (\(least)-\(greatest))"
  }

  private func text(_ value: Double, _ unit: String) -> String {
    guard unit == "seconds" else { return "\(figure(value)) \(unit)" }
    return value < 1 ? "\(figure(value * 1_000)) ms" : "\(figure(value)) s"
  }

  /// A number with three digits that count.
  private func figure(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return "\(value)" }
    let places = max(0, 2 - Int(log10(abs(value)).rounded(.down)))
    return String(format: "%.\(places)f", value)
  }
}

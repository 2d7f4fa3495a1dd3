import Foundation

/// All that a run found, as it is kept in a file.
struct Findings: Codable, Sendable {
  let machine: Machine
  let graph: GraphSize
  let people: Int
  let follows: Int
  let roofline: Roofline
  var findings: [Finding] = []

  /// The findings as JSON, which a page of figures is made from.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// What is measured, before anything is.
  var heading: String {
    let commit = machine.commit.map { ", at \($0)" } ?? ""
    let bandwidth = (roofline.bandwidth / 1e8).rounded() / 10
    let gathers = (roofline.gathers / 1e7).rounded() / 100
    return """
      \(machine.processor), \(machine.cores) cores, \(machine.date)\(commit)
      graph \(graph.rawValue): \(people) people, \(follows) follows; reads \(bandwidth) GB/s, gathers \
      \(gathers) G/s
      """
  }
}

extension Finding {
  /// The finding in lines: Kith, then each of the others.
  var text: String {
    var words = ["\(workload): \(kith.text(in: unit))"]
    if let floor, floor > 0 {
      words.append("\((kith.median / floor).figure) times the floor of \(unit.text(floor))")
    }
    if let limit {
      words.append("at most \(unit.text(limit)): \(kith.median <= limit ? "so" : "NOT SO")")
    }
    let lines = beside.map { other in
      let isMet = other.ratio.median <= other.bar ? "so" : "NOT SO"
      let agreement = other.agrees.map { $0 ? "" : ", another ANSWER" } ?? ", not compared"
      let ratio =
        "\(other.ratio.median.figure) (\(other.ratio.least.figure)-"
        + "\(other.ratio.greatest.figure))"
      return "  \(other.peer.rawValue) \(other.version): \(other.figures.text(in: unit)), "
        + "ratio \(ratio), at most \(other.bar.figure): \(isMet)\(agreement)"
    }
    return ([words.joined(separator: ", ")] + lines).joined(separator: "\n")
  }
}

extension Spread {
  /// The median with the least and the greatest.
  func text(in unit: MeasuredUnit) -> String {
    "\(unit.text(median)) (\(unit.text(least))-\(unit.text(greatest)))"
  }
}

extension MeasuredUnit {
  /// A figure with its unit.
  func text(_ value: Double) -> String {
    switch self {
    case .bytesPerTie: "\(value.figure) B"
    case .seconds: value < 1 ? "\((value * 1_000).figure) ms" : "\(value.figure) s"
    }
  }
}

extension Double {
  /// The number with three digits that count.
  var figure: String {
    guard self != 0, isFinite else { return "\(self)" }
    let places = Swift.max(0, 2 - Int(log10(abs(self)).rounded(.down)))
    return String(format: "%.\(places)f", self)
  }
}

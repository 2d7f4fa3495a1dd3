import Foundation

/// What the measures of the catalogue took, the slowest first.
struct MeasureTable: Codable, Sendable {
  let machine: Machine
  let graph: GraphSize
  /// How many seconds each might take.
  let limit: Int
  private(set) var figures: [MeasureFigure] = []

  /// A table without figures.
  init(machine: Machine, graph: GraphSize, limit: Int) {
    self.machine = machine
    self.graph = graph
    self.limit = limit
  }

  /// Puts a figure in its place.
  mutating func add(_ figure: MeasureFigure) {
    let place = figures.firstIndex { $0.seconds < figure.seconds } ?? figures.endIndex
    figures.insert(figure, at: place)
  }

  /// The table as JSON.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// The table in lines, a measure each.
  var text: String { figures.map(\.text).joined(separator: "\n") }
}

extension MeasureFigure {
  /// The figure in a line: time, memory, name, and how it ended where it was not done.
  var text: String {
    let time = MeasuredUnit.seconds.text(seconds)
    let memory = "\((Double(bytes) / 1e6).figure) MB"
    let end = outcome == .done ? "" : "  \(outcome.rawValue) \(complaint ?? "")"
    return "\(time)\t\(memory)\t\(measure)\(end)"
  }
}

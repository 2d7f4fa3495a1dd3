import Foundation
import Graph
import Metrics
import TestSupport
import Testing
import Values

/// Measures beside what other libraries say: `Reference/expected.tsv`, made by `reference.py`.
struct ReferenceTests {
  /// A line of the file.
  struct Line: Sendable {
    let graph: String
    let measure: String
    let what: String
    let person: String
    let value: Double
  }

  static let lines: [Line] = {
    let file = Checkout.tests.appending(path: "MetricsTests/Reference/expected.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "\t").map(String.init)
      guard cells.count == 5, let value = Double(cells[4]) else { return nil }
      return Line(
        graph: cells[0],
        measure: cells[1],
        what: cells[2],
        person: cells[3],
        value: value
      )
    }
  }()

  @Test(arguments: ["drawn 60 150 0", "drawn 200 1200 1", "drawn 500 2000 2", "drawn 1000 12000 3"])
  func `drawn graphs have the values other libraries find`(name: String) throws {
    let numbers = name.split(separator: " ").compactMap { Int($0) }
    let pairs = Self.drawn(people: numbers[0], ties: numbers[1], seed: UInt64(numbers[2]))
    try check(Self.graph(pairs), named: name)
  }

  @Test(
    .enabled(if: Checkout.sharedData != nil, "the shared data sets are not beside the checkout"),
    arguments: [
      ("advogato", "out.advogato", " "), ("bitcoin-otc", "soc-sign-bitcoinotc.csv", ","),
      ("ciao", "trust.tsv", "\t"),
    ]
  )
  func `real graphs have the values other libraries find`(
    _ name: String,
    _ file: String,
    _ separator: Character
  ) throws {
    let folder = try #require(Checkout.sharedData)
    let text = try String(contentsOf: folder.appending(path: "\(name)/\(file)"), encoding: .utf8)
    let rows = text.split { $0.isNewline }.filter { !$0.hasPrefix("%") }
      .map { $0.split(separator: separator).map(String.init) }
    try check(
      Self.graph(rows.dropFirst(name == "ciao" ? 1 : 0).map { ($0[0], $0[1]) }),
      named: name
    )
  }

  private func check(_ graph: Graph, named name: String) throws {
    let lines = Dictionary(grouping: Self.lines.filter { $0.graph == name }, by: \.measure)
    #expect(lines.count == 16)
    #expect(graph.relations["follows"]?.count == lines["ties"].map { Int($0[0].value) })
    for (measure, lines) in lines where measure != "ties" {
      let values = try Self.answer(measure, graph)
      let known = values.filter { !$0.isNaN }
      let top = lines.filter { $0.what == "top" }.map(\.value)
      #expect(Self.agree(known.reduce(0, +), lines[0].value), "\(measure): the sum")
      #expect(
        zip(known.sorted(by: >), top).allSatisfy { Self.agree($0, $1) },
        "\(measure): the greatest"
      )
      for line in lines.dropFirst() {
        let person = try #require(graph.people.number(of: line.person))
        let value = values[Int(person)]
        #expect(Self.agree(value, line.value), "\(measure): \(line.person) \(value) \(line.value)")
      }
    }
  }

  private static func answer(_ measure: String, _ graph: Graph) throws -> [Double] {
    var arguments = MetricArguments()
    var name = measure
    if measure == "pagerank from 5" {
      name = "pagerank"
      arguments.from = PersonSet(0..<5, universe: graph.personCount)
    }
    if measure == "katz centrality" { arguments.parameters["attenuation"] = 0.01 }
    let entry = try #require(CatalogEntry.all.first { $0.card.name == name })
    return try entry.metric.evaluate(on: graph, with: arguments, watchedBy: .unwatched).values
  }

  private static func agree(_ value: Double, _ expected: Double) -> Bool {
    abs(value - expected) <= 1e-9 + 1e-7 * abs(expected)
  }

  /// People by first appearance; ties to oneself and repeats go.
  private static func graph(_ pairs: [(String, String)]) -> Graph {
    var builder = GraphBuilder()
    var follows = TieBuffer(weighted: false)
    for (source, target) in pairs {
      let (source, target) = (builder.person(source), builder.person(target))
      if source != target { follows.append(from: source, to: target) }
    }
    _ = builder.add(follows, to: "follows")
    return builder.frozen()
  }

  /// The random graphs of `reference.py`.
  private static func drawn(people: Int, ties: Int, seed: UInt64) -> [(String, String)] {
    var random = SeededRandom(seed: seed)
    let people = UInt64(people)
    return (0..<ties).map { _ in
      let source = random.next() % people
      let first = random.next() % people
      return ("p\(source)", "p\(first * (random.next() % people) / people)")
    }
  }
}

/// Where this package lies, and what lies beside it.
enum Checkout {
  static let tests = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// `shared/data` beside the checkout or further up; nil where there is none.
  static let sharedData: URL? = {
    var folder = tests
    while folder.path.count > 1 {
      folder.deleteLastPathComponent()
      let candidate = folder.appending(path: "shared/data")
      if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
    }
    return nil
  }()
}

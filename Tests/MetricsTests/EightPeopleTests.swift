import Graph
import Metrics
import TestSupport
import Testing
import Values

/// The table of `reference/metrics.md` part (c), to its four decimals.
struct EightPeopleTests {
  /// One row of the table: Ada, Bea, Cal, Dan, Eve, Fay, Gus, Hal.
  struct Row: Sendable, CustomTestStringConvertible {
    let number: Int
    let metric: String
    var companion: String?
    var isWeighted = false
    var tolerance = 0.00005
    let expected: [Double]

    var testDescription: String { "row \(number), \(companion ?? metric)" }
  }

  static let rows = [
    Row(number: 1, metric: "followers", expected: [4, 5, 3, 1, 1, 1, 0, 2]),
    Row(
      number: 2,
      metric: "follower ratio",
      expected: [0.5714, 1, 0.5, 0.3333, 0.3333, 0.25, 0, 0.5]
    ),
    Row(
      number: 3,
      metric: "pagerank",
      expected: [0.1991, 0.1942, 0.1860, 0.0685, 0.0685, 0.0958, 0.0394, 0.1485]
    ),
    Row(
      number: 5,
      metric: "hits authority",
      expected: [0.2837, 0.3109, 0.1741, 0.0392, 0.0392, 0.0366, 0, 0.1163]
    ),
    Row(
      number: 6,
      metric: "katz centrality",
      expected: [1.4828, 1.5762, 1.3918, 1.1111, 1.1111, 1.1483, 1, 1.2875]
    ),
    Row(
      number: 7,
      metric: "tunkrank",
      expected: [1.7109, 2.2187, 1.2191, 0.5128, 0.5128, 0.3618, 0, 0.7155]
    ),
    Row(
      number: 8,
      metric: "leaderrank",
      expected: [1.3395, 1.3704, 1.2603, 0.7426, 0.7426, 0.8547, 0.5941, 1.0956]
    ),
    Row(number: 9, metric: "betweenness", expected: [0.1310, 0, 0.0476, 0, 0, 0.0119, 0, 0]),
    Row(number: 10, metric: "harmonic closeness", expected: [4, 6, 3.5, 1, 1, 2.5, 0, 3]),
    Row(
      number: 11,
      metric: "constraint",
      expected: [0.4679, 0.3536, 0.5502, 0.9225, 0.9225, 0.5808, 0.5, 0.7812]
    ),
    Row(number: 12, metric: "effective size", expected: [3, 4.2, 2.5, 1, 1, 1.6667, 2, 1]),
    Row(number: 13, metric: "core number", expected: [2, 2, 2, 2, 2, 2, 2, 2]),
    Row(number: 15, metric: "reach", expected: [4, 7, 4, 1, 1, 4, 0, 4]),
    Row(number: 16, metric: "structural diversity", expected: [2, 3, 1, 1, 1, 1, 0, 1]),
    Row(number: 22, metric: "audience overlap", expected: [0.75, 0.4, 1, 0, 0, 1, .nan, 1]),
    Row(
      number: 23,
      metric: "audience coverage",
      expected: [1, 0.5, 1, 0, 0, 0.3333, 0, 0.6667]
    ),
    Row(
      number: 24,
      metric: "audience index",
      tolerance: 0.05,
      expected: [175, 70, 233.3, 0, 0, 233.3, .nan, 233.3]
    ),
    Row(
      number: 25,
      metric: "audience index",
      companion: "p",
      expected: [0.1143, 1, 0.0286, 1, 1, 0.4286, .nan, 0.1429]
    ),
    Row(
      number: 26,
      metric: "audience overlap",
      isWeighted: true,
      expected: [0.9286, 0.1739, 1, 0, 0, 1, .nan, 1]
    ),
    Row(
      number: 27,
      metric: "audience overlap",
      companion: "expected",
      isWeighted: true,
      expected: [2.43, 0.51, 1.98, 0, 0, 0.5, 0, 1.42]
    ),
    Row(
      number: 28,
      metric: "audience overlap",
      companion: "effective audience",
      isWeighted: true,
      expected: [3.4087, 3.6993, 2.9597, 1, 1, 1, .nan, 1.9912]
    ),
  ]

  @Test(arguments: rows)
  func `the table comes out to its decimals`(_ row: Row) throws {
    let measured = try answer(row.metric, isWeighted: row.isWeighted)
    let values = try row.companion.map { try #require(measured[$0]).values } ?? measured.values
    #expect(
      agree(values, row.expected, within: row.tolerance),
      "\(values) instead of \(row.expected)"
    )
  }

  @Test func `pagerank sums to one`() throws {
    let ranks = try answer("pagerank").values
    #expect(abs(ranks.reduce(0, +) - 1) < 1e-12)
  }

  @Test func `by trust-weighted fit cal leads, by what is expected ada`() throws {
    let measured = try answer("audience overlap", isWeighted: true)
    let low = try #require(measured["low"]).values
    let expected = try #require(measured["expected"]).values
    let people = Graph.eightPeople.people
    func ranking(_ values: [Double]) -> [String] {
      values.indices.filter { !values[$0].isNaN }
        .sorted { values[$0] > values[$1] }
        .map { people[UInt32($0)] }
    }
    #expect(ranking(low).prefix(2) == ["cal", "ada"])
    #expect(ranking(expected).first == "ada")
    #expect(agree([low[2], low[0]], [0.435, 0.407], within: 0.0005))
  }

  @Test func `an overlap says what it rests on`() throws {
    let measured = try answer("audience overlap", isWeighted: true)
    #expect(measured.remarks.contains("17 of 17 follows have a known trust"))
    #expect(measured.basis == "effective audience")
    #expect(measured.defaults == ["over follows", "missing trust is no evidence"])
    #expect(measured.missingReason == "no audience")
    #expect(measured["expected"]?.unit == .amount(of: "people"))
    #expect(measured["high"]?.isShown == false)
    #expect(
      measured.companions.map(\.name) == [
        "low", "high", "expected", "shared", "audience", "effective audience", "trust known",
        "unweighted",
      ]
    )
  }

  @Test(arguments: [
    ("shares received", [3, 3, 1, 1, 0, 0, 0, 0]),
    ("mentions received", [1, 1, 0, 0, 0, 0, 0, 1]),
    ("replies received", [1, 0, 2, 0, 0, 1, 0, 2]),
    ("following", [3, 0, 3, 2, 2, 3, 2, 2]),
    ("likes received", [0, 4, 0, 0, 0, 1, 0, 0]),
    ("shares made", [1, 0, 2, 1, 3, 1, 0, 0]),
    ("mentions made", [0, 0, 0, 0, 1, 1, 0, 1]),
    ("replies made", [1, 0, 2, 0, 0, 1, 0, 2]),
    ("likes made", [1, 0, 0, 1, 1, 0, 2, 0]),
    ("posts made", [2, 4, 1, 1, 0, 1, 0, 1]),
  ])
  func `what people did is counted by kind`(name: String, expected: [Double]) throws {
    #expect(try answer(name).values == expected)
  }

  private func answer(_ name: String, isWeighted: Bool = false) throws -> Measured {
    let entry = try #require(CatalogEntry.all.first { $0.card.name == name })
    let graph = Graph.eightPeople
    let arguments = entry.arguments(on: graph, weightedByTrust: isWeighted)
    return try entry.metric.evaluate(on: graph, with: arguments, watchedBy: .unwatched)
  }
}

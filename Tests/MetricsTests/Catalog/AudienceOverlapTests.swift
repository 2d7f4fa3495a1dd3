import Graph
import Metrics
import TestSupport
import Testing
import Values

/// What is known, what is not, and what that does to an overlap.
struct AudienceOverlapTests {
  /// v has four followers: a and b trust it, c's trust is not known, d distrusts it; w has one
  /// follower, whose trust is not known; nobody follows the others.
  static let graph = Graph(
    literal: """
      a>v:0.8 b>v:0.4 c>v d>v:-1 c>w a~yoga:0.9 c~yoga:0.6 d~yoga:0.7 b~yoga:0.2
      """
  )

  @Test func `trust that is not known is no evidence`() throws {
    let measured = try overlap()
    expect(measured, "audience overlap", v: 0.8 / 1.2, w: .nan)
    expect(measured, "expected", v: 0.8 * 0.9 + 0.4 * 0.2, w: 0)
    expect(measured, "shared", v: 3, w: 1)
    expect(measured, "audience", v: 4, w: 1)
    expect(measured, "effective audience", v: 1.44 / 0.8, w: .nan)
    expect(measured, "trust known", v: 0.75, w: 0)
    expect(measured, "unweighted", v: 0.75, w: 1)
    let bounds = WilsonInterval(share: 0.8 / 1.2, of: 1.8)
    expect(measured, "low", v: bounds.low, w: .nan)
    expect(measured, "high", v: bounds.high, w: .nan)
    #expect(measured.remarks.first == "3 of 5 follows have a known trust")
    #expect(measured.missingReason == "no audience, or none of it has a known weight above 0")
  }

  @Test func `a trust set for the unknown moves the value, never the certainty`() throws {
    let plain = try overlap()
    let measured = try overlap { $0.missingTrust = 0.2 }
    expect(measured, "audience overlap", v: 1.0 / 1.4, w: 1)
    expect(measured, "expected", v: 0.8 + 0.2 * 0.6, w: 0.2 * 0.6)
    let bounds = WilsonInterval(share: 0.8 / 1.2, of: 1.8)
    expect(measured, "low", v: bounds.low, w: 0)
    expect(measured, "high", v: bounds.high, w: 1)
    for name in ["effective audience", "trust known", "unweighted"] {
      #expect(agree(try #require(measured[name]).values, try #require(plain[name]).values))
    }
    #expect(measured.defaults == ["over follows"])
    #expect(measured.remarks.contains { $0.contains("counts as 0.2") })
  }

  @Test func `for a set interest is all or nothing`() throws {
    let measured = try overlap { arguments in
      arguments.group = arguments.group.map { MetricArguments.Group(members: $0.members) }
    }
    expect(measured, "expected", v: 0.8, w: 0)
    expect(measured, "audience overlap", v: 0.8 / 1.2, w: .nan)
  }

  @Test func `without weights heads are counted`() throws {
    let measured = try overlap { $0.weight = nil }
    expect(measured, "audience overlap", v: 0.75, w: 1)
    expect(measured, "expected", v: 0.9 + 0.6 + 0.7 + 0.2, w: 0.6)
    expect(measured, "low", v: WilsonInterval(share: 0.75, of: 4).low, w: 0.2065)
    #expect(measured.companions.map(\.name) == ["low", "high", "expected", "shared", "audience"])
    #expect(measured.defaults == ["over follows"])
    #expect(measured.remarks == [])
    #expect(measured.basis == "audience")
  }

  @Test func `weights above one expect a weight, not people`() throws {
    let weights = Graph.weights(on: AudienceOverlapTests.graph, ["a": 5, "b": -1, "d": 3])
    let measured = try overlap { $0.weight = .people(weights, name: "lifetime value") }
    expect(measured, "audience overlap", v: 1, w: .nan)
    expect(measured, "expected", v: 5 * 0.9 + 3 * 0.7, w: 0)
    expect(measured, "weight known", v: 0.75, w: 0)
    #expect(measured["trust known"] == nil)
    #expect(measured["expected"]?.unit == .amount(of: "expected weight"))
    #expect(measured.defaults == ["over follows", "missing weight is no evidence"])
    #expect(measured.remarks.first == "3 of 5 follows have a known weight")
  }

  @Test func `weights of people within one still expect people`() throws {
    let weights = Graph.weights(on: AudienceOverlapTests.graph, ["a": 0.5, "c": 1])
    let measured = try overlap { $0.weight = .people(weights, name: "response rate") }
    expect(measured, "expected", v: 0.5 * 0.9 + 0.6, w: 0.6)
    #expect(measured["expected"]?.unit == .amount(of: "people"))
  }

  @Test func `another relation is another audience`() throws {
    let measured = try overlap { $0.relation = "trust" }
    expect(measured, "audience", v: 3, w: 0)
    #expect(measured.defaults == ["missing trust is no evidence"])
    #expect(measured.remarks.first == "3 of 3 ties of trust have a known trust")
  }

  @Test func `a group is asked for`() {
    #expect(throws: MetricError.missing(.with)) { _ = try overlap { $0.group = nil } }
  }

  private func overlap(
    _ change: (inout MetricArguments) -> Void = { _ in }
  ) throws -> Measured {
    let graph = AudienceOverlapTests.graph
    var arguments = MetricArguments(
      group: graph.group(topic: "yoga"),
      weight: graph.relations["trust"].map { .ties($0, name: "trust") }
    )
    change(&arguments)
    return try AudienceOverlap().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
  }

  /// Expects a column's values for v and w, and none for those without an audience.
  private func expect(
    _ measured: Measured,
    _ column: String,
    v: Double,
    w: Double,
    at location: SourceLocation = #_sourceLocation
  ) {
    let values = column == "audience overlap" ? measured.values : measured[column]?.values ?? []
    let people = AudienceOverlapTests.graph.people
    let found = ["v", "w"].map { handle in
      people.number(of: handle).flatMap { values.indices.contains(Int($0)) ? values[Int($0)] : nil }
    }
    #expect(
      agree(found.map { $0 ?? .infinity }, [v, w], within: 0.00005),
      "\(column): \(found)",
      sourceLocation: location
    )
  }
}

extension Graph {
  /// A weight for some people by handle, NaN for the others.
  fileprivate static func weights(on graph: Graph, _ known: [String: Double]) -> [Double] {
    (0..<PersonID(graph.personCount)).map { known[graph.people[$0]] ?? .nan }
  }
}

import Graph
import Metrics
import TestSupport
import Testing
import Values

/// An audience and those like them.
struct UpliftTests {
  /// People of two kinds: half care for yoga, and care makes them follow v and buy.
  ///
  /// Whoever follows buys more often by `effect`, whatever they care for.
  private func world(effect: Double, seed: UInt64) -> (graph: Graph, bought: [Double]) {
    var random = SeededRandom(seed: seed)
    var words = ["v"]
    var bought = [0.0]
    for person in 1...600 {
      let cares = person.isMultiple(of: 2)
      let follows = Double.random(in: 0..<1, using: &random) < (cares ? 0.4 : 0.05)
      let chance = (cares ? 0.4 : 0.05) + (follows ? effect : 0)
      bought.append(Double.random(in: 0..<1, using: &random) < chance ? 1 : 0)
      words.append(follows ? "p\(person)>v" : "p\(person)>w\(person % 5)")
      if cares { words.append("p\(person)~yoga:0.9") }
    }
    let graph = Graph(literal: words.joined(separator: " "))
    // People are numbered as they appear; those called w appear between.
    let outcomes = (0..<PersonID(graph.personCount)).map { person -> Double in
      let name = graph.people[person]
      return name.hasPrefix("p") ? bought[Int(name.dropFirst()) ?? 0] : 0
    }
    return (graph, outcomes)
  }

  @Test func `the interval covers what was planted`() throws {
    var covered = 0
    var naive = 0
    for seed in 0..<200 {
      let (graph, bought) = world(effect: 0.2, seed: UInt64(seed))
      var arguments = MetricArguments(operand: bought)
      arguments.topic = graph.topics.number(of: "yoga")
      let measured = try Uplift().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
      let (low, high) = (
        try #require(measured["lower"]).values[0], try #require(measured["upper"]).values[0]
      )
      if low <= 0.2, 0.2 <= high { covered += 1 }
      let audience = try #require(graph.relations["follows"]).backward[0]
      let inside = audience.reduce(0) { $0 + bought[Int($1)] } / Double(audience.count)
      let outside =
        (bought.reduce(0, +) - inside * Double(audience.count)) / Double(600 - audience.count)
      if low <= inside - outside, inside - outside <= high { naive += 1 }
    }
    // 95 of 100, give or take three standard errors; the plain difference is no such thing.
    #expect((180...200).contains(covered), "\(covered)")
    #expect(naive < 40, "\(naive)")
  }

  @Test func `nobody serves twice and only the like are paired`() throws {
    let graph = Graph(
      literal: "a>v c>v d>v e>x f>x a~yoga c~yoga d~pop e~yoga f~yoga a$purchase$x e$purchase$x"
    )
    let arguments = MetricArguments(operand: graph.purchaseCounts)
    let measured = try Uplift().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
    let v = Int(try #require(graph.people.number(of: "v")))
    #expect(measured["pairs"]?.values[v] == 2)
    #expect(measured["unmatched"]?.values[v] == 1)
    #expect(measured.values[v] == 0)
    #expect(measured["lower"]?.values[v].isNaN == true)
  }

  @Test func `what was before the period is matched too`() throws {
    let graph = Graph(literal: "a>v c>v e>x f>x")
    var arguments = MetricArguments(operand: [0, 0, 0, 0, 0, 0])
    arguments.operandBefore = graph.people.numbered(["a": 1, "e": 1], of: 6)
    arguments.operand = graph.people.numbered(["a": 1, "e": 1, "c": 1], of: 6)
    let measured = try Uplift().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
    let v = Int(try #require(graph.people.number(of: "v")))
    // a is paired with e, who bought as well, and c with f, who did not.
    #expect(measured.values[v] == 0.5)
  }

  @Test func `a gain that is none has no cost`() throws {
    let graph = Graph(literal: "a>v c>v e>x f>x").adding(price: ["v": 30, "x": 30])
    let v = Int(try #require(graph.people.number(of: "v")))
    let x = Int(try #require(graph.people.number(of: "x")))
    let arguments = MetricArguments(operand: graph.people.numbered(["a": 1], of: 6))
    let cost = try CostPerIncrementalAction().evaluate(
      on: graph,
      with: arguments,
      watchedBy: .unwatched
    )
    #expect(cost.values[v] == 30 && cost.values[x].isNaN)
  }

  @Test func `what comes back is told for each unit of the fee`() throws {
    let graph = Graph(literal: "a>v c>v e>x f>x").adding(price: ["v": 30, "x": 0])
    let v = Int(try #require(graph.people.number(of: "v")))
    let x = Int(try #require(graph.people.number(of: "x")))
    let spent = graph.people.numbered(["a": 60, "c": 15, "e": 15], of: 6)
    let measured = try IncrementalReturn().evaluate(
      on: graph,
      with: MetricArguments(operand: spent),
      watchedBy: .unwatched
    )
    // Of v's two, 75 came; of the two alike, 15: 60 more for 30. Nothing is paid for x.
    #expect(measured.values[v] == 2 && measured["gained"]?.values[v] == 60)
    #expect(measured.values[x].isNaN && measured["gained"]?.values[x] == -60)
    #expect(measured["at worst"]?.values[v].isNaN == true)
  }

  @Test func `from ten pairs on a return has bounds on both sides of it`() throws {
    var words: [String] = []
    for number in 0..<12 { words += ["m\(number)>v", "o\(number)>x"] }
    let graph = Graph(literal: words.joined(separator: " ")).adding(price: ["v": 10])
    let v = Int(try #require(graph.people.number(of: "v")))
    let spent = (0..<PersonID(graph.personCount)).map { person in
      graph.people[person].hasPrefix("m") ? Double(person % 5) + 1 : 0
    }
    let measured = try IncrementalReturn().evaluate(
      on: graph,
      with: MetricArguments(operand: spent),
      watchedBy: .unwatched
    )
    let all = spent.filter { $0 > 0 }
    let mean = all.reduce(0, +) / 12
    let variance = all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 11
    let half = 1.96 * (variance / 12).squareRoot()
    let expected = [mean - half, mean, mean + half].map { 12 * $0 / 10 }
    let found = [
      measured["at worst"]?.values[v], measured.values[v], measured["at best"]?.values[v],
    ]
    #expect(agree(found.compactMap(\.self), expected))
  }
}

extension PersonNames {
  fileprivate func numbered(_ values: [String: Double], of count: Int) -> [Double] {
    (0..<PersonID(count)).map { values[self[$0]] ?? 0 }
  }
}

extension Graph {
  fileprivate func adding(price prices: [String: Double]) -> Graph {
    var builder = GraphBuilder(extending: self)
    let column = (0..<PersonID(personCount)).map { prices[people[$0]] ?? .nan }
    builder.add(Attribute(name: "price", cells: .numbers(column)))
    return builder.frozen()
  }
}

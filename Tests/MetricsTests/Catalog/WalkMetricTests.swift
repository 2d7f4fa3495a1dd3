import Graph
import Metrics
import TestSupport
import Testing
import Values

/// The relatives of PageRank, beside linear equations and powers of matrices.
struct WalkMetricTests {
  static let graphs = (0..<40).map { seed in
    Graph.random(
      people: 1 + seed % 25,
      density: [0.05, 0.15, 0.4][seed % 3],
      seed: UInt64(seed) + 400
    )
  }

  @Test func `leaderrank is the walk with the ground among the people`() throws {
    for graph in Self.graphs {
      let count = graph.personCount
      let forward = try #require(graph.relations["follows"]).forward
      // s(v) - sum of s(u) / (following(u) + 1) - s(g) / n = 0, but the ground's: all sum to n.
      var equations = LinearEquations(
        unknowns: count + 1,
        right: Array(repeating: 0, count: count) + [Double(count)]
      )
      for person in 0..<count {
        for target in forward[PersonID(person)] {
          equations[Int(target), person] -= 1 / Double(forward.degree(of: PersonID(person)) + 1)
        }
        equations[person, count] -= 1 / Double(count)
      }
      for unknown in 0...count { equations[count, unknown] = 1 }
      let solved = equations.solution
      let expected = solved.prefix(count).map { $0 + solved[count] / Double(count) }
      let values = try answer(LeaderRank(), graph).values
      #expect(agree(values, expected, within: 1e-9))
      #expect(abs(values.reduce(0, +) - Double(count)) < 1e-9)
    }
  }

  @Test func `tunkrank solves its equations`() throws {
    for graph in Self.graphs {
      let follows = try #require(graph.relations["follows"])
      for chance in [0, 0.05, 0.6] {
        var right = [Double](repeating: 0, count: graph.personCount)
        for tie in follows.ties {
          right[Int(tie.target)] += 1 / Double(follows.forward.degree(of: tie.source))
        }
        var equations = LinearEquations(unknowns: right.count, right: right)
        for tie in follows.ties {
          equations[Int(tie.target), Int(tie.source)] -=
            chance / Double(follows.forward.degree(of: tie.source))
        }
        let values = try answer(TunkRank(), graph, ["share probability": chance]).values
        #expect(agree(values, equations.solution, within: 1e-9))
      }
    }
  }

  @Test func `katz solves its equations, or is refused`() throws {
    var refused = 0
    for graph in Self.graphs {
      let follows = try #require(graph.relations["follows"])
      for attenuation in [0.02, 0.1, 0.3] {
        var equations = LinearEquations(
          unknowns: graph.personCount,
          right: Array(repeating: 1, count: graph.personCount)
        )
        for tie in follows.ties { equations[Int(tie.target), Int(tie.source)] -= attenuation }
        // Where chains outgrow the attenuation the equations have a solution below 1.
        let solved = equations.solution
        do {
          let measured = try answer(KatzCentrality(), graph, ["attenuation": attenuation])
          // Near the limit it may stop before it stands still, and says so.
          guard measured.remarks.isEmpty else { continue }
          #expect(zip(measured.values, solved).allSatisfy { abs($0 - $1) <= 1e-8 * $1 })
        } catch MetricError.diverges(let parameter, let value, let limit) {
          #expect(parameter == "attenuation" && value == attenuation && limit <= attenuation * 1.2)
          #expect(solved.contains { $0 < 1 })
          refused += 1
        }
      }
      let values = try answer(KatzCentrality(), graph)
      #expect(values.remarks.isEmpty && values.defaults.count == 2)
    }
    #expect(refused > 5)
  }

  @Test func `hits is the limit of the powers of followed together`() throws {
    for graph in Self.graphs {
      let follows = try #require(graph.relations["follows"])
      let count = graph.personCount
      var follow = [[Double]](repeating: Array(repeating: 0, count: count), count: count)
      for tie in follows.ties { follow[Int(tie.source)][Int(tie.target)] = 1 }
      let turned = follow.indices.map { row in follow.map { $0[row] } }
      for (metric, left, right) in [
        (HitsAuthority() as any Metric, turned, follow), (HitsHub() as any Metric, follow, turned),
      ] {
        let measured = try answer(metric, graph)
        guard follows.count > 0 else {
          #expect(measured.values.allSatisfy { $0.isNaN })
          #expect(measured.missingReason == "there are no ties")
          continue
        }
        var power = product(left, right)
        for _ in 0..<30 {
          power = product(power, power)
          let greatest = power.joined().max() ?? 1
          power = power.map { $0.map { $0 / greatest } }
        }
        let sums = power.map { $0.reduce(0, +) }
        let whole = sums.reduce(0, +)
        #expect(agree(measured.values, sums.map { $0 / whole }, within: 1e-8))
      }
    }
  }

  @Test func `twitterrank solves the equations of its paper`() throws {
    for graph in Self.graphs {
      guard let yoga = graph.topics.number(of: "yoga") else { continue }
      let interest = (0..<UInt32(graph.topics.count)).map { graph.interest(in: $0, orElse: 0) }
      let part = (0..<graph.personCount).map { person in
        let sum = interest.reduce(0) { $0 + $1[person] }
        return sum > 0 ? interest[Int(yoga)][person] / sum : 0
      }
      let measured = try TwitterRank()
        .evaluate(on: graph, with: MetricArguments(topic: yoga), watchedBy: .unwatched)
      let whole = part.reduce(0, +)
      guard whole > 0 else {
        #expect(measured.values.allSatisfy { $0.isNaN })
        continue
      }
      let right = part.map { $0 / whole * 0.15 }
      var equations = LinearEquations(unknowns: part.count, right: right)
      let follows = try #require(graph.relations["follows"])
      // Everybody in a random graph writes once.
      for tie in follows.ties {
        let (source, target) = (Int(tie.source), Int(tie.target))
        equations[target, source] -=
          0.85 / Double(follows.forward.degree(of: tie.source))
          * (1 - abs(part[source] - part[target]))
      }
      let solved = equations.solution
      let sum = solved.reduce(0, +)
      #expect(agree(measured.values, solved.map { $0 / sum }, within: 1e-10))
    }
  }

  private func answer(
    _ metric: any Metric,
    _ graph: Graph,
    _ parameters: [String: Double] = [:]
  ) throws -> Measured {
    try metric.evaluate(
      on: graph,
      with: MetricArguments(parameters: parameters),
      watchedBy: .unwatched
    )
  }

  private func product(_ left: [[Double]], _ right: [[Double]]) -> [[Double]] {
    left.map { row in
      row.indices.map { column in
        row.indices.reduce(0) { $0 + row[$1] * right[$1][column] }
      }
    }
  }
}

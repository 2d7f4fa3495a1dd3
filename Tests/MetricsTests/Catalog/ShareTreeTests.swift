import Graph
import Metrics
import TestSupport
import Testing
import Values

/// Cascades of shares against pairs counted one by one, and listeners counted once.
struct ShareTreeTests {
  @Test func `steps between two are counted as by walking`() throws {
    for seed in 0..<20 as Range<UInt64> {
      var random = SeededRandom(seed: seed)
      var words = ["a^/0"]
      var parents = [0]
      for share in 1...9 {
        let parent = Int(random.next() % UInt64(share))
        let post = parent == 0 ? "p0" : "s\(parent)"
        // Two of them share twice.
        words.append("b\(share % 7)@share@a:\(post)#s\(share)/\(share)")
        parents.append(parent)
      }
      let graph = Graph(literal: words.joined(separator: " "))
      let measured = try CascadeSize().evaluate(
        on: graph,
        with: MetricArguments(parameters: ["window": 100]),
        watchedBy: .unwatched
      )
      func ancestors(_ node: Int) -> [Int] { node == 0 ? [0] : [node] + ancestors(parents[node]) }
      var steps = 0
      for left in 0...9 {
        for right in 0..<left {
          let (up, down) = (Set(ancestors(left)), Set(ancestors(right)))
          steps += up.symmetricDifference(down).count
        }
      }
      let author = Int(try #require(graph.people.number(of: "a")))
      func value(_ name: String) throws -> Double { try #require(measured[name]).values[author] }
      #expect(measured.values[author] == 7)
      #expect(abs(try value("virality") - Double(steps) / 45) < 1e-12)
      let depths = (0...9).map { ancestors($0).count - 1 }
      #expect(try value("depth") == Double(depths.max() ?? 0))
      #expect(abs(try value("branching") - Double(depths.count { $0 > 1 }) / 9) < 1e-12)
    }
  }

  @Test func `what is late, one's own or of no post does not count`() throws {
    let graph = Graph(
      literal: "a^/0 b@share@a:p0/7 c@share@a:p0/8 a@share@a:p0/1 d@share@a/1 e@share@b:x/1"
    )
    let measured = try CascadeSize().evaluate(
      on: graph,
      with: MetricArguments(),
      watchedBy: .unwatched
    )
    #expect(measured.values[0] == 1)
    #expect(measured.defaults == ["window 7 days"])
  }

  @Test func `whoever hears two of them is added by neither`() throws {
    for seed in 0..<30 as Range<UInt64> {
      let graph = Graph.random(people: 14, density: 0.25, seed: seed)
      let follows = try #require(graph.relations["follows"]).backward
      let yoga = graph.group(topic: "yoga")
      let compared = (0..<PersonID(14)).filter { ($0 + PersonID(seed)) % 3 == 0 }
      let measured = try UnduplicatedReach().evaluate(
        on: graph,
        with: MetricArguments(group: yoga, from: PersonSet(compared, universe: 14)),
        watchedBy: .unwatched
      )
      for person in 0..<PersonID(14) {
        let others = compared.filter { $0 != person }.flatMap { Array(follows[$0]) }
        let own = follows[person].filter { yoga.members.contains($0) && !others.contains($0) }
        #expect(measured.values[Int(person)] == Double(own.count), "seed \(seed)")
      }
      let together = Set(compared.flatMap { Array(follows[$0]) }).count {
        yoga.members.contains($0)
      }
      let isSaid = measured.remarks[0].contains("reach \(Tally.text(together, "people")) together")
      #expect(isSaid, "\(measured.remarks)")
    }
  }
}

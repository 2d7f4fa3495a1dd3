import Graph
import Metrics
import TestSupport
import Testing
import Values

/// What customers of a brand do after buying.
struct CustomerRateTests {
  @Test func `rates are those of the customers of each brand`() throws {
    var repeating = 0
    for graph in ViewTests.graphs {
      let bought = graph.actions.actions.filter {
        graph.actions.kinds[$0.kind] == "purchase" && $0.brand != nobody
      }
      let repeats = try RepeatRate().evaluate(
        on: graph,
        with: MetricArguments(),
        watchedBy: .unwatched
      )
      let praise = try AdvocacyRate().evaluate(
        on: graph,
        with: MetricArguments(),
        watchedBy: .unwatched
      )
      for brand in 0..<PersonID(graph.personCount) {
        let own = bought.filter { $0.brand == brand }
        let buyers = Set(own.map(\.person))
        let again = buyers.count { buyer in own.count { $0.person == buyer } > 1 }
        let kind = buyers.count { buyer in
          graph.interactions.events.contains { event in
            let first = own.filter { $0.person == buyer }.compactMap(\.time).min()
            guard let first, let time = event.time else { return false }
            return event.source == buyer && event.target == brand && time > first
              && graph.interactions.kinds[event.kind] == "mention"
              && event.sentiment.value ?? 0 > 0
          }
        }
        let size = Double(buyers.count)
        #expect(agree([repeats.values[Int(brand)]], [Double(again) / size]))
        #expect(agree([praise.values[Int(brand)]], [Double(kind) / size]))
        repeating += again
      }
    }
    #expect(repeating > 10)
  }

  @Test func `praise counts when it comes after buying and says it is kind`() throws {
    let graph = Graph(
      literal: """
        a$purchase$x/1 b$purchase$x/1 c$purchase$x/1 d$purchase$x a@mention@x=0.1/2 \
        b@mention@x/2 c@mention@x=-1/3 d@mention@x=1/3
        """
    )
    let praise = try AdvocacyRate().evaluate(
      on: graph,
      with: MetricArguments(),
      watchedBy: .unwatched
    )
    let x = Int(try #require(graph.people.number(of: "x")))
    #expect(praise.values[x] == 0.25)
    #expect(praise["buyers"]?.values[x] == 4)
  }
}

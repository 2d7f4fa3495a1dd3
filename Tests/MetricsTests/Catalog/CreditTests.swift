import Graph
import Metrics
import TestSupport
import Testing
import Values

/// Whom a purchase itself names, beside whom its buyer clicked on.
struct CreditTests {
  /// c clicks on v, then on w, and buys through the post of somebody.
  @Test(arguments: [
    ("linear", "p0", [30.0, 30, 0]), ("last touch", "p0", [0, 60, 0]),
    ("last touch", "p1", [0, 60, 0]), ("last touch", "p2", [0, 0, 60]),
    ("linear", "p2", [20, 20, 20]), ("first touch", "p2", [60, 0, 0]),
  ])
  func `whom a purchase names is a touch only without a click`(
    _ rule: String,
    _ post: String,
    _ expected: [Double]
  ) throws {
    let graph = Graph(
      literal: "v^/0 w^/0 x^/0 c$click$b:p0/1 c$click$b:p1/2 c$purchase$b:\(post)=60/3"
    )
    let arguments = MetricArguments(options: ["attribution": rule])
    let found = try RevenueDriven().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
    #expect(agree(Array(found.values.prefix(3)), expected))
  }

  @Test func `without clicks a purchase is credited to whom it names`() throws {
    let graph = Graph(literal: "v^/0 c$purchase$b:p0=60/3 d$purchase$b=9/3")
    let found = try RevenueDriven().evaluate(
      on: graph,
      with: MetricArguments(),
      watchedBy: .unwatched
    )
    #expect(found.values[0] == 60)
    #expect(found.remarks == ["69 of revenue, of which 9 came directly"])
  }
}

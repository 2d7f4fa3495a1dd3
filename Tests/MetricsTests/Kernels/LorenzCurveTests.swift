import Graph
import Metrics
import TestSupport
import Testing

/// How a whole is spread along a score.
struct LorenzCurveTests {
  @Test func `equals share a point, and the leader ends the curve`() {
    let curve = LorenzCurve(of: [1, 2, 3, 4], along: [5, 1, 5, 9], among: [0, 1, 2, 3])
    #expect(agree(curve.parts, [0.6, 0.2, 0.6, 1]))
    #expect(curve.people == [0.75, 0.25, 0.75, 1])
    #expect(agree([curve.belowMedian], [0.2]))
    // Trapezoids of 1/4, 1/2 and 1/4 wide: 0.025 + 0.2 + 0.2.
    #expect(agree([curve.concentration], [1 - 2 * 0.425]))
    #expect(
      curve.remarks == [
        "those below the median bring 20 % of the revenue", "index of concentration 0.15",
      ]
    )
  }

  @Test func `all alike is no concentration, one has all is nearly one`() {
    let people = [PersonID](0..<10)
    let scores = people.map(Double.init)
    let even = LorenzCurve(of: scores.map { _ in 3 }, along: scores, among: people)
    #expect(agree([even.concentration], [0]))
    let leader = LorenzCurve(of: scores.map { $0 == 9 ? 1 : 0 }, along: scores, among: people)
    #expect(agree([leader.concentration], [0.9]))
    let last = LorenzCurve(of: scores.map { $0 == 0 ? 1 : 0 }, along: scores, among: people)
    #expect(agree([last.concentration, last.belowMedian], [-0.9, 1]))
    let none = LorenzCurve(of: scores.map { _ in 0 }, along: scores, among: people)
    #expect(none.parts.allSatisfy(\.isNaN) && none.remarks.isEmpty)
  }

  @Test func `along the amounts themselves it is the index of Gini`() {
    var random = SeededRandom(seed: 8)
    for count in 2..<40 {
      let amounts = (0..<count).map { _ in Double(Int.random(in: 0...20, using: &random)) }
      let total = amounts.reduce(0, +)
      guard total > 0 else { continue }
      let curve = LorenzCurve(of: amounts, along: amounts, among: Array(0..<PersonID(count)))
      let differences = amounts.flatMap { one in amounts.map { abs(one - $0) } }.reduce(0, +)
      #expect(agree([curve.concentration], [differences / (2 * Double(count) * total)]))
    }
  }
}

import Graph
import Metrics
import TestSupport
import Testing
import Values

/// Rates of clicks: whose views are logged, and whose clicks go together.
struct ClickTests {
  private static func words(_ count: Int, _ word: (Int) -> String) -> String {
    (0..<count).map(word).joined(separator: " ")
  }

  private func rate(_ metric: some Metric, _ literal: String) throws -> Measured {
    try metric.evaluate(
      on: Graph(literal: literal),
      with: MetricArguments(),
      watchedBy: .unwatched
    )
  }

  @Test func `where views are logged, who has none logged has no rate`() throws {
    let views = Self.words(50) { "u\($0)$impression$b:p0" }
    let clicks =
      Self.words(20) { "u\($0)$click$b:p0" } + " " + Self.words(12) { "u\($0)$click$b:p1" }
    let found = try rate(ClickThroughRate(), "w^ v^ \(views) \(clicks)")
    #expect(found.values[0] == 0.4 && found.values[1].isNaN)
    #expect(found["clicks"]?.values[1] == 12)
    #expect(found.missingReason == "no impressions are logged")
    let low = try #require(found["low"]).values
    #expect(low[0] > 0.2 && low[0] < 0.4 && low[1].isNaN)
  }

  @Test func `where all who saw clicked, a dozen people prove no certainty`() throws {
    let pairs = Self.words(12) { "u\($0)$impression$b:p0 u\($0)$click$b:p0" }
    let found = try rate(ClickThroughRate(), "w^ \(pairs)")
    let low = try #require(found["low"]).values[0]
    #expect(found.values[0] == 1 && abs(low - WilsonInterval(share: 1, of: 12).low) < 1e-12)
  }

  @Test func `one busy visitor proves little of bounces and of conversions`() throws {
    let many = Self.words(200) { _ in "u0$click$b:p0/1" }
    let one = Self.words(12) { "u\($0 + 1)$click$b:p0/1 u\($0 + 1)$bounce$b:p0/1" }
    let bounces = try rate(BounceRate(), "w^/0 \(many) \(one)")
    #expect(abs(bounces.values[0] - 12.0 / 212) < 1e-12)
    #expect(try #require(bounces["high"]).values[0] > 0.5)
    let others = Self.words(12) { "u\($0 + 1)$click$b:p0/1" }
    let arguments = MetricArguments(options: ["counting": "clicks"])
    let bought = try ConversionRate().evaluate(
      on: Graph(literal: "w^/0 \(many) \(others) u0$purchase$b=9/2"),
      with: arguments,
      watchedBy: .unwatched
    )
    #expect(abs(bought.values[0] - 200.0 / 212) < 1e-12)
    #expect(try #require(bought["low"]).values[0] < 0.5)
    #expect(bought["clicked"]?.values[0] == 212)
  }

  @Test func `a bounce logged for one brand says nothing of another`() throws {
    let found = try rate(
      BounceRate(),
      "v^/0 w^/0 a$click$b:p0/1 a$bounce$b:p0/1 c$click$d:p1/1 e$click$d:p1/1 e$visit$d/1"
    )
    #expect(agree(Array(found.values.prefix(2)), [1, 0.5]))
  }
}

import Charting
import TestSupport
import Testing
import Values

/// What the other kinds draw.
struct KindTests {
  @Test func `the ranges of a histogram hold every value once`() throws {
    var random = SeededRandom(seed: 12)
    for round in 0..<300 {
      let values = Self.numbers(round % 6, using: &random)
      let units: [Unit] = [.count(of: "x"), .share, .plain, .score, .ratio]
      let unit = units[round % units.count]
      let table = Drawn.people(
        values.indices.map { "p\($0)" },
        Drawn.numbers("n", values, unit: unit)
      )
      let drawn = try bars(chart("histogram", table))
      #expect(drawn.bars.reduce(0) { $0 + $1.value } == Double(values.count), "\(values) \(unit)")
      #expect(Set(drawn.bars.map(\.label)).count == drawn.bars.count, "\(drawn.bars)")
      #expect(drawn.bars.count <= 64)
    }
  }

  @Test func `a histogram counts what each range begins with`() throws {
    let values: [Double] = [0, 0.1, 0.1, 0.25, 0.3, 0.5, 0.5, 0.5, 1]
    let table = Drawn.people(
      values.indices.map { "p\($0)" },
      Drawn.numbers("trust", values, unit: .score)
    )
    let drawn = try bars(chart("histogram", table))
    #expect(drawn.bars.first?.label == "0.0 – 0.1")
    #expect(drawn.bars.map(\.value) == [1, 2, 1, 1, 0, 3, 0, 0, 0, 1])
    #expect(drawn.labelTitle == "trust (0 to 1)")
    let counts = Drawn.people(["a", "b", "c"], Drawn.numbers("n", [3, 5, 3]))
    #expect(try bars(chart("histogram", counts)).bars.map(\.label) == ["3", "4", "5"])
    #expect(try bars(chart("histogram", counts)).bars.map(\.value) == [2, 0, 1])
  }

  @Test func `skewed counts have ranges that double, and that is said`() throws {
    let values = [0, 1, 1, 2, 3, 3, 2, 1, 1, 2, 5, 900].map(Double.init)
    let table = Drawn.people(values.indices.map { "p\($0)" }, Drawn.numbers("n", values))
    let drawn = try chart("histogram", table)
    #expect(try bars(drawn).bars.map(\.label).prefix(4) == ["0", "1", "2 – 3", "4 – 7"])
    #expect(try bars(drawn).bars.last?.label == "512 – 1023")
    #expect(drawn.notes == ["each range is twice as wide as the one before"])
  }

  @Test func `every point lies on its axes, and every tick too`() throws {
    var random = SeededRandom(seed: 13)
    for round in 0..<300 {
      let first = Self.numbers(round % 6, using: &random)
      var second = Self.numbers((round + 1) % 6, using: &random)
      second = (0..<first.count).map { second[$0 % second.count] }
      let table = Drawn.people(
        first.indices.map { "p\($0)" },
        Drawn.numbers("a", first),
        Drawn.numbers("b", second, unit: .share)
      )
      let drawn = try plane(chart("scatter", table))
      #expect(drawn.series.flatMap(\.points).count == first.count)
      for (scale, values) in [(drawn.x, first), (drawn.y, second)] {
        #expect(values.allSatisfy(scale.bounds.contains), "\(values) \(scale.bounds)")
        #expect(scale.ticks.allSatisfy { scale.bounds.contains($0.value) }, "\(scale)")
        #expect(Set(scale.ticks.map(\.text)).count == scale.ticks.count, "\(scale.ticks)")
        let sorted = values.sorted().map { scale.place(of: $0) }
        #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $0 <= $1 && $0 >= 0 && $1 <= 1 })
      }
    }
  }

  @Test func `a lone measure is drawn over its places, and rows without both are left out`() throws
  {
    let lone = Drawn.people(["a", "b", "c"], Drawn.numbers("n", [5, 9, 5]))
    let drawn = try plane(chart("scatter", lone))
    #expect(drawn.series[0].points.map(\.x) == [2.5, 1, 2.5])
    #expect(drawn.x.title == "place")
    let both = try chart("scatter", Drawn.few)
    #expect(try plane(both).series[0].points.count == 5)
    #expect(both.notes == ["1 without change: not there before"])
    #expect(try plane(both).named.contains { $0.name == "@bella" })
  }

  @Test func `the ends of a slope are the places by both measures`() throws {
    var random = SeededRandom(seed: 14)
    for _ in 0..<100 {
      let names = (0..<20).map { "p\($0)" }
      let values = (0..<2).map { _ in
        names.map { _ in
          Double(Int.random(in: 0...9, using: &random)) + (Bool.random(using: &random) ? 0 : 0.5)
        }
      }
      let table = Drawn.people(
        names,
        Drawn.numbers("a", values[0]),
        Drawn.numbers("b", values[1])
      )
      let drawn = try slope(chart("slope", table))
      for (side, numbers) in zip([drawn.left, drawn.right], values) {
        for entry in side.entries {
          let row = try #require(names.firstIndex { "@\($0)" == entry.name })
          let place = 1 + numbers.count { $0 > numbers[row] }
          let isShared = numbers.count { $0 == numbers[row] } > 1
          #expect(entry.place == (isShared ? "\(place)=" : "\(place)"))
        }
      }
      #expect(
        drawn.ends.enumerated().allSatisfy {
          drawn.left.entries[$0].name == drawn.right.entries[$1].name
        }
      )
      #expect(drawn.ends.sorted() == Array(0..<20))
    }
  }

  @Test func `places that the table has are those that are drawn`() throws {
    let ranks = [Rank(7, isShared: false), Rank(3, isShared: true), Rank(3, isShared: true)]
    let table = Drawn.people(
      ["a", "b", "c"],
      Drawn.numbers("spread", [4, 2, 1]),
      Drawn.numbers("followers", [9, 8, 7]),
      Drawn.numbers("pagerank", [0.1, 0.3, 0.3], unit: .plain),
      Column("pagerank rank", cells: .ranks(ranks))
    )
    let drawn = try slope(chart("slope", table, asked: ["followers", "pagerank"]))
    #expect(drawn.left.entries.map(\.place) == ["1", "2", "3"])
    #expect(drawn.right.entries.map(\.place) == ["3=", "3=", "7"])
    #expect(drawn.right.entries.map(\.name) == ["@b", "@c", "@a"])
    #expect(drawn.ends == [2, 0, 1])
  }

  @Test func `a month that is not there breaks a line and has its room`() throws {
    let drawn = try plane(chart("line", Drawn.months))
    #expect(drawn.series.map(\.name) == ["@asha", "@bella"])
    #expect(drawn.series[0].runs.map(\.count) == [3, 2])
    #expect(drawn.series[1].runs.map(\.count) == [2, 2])
    let places = drawn.x.ticks.map { drawn.x.place(of: $0.value) }
    #expect(places == [0, 0.2, 0.4, 0.8, 1])
    #expect(drawn.y.bounds.lowerBound == 0)
  }

  @Test(
    arguments: [
      (["2025-W51", "2025-W52", "2026-W01"], [0, 0.5, 1]),
      (["2026-W52", "2026-W53", "2027-W01"], [0, 0.5, 1]),
      (["2025-Q4", "2026-Q1", "2026-Q3"], [0, 1.0 / 3, 1]),
      (["2026-02-28", "2026-03-01", "2026-03-03"], [0, 1.0 / 3, 1]),
      (["2023", "2024", "2026"], [0, 1.0 / 3, 1]),
      (["2023", "2024-05", "art"], [0, 0.5, 1]),
    ] as [([String], [Double])]
  )
  func `periods lie at their distance, names at one`(_ names: [String], _ places: [Double]) throws {
    let table = Table(
      [Column("period", cells: .texts(names)), Drawn.numbers("n", [1, 2, 3])],
      rowNoun: "rows"
    )
    let drawn = try plane(chart("line", table))
    for (tick, place) in zip(drawn.x.ticks, places) {
      #expect(abs(drawn.x.place(of: tick.value) - place) < 1e-12, "\(tick)")
    }
    #expect(drawn.series.map(\.name) == [nil])
  }

  @Test func `of many lines those with most are drawn`() throws {
    let handles = (0..<9).map { "p\($0)" }
    let table = Table(
      [
        Column("month", cells: .texts(handles.flatMap { _ in ["2026-01", "2026-02"] })),
        Column(
          "person",
          cells: .people((0..<9).flatMap { [$0, $0] }, Labels(handles: handles))
        ),
        Drawn.numbers("n", (0..<9).flatMap { [Double($0), 1] }),
      ],
      rowNoun: "rows"
    )
    let drawn = try chart("line", table)
    #expect(try plane(drawn).series.map(\.name) == ["@p3", "@p4", "@p5", "@p6", "@p7", "@p8"])
    #expect(drawn.notes == ["the 6 with the most n of 9 people are drawn"])
  }

  @Test func `a heat map has a field for each pair, both ways`() throws {
    let drawn = try chart("heatmap", Drawn.pairs)
    let fields = try matrix(drawn)
    #expect(fields.names == ["followers", "pagerank", "trust received"])
    #expect(fields.fields[0].map(\.text) == ["", "0.91", "-0.27"])
    for row in 0..<3 {
      for column in 0..<3 {
        #expect(fields.fields[row][column].text == fields.fields[column][row].text)
      }
    }
    #expect(fields.depth(of: -0.5) == 0.5)
    #expect(drawn.notes == ["1 pair without spearman: all are the same"])
    #expect(drawn.title == "spearman of each pair")
  }

  @Test func `the pairs of a heat map may come beside the table`() throws {
    let kind = try #require(ChartKindCatalog.kind(named: "HEATMAP"))
    let parts = [Answer.Part("agreement", "how far they agree", Drawn.pairs)]
    #expect(try matrix(kind.chart(of: ChartSource(Drawn.few, parts: parts))).names.count == 3)
  }

  /// Numbers of many sizes.
  private static func numbers(_ kind: Int, using random: inout SeededRandom) -> [Double] {
    (0..<Int.random(in: 1...40, using: &random)).map { _ in
      switch kind {
      case 0: Double(Int.random(in: 0...9, using: &random))
      case 1: Double.random(in: -1...1, using: &random)
      case 2: Double(1 << Int.random(in: 0...20, using: &random))
      case 3: 0.25
      case 4: Double.random(in: 1e-12...1e-9, using: &random)
      default:
        [0, -0.0, 1e300, -1e300, 1.7976931348623157e308, -1.7976931348623157e308, 1e-308, 5]
          .randomElement(using: &random) ?? 0
      }
    }
  }
}

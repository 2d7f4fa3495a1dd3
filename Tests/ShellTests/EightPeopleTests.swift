import Graph
import Query
import Shell
import Testing

/// The table of `reference/metrics.md` part (c), asked as questions of the real files.
@Suite struct EightPeopleTests {
  /// Columns over ada, bea, cal, dan, eve, fay, gus and hal, to four decimals.
  @Test(arguments: [
    (1, "followers", "4 5 3 1 1 1 0 2"),
    (2, "follower ratio", "0.5714 1.0000 0.5000 0.3333 0.3333 0.2500 0.0000 0.5000"),
    (3, "pagerank", "0.1991 0.1942 0.1860 0.0685 0.0685 0.0958 0.0394 0.1485"),
    (4, "pagerank from @hal", "0.2413 0.0877 0.2413 0 0 0.0684 0 0.3613"),
    (5, "hits authority", "0.2837 0.3109 0.1741 0.0392 0.0392 0.0366 0.0000 0.1163"),
    (6, "katz centrality", "1.4828 1.5762 1.3918 1.1111 1.1111 1.1483 1.0000 1.2875"),
    (7, "tunkrank", "1.7109 2.2187 1.2191 0.5128 0.5128 0.3618 0 0.7155"),
    (8, "leaderrank", "1.3395 1.3704 1.2603 0.7426 0.7426 0.8547 0.5941 1.0956"),
    (9, "betweenness", "0.1310 0 0.0476 0 0 0.0119 0 0"),
    (10, "harmonic closeness", "4.0000 6.0000 3.5000 1.0000 1.0000 2.5000 0 3.0000"),
    (11, "constraint", "0.4679 0.3536 0.5502 0.9225 0.9225 0.5808 0.5000 0.7812"),
    (12, "effective size", "3.0000 4.2000 2.5000 1.0000 1.0000 1.6667 2.0000 1.0000"),
    (13, "core number", "2 2 2 2 2 2 2 2"),
    (14, "reciprocity", "0.7500 0 0.6667 1 1 1 - 1"),
    (15, "reach within 2 hops", "4 7 4 1 1 4 0 4"),
    (16, "structural diversity", "2 3 1 1 1 1 0 1"),
    (17, "share rate", "150 75 100 100 - 0 - 0"),
    (18, "kred points", "50 40 30 10 0 10 0 30"),
    (19, "amplification probability", "1.0000 0.5000 1.0000 1.0000 - 0 - 1.0000"),
    (20, "social networking potential", "1.1250 0.5500 1.1667 1.0000 - 0 - 0.7500"),
    (21, "content h-index", "2 2 1 1 0 1 0 1"),
    (22, "audience overlap with #yoga", "0.7500 0.4000 1.0000 0 0 1.0000 - 1.0000"),
    (23, "audience coverage with #yoga", "1.0000 0.5000 1.0000 0 0 0.3333 0 0.6667"),
    (24, "audience index with #yoga", "175.0 70.0 233.3 0 0 233.3 - 233.3"),
    (25, "p audience index with #yoga", "0.1143 1.0000 0.0286 1 1 0.4286 - 0.1429"),
    (31, "click-through rate", "0.2500 0.1000 0.3333 0 - 0 - 0"),
    (32, "bounce rate", "0 1.0000 0 - - - - -"),
    (33, "revenue (linear)", "70 0 30 0 0 0 0 0"),
    (
      26, "audience overlap with #yoga weighted by trust",
      "0.9286 0.1739 1.0000 0 0 1.0000 - 1.0000"
    ),
    (
      27, "expected audience overlap with #yoga weighted by trust",
      "2.4300 0.5100 1.9800 0 0 0.5000 0 1.4200"
    ),
    (
      28, "effective audience audience overlap with #yoga weighted by trust",
      "3.4087 3.6993 2.9597 1 1 1 - 1.9912"
    ),
    (29, "eigentrust", "0.2505 0.1361 0.2150 0.0483 0.0496 0.0864 0.0332 0.1808"),
    (30, "eigentrust from @hal", "0.2945 0.0358 0.2531 0 0 0.0626 0 0.3541"),
  ])
  func `the table comes out to its decimals`(_ row: Int, _ measure: String, _ values: String) throws
  {
    let talk = try loaded()
    check(["show \(measure) for people"], in: talk, expect: .says([]))
    let found = column(1, of: talk.results)
    let wanted = values.split(separator: " ").map { Double($0) }
    try #require(found.count == 8)
    for (value, expected) in zip(found, wanted) {
      let tolerance = row == 24 ? 0.05 : 0.000_05
      let agrees = value.flatMap { value in expected.map { abs(value - $0) <= tolerance } }
      #expect(agrees ?? (value == nil && expected == nil), "row \(row): \(found)")
    }
  }

  /// Figures of `reference/fixture.out` that the table does not repeat.
  @Test(arguments: [
    ("true reach", "3 3 2 1 0 1 0 2"),
    ("points kred outreach", "20 0 40 10 40 30 0 30"),
    ("points kred influence", "50 40 30 10 0 10 0 30"),
    ("posts share rate", "2 4 1 1 0 1 0 1"),
  ])
  func `the scores' parts come out as worked by hand`(_ measure: String, _ values: String) throws {
    let talk = try loaded()
    check(["show \(measure) for people"], in: talk, expect: .says([]))
    #expect(column(1, of: talk.results) == values.split(separator: " ").map { Double($0) })
  }

  /// Derivations 16 and 17, and counts of the ten actions.
  @Test(arguments: [
    ("revenue (first touch)", "100 0 0 0 0 0 0 0"),
    ("revenue (last touch)", "40 0 60 0 0 0 0 0"),
    ("revenue (shapley)", "70 0 30 0 0 0 0 0"),
    ("revenue (time decay)", "68.5159 0 31.4841 0 0 0 0 0"),
    ("lifetime value (retention 0.8)", "0 0 186.6667 0 0 160 0 0"),
    ("purchases", "0 0 2 0 0 1 0 0"),
    ("clicks", "2 2 1 0 0 0 0 0"),
    ("conversion rate", "1 0 1 - - - - -"),
    ("revenue received", "0 0 0 0 0 0 0 130"),
  ])
  func `what was done comes out as worked by hand`(_ measure: String, _ values: String) throws {
    let talk = try loaded()
    check(["show \(measure) for people"], in: talk, expect: .says([]))
    let wanted = values.split(separator: " ").map { Double($0) }
    for (value, expected) in zip(column(1, of: talk.results), wanted) {
      #expect(value.map { ($0 * 10_000).rounded() } == expected.map { ($0 * 10_000).rounded() })
    }
  }

  /// Derivations 11 and 15, for everybody, and who shared whose posts.
  @Test(arguments: [
    ("expected spread", "0.4278 0.5644 0.3493 0.1 0.1 0.1318 0 0.2513"),
    (
      "expected spread (degree-weighted cascade)",
      "1.9599 3.1142 1.7932 0.5 0.5 0.8426 0 1.2860"
    ),
    ("expected spread (linear threshold)", "2.1667 3.6759 2.1389 0.5 0.5 0.8889 0 1.4630"),
    (
      "expected spread weighted by (trust * interest in #yoga)",
      "2.7711 1.3074 2.7041 0 0 1.4849 0 2.5563"
    ),
    ("expected spread (direct)", "4 5 3 1 1 1 0 2"),
    ("unduplicated reach from @bea", "1 5 2 0 0 1 0 1"),
    ("unduplicated reach with #yoga from @bea", "1 2 2 0 0 1 0 1"),
    ("cascade size", "1.5 0.75 1 1 - 0 - 0"),
    ("virality cascade size", "1.1667 1.1667 1 1 - - - -"),
  ])
  func `what spreads comes out as worked by hand`(_ measure: String, _ values: String) throws {
    let talk = try loaded()
    check(["show \(measure) for people"], in: talk, expect: .says([]))
    let wanted = values.split(separator: " ").map { Double($0) }
    let found = column(1, of: talk.results).map { $0.map { ($0 * 10_000).rounded() / 10_000 } }
    #expect(found == wanted)
  }

  @Test func `a pair reaches what it reaches together`() throws {
    let talk = try loaded()
    talk.submit("show unduplicated reach for @ada, @bea")
    #expect(column(1, of: talk.results) == [1, 2])
    #expect(
      talk.messages.contains("the 2 compared reach 6 people together, 3 fewer than one by one")
    )
    talk.submit("choose 2 people to reach people")
    #expect(cells(1, of: talk.results) == ["bea", "cal"])
  }

  /// Derivation 10: four defensible answers to how much Ada should trust Bea.
  @Test(arguments: [
    ("inferred trust (moletrust, threshold 0.6) from @ada", 0.3),
    ("inferred trust from @ada", 0.2231), ("moletrust from @ada within 2 hops", 0.2231),
    ("moletrust (threshold 0.6) from @ada", 0.3), ("tidaltrust from @ada", 0.3),
    ("inferred trust (tidaltrust) from @ada", 0.3),
    ("path-decay trust (decay 1) from @ada", 0.24), ("path-decay trust from @ada", 0.192),
    ("inferred trust (path decay, decay 1) from @ada", 0.24),
  ])
  func `how much ada should trust bea has several answers`(
    _ measure: String,
    _ trust: Double
  )
    throws
  {
    let talk = try loaded()
    talk.submit("show \(measure) for @bea")
    let found = try #require(column(1, of: talk.results).first ?? nil, "\(talk.messages)")
    #expect(abs(found - trust) <= 0.000_05)
  }

  @Test func `trust in ada is what each of them states or infers`() throws {
    let talk = try loaded()
    talk.submit("show inferred trust in @ada for people")
    // Bea trusts nobody; Dan and Eve only each other and her.
    #expect(column(1, of: talk.results) == [nil, nil, 0.9, nil, nil, 0.8, 0.2, 0.9])
  }

  /// Sums and means of the trust of the fixture.
  @Test(arguments: [
    ("trust-adjusted followers", "2.8 2.3 2.1 0.5 0.4 0.5 0 1.5"),
    ("trust received", "0.7 0.46 0.7 0.5 0.4 0.5 - 0.75"),
    ("trusters trust received", "4 5 3 1 1 1 0 2"),
  ])
  func `trust is added up and averaged`(_ measure: String, _ values: String) throws {
    let talk = try loaded()
    talk.submit("show \(measure) for people")
    let wanted = values.split(separator: " ").map { Double($0) }
    for (value, expected) in zip(column(1, of: talk.results), wanted) {
      #expect(
        value.flatMap { value in expected.map { abs(value - $0) < 1e-9 } } ?? (value == expected)
      )
    }
  }

  /// Worked by hand from the curve: ln(1 + 40/10) / ln(1 + 50/10) and so on.
  @Test func `kred influence is points on a curve`() throws {
    let talk = try loaded()
    talk.submit("show kred influence for people")
    #expect(column(1, of: talk.results) == [1_000, 898, 774, 387, 1, 387, 1, 774])
  }

  /// Hand derivations 12 and 14 of `reference/metrics.md`, on 13 August.
  @Test func `ties fade and answers are counted as worked by hand`() throws {
    let talk = try loaded()
    talk.submit("set now 2011-08-13")
    let even = "half-life 7 days, like weight 1, mention weight 1, reply weight 1, share weight 1"
    for (to, from, value) in [
      ("ada", 2, 0.7576), ("cal", 0, 0.5520), ("bea", 4, 1.4616), ("eve", 1, 0),
    ] {
      talk.submit("show tie strength (\(even)) to @\(to) for people")
      let found = try #require(column(1, of: talk.results)[from])
      #expect(abs(found - value) <= 0.000_1, "to \(to): \(found)")
    }
    talk.submit("show response rate, latency response rate for @hal")
    #expect(abs((column(1, of: talk.results)[0] ?? .nan) - 1.0 / 3) < 0.000_05)
    #expect(column(2, of: talk.results) == [nil])
    #expect(talk.messages.contains("fewer than half were ever answered"))
  }

  @Test func `pagerank sums to one`() throws {
    let talk = try loaded()
    talk.submit("show pagerank for people")
    let sum = column(1, of: talk.results).reduce(0) { $0 + ($1 ?? .nan) }
    #expect(abs(sum - 1) < 1e-9)
  }

  @Test func `by fit cal leads, by what is expected ada`() throws {
    let talk = try loaded()
    talk.submit("top 2 by audience overlap with #yoga weighted by trust")
    #expect(cells(1, of: talk.results) == ["cal", "ada"])
    let low = column(3, of: talk.results).compactMap(\.self)
    #expect(low.map { ($0 * 1000).rounded() } == [435, 407])
    talk.submit("top 1 by expected audience overlap with #yoga weighted by trust")
    #expect(cells(1, of: talk.results) == ["ada"])
  }

  @Test func `every file says what became of it`() throws {
    let talk = Talk()
    #expect(talk.conversation.runScript(Places.example("eight-people/load.kith")) == .done)
    for part in [
      "people.csv: 8 rows read", "follows.csv: 17 rows read", "trust.csv: 17 rows read",
      "interests.csv: 10 rows read", "posts.csv: 10 rows read", "interactions.csv: 22 rows read",
      "actions.csv: 10 rows read", "@cal trusts @ada with 0.9",
    ] {
      #expect(talk.messages.contains(part), "\(part)")
    }
    #expect(talk.results == "")
  }

  private func loaded() throws -> Talk {
    let talk = Talk()
    let outcome = talk.conversation.runScript(Places.example("eight-people/load.kith"))
    try #require(outcome == .done, "\(talk.messages)")
    return talk
  }
}

/// The cells of one column of a table in tsv, below its header.
func cells(_ index: Int, of table: String) -> [String] {
  table.split(separator: "\n").dropFirst().map { line in
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
    return index < cells.count ? String(cells[index]) : ""
  }
}

/// The numbers of one column of a table in tsv; nil where missing.
func column(_ index: Int, of table: String) -> [Double?] {
  cells(index, of: table).map { Double($0) }
}

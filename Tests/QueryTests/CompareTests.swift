import Answering
import Diagnostics
import Graph
import Metrics
import Query
import TestSupport
import Testing
import Values

@Suite struct CompareTests {
  private static let three = "compare followers, pagerank, audience overlap with #yoga"

  @Test(arguments: [
    ("person", "bea ada cal hal dan eve fay gus"),
    ("followers", "5 4 3 2 1 1 1 0"), ("followers rank", "1 2 3 4 5= 5= 5= 8"),
    ("pagerank", "0.1942 0.1991 0.186 0.1485 0.0685 0.0685 0.0958 0.0394"),
    ("pagerank rank", "2 1 3 4 6= 6= 5 8"),
    // By the low ends of 2/5, 3/4, 3/3, 2/2, 0/1, 0/1, 1/1: not by the shares.
    ("audience overlap", "0.4 0.75 1 1 0 0 1 -"), ("audience overlap rank", "5 3 1 2 6= 6= 4 -"),
    // Those who share 5 to 7 stand at 6, those who share 6 and 7 at 6.5.
    ("spread", "4 2 2 2 0.5 0.5 2 0"),
  ])
  func `each measure has a value and a place`(_ column: String, _ cells: String) {
    check(Self.three, expect: .column(column, cells))
  }

  @Test func `places are among the rows`() {
    let question = "compare followers, pagerank for people but not @bea where followers > 1"
    check(question, expect: .column("followers rank", "1 2 3"))
    check(question, expect: .people("ada cal hal"))
    check("\(Self.three) sort by pagerank limit 2", expect: .people("ada bea"))
    check("\(Self.three) limit 2", expect: .people("bea ada"))
  }

  @Test func `the column that orders the rows is marked`() throws {
    let byValue = try answer("compare followers, pagerank").table
    #expect(byValue.columns.filter(\.ranks).map(\.name) == ["followers"])
    let byLow = try answer("compare audience overlap with #yoga, followers")
    #expect(byLow.table.columns.filter(\.ranks).map(\.name) == ["audience overlap rank"])
    #expect(byLow.defaults.contains("audience overlap ranks by low"))
    let sorted = try answer("compare followers, pagerank sort by pagerank").table
    #expect(sorted.columns.allSatisfy { !$0.ranks })
  }

  /// Followers against the trust-weighted audience, of seven without the seller.
  @Test func `how far two measures agree`() throws {
    let words = "compare followers, expected audience overlap with #yoga weighted by trust"
    let answer = try answer("\(words) for people but not @hal")
    let part = try #require(answer.parts.first)
    #expect(answer.parts.count == 1)
    #expect(part.table.rowNoun == "pairs")
    #expect(cells(of: "rbo", in: part.table) == ["0.8237"])
    #expect(cells(of: "top 3 jaccard", in: part.table) == ["1"])
    #expect(cells(of: "n", in: part.table) == ["7"])
    #expect(cells(of: "left out", in: part.table) == ["0"])
    #expect(answer.remarks.contains("small n: agreement among 7 people is no evidence"))
  }

  @Test func `whoever lacks a value is left out of that pair only`() throws {
    let answer = try answer(Self.three)
    let table = try #require(answer.parts.first?.table)
    #expect(cells(of: "measure", in: table) == ["followers", "followers", "pagerank"])
    #expect(
      cells(of: "other measure", in: table)
        == ["pagerank", "audience overlap", "audience overlap"]
    )
    #expect(cells(of: "n", in: table) == ["8", "7", "7"])
    #expect(cells(of: "left out", in: table) == ["0", "1", "1"])
    #expect(answer.remarks.contains { $0.hasPrefix("1 without audience overlap") })
  }

  @Test func `measures that tell nobody apart agree with nothing`() throws {
    let table = try #require(
      try answer("compare followers, followers * 0 for @dan, @eve").parts.first?.table
    )
    #expect(cells(of: "spearman", in: table) == ["-"])
    #expect(cells(of: "kendall", in: table) == ["-"])
    #expect(table["spearman"]?.missingReason == "a measure is the same for all of them")
    let none = try #require(
      try answer("compare followers, audience overlap with #yoga for @gus").parts.first?.table
    )
    #expect(cells(of: "rbo", in: none) == ["-"])
    #expect(cells(of: "left out", in: none) == ["1"])
  }

  @Test func `the largest disagreements are said in words`() throws {
    #expect(
      try answer(Self.three).findings == [
        "@bea is 1st by followers and 5th by audience overlap: "
          + "2 of 5 followers are interested in #yoga",
        "@ada is 1st by pagerank and 3rd by audience overlap: "
          + "3 of 4 followers are interested in #yoga",
        "@cal is 1st by audience overlap and 3rd by followers: "
          + "3 of 3 followers are interested in #yoga",
      ]
    )
    let weighted = try answer("compare followers, audience overlap with #yoga weighted by trust")
    #expect(
      weighted.findings.first == "@bea is 1st by followers and 5th by audience overlap: "
        + "2 of 5 followers are interested in #yoga, 17.4% by trust"
    )
    let sets = try answer("compare followers, audience overlap with (followers of @hal)")
    #expect(sets.findings.first?.contains("1 of 5 followers is in `") == true)
    #expect(sets.findings.first?.contains("followers of @hal") == true)
    let plain = try answer("compare followers, pagerank for @ada, @bea")
    #expect(
      plain.findings.first
        == "@ada is 1st by pagerank and 2nd by followers: pagerank 0.1991, followers 4"
    )
    #expect(try answer("compare followers, followers * 2").findings.isEmpty)
  }

  @Test(arguments: [
    (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (22, "22nd"),
    (113, "113th"), (1021, "1,021st"),
  ])
  func `places in words`(_ place: Int, _ words: String) throws {
    let people = (1...place).map { "p\($0)" }.joined(separator: " ")
    let graph = Graph(literal: people).adding([
      ("up", .numbers((0..<place).map(Double.init))),
      ("down", .numbers((0..<place).map { -Double($0) })),
    ])
    guard place > 1 else { return }
    let found = try answer("compare up, down", in: World(graph: graph)).findings.first
    #expect(found?.contains(" \(words) by ") == true, "\(found ?? "none")")
  }

  @Test func `verbs go on with the table, and leave behind what is said of another one`() throws {
    let some = try answer("\(Self.three) | where spread > 2")
    #expect(people(of: some.table) == "bea")
    #expect(some.parts.isEmpty)
    #expect(some.findings.isEmpty)
    #expect(try answer("\(Self.three) | as bars").parts.count == 1)
    check("\(Self.three) | sort by spread | keep person, spread | limit 1", expect: .people("bea"))
  }

  @Test func `a part of the graph keeps what is shown besides`() throws {
    let answer = try answer("compare followers, pagerank without @bea")
    #expect(answer.parts.count == 1)
    #expect(answer.reading == "compare followers, pagerank without @bea")
    check(
      "compare followers, (followers without @ada) for @bea, @hal",
      expect: .column("(followers without @ada)", "5 1")
    )
  }

  @Test func `one measure is compared with nothing`() {
    check(
      "compare followers",
      expect: .refused(.missingQualifier, ["two measures", "compare followers, pagerank"])
    )
    check("compare followers, followers", expect: .refused(.missingQualifier, ["two measures"]))
    check("compare folowers", expect: .refused(.unknownName, ["followers"]))
  }

  @Test func `lists of measures are compared`() throws {
    let world = World(definitions: ["define scores as followers, pagerank, follower ratio"])
    let table = try #require(try answer("compare scores", in: world).parts.first?.table)
    #expect(table.rowCount == 3)
    check(
      "compare all measures for @a, @b",
      in: World(graph: Graph(literal: "a>b b>c c>b")),
      expect: .remark("left out, as their data are not loaded")
    )
  }

  @Test func `measures of which either would do are told`() throws {
    let world = World(graph: .random(people: 40, density: 0.1, seed: 1))
    let question = "compare followers, (followers * 2 + 1), following"
    let told = try answer(question, in: world).findings.filter { $0.contains("near-duplicates") }
    #expect(told == ["followers and followers * 2 + 1 are near-duplicates: spearman 1"])
    let few = try answer("compare followers, (followers * 2 + 1) for @p0, @p1", in: world).findings
    #expect(!few.contains { $0.contains("near-duplicates") })
  }

  /// Places by counting who is better, and pairs one by one.
  @Test(arguments: UInt64(1)...6)
  func `places and agreement by definition`(_ seed: UInt64) throws {
    let world = World(graph: .random(people: 40, density: 0.1, seed: seed))
    let answer = try answer("compare followers, follower ratio, following", in: world)
    let names = ["followers", "follower ratio", "following"]
    let values = try names.map { name -> [Double] in
      guard case .numbers(let numbers)? = answer.table[name]?.cells else {
        throw Diagnostics([Diagnostic(.usage, "no \(name)")])
      }
      return numbers
    }
    let middles = values.map { column in
      column.map { value in
        value.isNaN
          ? .nan
          : Double(column.count { $0 > value }) + Double(column.count { $0 == value } + 1) / 2
      }
    }
    guard case .numbers(let spreads)? = answer.table["spread"]?.cells else { return }
    for row in 0..<answer.table.rowCount {
      let places = middles.map { $0[row] }.filter { !$0.isNaN }
      let (first, last) = (places.min() ?? .nan, places.max() ?? .nan)
      #expect(spreads[row] == last - first)
    }
    let pairs = try #require(answer.parts.first?.table)
    for (row, (left, right)) in [(0, 1), (0, 2), (1, 2)].enumerated() {
      let both = values[left].indices.filter {
        !values[left][$0].isNaN && !values[right][$0].isNaN
      }
      guard case .number(let rho)? = pairs["spearman"]?[row],
        case .number(let count)? = pairs["n"]?[row]
      else {
        Issue.record("no correlation")
        continue
      }
      #expect(Int(count) == both.count)
      let wanted = RankCorrelation.spearman(
        both.map { values[left][$0] },
        both.map { values[right][$0] }
      )
      #expect(abs(rho - wanted) < 1e-12)
    }
  }
}

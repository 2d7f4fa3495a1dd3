import Diagnostics
import Graph
import Query
import TestSupport
import Testing
import Values

@Suite struct TableVerbTests {
  private let world = World(graph: .eightWithAttributes)
  private static let shown = "show age, role, customer, joined, followers for people"

  @Test(arguments: [
    ("where age > 20", "ada bea cal gus"),
    ("where not age > 20", "dan eve"),
    ("where age > 20 or customer", "ada bea cal fay gus"),
    ("where age > 20 and customer", "cal"),
    ("where age is missing", "fay hal"),
    ("where not age is missing and followers >= 4", "ada bea"),
    ("where age between 19 and 34", "ada bea dan"),
    ("where age / followers > 10", "cal dan eve"),
    ("where role = \"FAN\"", "dan eve"),
    ("where role matches \"*t*\"", "ada bea fay"),
    ("where role < \"c\"", "cal hal"),
    ("where customer", "cal fay"),
    ("where not customer", "ada bea dan gus"),
    ("where joined < 2020-02", "ada gus"),
    ("where joined = 2020-02", "bea cal fay"),
    ("where joined between 2019 and 2020-01", "ada gus"),
    ("where person = @ada", "ada"),
    ("where person != @ada and person < \"c\"", "bea"),
    ("where person matches \"?a*\"", "cal dan fay hal"),
    ("where percentile(followers) > 50%", "ada bea cal hal"),
    ("where decile(followers) = 10", "bea"),
    ("where 1 > 0", "ada bea cal dan eve fay gus hal"),
    ("where followers > 100", ""),
    ("limit 2", "ada bea"),
    ("limit 99", "ada bea cal dan eve fay gus hal"),
    ("sort by age", "cal gus ada bea dan eve fay hal"),
    ("sort by age ascending", "eve dan bea ada gus cal fay hal"),
    ("sort by role", "hal cal dan eve bea fay ada gus"),
    ("sort by role descending", "ada fay bea dan eve cal hal gus"),
    ("sort by joined", "gus ada bea fay cal dan eve hal"),
    ("sort by customer, followers", "bea ada dan gus cal fay hal eve"),
    ("sort by person descending", "hal gus fay eve dan cal bea ada"),
    ("sort by followers", "bea ada cal hal dan eve fay gus"),
    ("sort by person descending | sort by followers", "bea ada cal hal fay eve dan gus"),
    ("sort by -followers", "gus dan eve fay hal cal ada bea"),
    ("where followers > 1 | sort by person descending | limit 2", "hal cal"),
  ])
  func `what a verb leaves`(_ verbs: String, _ people: String) {
    check("\(Self.shown) | \(verbs)", in: world, expect: .people(people))
  }

  @Test func `a condition that cannot be told is counted`() {
    check(
      "\(Self.shown) | where age > 20",
      in: world,
      expect: .remark("2 people left out: `age > 20` cannot be told without a value")
    )
    check(
      "top 3 by followers | where followers > 9",
      expect: .remark("none of the 3 people meets `followers > 9`")
    )
  }

  @Test func `places in a ranking count as numbers, and sort from the first`() {
    check("followers | where rank <= 2", expect: .people("bea ada"))
    check("followers | sort by person | sort by rank | limit 2", expect: .people("bea ada"))
    check("followers | sort by rank descending | limit 1", expect: .people("gus"))
    check("top 2 by followers | keep person, rank * 10", expect: .column("rank * 10", "10 20"))
    // Nobody has a place without a value.
    check("age | where rank is missing", in: world, expect: .people("fay hal"))
  }

  @Test func `columns that are kept stay what they were, others are plain numbers`() throws {
    let table = try answer("top 2 by audience overlap with #yoga | keep low, person, low * 100")
      .table
    #expect(table.columns.map(\.name) == ["low", "person", "low * 100"])
    #expect(table.columns.map(\.unit) == [.share, .plain, .plain])
    #expect(table["low"]?.ranks == true)
    #expect(table.rowNoun == "people")
    guard case .people? = table["person"]?.cells else {
      Issue.record("no people are left")
      return
    }
  }

  @Test(arguments: [
    ("where followers > 1", true), ("limit 1", true), ("keep person, followers", true),
    ("sort by person", false), ("sort by followers", false),
  ])
  func `the ranking is marked while its order lasts`(_ verb: String, _ isMarked: Bool) throws {
    let table = try answer("top 3 by followers | \(verb)").table
    #expect(table["followers"]?.ranks == isMarked)
  }

  @Test func `arithmetic on columns`() {
    check(
      "top 3 by followers, following | keep followers / following",
      expect: .column("followers / following", "- 1.3333 1")
    )
    check(
      "top 3 by followers | keep log(followers - 4)",
      expect: .column("log(followers - 4)", "0 - -")
    )
    // What was computed has the name of its words, which mean the column from there on.
    check(
      "top 3 by followers / following | where followers / following > 1.2",
      expect: .people("ada")
    )
  }

  @Test(arguments: [
    ("where folowers > 1", DiagnosticCode.unknownName, "fix: followers"),
    ("keep person, reach", .unknownName, "no column is called `reach`"),
    ("sort by name", .unknownName, "rank"),
    ("where #yoga", .wrongKind, "#yoga is a set of people"),
    ("where person > 3", .wrongKind, "`person` is text, not a number"),
    ("where person = @nobody", .unknownName, "no person is called `nobody`"),
    ("where followers", .wrongKind, "a condition compares it"),
    ("keep person * 2", .wrongKind, "`person` is a person, a number belongs here"),
    ("keep person, person", .repeatedClause, "`person` may stand once"),
    ("keep (followers without @ada)", .unwantedQualifier, "finished"),
    ("where followers over trust > 1", .unwantedQualifier, "takes nothing behind it"),
    ("where followers > 1 | keep person | where followers > 1", .unknownName, "person"),
  ])
  func `a verb that does not fit the table`(
    _ verbs: String,
    _ code: DiagnosticCode,
    _ part: String
  ) {
    check("top 3 by followers | \(verbs)", expect: .refused(code, [part]))
  }

  @Test func `a share is not compared with a number above one`() {
    check("count people | where share > 5", expect: .refused(.outOfRange, ["fix: 5%"]))
    check("count people | where share > 5%", expect: .column("count", "8"))
  }

  @Test(arguments: [
    (
      "top 3 by Followers | WHERE Followers>1 | sort by PERSON DESCENDING | limit 2",
      "top 3 people by followers | where followers > 1 | sort by person descending | limit 2"
        + "  -- over follows"
    ),
    (
      "count people | keep count/2, share", "count people | keep count / 2, share"
    ),
    (
      "ties over follows | keep target | limit 1",
      "ties over follows | keep target | limit 1"
    ),
    ("top 1 by followers | as bars", "top 1 people by followers  -- over follows"),
  ])
  func `how verbs are read`(_ question: String, _ reading: String) {
    check(question, expect: .reading(reading))
  }
}

/// Verbs agree with a slow reading of each row on its own.
@Suite struct TableVerbOracleTests {
  private enum Truth { case yes, no, unknown }

  private static func number(_ value: Value) -> Double? {
    switch value {
    case .number(let number): number
    case .rank(let rank): Double(rank.place)
    default: nil
    }
  }

  /// Random comparisons joined at random, and what each says of a row.
  private struct Condition {
    let words: String
    let holds: ([String: Value]) -> Truth

    init(depth: Int, _ random: inout SeededRandom) {
      if depth == 0 || Int.random(in: 0..<4, using: &random) == 0 {
        let names = ["rank", "followers", "follower ratio", "trust received"]
        let name = names[Int.random(in: 0..<names.count, using: &random)]
        let bound = Double(Int.random(in: 0...8, using: &random)) / 4
        let isAbove = Bool.random(using: &random)
        words = "\(name) \(isAbove ? ">" : "<=") \(bound)"
        holds = { row in
          guard let number = number(row[name] ?? .missing) else { return .unknown }
          return (number > bound) == isAbove ? .yes : .no
        }
      } else if Int.random(in: 0..<3, using: &random) == 0 {
        let inner = Condition(depth: depth - 1, &random)
        words = "not (\(inner.words))"
        holds = { row in
          switch inner.holds(row) {
          case .yes: .no
          case .no: .yes
          case .unknown: .unknown
          }
        }
      } else {
        let (left, right) = (
          Condition(depth: depth - 1, &random), Condition(depth: depth - 1, &random)
        )
        let isAll = Bool.random(using: &random)
        words = "(\(left.words)) \(isAll ? "and" : "or") (\(right.words))"
        holds = { row in
          let both = [left.holds(row), right.holds(row)]
          let decisive: Truth = isAll ? .no : .yes
          if both.contains(decisive) { return decisive }
          return both.contains(.unknown) ? .unknown : isAll ? .yes : .no
        }
      }
    }
  }

  @Test(arguments: UInt64(1)...12)
  func `rows are kept as each says itself`(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let world = World(graph: .random(people: 30, density: 0.08, seed: seed))
    let question = "followers, follower ratio, trust received"
    let table = try answer(question, in: world).table
    let rows = (0..<table.rowCount).map { row in
      Dictionary(uniqueKeysWithValues: table.columns.map { ($0.name, $0[row]) })
    }
    for _ in 0..<20 {
      let condition = Condition(depth: 3, &random)
      let found = try answer("\(question) | where \(condition.words)", in: world)
      let kept = rows.filter { condition.holds($0) == .yes }.map {
        spelled($0["person"] ?? .missing)
      }
      #expect(cells(of: "person", in: found.table) == kept, "\(condition.words)")
      let untold = rows.count { condition.holds($0) == .unknown }
      let told = found.remarks.contains { $0.contains("cannot be told") }
      #expect(told == (untold > 0), "\(condition.words)")
    }
  }

  @Test(arguments: UInt64(1)...6)
  func `sorting is stable and puts what is missing last`(_ seed: UInt64) throws {
    let world = World(graph: .random(people: 40, density: 0.06, seed: seed))
    for ending in ["", " ascending"] {
      let first = try answer(
        "followers, trust received | sort by trust received\(ending)",
        in: world
      )
      guard case .numbers(let values)? = first.table["trust received"]?.cells else { return }
      let known = values.filter { !$0.isNaN }
      #expect(values.prefix(known.count).allSatisfy { !$0.isNaN })
      #expect(known == known.sorted { ending.isEmpty ? $0 > $1 : $0 < $1 })
      let before = try answer("followers, trust received", in: world)
      let order = cells(of: "person", in: before.table)
      let people = cells(of: "person", in: first.table)
      for row in people.indices.dropFirst() where values[row] == values[row - 1] {
        let (left, right) = (
          order.firstIndex(of: people[row - 1]), order.firstIndex(of: people[row])
        )
        #expect(try #require(left) < #require(right))
      }
    }
  }
}

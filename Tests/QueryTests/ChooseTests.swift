import Diagnostics
import Graph
import Query
import TestSupport
import Testing
import Values

/// The few who together reach most, asked for.
@Suite struct ChooseTests {
  /// Who follows one of the chosen hears it: pairs as worked by hand.
  @Test(arguments: [
    ("pick", "1 2"), ("person", "bea cal"), ("gain", "5 2"), ("together", "5 7"), ("alone", "5 3"),
    ("duplicated", "0 1"),
  ])
  func `who is chosen, in order, with what each adds`(_ column: String, _ cells: String) {
    check("choose 2 people to reach people", expect: .column(column, cells))
  }

  @Test func `other ways to choose stand beside it`() throws {
    let answer = try answer(
      "choose 2 people to reach (people interested in #yoga but not @gus) over follows"
    )
    let part = try #require(answer.parts.first).table
    #expect(cells(of: "way", in: part) == ["chosen", "best one by one", "most followers"])
    #expect(cells(of: "together", in: part) == ["4", "4", "3"])
    #expect(cells(of: "regret", in: part) == ["0", "0", "1"])
    #expect(cells(of: "people", in: part).last == "@bea, @ada")
    #expect(
      answer.findings.prefix(2) == [
        "together they reach 4 of 4: 100%",
        "no 2 people could reach more than 4: this is at least 100% of the best there is",
      ]
    )
    #expect(
      answer.findings.last == "the 2 with most followers, @bea, @ada, together reach 3: 1 less"
    )
  }

  /// By trust, and by trust times interest, one at a time: derivation 11.
  @Test func `one person reaches what is expected of them`() {
    let question =
      "choose 1 people to reach people weighted by (trust * interest in #yoga) (independent cascade)"
    check(question, expect: .people("ada"))
    check(question, expect: .column("gain", "2.7711"))
    check(
      "expected spread weighted by (trust * interest in #yoga) for @ada, @bea",
      expect: .column("expected spread", "2.7711 1.3074")
    )
  }

  @Test func `a budget is kept, and whoever has no price is left out`() {
    let world = World(
      graph: Graph.eightPeople.adding([("price", .numbers([4, 9, 2, 1, 1, .nan, -1, 2]))])
    )
    let question = "choose 3 people to reach people with budget 5 at price"
    check(question, in: world, expect: .people("ada dan"))
    check(question, in: world, expect: .column("price", "4 1"))
    check(question, in: world, expect: .column("spent", "4 5"))
    check(question, in: world, expect: .remark("2 people without price cannot be chosen"))
    check(
      "choose 3 people to reach people with budget 0.5 at price",
      in: world,
      expect: .remark("0 people chosen of 3: nobody else the budget affords would add anything")
    )
  }

  /// A price is a person's own, wherever they stand among those who may be chosen.
  @Test(arguments: ["(people but not @ada)", "(people interested in #pop)", "people"])
  func `what is spent is what the chosen cost`(_ candidates: String) throws {
    let prices = [4.0, 9, 2, 1, 1, 3, 6, 2]
    let world = World(graph: Graph.eightPeople.adding([("price", .numbers(prices))]))
    let question = "choose 3 \(candidates) to reach people with budget 5 at price"
    let table = try answer(question, in: world).table
    guard case .people(let people, _)? = table["person"]?.cells,
      case .numbers(let paid)? = table["price"]?.cells
    else {
      Issue.record("no people with prices")
      return
    }
    #expect(!people.isEmpty)
    #expect(paid == people.map { prices[Int($0)] })
    #expect(paid.reduce(0, +) <= 5)
  }

  @Test(arguments: [
    (
      "choose 2 customers to reach #yoga weighted by trust within 2 hops",
      "choose 2 customers to reach #yoga weighted by trust within 2 hops"
        + "  -- graded by interest; over follows; independent cascade; missing trust is no evidence"
    ),
    (
      "choose 1 people to reach people interested in #yoga (linear threshold, draws 2000)",
      "choose 1 people to reach people interested in #yoga (linear threshold, draws 2000)"
        + "  -- graded by interest; over follows"
    ),
    (
      "choose 1 people to reach people without @ada where followers > 1",
      "choose 1 people to reach people where followers > 1 without @ada"
        + "  -- over follows; nobody passes it on"
    ),
  ])
  func `how it is read`(_ question: String, _ reading: String) {
    check(question, in: World(graph: .eightWithAttributes), expect: .reading(reading))
  }

  @Test func `who is nobody cannot be reached`() {
    let question = "choose 2 people to reach (people where followers > 99)"
    check(question, expect: .people(""))
    check(question, expect: .remark("there is nobody to reach"))
  }

  @Test(arguments: [
    ("choose 2000 people to reach #yoga", DiagnosticCode.outOfRange, "at most 1000 people"),
    ("choose 2 people to reach #yoga with budget 5", .missingQualifier, "budget 5 at age"),
    ("choose 2 people to reach #yoga with budget 5 at role", .wrongKind, "a number belongs here"),
    ("choose 2 people to reach #yoga with budget 5 at prise", .unknownName, "prise"),
    ("choose 2 people to reach #yoga (sideways)", .unknownName, "linear threshold"),
    ("choose 2 people to reach #yoga (probability 2)", .outOfRange, "between 0 and 1"),
    ("choose 2 people to reach #yoga limit 1", .unwantedQualifier, "`limit`"),
    ("choose 2 people to reach #yoga sort by followers", .unwantedQualifier, "`sort by`"),
    ("choose 2 people to reach #yoga per country", .unwantedQualifier, "`choose`"),
    ("choose 2 people to reach #joga", .unknownName, "yoga"),
  ])
  func `what is refused`(_ question: String, _ code: DiagnosticCode, _ part: String) {
    check(question, in: World(graph: .eightWithAttributes), expect: .refused(code, [part]))
  }
}

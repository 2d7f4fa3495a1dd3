import Diagnostics
import Graph
import Answering
import Query
import TestSupport
import Testing
import Values

@Suite struct PairTests {
  private static let three = "overlap between followers of @ada, followers of @bea and #yoga"

  @Test(arguments: [
    ("set", "followers of @ada followers of @ada followers of @bea"),
    ("other set", "followers of @bea #yoga #yoga"),
    ("size", "4 4 5"), ("other size", "5 4 4"), ("shared", "3 3 2"),
    // x / (a + b - x): 3/6, 3/5, 2/7.
    ("jaccard", "0.5 0.6 0.2857"),
    // x / min(a, b): 3/4, 3/4, 2/4.
    ("containment", "0.75 0.75 0.5"), ("of first", "0.75 0.75 0.4"), ("of second", "0.6 0.75 0.5"),
    // x n / (a b) among eight: 24/20, 24/16, 16/20.
    ("lift", "1.2 1.5 0.8"),
    // Of the 70 ways to draw 4 of 8: (C(5,3) C(3,1) + C(5,4)) / 70, then
    // (C(4,3) C(4,1) + 1) / 70, then 1 - C(5,1) C(3,3) / 70.
    ("p", "0.5 0.2429 0.9286"),
  ])
  func `what sets share`(_ column: String, _ cells: String) {
    check(Self.three, expect: .column(column, cells))
  }

  @Test func `three sets say what all of them hold`() {
    check(Self.three, expect: .remark("2 people are in all sets, 7 in any"))
    check(Self.three, expect: .remark("small n: 3 of the sets"))
    let two = "overlap between #yoga and #pop"
    check(two, expect: .reading("overlap between #yoga, #pop  -- interest >= 0.5"))
  }

  @Test func `an empty set leaves no value, and says so`() {
    let question = "overlap between #yoga, followers of @gus"
    check(question, expect: .remark("nobody is in `followers of @gus`"))
    check(question, expect: .column("jaccard", "0"))
    for column in ["containment", "of second", "lift", "p"] {
      check(question, expect: .column(column, "-"))
    }
    check(question, expect: .column("of first", "0"))
    let both = "overlap between followers of @gus, (people where followers > 99)"
    check(both, expect: .column("jaccard", "-"))
  }

  @Test func `the part of the graph counts`() {
    // Without @bea seven are left: 3 * 7 / (4 * 4).
    check(
      "overlap between followers of @ada, #yoga without @bea",
      expect: .column("lift", "1.3125")
    )
  }

  /// Jaccard, containment and lift as they are defined, over the people one by one.
  @Test(arguments: UInt64(1)...8)
  func `what sets share by counting`(_ seed: UInt64) throws {
    let world = World(graph: .random(people: 60, density: 0.15, seed: seed))
    let sets = ["#yoga", "followers of @p1", "people who trust @p2"]
    let members = try sets.map { Set(cells(of: "person", in: try answer($0, in: world).table)) }
    let table = try answer("overlap between \(sets.joined(separator: ", "))", in: world).table
    for (row, (first, second)) in [(0, 1), (0, 2), (1, 2)].enumerated() {
      let (a, b) = (members[first], members[second])
      let shared = Double(a.intersection(b).count)
      let sizes = (Double(a.count), Double(b.count))
      let wanted = [
        "jaccard": shared / Double(a.union(b).count), "of first": shared / sizes.0,
        "of second": shared / sizes.1, "containment": shared / min(sizes.0, sizes.1),
        "lift": (shared / sizes.0) / (sizes.1 / 60),
      ]
      for (column, value) in wanted {
        guard case .number(let found)? = table[column]?[row] else {
          #expect(value.isNaN, "\(column)")
          continue
        }
        #expect(abs(found - value) < 1e-12, "\(column)")
      }
    }
  }

  private static let chains: [(String, String, String, String?)] = [
    ("path from @gus to @hal by trust", "gus ada", "ada hal", "0.2 0.14"),
    // Over @bea or @cal it is not nearer; by name @ada comes first.
    ("path from @gus to @hal", "gus ada", "ada hal", nil),
    ("path from @fay to @hal by trust", "fay ada", "ada hal", "0.8 0.56"),
    ("path from @fay to @ada by trust within 1 hop", "fay", "ada", "0.8"),
    ("path from @cal to @ada by shares", "cal", "ada", "1"),
    ("path from @ada to @ada", "", "", nil),
    ("path from @gus to @hal by trust within 1 hop", "", "", ""),
    ("path from @gus to @hal by trust without @ada", "", "", ""),
  ]

  @Test(arguments: chains)
  func `a chain of ties`(_ question: String, _ from: String, _ to: String, _ product: String?) {
    check(question, expect: .column("source", from))
    check(question, expect: .column("target", to))
    check(question, expect: .column("so far", product ?? "no column so far"))
  }

  @Test func `what is said of a chain`() {
    check("path from @bea to @hal", expect: .remark("no chain leads from @bea to @hal"))
    check(
      "path from @bea to @hal",
      expect: .remark("@bea leads to 0 people, and 4 people lead to @hal")
    )
    check("path from @ada to @ada", expect: .remark("both ends are the same person"))
    check("path from @cal to @ada by shares", expect: .remark("weights above 1 count as 1"))
    check(
      "path from @gus to @hal",
      expect: .reading("path from @gus to @hal by follows  -- shortest chain")
    )
    check("path from @gus to @hal by likez", expect: .refused(.relationNotLoaded, ["likes"]))
    check("path from @me to @hal", expect: .refused(.unknownName, ["set me @HANDLE"]))
    check("path from @ada to @hall", expect: .refused(.unknownName, ["@hal"]))
  }

  @Test func `a plan has a step for each thing that is made`() throws {
    let question = "top 2 people by followers where reach > 1 without @bea"
    let plan = try planned(question)
    #expect(plan.reading == "plan \(question)")
    #expect(
      cells(of: "step", in: plan.table)
        == ["part", "set", "metric", "metric", "condition", "table"]
    )
    #expect(
      cells(of: "what", in: plan.table) == [
        "without @bea", "people", "followers", "reach", "reach > 1",
        question,
      ]
    )
    #expect(cells(of: "rows", in: plan.table) == ["7", "7", "7", "7", "4", "2"])
    guard case .numbers(let times)? = plan.table["time"]?.cells else { return }
    #expect(times.allSatisfy { $0 >= 0 })
    #expect(plan.table["time"]?.unit == .milliseconds)
    let topics = try planned("topics by followers")
    #expect(cells(of: "what", in: topics.table).last == "topics by followers")
    let sets = try planned("overlap between #yoga, #pop")
    #expect(cells(of: "what", in: sets.table).contains("#pop"))
  }

  /// The plan of a question.
  private func planned(_ question: String) throws -> Answer {
    let world = World()
    var binder = binder(of: question, in: world, Definitions())
    let bound = try #require(try binder.question(try statement(question)))
    var evaluator = Evaluator(graph: world.graph, settings: world.settings)
    return try evaluator.plan(bound)
  }
}

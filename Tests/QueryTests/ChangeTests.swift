import Diagnostics
import Graph
import Query
import TestSupport
import Testing
import Values

/// What changed between two moments, or by what is assumed, and what made it.
@Suite struct ChangeTests {
  /// Three posts and their shares; everything on the days of January 2026.
  private static let graph: Graph = {
    var builder = GraphBuilder(extending: Graph(literal: "ann bob cal"))
    let share = builder.interactionKind("share")
    func day(_ number: Int) -> Instant? { Instant(year: 2026, month: 1, day: number) }
    for (source, target, number) in [("bob", "ann", 2), ("cal", "ann", 5), ("bob", "ann", 20)] {
      builder.add([
        Interactions.Event(
          source: builder.person(source),
          target: builder.person(target),
          kind: share,
          time: day(number)
        )
      ])
    }
    var follows = TieBuffer(weighted: false, timed: true)
    for (source, number) in [("bob", 3), ("cal", 15)] {
      follows.append(
        from: builder.person(source),
        to: builder.person("ann"),
        time: day(number)
      )
    }
    _ = builder.add(follows, to: "follows")
    builder.add([Posts.Post(id: builder.post("p"), author: builder.person("ann"), time: day(1))])
    return builder.frozen()
  }()
  private static let world = World(graph: graph)

  @Test(arguments: [
    ("change in shares received for @ann since 2026-01-10 until 2026-01-31", "change", "1"),
    ("change in shares received for @ann since 2026-01-04 until 2026-01-09", "change", "1"),
    ("before change in shares received for @ann since 2026-01-10", "before", "2"),
    ("change in followers for @ann since 2026-01-10", "change", "1"),
    (
      "change in followers for @ann since 2026-01-10 assuming 3 new people follow @ann",
      "change", "4"
    ),
    ("change in followers for @ann assuming 3 new people follow @ann", "change", "3"),
    ("change in followers for @ann, @bob assuming @bob does not follow @ann", "change", "0 -1"),
    ("(change in followers since 2026-01-10) for @ann", "", "1"),
    ("change in (followers + shares received) for @ann since 2026-01-10", "change", "2"),
  ])
  func `a change is what was after less what was before`(
    _ question: String,
    _ column: String,
    _ cells: String
  ) throws {
    let table = try answer(question, in: Self.world).table
    let name = column.isEmpty ? table.columns[2].name : column
    let found = QueryTests.cells(of: name, in: table).joined(separator: " ")
    #expect(found.contains(cells) && found.hasPrefix(cells.prefix(1)), "\(found)")
  }

  @Test func `a change needs two moments`() {
    check("change in followers", expect: .refused(.missingQualifier, ["since", "assuming"]))
    check("change since 2026-01", expect: .refused(.missingQualifier, ["change in followers"]))
    check(
      "explain change in followers for @ada against @bea assuming @ada follows @bea",
      expect: .refused(.unwantedQualifier, ["against"])
    )
  }

  @Test func `ties without a date are told of`() {
    check(
      "change in followers for @ada since 2011-08-01",
      expect: .remark("the ties of `follows` carry no date: what changed of them is not seen")
    )
  }

  @Test func `a change is opened by who brought it`() throws {
    let answer = try answer(
      "explain change in shares received for @ann since 2026-01-04 until 2026-01-31",
      in: Self.world
    )
    #expect(
      cells(of: "part", in: answer.table)
        == ["fell out of the window", "own data", "other people", "method"]
    )
    #expect(cells(of: "contribution", in: answer.table) == ["0", "2", "0", "0"])
    #expect(
      answer.findings == [
        "shares received of @ann went from 1 to 3: 3 = 1 + 2 (own data)",
        "most of it is own data: 2",
      ]
    )
    let parts = try #require(answer.parts.first).table
    #expect(cells(of: "part", in: parts) == ["@bob", "@cal"])
    #expect(cells(of: "before", in: parts) == ["1", "0"])
    #expect(cells(of: "after", in: parts) == ["2", "1"])
  }

  /// A score that fell although nothing was done by or to the person.
  @Test func `what falls out of a window is no doing of theirs`() throws {
    let answer = try answer(
      "explain change in true reach (window 10 days) for @ann since 2026-01-06 until 2026-01-14",
      in: Self.world
    )
    #expect(cells(of: "contribution", in: answer.table) == ["-1", "0", "0", "0"])
    #expect(
      answer.findings.last
        == "nothing of it is what @ann did or had done to them; most is what fell out of the window"
    )
  }

  @Test func `what is assumed is a part of its own`() throws {
    let answer = try answer(
      "explain change in followers for @ann since 2026-01-10 assuming 2 new people follow @ann",
      in: Self.world
    )
    #expect(cells(of: "part", in: answer.table).last == "what is assumed")
    #expect(cells(of: "contribution", in: answer.table) == ["0", "1", "0", "0", "2"])
    let parts = try #require(answer.parts.first).table
    #expect(cells(of: "part", in: parts) == ["@cal", "@new1", "@new2"])
  }

  /// On random graphs, of measures with windows and without, of sums and of walks.
  @Test(arguments: UInt64(1)...4)
  func `parts sum to the change`(_ seed: UInt64) throws {
    let world = World(graph: Graph.dated(people: 20, density: 0.2, seed: seed))
    let period = "since 1970-01-04 until 1970-01-08"
    for measure in [
      "klout score (window 3 days)", "shares received", "pagerank", "followers",
      "trust received", "kred influence", "authority", "reach",
    ] {
      for person in [3, 11] {
        let handle = Reading.handle(world.graph.people[PersonID(person)])
        let asked = "change in \(measure) for \(handle) \(period)"
        let change = try #require(numbers("change", in: try answer(asked, in: world).table).first)
        let table = try answer("explain \(asked)", in: world).table
        let sum = numbers("contribution", in: table).reduce(0, +)
        #expect(change.isNaN || abs(sum - change) < 1e-9, "\(asked)")
      }
    }
  }

  /// Nothing is own that nobody did by or to them: on a graph held but for someone without a part.
  @Test func `what somebody has no part in is held back`() throws {
    let graph = Self.graph
    let moment = try #require(Instant(year: 2026, month: 1, day: 4))
    let cal = try #require(graph.people.number(of: "cal"))
    let held = graph.held(since: moment, butFor: cal)
    #expect(held.interactions.events.count == 2)
    #expect(held.relations["follows"]?.count == 2)
    let ann = try #require(graph.people.number(of: "ann"))
    #expect(graph.held(since: moment, butFor: ann).interactions.events.count == 3)
    #expect(
      graph.doings(after: moment, until: try #require(graph.period).upperBound, of: cal) == (2, 3)
    )
  }

  private func numbers(_ name: String, in table: Table) -> [Double] {
    guard case .numbers(let numbers)? = table[name]?.cells else { return [] }
    return numbers
  }
}

import Diagnostics
import Graph
import Query
import TestSupport
import Testing
import Values

/// What people are imagined to do.
@Suite struct AssumingTests {
  /// The sock puppets it takes to lift gus above ada: reference/metrics.md, derivation 19.
  @Test(arguments: [
    ("followers", 5, "follow @gus"),
    ("kred points", 6, "share @gus"),
    ("pagerank", 19, "follow @gus"),
    (
      "expected audience overlap with #yoga weighted by trust", 3,
      "interested in #yoga follow @gus and they trust @gus"
    ),
  ])
  func `so many puppets lift gus above ada, and one fewer does not`(
    _ measure: String,
    _ count: Int,
    _ move: String
  ) {
    let asked = "top 1 (@gus, @ada) by \(measure) assuming"
    check("\(asked) \(count) new people \(move)", expect: .people("gus"))
    check("\(asked) \(count - 1) new people \(move)", expect: .people("ada"))
  }

  @Test func `one puppet in a closed loop is enough for pagerank, and none for rooted trust`() {
    let loop = "1 new person follows @gus and @gus does not follow (people) and @gus follows them"
    check("top 1 people by pagerank assuming \(loop)", expect: .people("gus"))
    check(
      "show eigentrust from @hal for @gus assuming 60 new people trust @gus",
      expect: .column("eigentrust", "0")
    )
  }

  @Test(arguments: [
    ("followers for @gus assuming 5 new people follow @gus", "followers", "5"),
    (
      "followers for @gus assuming 5 new people follow @gus and 2 new people follow @gus",
      "followers", "7"
    ),
    ("followers for @bea assuming @cal, @dan do not follow @bea", "followers", "3"),
    ("followers for @bea assuming (followers of @bea) do not follow @bea", "followers", "0"),
    ("followers for @bea assuming #yoga follow @bea", "followers", "7"),
    ("following for @bea assuming @bea follows @ada, @cal and @dan", "following", "3"),
    (
      "following for @bea assuming @bea follows @ada and @cal does not follow @bea",
      "following", "1"
    ),
    ("trust received for @bea assuming @ada trusts @bea with 0.9", "trust received", "0.5333"),
    ("trust received for @hal assuming @ada trusts @hal with 0.2", "trust received", "0.5"),
    ("trusters trust received for @hal assuming @ada does not trust @hal", "trusters", "1"),
    ("trust received for @gus assuming @ada distrusts @gus with 0.5", "trust received", "0"),
    ("shares received for @ada assuming 2 new people share @ada 3 times", "shares received", "9"),
    ("shares received for @ada assuming @cal does not share @ada", "shares received", "1"),
    ("mentions received for @gus assuming @ada mentions @gus", "mentions received", "1"),
    ("replies made for @gus assuming @gus replies to @ada, @bea", "replies made", "2"),
    ("likes received for @bea assuming @eve, @gus do not like @bea", "likes received", "1"),
    ("(followers assuming 5 new people follow @gus) - followers for @gus", "", ""),
  ])
  func `what comes of moves`(_ question: String, _ column: String, _ cells: String) throws {
    guard !column.isEmpty else {
      let table = try answer(question).table
      #expect(table.columns.last.map { QueryTests.cells(of: $0.name, in: table) } == ["5"])
      return
    }
    check(question, expect: .column(column, cells))
  }

  @Test func `new people count and are not among people`() {
    check(
      "people assuming 2 new people follow @gus",
      expect: .people("ada bea cal dan eve fay gus hal")
    )
    check("followers of @gus assuming 2 new people follow @gus", expect: .people("new1 new2"))
    check(
      "pagerank for @gus assuming 2 new people follow @gus",
      expect: .remark("2 people assumed, counted and not among `people`")
    )
    check("count people assuming 2 new people follow @gus", expect: .column("count", "8"))
  }

  @Test func `a handle somebody has is not given again`() {
    let graph = Graph(literal: "new1 ann new3 new1>ann:0.5")
    check(
      "followers of @ann assuming 2 new people follow @ann",
      in: World(graph: graph),
      expect: .people("new1 new2 new4")
    )
  }

  @Test func `what is so already is said`() {
    check(
      "followers for @ada assuming @cal follows @ada and @bea does not follow @ada",
      expect: .remark("`@cal follows @ada` changes nothing: it is so already")
    )
  }

  @Test(arguments: [
    ("followers assuming 1 new people follow @gus", "followers assuming 1 new person follows @gus"),
    (
      "followers assuming @ada, @bea does not follow @cal, 2 new people follow @cal",
      "followers assuming (@ada, @bea) do not follow @cal and 2 new people follow @cal"
    ),
    (
      "followers assuming @ada trust @bea with 0.5 and 3 new people interested in #yoga, #pop "
        + "reply to @ada and they share @bea 2 times and @ada follow them",
      "followers assuming @ada trusts @bea with 0.5 and 3 new people interested in #yoga, #pop "
        + "reply to @ada and they share @bea 2 times and @ada follows them"
    ),
    (
      "followers assuming (top 2 people by followers) follow (#yoga but not @ada)",
      "followers assuming (top 2 people by followers) follow (#yoga but not @ada)"
    ),
  ])
  func `moves are read back`(_ question: String, _ reading: String) throws {
    let found = try answer(question).reading
    #expect(found == reading)
    #expect(try answer(found).reading == reading)
  }

  @Test(arguments: [
    ("followers assuming they follow @ada", DiagnosticCode.unknownName, "no new people before"),
    ("followers assuming 2 new people do not follow @ada", .wrongKind, "could stop"),
    ("followers assuming @bea follows @ada with 0.5", .unwantedQualifier, "with 0.5"),
    ("followers assuming @bea trusts @ada with 2", .outOfRange, "above 0, up to 1"),
    ("followers assuming @bea follows @ada 2 times", .unwantedQualifier, "2 times"),
    ("followers assuming 2000000 new people follow @ada", .outOfRange, "1,000,000"),
    ("followers assuming @bea quotes @ada", .relationNotLoaded, "quotes"),
    ("followers assuming @nobody follows @ada", .unknownName, "nobody"),
    ("followers assuming (people) share (people) 1000000 times", .outOfRange, "10,000,000"),
    ("followers assuming 2 new people follow", .unfinished, ""),
  ])
  func `what cannot be assumed`(_ question: String, _ code: DiagnosticCode, _ part: String) {
    check(question, expect: .refused(code, [part]))
  }
}

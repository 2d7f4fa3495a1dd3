import Graph
import TestSupport
import Testing
import Values

/// Scores made of parts of which some are missing, and long lists of names.
@Suite struct MissingPartTests {
  @Test func `a part that is missing is told, and how the score is made then`() throws {
    let world = World(graph: Graph(literal: "b^ a@share@b:p0"))
    let words = "that part stands where the least does"
    let answer = try answer("klout score for @a, @b", in: world)
    #expect(
      answer.remarks.contains("1 of 2 without amplification (no posts in the window): \(words)")
    )
    #expect(
      answer.remarks.contains(
        "1 of 2 without network influence (nobody reacted in the window): \(words)"
      )
    )
    let whole = try QueryTests.answer("klout score for @b", in: world)
    #expect(!whole.remarks.contains { $0.contains(words) })
  }

  @Test func `a hundred names do not fill the screen`() throws {
    let literal = (10..<22).map { "f\($0)>v\($0) g\($0)>v\($0)" }.joined(separator: " ")
    let world = World(graph: Graph(literal: literal))
    let answer = try answer("choose 12 people to reach people", in: world)
    let part = try #require(answer.parts.first).table
    #expect(cells(of: "people", in: part).allSatisfy { $0 == "@v10, @v11, @v12 and 9 more" })
    #expect(answer.findings.allSatisfy { !$0.contains("@v11") })
  }
}

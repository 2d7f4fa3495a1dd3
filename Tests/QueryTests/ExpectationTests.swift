import Diagnostics
import Graph
import Answering
import Query
import Syntax
import TestSupport
import Testing
import Values

@Suite struct ExpectationTests {
  @Test(arguments: [
    "expect count customers = 2", "expect count customers >= 2", "expect count customers != 3",
    "expect followers for @ada = 4", "expect followers for @ada = 3.9 within 0.1",
    "expect followers for @ada > -1", "expect trust received for @ada = 0.7",
    "expect followers / following for @cal = 1", "expect followers * 0.1 for @cal = 0.3",
    "expect top 2 people by followers is @bea, @ada",
    "expect customers sort by followers is @cal, @fay",
    "expect people interested in #yoga is @hal, @fay, @cal, @ada",
    "expect followers of @gus is @gus", "expect rows of people where followers > 3 = 2",
    "expect rows of show role for customers <= 2", "expect count (customers and bots) = 0",
    "expect audience overlap with #yoga for @ada >= 75%", "expect count CUSTOMERS < 20",
  ])
  func `an expectation reads as itself`(_ line: String) throws {
    let bound = try expectation(line)
    #expect(try expectation(bound.text).text == bound.text)
    let first = bound.failure(of: try answer(to: bound))
    let again = try expectation(bound.text)
    #expect(again.failure(of: try answer(to: again)) == first)
    #expect((first == nil) == (line != "expect followers of @gus is @gus"), "\(line)")
  }

  @Test(arguments: [
    ("count customers >= 20", "count customers is 2, not >= 20"),
    ("count customers = 3", "count customers is 2, not 3"),
    ("count customers != 2", "count customers is 2, not != 2"),
    ("followers for @ada = 3.8 within 0.1", "followers for @ada is 4, not 3.8 within 0.1"),
    ("followers for @ada < 4", "followers for @ada is 4, not < 4"),
    ("rows of customers = 1", "rows of customers is 2, not 1"),
    (
      "top 2 people by followers is @ada, @bea",
      "top 2 people by followers is @bea, @ada, not @ada, @bea"
    ),
    ("followers of @dan is @dan", "followers of @dan is @eve, not @dan"),
    ("followers of @gus is @dan", "followers of @gus is nobody, not @dan"),
    // A missing value is never as said.
    ("audience overlap with #yoga for @gus >= 0", "is missing, not >= 0"),
    ("audience overlap with #yoga for @gus != 0", "is missing, not != 0"),
  ])
  func `what is not met tells both values`(_ line: String, _ message: String) throws {
    let bound = try expectation("expect \(line)")
    let failure = try #require(bound.failure(of: try answer(to: bound)))
    #expect(failure.code == .notMet)
    #expect(failure.code.exitCode == 3)
    #expect(failure.message.contains(message), "\(failure.message)")
  }

  @Test func `people who are lacking and who are too many`() throws {
    let bound = try expectation("expect #yoga is @ada, @cal, @bea")
    let failure = try #require(bound.failure(of: try answer(to: bound)))
    #expect(failure.notes == ["lacking: @bea", "too many: @fay, @hal"])
    let order = try expectation("expect top 2 by followers is @ada, @bea")
    let turned = try #require(order.failure(of: try answer(to: order)))
    #expect(turned.notes == ["the people are right, the order is not"])
  }

  @Test func `a number is compared with one row`() throws {
    let bound = try expectation("expect followers = 4")
    let failure = try #require(bound.failure(of: try answer(to: bound)))
    #expect(failure.code == .wrongKind)
    #expect(
      failure.choices == ["expect followers for @bea = 4", "expect rows of followers = 4"]
    )
  }

  @Test(arguments: [
    ("expect count custmers >= 2", DiagnosticCode.unknownName, "customers"),
    ("expect #yoga is @ada, @beaa", .unknownName, "@bea"),
    ("expect followers for @ada >= 4 within 1", .unwantedQualifier, "`within` goes with `=`"),
  ])
  func `what cannot be expected`(_ line: String, _ code: DiagnosticCode, _ part: String) {
    do throws(Diagnostics) {
      Issue.record("bound: \(try expectation(line).text)")
    } catch {
      #expect(error.all.map(\.code) == [code])
      #expect(error.all.map(allWords).joined().contains(part), "\(error.all)")
    }
  }

  private func expectation(_ line: String) throws(Diagnostics) -> BoundExpectation {
    guard case .expect(let expect) = try statement(line) else {
      throw Diagnostics([Diagnostic(.usage, "no expectation: \(line)")])
    }
    var binder = binder(of: line, in: World(graph: .eightWithAttributes), Definitions())
    return try binder.expectation(expect)
  }

  private func answer(to bound: BoundExpectation) throws -> Answer {
    var evaluator = Evaluator(graph: .eightWithAttributes, settings: QuerySettings())
    return try evaluator.answer(bound.question)
  }
}

import Diagnostics
import Graph
import Query
import TestSupport
import Testing
import Values

/// Questions on parts of the graph, and measures on parts of the question's.
@Suite struct PartTests {
  private let world = World(graph: .eightWithAttributes)

  @Test func `shares are of the people who are there`() {
    check("count customers without bots", in: world, expect: .column("share", "0.2857"))
    check("count customers without bots", in: world, expect: .remark("share of all 7 people"))
    check(
      "count customers per role without bots",
      in: world,
      expect: .column("share", "0.1429 0.1429")
    )
  }

  @Test func `a proportion on a part of the graph ranks by its cautious end`() {
    let question = "top 3 people by (audience overlap with #yoga without bots)"
    check(question, in: world, expect: .people("ada cal hal"))
  }

  @Test func `who is not in a part has no value there, for that reason`() {
    let question = "show (followers without bots)"
    check(question, in: world, expect: .column("(followers without bots)", "3 4 3 1 1 1 - 2"))
    check(
      question,
      in: world,
      expect: .remark("1 without (followers without bots): not there without bots")
    )
  }

  @Test func `the period of a ranking in brackets takes the place of the question's`() {
    let posts = World(graph: .eightWithPosts)
    check("(top 1 people by posts made since 1970-01-05)", in: posts, expect: .people("bea"))
    check(
      "count (top 1 people by posts made since 1970-01-05) and @bea until 1970-01-01",
      in: posts,
      expect: .column("count", "1")
    )
  }

  @Test func `the weights of a measure are everybody's, whoever's rows are shown`() {
    let measure = "audience overlap with #yoga weighted by (percentile(followers))"
    check("\(measure) for @ada, @bea", expect: .column("audience overlap", "0.9615 0.5926"))
    check("show \(measure) for @bea", expect: .column("audience overlap", "0.5926"))
  }

  @Test func `a weight in a measure on a part of the graph is one of that part`() {
    let measure = "expected audience overlap with #yoga weighted by followers"
    check(
      "show (\(measure) without bots)",
      in: world,
      expect: .column("(\(measure) without bots)", "5.5 3.5 5.8 0 0 3 - 5.7")
    )
    check(
      "show \(measure) without bots",
      in: world,
      expect: .column("expected", "5.5 3.5 5.8 0 0 3 5.7")
    )
  }

  @Test func `a period outside of the data is told`() {
    let posts = World(graph: .eightWithPosts)
    check("posts made in 1960", in: posts, expect: .remark("the data begin 1970-01-01, after"))
    check("posts made in 2030", in: posts, expect: .remark("before the period begins"))
  }

  @Test func `the reading says what now is`() {
    var posts = World(graph: .eightWithPosts)
    check(
      "posts made in the last 2 days",
      in: posts,
      expect: .reading("posts made in the last 2 days  -- now is 1970-01-07")
    )
    posts.settings.now = BoundDate("1970-01-03")
    check("posts made in the last 2 days for @ada", in: posts, expect: .column("posts made", "1"))
    check(
      "posts made in the last 2 days",
      in: posts,
      expect: .reading("posts made in the last 2 days  -- now is 1970-01-03")
    )
  }

  @Test func `a period without length is refused`() {
    let posts = World(graph: .eightWithPosts)
    check(
      "posts made in the last 0 days",
      in: posts,
      expect: .refused(.outOfRange, ["longer than nothing"])
    )
  }

  @Test func `several days are days`() {
    let posts = World(graph: .eightWithPosts)
    let answer = try? answer("total posts made per day", in: posts)
    #expect(answer?.table.rowNoun == "days")
  }
}

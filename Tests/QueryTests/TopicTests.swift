import Diagnostics
import Graph
import Query
import TestSupport
import Testing
import Values

/// Questions about topics that are parts of topics.
struct TopicTests {
  /// Ada runs, bea plays football, cal cares a little for sport itself and dan for pop.
  private static let graph = Graph(
    literal: """
      ada bea cal dan eve>ada eve>bea eve>dan ada>eve dan>bea \
      ada~running:0.9 bea~football:0.7 bea~running:0.4 cal~sport:0.2 cal~running:0.1 dan~pop:1 \
      running<sport football<sport sport<life
      """
  ).addingPosts(
    "p1 ada 0 running; p2 bea 2 football running; p3 cal 4 sport; p4 dan 6 pop; p5 eve 8",
    "ada share bea p2; dan share cal p3; eve share dan p4; eve share ada p1"
  )
  private let world = World(graph: graph)

  @Test(arguments: [
    ("people interested in #sport", "ada bea"), ("#running", "ada"), ("#life", "ada bea"),
    ("people interested in #sport and #running", "ada"), ("#sport or #pop", "ada bea dan"),
    ("people interested in #sport but not #running", "bea"), ("people where #sport", "ada bea"),
    ("followers of #sport", "dan eve"),
  ])
  func `a topic has the people of those below it`(_ question: String, _ people: String) {
    check(question, in: world, expect: .people(people))
  }

  @Test func `interest is the greatest of a topic's own and of those below it`() {
    let question = "interest in #sport for @ada, @bea, @cal, @dan"
    check(question, in: world, expect: .people("ada bea cal dan"))
    check(question, in: world, expect: .column("interest", "0.9 0.7 0.2 -"))
    let overlap = "audience overlap with #sport for @eve, @ada, @bea"
    check(overlap, in: world, expect: .column("expected", "0.9 0 0"))
  }

  @Test(arguments: [
    ("posts in #sport", "p1 p2 p3"), ("posts in #life", "p1 p2 p3"), ("posts in #running", "p1 p2"),
    ("posts in #sport and #running", "p1 p2"), ("posts in #running and #football", "p2"),
    ("posts in #sport or #pop of @dan", "p4"),
  ])
  func `a post on a part is on the whole`(_ question: String, _ posts: String) {
    check(question, in: world, expect: .column("post", posts))
  }

  @Test func `what is counted on a topic is counted on those above it`() {
    check(
      "posts made in #sport for @ada, @bea, @cal, @dan, @eve",
      in: world,
      expect: .column("posts made", "1 1 1 0 0")
    )
    let each = "total shares received per topic sort by topic"
    check(each, in: world, expect: .column("topic", "football life pop running sport"))
    check(each, in: world, expect: .column("total shares received", "1 3 1 2 3"))
    let flat = World(graph: Graph(literal: "a b").addingPosts("p1 a 0 running", "b share a p1"))
    check(each, in: flat, expect: .column("topic", "running"))
  }

  @Test func `topics as rows say what they are parts of`() {
    check("topics", in: world, expect: .column("topic", "football life pop running sport"))
    check("topics", in: world, expect: .column("parent", "sport - - sport life"))
    check("topics", in: world, expect: .column("audience", "1 2 1 1 2"))
    check(
      "topics where parent = \"sport\"",
      in: world,
      expect: .column("topic", "football running")
    )
    check("topics where parent is missing", in: world, expect: .column("topic", "life pop"))
    check(
      "top 3 topics by followers",
      in: world,
      expect: .column("topic", "life sport football")
    )
    check(
      "topics where parent = \"sport\"",
      in: World(graph: Graph(literal: "a~yoga")),
      expect: .refused(.unknownName, ["parent"])
    )
  }

  @Test func `an answer says what a topic takes in`() {
    check("#sport", in: world, expect: .remark("#sport takes in #football, #running"))
    check(
      "posts in #life",
      in: world,
      expect: .remark("#life takes in #football, #running, #sport")
    )
    let mine = World(graph: Self.graph, definitions: ["define mine as #sport or #pop"])
    check("#mine", in: mine, expect: .remark("#sport takes in #football"))
    let many = Self.graph.nesting((0..<5).map { ("part \($0)", "sport") })
    check(
      "interest in #sport for @ada",
      in: World(graph: many),
      expect: .remark("#sport takes in #football, #running, topic \"part 0\" and 4 more")
    )
  }

  @Test func `an answer about a topic without parts says nothing of them`() throws {
    let remarks = try answer("people interested in #running", in: world).remarks
    #expect(!remarks.contains { $0.contains("takes in") })
  }
}

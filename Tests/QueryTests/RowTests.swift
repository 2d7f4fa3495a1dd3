import Diagnostics
import Graph
import Query
import TestSupport
import Testing
import Values

@Suite struct RowTests {
  private let world = World(graph: .eightWithPosts)

  @Test(arguments: [
    ("posts", "p1 p2 p3 p5 p4"), ("posts of @ada", "p1 p2"), ("posts of @ada or @cal", "p1 p2 p4"),
    ("posts of (followers of @hal)", "p1 p2 p4"), ("posts of #pop", "p3 p5"),
    ("posts in #yoga", "p1 p2 p5"), ("posts in #yoga and #pop", "p2"),
    ("posts in #yoga or #pop of @bea", "p3 p5"), ("posts that mention @bea", "p2"),
    ("posts that mention @ada", ""), ("posts that reply to @ada", "p4"),
    ("posts that reply to @ada or @bea", "p5 p4"), ("posts that reply to @ada and @bea", ""),
    ("posts that share @ada", ""), ("posts that share @hal", "p1"),
    ("posts where answers is missing", "p1 p2 p3"), ("posts where answers = \"P3\"", "p5"),
    ("posts where author = @bea", "p3 p5"), ("posts where topics matches \"*pop\"", "p2 p3"),
    ("posts where time > 1970-01-03", "p3 p5"), ("posts where time is missing", "p4"),
    ("posts since 1970-01-03", "p2 p3 p5"), ("posts in 1970-01 limit 2", "p1 p2"),
    ("posts without @ada", "p3 p5 p4"), ("posts sort by time descending limit 2", "p5 p3"),
    ("posts sort by author, post", "p1 p2 p3 p5 p4"), ("posts sort by topics", "p3 p1 p5 p2 p4"),
    ("top 2 posts by shares received", "p1 p2"), ("posts of @bea by shares received", "p3 p5"),
    ("bottom 1 posts by shares received", "p4"), ("posts by shares received limit 1", "p1"),
    ("posts by shares received where shares received = 1", "p2 p3"),
    ("posts by shares received among @cal limit 1", "p1"),
    ("posts by shares received sort by shares received ascending limit 2", "p4 p5"),
  ])
  func `which posts`(_ question: String, _ posts: String) {
    check(question, in: world, expect: .column("post", posts))
  }

  @Test func `a post and what was done on it`() {
    let question = "posts limit 2"
    check(question, in: world, expect: .column("author", "ada ada"))
    check(question, in: world, expect: .column("time", "1970-01-01 1970-01-03"))
    check(question, in: world, expect: .column("topics", "yoga yoga, pop"))
    check("posts of @bea", in: world, expect: .column("answers", "- p3"))
    let shares = "posts by shares received"
    check(shares, in: world, expect: .column("shares received", "2 1 1 0 0"))
    check(shares, in: world, expect: .column("rank", "1 2= 2= 4= 4="))
    check("top 2 \(shares)", in: world, expect: .remark("1 more shares place 2"))
    // What an author does on a post of their own is not received by it.
    check(
      "posts by mentions received",
      in: world,
      expect: .column("mentions received", "0 0 0 0 0")
    )
    check("count posts of @ada", in: world, expect: .column("share", "0.4"))
    check("count posts of @ada since 1970-01-03", in: world, expect: .column("share", "0.3333"))
  }

  @Test(arguments: [
    ("topics", "pop yoga"), ("topics where audience > 4", ""),
    ("topics sort by topic descending", "yoga pop"),
    ("topics without @ada sort by audience", "pop yoga"), ("topics limit 1", "pop"),
    ("topics by followers", "pop yoga"), ("top 1 topics by audience overlap with #yoga", "yoga"),
    ("topics by followers without @gus", "yoga pop"), ("topics by reach within 2 hops", "pop yoga"),
    ("topics by followers where reach > 5", "pop"), ("topics by followers for @ada", ""),
  ])
  func `which topics`(_ question: String, _ topics: String) {
    if question.contains("for @ada") {
      check(question, expect: .refused(.unwantedQualifier, ["the rows are no people"]))
    } else {
      check(question, expect: .column("topic", topics))
    }
  }

  @Test func `a topic has the measures of those who are interested in it`() {
    check("topics", expect: .column("audience", "4 4"))
    check(
      "topics",
      in: World(settings: QuerySettings(interestThreshold: 0.9)),
      expect: .column("audience", "3 3")
    )
    check("topics by followers", expect: .column("rank", "1= 1="))
    check("topics by followers without @ada", expect: .column("followers", "4 3"))
    check("topics by reach within 2 hops", expect: .column("reach", "6 5"))
    check("topics by audience overlap with #yoga", expect: .column("audience overlap", "1 0"))
    check(
      "topics by audience coverage with #yoga",
      expect: .column("audience coverage", "1 0")
    )
    check(
      "topics by followers",
      expect: .reading("topics by followers  -- interest >= 0.5; over follows")
    )
    check("count topics where audience > 3", expect: .column("share", "1"))
    check("count topics where audience > 3", expect: .remark("share of all 2 topics"))
  }

  @Test(arguments: [
    ("topics by pagerank", DiagnosticCode.wrongKind, "reach"),
    (
      "topics by followers over trust", .wrongKind,
      "`followers over trust` is nothing that topics have"
    ),
    ("topics by followers * age", .wrongKind, "is nothing that topics have"),
    ("topics by audience overlap with #yoga weighted by trust", .wrongKind, "topics"),
    ("topics by followers where shares received > 1", .wrongKind, "`shares received`"),
    ("followers for (top 1 topics by followers) in 2026", .wrongKind, "`topics` are no people"),
    ("count (ties over trust by weight)", .wrongKind, "`ties over trust` are no people"),
    ("posts by followers", .wrongKind, "shares received"),
    ("topics where followers > 1", .unknownName, "audience"),
    ("topics where topic = @ada", .wrongKind, ""),
    ("posts that follow @ada", .wrongKind, "posts that mention @PERSON"),
    ("posts that quote @ada", .relationNotLoaded, "quotes"),
    ("ties over frends", .relationNotLoaded, "frends"),
    ("ties over follows by weight", .unknownName, "no column is called `weight`"),
    ("ties over trust by source", .wrongKind, "a number belongs here"),
    ("ties over trust where #yoga", .wrongKind, "about its columns"),
    ("ties over trust for @ada", .unwantedQualifier, "the rows are no people"),
    ("topics by followers per year", .unwantedQualifier, "no people"),
  ])
  func `what such rows do not have`(_ question: String, _ code: DiagnosticCode, _ part: String) {
    let graph = Graph.eightWithPosts.adding([("age", .numbers([1, 2, 3, 4, 5, 6, 7, 8]))])
    check(question, in: World(graph: graph), expect: .refused(code, [part]))
  }

  @Test func `rows that are not loaded`() {
    let plain = World(graph: Graph(literal: "a>b"))
    check("posts", in: plain, expect: .refused(.nothingLoaded, ["load posts"]))
    check("topics by followers", in: plain, expect: .refused(.nothingLoaded, ["load interests"]))
  }

  @Test(arguments: [
    ("ties over trust from @ada", "ada>cal ada>fay ada>hal"),
    ("ties over trust from @ada or @cal to @hal", "ada>hal cal>hal"),
    ("ties over trust to #pop from #yoga", "cal>bea fay>bea"),
    ("ties over trust where weight > 0.8", "cal>ada eve>bea hal>ada"),
    ("ties over trust where weight > 0.8 limit 2", "cal>ada eve>bea"),
    ("ties over trust where weight between 0.5 and 0.6", "ada>fay dan>bea eve>dan fay>cal"),
    ("ties over trust where weight > 5", ""),
    ("ties over trust where target = @dan", "eve>dan"),
    ("ties over trust where percentile(weight) > 95%", ""),
    ("ties over trust where percentile(weight) > 90%", "cal>ada eve>bea hal>ada"),
    ("ties over trust sort by weight limit 4", "cal>ada eve>bea hal>ada ada>cal"),
    ("ties over trust sort by weight ascending limit 2", "fay>bea gus>ada"),
    ("ties over trust from @fay sort by -weight", "fay>bea fay>cal fay>ada"),
    ("ties over trust without @ada where weight >= 0.8", "cal>hal eve>bea"),
    ("ties over follows from @gus", "gus>ada gus>bea"),
    ("ties over shares where weight > 1", "cal>ada eve>bea"),
    ("top 2 ties over trust by weight", "cal>ada eve>bea"),
    ("bottom 1 ties over trust by weight", "fay>bea"),
    ("ties over trust from @ada by weight", "ada>cal ada>hal ada>fay"),
    ("ties over trust from @ada by weight sort by weight ascending limit 2", "ada>fay ada>hal"),
    ("top 2 ties over trust by weight * -2", "fay>bea gus>ada"),
  ])
  func `which ties`(_ question: String, _ ties: String) throws {
    let table = try answer(question).table
    let ends = zip(cells(of: "source", in: table), cells(of: "target", in: table))
    #expect(ends.map { "\($0)>\($1)" }.joined(separator: " ") == ties)
    #expect(table.rowNoun == "ties")
  }

  @Test func `a tie and its place`() {
    check("top 2 ties over trust by weight", expect: .column("rank", "1= 1="))
    check("top 2 ties over trust by weight", expect: .remark("1 more shares place 1"))
    check("top 4 ties over trust by weight", expect: .column("rank", "1= 1= 1= 4="))
    check("ties over trust from @ada by weight * 2", expect: .column("weight * 2", "1.6 1.4 1"))
    check("ties over trust from @ada", expect: .column("weight", "0.8 0.5 0.7"))
    check("count ties over trust where weight > 0.8", expect: .column("share", "0.1765"))
    check("ties over trust where weight > 5", expect: .remark("none of the 17 ties meets"))
    check(
      "ties over trust from @ada to @gus",
      expect: .remark("there are no `ties over trust from")
    )
  }

  @Test func `brands are a set of people`() {
    var builder = GraphBuilder(extending: .eightPeople)
    let buy = builder.actionKind("purchase")
    builder.add([Actions.Action(person: 1, kind: buy, brand: 7)])
    builder.add([Actions.Action(person: 2, kind: buy, brand: 0)])
    let world = World(graph: builder.frozen())
    check("brands by followers", in: world, expect: .people("ada hal"))
    check(
      "brands by followers",
      in: world,
      expect: .reading("followers for brands  -- over follows")
    )
  }
}

/// Rows agree with what a slow reading of the graph says.
@Suite struct RowOracleTests {
  @Test(arguments: UInt64(1)...8)
  func `ties are those of the relation`(_ seed: UInt64) throws {
    let graph = Graph.random(people: 30, density: 0.2, seed: seed)
    let world = World(graph: graph)
    var all: [(from: String, to: String, weight: Double)] = []
    for source in 0..<30 as Range<UInt32> {
      for target in 0..<30 as Range<UInt32> {
        guard let weight = graph.relations["trust"]?.weight(from: source, to: target) else {
          continue
        }
        all.append((graph.people[source], graph.people[target], weight))
      }
    }
    let wanted = all.filter { $0.weight < 0.5 }.sorted {
      ($0.weight, $0.from, $0.to) < ($1.weight, $1.from, $1.to)
    }
    for limit in [1, 5, 1000] {
      let question = "ties over trust where weight < 0.5 sort by weight ascending limit \(limit)"
      let table = try answer(question, in: world).table
      #expect(cells(of: "source", in: table) == wanted.prefix(limit).map(\.from))
      #expect(cells(of: "target", in: table) == wanted.prefix(limit).map(\.to))
    }
    let plain = try answer("ties over trust limit 7", in: world).table
    let byName = all.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    #expect(cells(of: "target", in: plain) == byName.prefix(7).map(\.to))
    let ranked = try answer("top 9 ties over trust by weight", in: world).table
    let top = all.sorted { (-$0.weight, $0.from, $0.to) < (-$1.weight, $1.from, $1.to) }.prefix(9)
    #expect(cells(of: "source", in: ranked) == top.map(\.from))
    let places = top.map { tie in all.count { $0.weight > tie.weight } + 1 }
    #expect(cells(of: "rank", in: ranked).map { $0.prefix { $0 != "=" } } == places.map { "\($0)" })
  }

  @Test(arguments: UInt64(1)...6)
  func `posts are seen, and receive what others did on them`(_ seed: UInt64) throws {
    let graph = Graph.dated(people: 12, density: 0.2, seed: seed)
    let world = World(graph: graph)
    let kind = try #require(graph.interactions.kinds.number(of: "share"))
    for since in [0, 4] {
      let shown = graph.posts.posts.filter {
        since == 0 || $0.time.map { $0 >= Graph.day(since) } ?? false
      }
      let clause = since == 0 ? "" : " since 1970-01-0\(since + 1)"
      let table = try answer("posts by shares received\(clause)", in: world).table
      #expect(table.rowCount == shown.count)
      let names = cells(of: "post", in: table)
      let values = cells(of: "shares received", in: table)
      for post in shown {
        let count = graph.interactions.events.count { event in
          event.kind == kind && event.post == post.id && event.source != post.author
            && (since == 0 || event.time.map { $0 >= Graph.day(since) } ?? false)
        }
        let row = try #require(names.firstIndex(of: graph.postNames[post.id]))
        #expect(values[row] == "\(count)")
      }
    }
  }

  @Test(arguments: UInt64(1)...6)
  func `a topic is followed by those interested in it`(_ seed: UInt64) throws {
    let world = World(graph: .random(people: 25, density: 0.1, seed: seed))
    let topics = try answer("topics sort by audience, topic", in: world).table
    let ranked = try answer("topics by followers", in: world).table
    #expect(cells(of: "topic", in: topics) == cells(of: "topic", in: ranked))
    #expect(cells(of: "audience", in: topics) == cells(of: "followers", in: ranked))
    for topic in cells(of: "topic", in: topics) {
      let measure = "audience overlap with followers of @p1"
      let count = try answer("count #\(topic) and followers of @p1", in: world).table
      let overlap = try answer("topics by \(measure) | where topic = \"\(topic)\"", in: world).table
      #expect(cells(of: "count", in: count) == cells(of: "shared", in: overlap))
    }
  }
}

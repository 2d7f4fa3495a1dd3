import Answering
import Diagnostics
import Graph
import Query
import Syntax
import TestSupport
import Testing
import Values

/// The reading line is a question: asked again it reads the same and gives the same table.
@Suite struct ReadingTests {
  private static let definitions = [
    "define fans as people where role = \"fan\"", "define fit as followers * 2",
    "define wellness as #yoga or #meditation", "define spread as reach within 2 hops",
  ]

  @Test(arguments: questions)
  func `an accepted line of the grammar reads as itself`(_ line: String) {
    checkReading(line, in: World(graph: Self.graph, definitions: Self.definitions))
  }

  @Test(arguments: [
    "average fit, median followers for customers", "total (fit + 1) for (top 3 by followers)",
    "total followers, total fit, average (-fit) per country where fit > 0 limit 3",
    "average low audience overlap with #yoga per country",
    "average audience overlap with #yoga per role sort by average audience overlap with #yoga",
    "average followers per country sort by average followers, people descending, country",
    "maximum (fit / 2) per customer sort by column \"maximum (fit / 2)\" ascending",
    "total reach, total fit per decile(fit) sort by column \"share of total fit\", column decile",
    "average (followers without bots) per decile(fit * 2) for customers",
    "total mentions received per month in 2026 sort by share", "average mentions received per kind",
    "top 2 people by mentions received per month since 2026-01", "shares received per topic",
    "audience overlap with #yoga for customers per country sort by rank, expected, person limit 4",
    "bottom 1 customers by fit per role sort by role descending", "mentions received per kind",
    "mentions received, fit for @ann, @bob per week sort by week descending, fit limit 3",
    "mentions received per day", "mentions received per quarter", "mentions received per hour",
    "count customers per country sort by share, count", "count per decile(fit) limit 2",
    "count (top 1 by followers per country)", "count people where fit > 0 per role sort by role",
  ])
  func `a question with groups reads as itself`(_ line: String) {
    checkReading(line, in: World(graph: Self.graph, definitions: Self.definitions))
  }

  /// The graph of the examples, with something dated and something written.
  private static let graph: Graph = {
    var builder = GraphBuilder(extending: .examples)
    let (ann, bob) = (builder.person("ann"), builder.person("bob"))
    let post = builder.post("p1")
    let yoga = builder.topic("yoga")
    for day in [3, 20, 43] {
      let time = Graph.day(20_454 + day)
      builder.add([Posts.Post(id: post, author: ann, time: time, topics: [yoga])])
      for kind in ["mention", "share"] {
        builder.add([
          Interactions.Event(
            source: bob,
            target: ann,
            kind: builder.interactionKind(kind),
            time: time,
            post: post
          )
        ])
      }
    }
    return builder.frozen()
  }()

  @Test(arguments: [
    "(followers of @ann) and @bob", "(followers of @ann or @bob) and @cal",
    "(followers of @ann) or (followers of @bob)", "@ann and (@bob or #yoga)",
    "followers of (@ann, @bob) and @cal", "top 3 (@ann, @bob) by reach for @bob, @cal",
    "(@ann, @bob) and (@bob, @cal)", "(@ann, @bob) or #yoga", "@ann or @bob or #yoga",
    "(people interested in #yoga or #pop) and #pop", "(people interested in #yoga) and #pop",
    "people interested in #yoga or #pop and customers", "people interested in topic \"YOGA\"",
    "(people interested in #yoga but not @ann) but not (#pop but not @cal)",
    "customers and (bots or #yoga)", "followers of (followers of @ann and @bob)",
    "audience of (@ann or #yoga) over trust", "followers of (people)",
    "followers of (people interested in #yoga or #pop)", "followers of (customers) or @ann",
    "audience of fans over mentions",
    "followers of (top 2 people by followers where role is missing)",
    "(customers where reach > 0) where country = \"NL\"", "(fans where fit >= 2) but not @cal",
    "people where not not customer",
    "people where (customer or bot) and (role = \"fan\" or country matches \"N?\")",
    "people where -followers < -1 and followers - (following - 1) > 0",
    "people where followers between following and 2 * following",
    "people where role is missing or not name matches \"*\\\"*\"",
    "fit", "fit * 2 + (fit - 3) / 4", "-(-fit)", "- fit * 2", "(-fit) * 2", "2 - (3 - fit)",
    "2 / (3 / fit) * 4", "log(sqrt(abs(fit)))", "fit - -1", "fit * 50%", "fit + 0.000001",
    "fit / 12345678901234567890", "fit * 12.5%", "fit * 0.1%",
    "spread, fit, pagerank (damping 0.5)",
    "audience overlap with wellness weighted by fit", "audience overlap with (wellness or fans)",
    "audience overlap with customers weighted by (column followers)",
    "audience overlap with #yoga weighted by pagerank (damping 0.5)",
    "audience overlap with #yoga weighted by (reach within 1 hop) over follows",
    "audience overlap with (followers of @ann or @bob) weighted by my trust",
    "low audience overlap with #yoga, expected audience overlap with #pop",
    "top 2 by audience overlap with #yoga where low > 1% and audience >= 1 sort by expected, name",
    "show name, column followers, followers for customers sort by column followers ascending, name",
    "audience overlap with (people but not #yoga) over mentions", "count fans or @ann",
    "bottom 2 fans by fit sort by role descending, name ascending limit 1", "reach of (@ann, @bob)",
    "reach for @ann and customers", "reach for (@ann, @bob) or customers",
    "audience coverage with (#yoga but not #pop) where audience coverage with #pop is missing",
    "overlap between (customers or bots), (#yoga but not @ann), @bob and fans",
    "overlap between followers of (@ann, @bob) and (followers of @ann or @bob)",
    "path from @me to @eve by Trust within 4 hops", "path from @ann to @dan by mentions",
    "path from @cal to @bea without @ann", "path from @cal to @cal by trust",
    "posts", "posts of @ann or @bob", "posts of (followers of @acme) in #yoga or #pop",
    "posts that mention @acme that reply to (@ann, @bob) in #yoga and #pop", "topics",
    "posts that reply to @ann since 2026 where author = @bob sort by time descending limit 3",
    "posts where topics matches \"*o*\" and answers is missing", "topics where audience >= 2",
    "topics sort by audience ascending, topic limit 1", "top 1 topics by followers",
    "topics by audience overlap with #yoga, reach without @ann", "count topics where audience > 1",
    "bottom 2 posts in #yoga by mentions received", "count posts of @ann", "ties over follows",
    "ties over trust from (@ann, @bob) to #yoga where weight between 0.2 and 0.8",
    "ties over mentions by weight limit 2",
    "top 2 ties over trust from @ann by -weight, weight * 2",
    "ties over trust where source != @ann sort by weight, target",
    "count ties over trust where percentile(weight) > 50%",
    "top 5 by followers | where followers > 1 and not person = @ann | sort by rank | limit 2",
    "top 5 by followers | keep person, Followers / 2 | where followers / 2 > 0.5",
    "followers / following | sort by followers / following ascending | keep person",
    "count customers | where share > 10% | keep count, log(count)",
    "ties over trust | sort by weight | keep source, weight | limit 3",
    "show name, customer for people | where customer or name is missing | sort by customer, name",
    "CUSTOMERS BY Reach", "top 3 by Followers", "pagerank over MENTIONS",
  ])
  func `a question reads as itself`(_ line: String) {
    checkReading(line, in: World(graph: .examples, definitions: Self.definitions))
  }

  @Test(arguments: [
    "Ann Lee", "anna–lee", "o\"neil", "say “hi”", "back\\slash", "a.b-c", "-x", "x:",
  ])
  func `odd handles and topics read as themselves`(_ name: String) {
    var builder = GraphBuilder()
    var follows = TieBuffer(weighted: false)
    let (odd, ann) = (builder.person(name), builder.person("ann"))
    follows.append(from: ann, to: odd)
    _ = builder.add(follows, to: "follows")
    var interests = TieBuffer(weighted: true)
    interests.append(from: builder.topic(name), to: ann, weight: 1)
    _ = builder.add(statedInterests: interests)
    builder.add(Attribute(name: name, cells: .numbers([1, 2])))
    let world = World(graph: builder.frozen())
    let escaped = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("“", with: "\\“").replacing("”", with: "\\”")
    check("followers of @\"\(escaped)\"", in: world, expect: .people("ann"))
    checkReading("followers of @\"\(escaped)\"", in: world)
    check("topic \"\(escaped)\"", in: world, expect: .people("ann"))
    checkReading("people interested in topic \"\(escaped)\" but not @\"\(escaped)\"", in: world)
    checkReading("top 1 by column \"\(escaped)\" where column \"\(escaped)\" > 1", in: world)
  }

  @Test(arguments: [
    ("followers", "followers  -- over follows"),
    ("followers for @ann and @bob", "followers for @ann, @bob  -- over follows"),
    ("reach of @ann", "reach for @ann  -- over follows; within 2 hops"),
    ("reach within 1 hops", "reach within 1 hop  -- over follows"),
    ("customers by reach within 3 hops", "reach within 3 hops for customers  -- over follows"),
    ("top 3 by pagerank over mentions", "top 3 people by pagerank over mentions"),
    (
      "audience overlap of @bea with topic yoga",
      "audience overlap with #yoga for @bea  -- interest >= 0.5; over follows"
    ),
    (
      "audience overlap with #yoga weighted by trust * follower ratio",
      "(audience overlap with #yoga weighted by trust) * follower ratio  -- interest >= 0.5; "
        + "over follows; missing trust is no evidence"
    ),
    (
      "top 1 by audience overlap with #yoga where low > 5%",
      "top 1 people by audience overlap with #yoga where low > 5%"
        + "  -- interest >= 0.5; over follows"
    ),
    ("followers of (@ann, @bob)", "followers of @ann or @bob"),
    ("(followers of @ann) and @bob", "(followers of @ann) and @bob"),
    ("count CUSTOMERS", "count CUSTOMERS"),
  ])
  func `how a question is read`(_ question: String, _ reading: String) {
    check(question, in: World(graph: .examples), expect: .reading(reading))
  }

  /// The questions among the lines that the grammar must accept; `those` has no table before it here.
  private static let questions = GrammarPage.all.flatMap(\.accepted).filter { line in
    switch try? statement(line) {
    case .rank?, .list?, .show?, .count?, .aggregate?, .compare?, .correlate?, .choose?,
      .overlap?, .path?:
      !line.contains("those")
    case .explain(let explain)?: !explain.measures.isEmpty
    default: false
    }
  }

  /// Asks a question and its reading, and compares the answers.
  private func checkReading(
    _ question: String,
    in world: World,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var world = world
    world.settings.me = "ann"
    let first: Answer
    do throws(Diagnostics) {
      first = try answer(question, in: world)
    } catch {
      Issue.record("refused: \(error.all.map(allWords))", sourceLocation: sourceLocation)
      return
    }
    do throws(Diagnostics) {
      let second = try answer(first.reading, in: world)
      #expect(second.readingLine == first.readingLine, sourceLocation: sourceLocation)
      #expect(text(of: second.table) == text(of: first.table), sourceLocation: sourceLocation)
      // The reading names those of all measures that are there.
      let remarks = first.remarks.filter { !$0.hasPrefix("left out, as their data") }
      #expect(second.remarks == remarks, sourceLocation: sourceLocation)
      #expect(second.findings == first.findings, sourceLocation: sourceLocation)
    } catch {
      Issue.record(
        "`\(first.reading)` is refused: \(error.all.map(allWords))",
        sourceLocation: sourceLocation
      )
    }
  }

  private func text(of table: Table) -> String {
    table.columns.map { column in
      ([column.name] + (0..<table.rowCount).map { spelled(column[$0]) }).joined(separator: " ")
    }.joined(separator: "\n")
  }
}

import Diagnostics
import Foundation
import Graph
import Answering
import Query
import TestSupport
import Testing
import Values

/// Rankings of each group, and what `per` makes of the calendar, topics and kinds.
@Suite struct GroupTests {
  @Test(arguments: [
    ("followers per country", "country", "BE IN NL NL NL US US -"),
    ("followers per country", "person", "eve ada cal dan gus bea hal fay"),
    ("followers per country", "rank", "1 1 1 2 3 1 2 1"),
    ("top 1 by followers per country", "person", "eve ada cal bea fay"),
    ("bottom 1 by followers per country", "followers", "1 4 0 2 1"),
    ("age per customer", "person", "gus ada bea dan cal fay eve hal"),
    ("age per customer", "rank", "1 2 3 4 1 - 1 -"),
    ("top 1 by age per customer for #pop", "person", "gus eve"),
    ("top 2 by followers per decile(followers)", "decile", "1 4 4 6 7 9 10"),
    ("followers, age per country where age > 20", "age", "34 51 40 28"),
    ("top 1 by followers per country sort by followers, person", "person", "bea ada cal eve fay"),
    ("top 1 by followers per country sort by age", "person", "cal ada bea eve fay"),
    ("followers per country sort by rank, country limit 4", "person", "eve ada cal bea"),
    ("followers per country limit 2", "person", "eve ada"),
    ("top 1 by audience overlap with #yoga per bot", "low", "0.4385 -"),
  ])
  func `a ranking of each group`(_ question: String, _ column: String, _ cells: String) {
    check(question, in: World(graph: .eightWithAttributes), expect: .column(column, cells))
  }

  @Test func `cuts through ties are told`() {
    let world = World(graph: .eightWithAttributes)
    let remark = "more share the last place shown in no"
    check("top 5 by followers per bot", in: world, expect: .remark(remark))
    check("top 1 by mentions received per month", in: Self.mentions, expect: .remark("2026-02"))
    check("count (top 1 by followers per country)", in: world, expect: .column("count", "5"))
  }

  @Test(arguments: [
    ("mentions received per month", "month", "2026-01 2026-02 2026-02 2026-04"),
    ("mentions received per month", "person", "b b c b"),
    ("mentions received per month", "rank", "1 1= 1= 1"),
    ("mentions received for @b per month", "mentions received", "1 1 0 1"),
    ("mentions received for @b per month since 2026-02", "month", "2026-02 2026-03 2026-04"),
    ("mentions received for @b per month in 2026-03", "month", "2026-03"),
    ("mentions received for @b per month until 2026-02", "mentions received", "1 1"),
    ("mentions received per quarter", "quarter", "2026-Q1 2026-Q1 2026-Q2"),
    ("mentions received per quarter", "mentions received", "2 1 1"),
    ("mentions received per week", "week", "2026-W05 2026-W06 2026-W14"),
    ("mentions received per week", "mentions received", "2 1 1"),
    ("mentions received per day limit 2", "day", "2026-01-30 2026-02-01"),
    ("mentions received per hour limit 2", "hour", "2026-01-30 00:00 2026-02-01 00:00"),
    ("mentions received per year", "mentions received", "3 1"),
    ("bottom 1 by mentions received per year", "person", "c"),
    ("average mentions received per month", "average mentions received", "0.3333 0.6667 0 0.3333"),
    ("total mentions received for @b per month", "share", "1 0.5 - 1"),
    (
      "mentions received for @b per month sort by month descending", "month",
      "2026-04 2026-03 2026-02 2026-01"
    ),
    ("mentions received per month where mentions received < 2", "person", "c"),
    (
      "(mentions received in 2026-04) for @b per month in 2026-02",
      "(mentions received in 2026-04)", "1"
    ),
    ("mentions received per kind", "kind", "mention mention"),
    ("shares received for @b per kind", "shares received", "0 1"),
  ])
  func `a table of each part`(_ question: String, _ column: String, _ cells: String) {
    check(question, in: Self.mentions, expect: .column(column, cells))
  }

  @Test func `parts say what they leave out, and there may not be too many`() {
    let world = Self.mentions
    let zeros = "rows with 0 mentions received are left out"
    check("mentions received per month", in: world, expect: .remark(zeros))
    let many = ["more than 5,000 hours", "per day"]
    check(
      "mentions received per hour since 2020-01-01",
      in: world,
      expect: .refused(.outOfRange, many)
    )
    check("mentions received per month since 2030", in: world, expect: .remark("the data end"))
    check("mentions received per kind", expect: .column("kind", "mention mention mention"))
  }

  @Test func `work between the parts can be stopped`() throws {
    var binder = Binder(
      graph: Self.mentions.graph,
      definitions: Definitions(),
      settings: QuerySettings(),
      source: SourceText("average mentions received per month")
    )
    let asked = try statement("average mentions received per month")
    let question = try #require(try binder.question(asked))
    let monitor = WorkMonitor(isCancelled: { true })
    #expect(throws: EvaluationError.cancelled) {
      var evaluator = Evaluator(
        graph: Self.mentions.graph,
        settings: QuerySettings(),
        monitor: monitor
      )
      _ = try evaluator.answer(question)
    }
  }

  /// What was received in each part, counted event by event.
  @Test(arguments: UInt64(1)...6)
  func `parts of random graphs are counted right`(_ seed: UInt64) throws {
    let graph = Graph.dated(people: 12, density: 0.2, seed: seed)
    let topics = Dictionary(
      graph.posts.posts.map { ($0.id, $0.topics.map { graph.topics[$0] }) },
      uniquingKeysWith: { first, _ in first }
    )
    for group in ["day", "topic", "kind"] {
      var wanted: [String: [String: Double]] = [:]
      for event in graph.interactions.events
      where graph.interactions.kinds[event.kind] == "share" {
        let parts =
          switch group {
          case "day": event.time.map { ["\($0)"] } ?? []
          case "topic": topics[event.post] ?? []
          default: ["share"]
          }
        for part in parts {
          wanted[part, default: [:]][graph.people[event.target], default: 0] += 1
        }
      }
      let table = try answer("shares received per \(group)", in: World(graph: graph)).table
      var found: [String: [String: Double]] = [:]
      for row in 0..<table.rowCount {
        guard case .text(let part)? = table[group]?[row],
          case .person(let person)? = table["person"]?[row],
          case .number(let number)? = table["shares received"]?[row],
          case .rank(let rank)? = table["rank"]?[row]
        else { continue }
        found[part, default: [:]][person] = number
        let above = wanted[part]?.values.filter { $0 > number }.count
        #expect(rank.place == (above ?? 0) + 1)
      }
      #expect(found == wanted, "per \(group)")
    }
  }

  /// Ties stand as they were at the end of each day.
  @Test(arguments: UInt64(1)...4)
  func `states of random graphs are those at the end of a period`(_ seed: UInt64) throws {
    let graph = Graph.dated(people: 10, density: 0.3, seed: seed)
    let follows = try #require(graph.relations["follows"])
    let table = try answer("total followers per day", in: World(graph: graph)).table
    for row in 0..<table.rowCount {
      guard case .text(let day)? = table["day"]?[row] else { continue }
      let count = follows.times?.count { $0.map { "\($0)" <= day } ?? true } ?? 0
      #expect(table["total followers"]?[row] == .number(Double(count)))
    }
    #expect(table.rowCount > 1)
  }

  /// The calendar of the system's library names and bounds the same periods.
  @Test(arguments: CalendarUnit.allCases)
  func `periods are those of the calendar`(_ unit: CalendarUnit) throws {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    var random = SeededRandom(seed: 7)
    for _ in 0..<300 {
      let second = Int64.random(in: -3_000_000_000...6_000_000_000, using: &random)
      let start = Instant(microseconds: second * 1_000_000)
      let end = Instant(microseconds: start.microseconds + 40 * 86_400_000_000)
      let periods = try #require(unit.periods(in: start...end, limit: 2_000))
      #expect(periods.first?.first == start && periods.last?.last == end)
      for (before, after) in zip(periods, periods.dropFirst()) {
        #expect(before.last.microseconds + 1 == after.first.microseconds)
        let date = Date(timeIntervalSince1970: Double(after.first.microseconds / 1_000_000))
        #expect(after.name == Self.name(of: date, unit, calendar))
      }
    }
    #expect(unit.periods(in: Graph.day(0)...Graph.day(4_000), limit: 5) == nil)
  }

  private static func name(of date: Date, _ unit: CalendarUnit, _ calendar: Calendar) -> String {
    let parts = calendar.dateComponents(
      [.year, .month, .day, .hour, .weekOfYear, .yearForWeekOfYear],
      from: date
    )
    func digits(_ number: Int?, _ count: Int = 2) -> String {
      let text = String(number ?? 0)
      return String(repeating: "0", count: count - text.count) + text
    }
    let year = digits(parts.year, 4)
    let day = "\(year)-\(digits(parts.month))-\(digits(parts.day))"
    return switch unit {
    case .hour: "\(day) \(digits(parts.hour)):00"
    case .day: day
    case .week: "\(digits(parts.yearForWeekOfYear, 4))-W\(digits(parts.weekOfYear))"
    case .month: String(day.prefix(7))
    case .quarter: "\(year)-Q\(((parts.month ?? 0) + 2) / 3)"
    case .year: year
    }
  }

  /// Five mentions, one of them without a date, and a share.
  private static let mentions: World = {
    var builder = GraphBuilder()
    let people = ["a", "b", "c"].map { builder.person($0) }
    let mention = builder.interactionKind("mention")
    let share = builder.interactionKind("share")
    let events: [(Int, Int, UInt32, Instant?)] = [
      (0, 1, mention, Instant(year: 2026, month: 1, day: 30)),
      (2, 1, mention, Instant(year: 2026, month: 2, day: 1)),
      (0, 2, mention, Instant(year: 2026, month: 2, day: 3)),
      (0, 1, mention, Instant(year: 2026, month: 4, day: 2)),
      (0, 1, mention, nil),
      (2, 1, share, Instant(year: 2026, month: 3, day: 1)),
    ]
    for (source, target, kind, time) in events {
      builder.add([
        Interactions.Event(source: people[source], target: people[target], kind: kind, time: time)
      ])
    }
    return World(graph: builder.frozen())
  }()
}

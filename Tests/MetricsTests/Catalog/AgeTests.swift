import Graph
import Metrics
import TestSupport
import Testing
import Values

/// How old something is: one rule for all measures.
struct AgeTests {
  private static let hour: Int64 = 3_600_000_000

  /// So many hours and microseconds after the beginning of a day.
  private func moment(_ day: Int, _ hours: Int64, plus rest: Int64 = 0) -> Instant {
    Instant(microseconds: Graph.day(day).microseconds + hours * Self.hour + rest)
  }

  @Test func `days are whole where an end has no clock`() {
    let (date, end) = (moment(13, 0), moment(13, 24, plus: -1))
    #expect(!date.hasClock && !end.hasClock && moment(13, 9).hasClock)
    for now in [date, end] {
      #expect(now.days(since: moment(10, 0)) == 3)
      #expect(now.days(since: moment(10, 18)) == 3)
      #expect(now.dayText == "\(date)")
    }
    #expect(moment(13, 9).days(since: moment(10, 0)) == 3)
    #expect(moment(13, 9).days(since: moment(10, 21)) == 2.5)
    #expect(moment(13, 0, plus: 1).days(since: moment(12, 12)) > 0.5)
  }

  /// The date alone, and what `set now` makes of it.
  @Test func `all measures have the same age of the same act, however now is said`() throws {
    let graph = Graph(literal: "a@share@b/3 a$purchase$b=9/3 b@like@a/0")
    for now in [moment(10, 0), moment(10, 24, plus: -1)] {
      var arguments = MetricArguments(to: PersonSet([1], universe: 2), now: now)
      #expect(try value(RFMScore(), "days since", on: graph, arguments) == 7)
      #expect(try value(DaysSinceContact(), "said", on: graph, arguments) == 7)
      arguments.parameters = ["half-life": 7]
      #expect(try value(TieStrength(), nil, on: graph, arguments) == 1)
      #expect(try value(BrandAffinity(), "contact", on: graph, arguments) == 1)
      arguments.to = nil
      #expect(try value(Recency(), nil, on: graph, arguments) == 0.5)
    }
  }

  @Test func `where both ends have a clock, minutes count`() throws {
    var builder = GraphBuilder()
    for name in ["a", "b"] { _ = builder.person(name) }
    let reply = builder.interactionKind("reply")
    for time in [moment(9, 23, plus: 59 * 60_000_000), nil] {
      builder.add([Interactions.Event(source: 0, target: 1, kind: reply, time: time, post: nobody)])
    }
    let graph = builder.frozen()
    var arguments = MetricArguments(
      to: PersonSet([1], universe: 2),
      now: moment(10, 0, plus: 60_000_000)
    )
    arguments.parameters = ["half-life": 1]
    let strength = try value(TieStrength(), nil, on: graph, arguments)
    #expect(strength > 3.99 && strength < 4)
    let tie = try TieStrength().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
    #expect(tie.remarks == ["1 undated act left out"])
  }

  private func value(
    _ metric: some Metric,
    _ companion: String?,
    on graph: Graph,
    _ arguments: MetricArguments
  ) throws -> Double {
    let found = try metric.evaluate(on: graph, with: arguments, watchedBy: .unwatched)
    return try companion.map { try #require(found[$0]).values[0] } ?? found.values[0]
  }
}

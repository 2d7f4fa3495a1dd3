import Answering
import Diagnostics
import Graph
import Metrics
import Query
import TestSupport
import Testing
import Values

@Suite struct CorrelateTests {
  /// The eight people with what was bought because of them.
  private static let world = World(
    graph: Graph.eightPeople.adding([
      ("earned", .numbers([70, 0, 30, 0, 0, 0, 0, 0])),
      ("fame", .numbers([4, 5, 3, 1, .nan, 1, 0, 2])),
      ("same", .numbers([1, 1, 1, 1, 1, 1, 1, 1])),
    ])
  )
  private static let question =
    "correlate followers, pagerank, expected audience overlap with #yoga weighted by trust "
    + "against earned controlling for followers for people but not @hal"

  @Test(arguments: [
    ("measure", "followers pagerank expected"), ("n", "7 7 7"),
    ("spearman", "0.5085 0.6742 0.8321"), ("low", "- - -"), ("high", "- - -"),
    ("auc", "0.8 0.9 1"), ("ndcg", "0.6653 0.9558 1"), ("precision", "0.6667 0.6667 0.6667"),
    // Nothing is left of followers beside followers.
    ("partial", "- 0.6507 0.8299"), ("regret", "0 0 0"),
  ])
  func `the fixture's measures against earned`(_ column: String, _ cells: String) {
    check(Self.question, in: Self.world, expect: .column(column, cells))
  }

  @Test func `what choosing by the wrong measure loses`() throws {
    let question = "correlate followers, pagerank against earned for @ada, @bea, @cal"
    let answer = try answer(question, in: Self.world)
    // One of three is chosen: bea by followers, ada by pagerank.
    #expect(cells(of: "regret", in: answer.table) == ["70", "0"])
    #expect(cells(of: "precision", in: answer.table) == ["0", "1"])
    #expect(answer.defaults.contains("choosing 1"))
    #expect(
      answer.findings == [
        "pagerank goes best with earned: spearman 0.5",
        "choosing the first by followers loses 70 in earned against the best",
      ]
    )
  }

  /// Derivation 18: two of seven.
  @Test(arguments: [
    (2, "0.5 0.5 1"), (3, "0.6667 0.6667 0.6667"), (9, "0.2857 0.2857 0.2857"),
  ])
  func `how many are chosen can be said`(_ count: Int, _ precision: String) throws {
    let question = Self.question.replacing(" for people", with: " choosing \(count) for people")
    check(question, in: Self.world, expect: .column("precision", precision))
    let answer = try answer(question, in: Self.world)
    #expect(answer.reading.contains("controlling for followers choosing \(count) for"))
    #expect(!answer.defaults.contains { $0.hasPrefix("choosing") })
    let all = "choosing 9 of 7 people is choosing them all"
    #expect(answer.remarks.contains(all) == (count > 7))
  }

  @Test func `whoever lacks a value is left out of all, and counted`() throws {
    let question = "correlate followers, audience overlap with #yoga against fame"
    let answer = try answer(question, in: Self.world)
    #expect(cells(of: "n", in: answer.table) == ["6", "6"])
    #expect(
      answer.remarks.first
        == "2 people left out: 1 without audience overlap (no audience), "
        + "1 without fame (not in the data)"
    )
    #expect(answer.remarks.contains("small n: agreement among 6 people is no evidence"))
    #expect(answer.defaults.contains("audience overlap ranks by low"))
  }

  @Test func `an outcome that is the same for all says nothing`() throws {
    let question = "correlate followers, pagerank against same"
    for column in ["spearman", "auc", "precision", "ndcg", "regret"] {
      check(question, in: Self.world, expect: .column(column, "- -"))
    }
    let remarks = try answer(question, in: Self.world).remarks
    #expect(remarks.contains("same is the same for all of them: nothing can go with it"))
    check("correlate followers against same", in: Self.world, expect: .people("no column person"))
    let nobody = "correlate followers against fame where followers > 9"
    check(nobody, in: Self.world, expect: .column("n", "0"))
    check(nobody, in: Self.world, expect: .column("regret", "-"))
  }

  @Test func `controls make a column`() throws {
    let plain = try answer("correlate followers against earned", in: Self.world)
    #expect(plain.table["partial"] == nil)
    #expect(plain.parts.isEmpty)
    let two = "correlate pagerank against earned controlling for followers and following"
    #expect(try answer(two, in: Self.world).table["partial"] != nil)
    check(
      "correlate followers against earned controlling for name",
      in: World(graph: .eightWithAttributes),
      expect: .refused(.unknownName)
    )
    check(
      "correlate followers against pagerank controlling for role",
      in: World(graph: .eightWithAttributes),
      expect: .refused(.wrongKind, ["a number belongs here"])
    )
  }

  @Test(arguments: ["sort by followers", "limit 2"])
  func `its rows are no people`(_ clause: String) {
    check(
      "correlate followers against pagerank \(clause)",
      expect: .refused(.unwantedQualifier, ["behind `correlate`", "goes on behind `|`"])
    )
  }

  @Test func `intervals hold the value, and pairs are drawn alike`() throws {
    let world = World(graph: .random(people: 80, density: 0.08, seed: 5))
    let question = "correlate followers, following, followers * 2 against pagerank"
    let answer = try answer(question, in: world)
    for row in 0..<3 {
      guard case .number(let low)? = answer.table["low"]?[row],
        case .number(let high)? = answer.table["high"]?[row],
        case .number(let rho)? = answer.table["spearman"]?[row]
      else {
        Issue.record("no interval")
        return
      }
      #expect(low < rho && rho < high)
    }
    #expect(answer.defaults.contains("1,000 draws of the people"))
    let part = try #require(answer.parts.first)
    #expect(part.table.rowCount == 3)
    // Twice the followers are the same order in every draw.
    let (lows, highs) = (cells(of: "low", in: part.table), cells(of: "high", in: part.table))
    #expect(lows[1] == "0" && highs[1] == "0")
    #expect(lows[0] != "0")
    let again = try self.answerTable(question, world)
    #expect(cells(of: "low", in: again) == cells(of: "low", in: answer.table))
  }

  private func answerTable(_ question: String, _ world: World) throws -> Table {
    try answer(question, in: world).table
  }

  @Test func `measures and outcomes of the same time are told`() throws {
    let graph = Graph.dated(people: 20, density: 0.2, seed: 1)
    let world = World(graph: graph)
    let whole = try answer("correlate followers, following against shares made", in: world)
    let words =
      "followers, following are of the same time as shares made, and may have come of it; "
      + "`correlate (followers until D) against (shares made since D)` keeps them apart"
    #expect(whole.remarks.contains(words))
    let period = try #require(graph.period)
    let (first, last) = (day(of: period.lowerBound), day(of: period.upperBound))
    let apart = "correlate (followers until \(first)) against (shares made since \(last))"
    #expect(first != last)
    let told = try answer(apart, in: world)
    #expect(!told.remarks.contains { $0.contains("same time") })
    let undated = try answer("correlate followers against following")
    #expect(!undated.remarks.contains { $0.contains("same time") })
  }

  private func day(of moment: Instant) -> String {
    let (year, month, day, _) = moment.parts
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(day))"
  }
}

import Diagnostics
import Foundation
import Graph
import Metrics
import Query
import Shell
import Syntax
import TestSupport
import Testing
import Values

/// The questions that must work, each of the kind it states, and those that must be refused.
///
/// The list lies beside the checkout; where it is absent the suite is skipped.
@Suite(.enabled(if: Questions.file != nil, "language/queries.kith is not here"))
struct ConformanceTests {
  @Test func `every question is of the kind it states`() throws {
    let questions = try Questions.read()
    #expect(questions.count > 150)
    let script = SourceText(questions.map(\.text).joined(separator: "\n"), name: "queries.kith")
    let checked = Questions.conversation.check(script, binding: true)
    #expect(checked.count == questions.count)
    for (question, found) in zip(questions, checked) {
      #expect(
        found.kind ?? "error" == question.kind,
        "\(question.text): \(found.diagnostics.map(\.message))"
      )
    }
  }

  @Test func `without data the kinds are the same, but for what only names tell`() throws {
    let questions = try Questions.read().filter { $0.kind != "error" }
    let script = SourceText(questions.map(\.text).joined(separator: "\n"))
    let checked = Questions.conversation.check(script, binding: false)
    for (question, found) in zip(questions, checked) {
      #expect(found.kind == question.kind, "\(question.text): \(found.diagnostics.map(\.message))")
    }
  }

  @Test func `each refused line has one message, with a fix or choices`() throws {
    let questions = try Questions.read()
    let script = SourceText(questions.map(\.text).joined(separator: "\n"))
    let checked = Questions.conversation.check(script, binding: true)
    for (question, found) in zip(questions, checked) where question.kind == "error" {
      #expect(found.diagnostics.count == 1, "\(question.text): \(found.diagnostics.map(\.message))")
      let hasHelp = found.diagnostics.contains { $0.fix != nil || !$0.choices.isEmpty }
      #expect(hasHelp, "\(question.text)")
    }
  }
}

/// The list of questions, and a session that knows the names in it.
private enum Questions {
  static let file: URL? = {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../shared/language/queries.kith").standardizedFileURL
    return FileManager.default.fileExists(atPath: path.path) ? path : nil
  }()

  /// The lines with their kinds.
  static func read() throws -> [(text: String, kind: String)] {
    let text = try String(contentsOf: #require(file), encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("--") }.compactMap { line in
      guard let mark = line.range(of: " :: ", options: .backwards) else { return nil }
      return (String(line[..<mark.lowerBound]), String(line[mark.upperBound...]))
    }
  }

  /// A conversation whose catalogue and graph know every name.
  static var conversation: Conversation {
    var conversation = Conversation(
      in: Surroundings(results: { _ in }, messages: { _ in }),
      vocabulary: Vocabulary(Stand.all + MetricCatalog.all)
    )
    conversation.session.graph = graph
    conversation.session.settings.query.me = "ann"
    return conversation
  }

  private static let graph: Graph = {
    var builder = GraphBuilder(
      extending: Graph(
        literal: """
          ann bob acme rival ada bea gus hal \
          ann>bob:0.9 bob>acme:0.4 ada>ann:0.8 bea>ada gus>hal:0.3 \
          ann~yoga:1 bob~pop:0.7 ada~meditation:0.6 bea~crm:0.9 \
          ann@mention@bob ada@share@acme bob@reply@ann gus@like@hal
          """
      )
    )
    let count = builder.personCount
    func flags(_ yes: Int) -> Attribute.Cells { .flags((0..<count).map { $0 % yes == 0 }) }
    builder.add(Attribute(name: "name", cells: .texts(Array(repeating: "Ann", count: count))))
    builder.add(Attribute(name: "country", cells: .texts(Array(repeating: "NL", count: count))))
    builder.add(Attribute(name: "role", cells: .texts(Array(repeating: "fan", count: count))))
    builder.add(Attribute(name: "price", cells: .numbers(Array(repeating: 5, count: count))))
    builder.add(Attribute(name: "followers", cells: .numbers(Array(repeating: 5, count: count))))
    for (name, every) in [("customer", 2), ("bot", 3), ("influencer", 4)] {
      builder.add(Attribute(name: name, cells: flags(every)))
    }
    let mention = builder.interactionKind("mention")
    let post = builder.post("p1")
    let day = Instant(year: 2026, month: 3, day: 1)
    builder.add([Interactions.Event(source: 0, target: 1, kind: mention, time: day, post: post)])
    builder.add([Posts.Post(id: post, author: 0, time: day)])
    return builder.frozen()
  }()
}

/// A stand-in for a metric that the catalogue does not have: a card, and no numbers.
private struct Stand: Metric {
  let card: MetricCard

  init(
    _ name: String,
    unit: Values.Unit = .score,
    accepts: [MetricCard.Qualifier] = [],
    requires: [MetricCard.Qualifier] = [],
    parameters: [MetricCard.Parameter] = []
  ) {
    card = MetricCard(
      name: name,
      summary: "a stand-in",
      formula: "none",
      meaning: "It stands in for a measure of that name.",
      unit: unit,
      source: "house",
      requires: requires,
      accepts: accepts,
      parameters: parameters
    )
  }

  func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    Measured(values: Array(repeating: .nan, count: graph.personCount))
  }

  static let all: [any Metric] = {
    let catalogued = Set(MetricCatalog.all.map(\.card.name))
    let stands = [
      Stand("klout score"), Stand("kred influence"), Stand("response rate", unit: .share),
      Stand("share of voice", accepts: [.in]),
      Stand("expertise", requires: [.in]),
      Stand("change", requires: [.measure]),
      Stand(
        "gaming cost",
        requires: [.measure],
        parameters: [MetricCard.Parameter("gain", default: 10, in: 0...100, "how much more")]
      ),
      Stand("sentiment", requires: [.to]), Stand("reactions received", accepts: [.from]),
      Stand("shares received", accepts: [.from]), Stand("posts made"),
    ]
    return stands.filter { !catalogued.contains($0.card.name) }
  }()
}

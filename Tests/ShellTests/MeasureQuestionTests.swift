import Metrics
import Query
import Shell
import Testing

/// Every measure can be asked for as its help page says, with every setting it has.
struct MeasureQuestionTests {
  private static let files = [
    "people", "follows", "trust", "interests", "posts", "interactions", "actions",
  ]
  private static let loaded = files.map { Places.load($0, "eight-people/\($0).csv") }

  /// What the eight people have no data for: nobody trades, nobody vouches.
  private static let unloaded: Set<String> = ["vouches received"]

  @Test func `the question on a help page has an answer`() {
    let talk = Talk(Self.loaded)
    for metric in MetricCatalog.all {
      let name = metric.card.name
      talk.submit("help \(name)")
      let page = talk.messages.split(separator: "\n").joined(separator: " ")
        .split(separator: " ").joined(separator: " ")
      #expect(page.contains("For example \(metric.question)"), "\(page.suffix(120))")
      let isAnswered = talk.submit(metric.question) == .done
      #expect(isAnswered != Self.unloaded.contains(name), "\(metric.question): \(talk.messages)")
    }
  }

  @Test func `every setting and option can be typed, in brackets and after set`() {
    let talk = Talk(Self.loaded)
    for metric in MetricCatalog.all where !Self.unloaded.contains(metric.card.name) {
      let name = metric.card.name
      for (parameter, typed) in metric.card.parameters.flatMap(\.typed) {
        let question = metric.question.replacing(" by \(name)", with: " by \(name) (\(typed))")
        check(["plan \(question)"], in: talk, expect: .says([]))
        let line = "set \(name) \(parameter.isChoice ? "\(parameter.name) " : "")\(typed)"
        check([line], in: talk, expect: .says(["\(name) \(parameter.name): "]))
        check(["set \(name) \(parameter.name) default"], in: talk, expect: .says([]))
      }
    }
  }
}

extension MetricCard.Parameter {
  /// Whether it is one of several ways.
  fileprivate var isChoice: Bool { if case .choice = kind { true } else { false } }

  /// What can stand in brackets: its standard, or each of its options.
  fileprivate var typed: [(MetricCard.Parameter, String)] {
    switch kind {
    case .number(_, let standard): [(self, "\(name) \(standard)")]
    case .duration(_, let standard): [(self, "\(name) \(standard) days")]
    case .choice(let options): options.map { (self, $0.name) }
    }
  }
}

package import Diagnostics
import Metrics
import Query
import Rendering
package import Syntax
import Values

/// `help`, `help audience overlap`, `help rank`: about Kith, a measure, a statement, a setting, an
/// error.
package struct HelpCommand: Command {
  /// The command.
  package init() {}

  package func run(
    _ statement: Statement,
    in conversation: inout Conversation
  ) throws(Diagnostics) -> Conversation.Outcome? {
    guard case .help(let topic) = statement else { return nil }
    guard let topic = topic?.lowercased() else {
      conversation.writeOverview()
      return .done
    }
    if topic == "keys" {
      conversation.writeKeys()
      return .done
    }
    if topic == "measures" {
      conversation.writeMeasures()
      return .done
    }
    if topic == "tour" {
      let tour = conversation.tour
      try conversation.checkNotStopped()
      conversation.write(tour)
      return .done
    }
    guard conversation.writeHelp(on: topic) else {
      let near =
        conversation.describes(topic)
        ? ["describe \(topic)"] : NearestName.candidates(for: topic, among: HelpCommand.topics)
      throw Diagnostics([
        Diagnostic(
          .unknownName,
          "there is no help on `\(topic)`",
          choices: near
        )
      ])
    }
    return .done
  }

  /// Everything there is help on.
  static var topics: [String] {
    var seen: Set<String> = []
    return everyTopic.filter { seen.insert($0).inserted }
  }

  private static var everyTopic: [String] {
    ["tour", "measures", "charts", "formats"] + GrammarPage.all.map(\.name)
      + MetricCatalog.all.map(\.card.name)
      + MetricCatalog.all.flatMap { $0.card.companions.map(\.name) }
      + Grammar.usedWords.sorted() + MathFunction.allCases.map(\.rawValue)
      + Setting.allCases.map(\.rawValue) + Vocabulary.standard.metricSettings.keys.sorted()
      + DiagnosticCode.allCases.map(\.rawValue) + ["keys"]
  }
}

extension Conversation {
  fileprivate func writeOverview() {
    var page = self.page
    page.add(
      paragraph: """
        Kith answers questions about people with tables. A question says what is asked for: \
        a measure, `audience overlap with #yoga weighted by trust`; a set, `followers of @ann`; \
        the top of a ranking, `top 10 people by reach`. `help tour` shows around, and `lesson` \
        teaches, a question at a time.
        """
    )
    let statements = GrammarPage.all.filter { StatementRule(rawValue: $0.name) != nil }
    page.add(heading: "Statements")
    page.add(list: statements.map { ("help \($0.name)", $0.meaning) })
    page.add(heading: "Parts of a question")
    let parts = GrammarPage.all.filter { StatementRule(rawValue: $0.name) == nil }
    page.add(list: parts.filter { $0.name != "statement" }.map { ("help \($0.name)", $0.title) })
    page.add(heading: "Measures")
    page.add(paragraph: MetricCatalog.all.map(\.card.name).joined(separator: " · "))
    page.add(list: [("help measures", "what each of them says, in a line")])
    let functions = MathFunction.allCases.map(\.rawValue).joined(separator: ", ")
    page.add(paragraph: "Arithmetic joins them with + - * / and brackets; functions: \(functions).")
    page.add(heading: "Keys")
    page.add(
      paragraph: "Tab completes · Up recalls · Ctrl-R searches · Ctrl-C drops · Ctrl-D leaves"
    )
    page.add(list: [("help keys", "all of them")])
    write(page)
  }

  /// Writes what each measure says, in a line.
  fileprivate func writeMeasures() {
    var page = self.page
    page.add(heading: "Measures")
    page.add(list: MetricCatalog.all.map { ($0.card.name, $0.card.summary) })
    write(page)
  }

  /// Writes what the keys do.
  fileprivate func writeKeys() {
    var page = self.page
    guard !surroundings.keys.isEmpty else {
      page.add(paragraph: "The keys are explained at the prompt of a terminal.")
      return write(page)
    }
    page.add(heading: "Keys")
    let rows = surroundings.keys.map { ($0.keys, $0.meaning) }
    page.add(list: rows + [("Ctrl-C", "drop the statement, or stop what is running")])
    page.add(
      paragraph: """
        The keys are those of emacs; `set keys vi` takes those of vi, and so does `bind -v` in \
        ~/.editrc.
        """
    )
    write(page)
  }

  /// Writes help on something; false where there is none.
  fileprivate func writeHelp(on topic: String) -> Bool {
    var page = self.page
    var isKnown = false
    if let metric = Vocabulary.standard.metrics[topic] {
      page.add(metric.card)
      page.add(heading: "For example")
      page.add(paragraph: metric.question, hanging: 2)
      isKnown = true
    }
    if let grammar = GrammarPage.all.first(where: { $0.isAbout(topic) }) {
      page.add(grammar)
      isKnown = true
    }
    for metric in MetricCatalog.all {
      for companion in metric.card.companions where companion.name == topic {
        page.add(heading: "\(topic), with \(metric.card.name)")
        page.add(paragraph: companion.summary)
        if metric.card.claim == .reconstruction { page.add(paragraph: MetricCard.Class.anew) }
        isKnown = true
      }
    }
    if let function = MathFunction(rawValue: topic) {
      page.add(heading: function.rawValue)
      page.add(paragraph: "A function of one number: \(function.rawValue)(followers).")
      isKnown = true
    }
    if !isKnown { isKnown = addHelp(onWord: topic, to: &page) }
    if topic == "charts" || topic == "chart" || topic == "formats" {
      page.add(list: topic == "formats" ? Self.formatFacts : Self.chartFacts)
      isKnown = true
    }
    if let setting = Setting(rawValue: topic) {
      page.add(heading: setting.rawValue)
      page.add(paragraph: setting.meaning)
      page.add(paragraph: "now: \(session.settings.text(of: setting))")
      isKnown = true
    }
    if let setting = Vocabulary.standard.metricSettings[topic] {
      page.add(heading: setting.name)
      page.add(paragraph: setting.parameter.meaning)
      page.add(paragraph: "now: \(session.settings.text(of: setting))")
      isKnown = true
    }
    if let code = DiagnosticCode(rawValue: topic) {
      page.add(heading: code.rawValue)
      page.add(paragraph: code.explanation)
      page.add(paragraph: "A script that stops for it ends with exit code \(code.exitCode).")
      isKnown = true
    }
    if isKnown { write(page) }
    return isKnown
  }
}

extension Conversation {
  /// How a question is drawn.
  fileprivate static var chartFacts: [(term: String, meaning: String)] {
    [
      ("as bars", "top 10 people by followers as bars"),
      ("as histogram", "followers as histogram"),
      ("as scatter", "followers, pagerank as scatter"),
      ("as line", "mentions received per month as line"),
      ("as slope", "compare followers, pagerank limit 9 as slope"),
      ("as heatmap", "compare followers, following, pagerank as heatmap"),
      ("into", "top 10 people by followers as bars into \"chart.svg\""),
    ]
  }

  /// How a table is written, and the endings of files that choose it.
  fileprivate static var formatFacts: [(term: String, meaning: String)] {
    let formats = TableFormatCatalog.all.map { format in
      let endings = format.card.endings.map { " · .\($0)" }.joined()
      return ("set format \(format.card.name)", format.card.summary + endings)
    }
    return formats + [("into", "a question into \"best.csv\" writes its table; .svg, a chart")]
  }
}

extension GrammarPage {
  /// Whether it is the page of that name, or of the words its title begins with, such as `|`.
  fileprivate func isAbout(_ topic: String) -> Bool {
    name == topic || title.hasPrefix(topic + ": ")
  }

  /// The title without the name it may begin with.
  var meaning: String {
    title.hasPrefix(name + ": ") ? String(title.dropFirst(name.count + 2)) : title
  }
}

extension MetricCard.Class {
  /// What a reconstruction is, in words.
  fileprivate static let anew = """
    class: reconstruction, made anew from what was published; what is marked assumed never was
    """

  /// The class in words.
  fileprivate var text: String {
    self == .reconstruction ? String(Self.anew.dropFirst("class: ".count)) : rawValue
  }
}

extension ReportText {
  /// Adds what a statement or a part of questions means, and lines of it.
  mutating func add(_ page: GrammarPage) {
    add(heading: page.title)
    if !page.text.isEmpty { add(paragraph: page.text.joined(separator: " ")) }
    guard !page.accepted.isEmpty else { return }
    add(heading: "For example")
    for line in page.accepted { add(paragraph: Escaping.visible(line), hanging: 2) }
  }

  /// Adds what a metric means, takes and gives.
  mutating func add(_ card: MetricCard) {
    add(heading: "\(card.name): \(card.summary)")
    add(paragraph: card.meaning.replacing("\n", with: " "))
    var facts: [(term: String, meaning: String)] = [
      ("formula", card.formula),
      ("unit", card.unit.description),
      ("class", card.claim.text),
      ("source", card.source),
    ]
    let takes =
      card.requires.map { "\($0.rawValue) (needed)" }
      + card.requiresOne.map { "\($0.rawValue) (one of them needed)" }
      + card.accepts.map(\.rawValue)
    if !takes.isEmpty { facts.append(("takes", takes.joined(separator: ", "))) }
    facts += card.parameters.map { ($0.name, $0.meaning) }
    if card.isProportion {
      facts.append(
        (
          "ranks by",
          "low, the lower end of the 95 % Wilson interval, as if the audience were a sample: a "
            + "shrunken score for ranking, not a claim about error"
        )
      )
    }
    facts += card.companions.map { ("with it", "\($0.name): \($0.summary)") }
    add(list: facts)
    guard !card.examples.isEmpty else { return }
    add(heading: "By hand")
    for example in card.examples {
      let values = example.expected.sorted { $0.key < $1.key }
        .map { "@\($0.key) \($0.value.isNaN ? "-" : "\($0.value)")" }
      add(
        paragraph: "\(example.caption): `\(example.graph)` gives \(values.joined(separator: ", "))",
        hanging: 2
      )
    }
  }
}

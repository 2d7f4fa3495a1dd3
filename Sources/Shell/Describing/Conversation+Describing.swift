import Archiving
import Diagnostics
import Graph
import Metrics
import Query
import Rendering
import Syntax
import Values

extension Conversation {
  /// Writes what is known of a person.
  func describe(person name: Name) throws(Diagnostics) {
    var binder = self.binder
    let person = try binder.personNamed(name)
    var page = self.page
    var card = Card(person: person, in: session.graph)
    try addStanding(of: person, to: &card)
    let threshold = session.settings.query.interestThreshold
    let monitor = surroundings.monitor
    card.addCircle(of: person, in: session.graph, threshold: threshold, watchedBy: monitor)
    card.addTimes(of: person, in: session.graph, cells: cells)
    try checkNotStopped()
    page.add(card)
    answer(page)
  }

  /// The cells that lines and bars are drawn with.
  var cells: CellLine { CellLine(drawsLines: surroundings.drawsLines) }

  /// Writes what is known of a topic.
  func describe(topic name: Name) throws(Diagnostics) {
    var binder = self.binder
    let topic = try binder.topicNamed(name)
    var page = self.page
    let threshold = session.settings.query.interestThreshold
    page.add(Card(topic: topic, in: session.graph, threshold: threshold, cells: cells))
    try checkNotStopped()
    answer(page)
  }

  /// Writes what a bare name means: a definition, a measure, a column, a relation, or all of these
  /// that have it.
  func describe(named name: Name) throws(Diagnostics) {
    let things = self.things(named: name.text)
    guard !things.isEmpty else {
      var binder = self.binder
      throw binder.nothingNamed(name, among: describedNames)
    }
    var page = self.page
    if things.count > 1 {
      let kinds = things.map(\.kind).joined(separator: ", ")
      page.add(paragraph: "`\(Escaping.visible(name.text))` has several meanings: \(kinds)")
    }
    for thing in things { thing.add(to: &page) }
    try checkNotStopped()
    answer(page)
  }
}

extension Conversation {
  /// Throws where the person stopped what was being worked out, and where it reads what is damaged.
  func checkNotStopped() throws(Diagnostics) {
    try session.graph.checkUndamaged()
    guard surroundings.monitor.isCancelled() else { return }
    throw Diagnostics([Diagnostic(.interrupted, "stopped; nothing was changed", at: place)])
  }
}

/// Something that has a name, and a kind a name may be explained by.
private enum Described {
  case definition(Card)
  case metric(MetricCard)
  case column(Card)
  case relation(Card)

  /// What it is, in words.
  var kind: String {
    switch self {
    case .definition: "a definition"
    case .metric: "a measure"
    case .column: "a column, said `column NAME` as a measure"
    case .relation: "a relation, behind `over` or `by`"
    }
  }

  /// Adds what it is to a page.
  func add(to page: inout ReportText) {
    switch self {
    case .metric(let card): page.add(card)
    case .definition(let card), .column(let card), .relation(let card): page.add(card)
    }
  }
}

extension Conversation {
  /// Whether a bare name means something that can be described.
  func describes(_ name: String) -> Bool { !things(named: name).isEmpty }

  /// All that a bare name means, whatever its case.
  private func things(named name: String) -> [Described] {
    let graph = session.graph
    let key = name.lowercased()
    var things: [Described] = []
    if let definition = session.definitions[key] {
      things.append(.definition(Card(definition, saying: session.definitions.text(of: key))))
    }
    if let metric = Vocabulary.standard.metrics[key] { things.append(.metric(metric.card)) }
    if let column = graph.attribute(key) ?? graph.attribute(ofSet: key) {
      things.append(.column(Card(column: column)))
    }
    if graph.canRead(key), let relation = graph.reading(key).relations[key] {
      things.append(
        .relation(Card(relation: key, relation, of: graph.people, watchedBy: surroundings.monitor))
      )
    }
    return things
  }

  /// Every bare name that can be described.
  private var describedNames: [String] {
    let graph = session.graph
    return session.definitions.names + Vocabulary.standard.cards.map(\.name)
      + graph.attributes.map(\.name) + graph.flagSetNames + graph.readableRelations
      + ["graph", "settings"]
  }
}

extension Card {
  /// What a definition stands for.
  fileprivate init(_ definition: Definition, saying text: String?) {
    self.init("\(Escaping.visible(definition.name.text)): a definition")
    let kind =
      switch definition.meaning {
      case .people(.named): "a set or a measure, as that name is"
      case .people: "a set of people"
      case .measure: "a measure"
      case .list(let measures): "a list of \(measures.count) measures"
      }
    add("kind", kind)
    add("as said", text)
  }
}

extension Graph {
  /// The yes/no column that makes a set of this name.
  fileprivate func attribute(ofSet name: String) -> Attribute? {
    flagSetNames.first { $0.lowercased() == name }
      .flatMap { attribute($0) ?? attribute(String($0.dropLast())) }
  }
}

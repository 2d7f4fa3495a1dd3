package import Diagnostics
import Graph
import Importing
import Metrics
import Query
import Rendering
package import Syntax
import Values

/// `describe @ann`, `describe trust`, `describe "FILE"`, `describe graph`: what something is.
package struct DescribeCommand: Command {
  /// The command.
  package init() {}

  package func run(
    _ statement: Statement,
    in conversation: inout Conversation
  ) throws(Diagnostics) -> Conversation.Outcome? {
    guard case .describe(let what) = statement else { return nil }
    switch what {
    case .file(let name): try conversation.describe(name)
    case .graph: try conversation.describeGraph()
    case .settings: conversation.describeSettings()
    case .definitions: conversation.describeDefinitions()
    case .history(let text): try conversation.describeHistory(with: text)
    case .person(let name): try conversation.describe(person: name)
    case .topic(let name): try conversation.describe(topic: name)
    case .named(let name): try conversation.describe(named: name)
    }
    return .done
  }
}

extension Conversation {
  /// The columns of a file, and the lines that would load it.
  fileprivate mutating func describe(_ name: Name) throws(Diagnostics) {
    let path = resolved(name.text)
    let description: FileDescription
    do throws(Diagnostics) {
      if let folder = try Importer.describe(folder: path, shownPath: name.text) {
        return write(folder)
      }
      description = try Importer.describe(path: path, shownPath: name.text)
    } catch {
      throw error.placed(at: source.place(of: name.range))
    }
    surroundings.workIsOver()
    write(Table(description))
    var page = self.page
    let rows = Tally.text(description.rows, "rows") + (description.isPartial ? " looked at" : "")
    let header = description.hasHeader ? "a header" : "no header"
    page.add(paragraph: "\(rows) · separator \(description.separator) · \(header)")
    for note in description.notes { page.add(paragraph: Escaping.visible(note), hanging: 2) }
    if !description.proposals.isEmpty { page.add(paragraph: "it could be loaded by") }
    if description.proposals.isEmpty {
      page.add(
        paragraph: """
          no column's name says what the rows are; brackets can, such as \
          load follows from "\(Escaping.visible(name.text))" (follower = COLUMN, followed = COLUMN)
          """
      )
    }
    for line in description.proposals {
      page.add(paragraph: "  " + Escaping.visible(line), hanging: 4)
    }
    write(page)
  }

  fileprivate mutating func describeDefinitions() {
    let definitions = session.definitions
    var rows = definitions.names.map { ($0, definitions.text(of: $0) ?? "") }
    for (name, kept) in session.keptAnswers.sorted(by: { $0.key < $1.key }) {
      rows.append((name, "\(kept.answer.reading) into \(name): \(kept.answer.table.count)"))
    }
    write(
      Table(
        [
          Column("name", cells: .texts(rows.map(\.0))),
          Column("definition", cells: .texts(rows.map(\.1))),
        ],
        rowNoun: "definitions"
      ),
      wraps: true
    )
  }

  fileprivate mutating func describeSettings() {
    let settings = session.settings
    let own = Setting.allCases.map { ($0.rawValue, settings.text(of: $0), $0.meaning) }
    // Those of measures are many: `help` of a measure has them, here stand the changed ones.
    let changed = settings.query.parameters.keys.sorted().compactMap {
      session.vocabulary.metricSettings[$0]
    }
    let rows = own + changed.map { ($0.name, settings.text(of: $0), $0.parameter.summary) }
    write(
      Table(
        [
          Column("setting", cells: .texts(rows.map(\.0))),
          Column("value", cells: .texts(rows.map(\.1))),
          Column("meaning", cells: .texts(rows.map(\.2))),
        ],
        rowNoun: "settings"
      ),
      wraps: true
    )
  }

  /// What the graph holds, a row a thing.
  fileprivate mutating func describeGraph() throws(Diagnostics) {
    let graph = session.graph
    var rows: [(what: String, name: String?, count: Int)] = [("people", nil, graph.personCount)]
    if graph.people.aliases.count > 0 { rows.append(("aliases", nil, graph.people.aliases.count)) }
    for attribute in graph.attributes {
      let known = graph.personCount - attribute.missingCount
      rows.append((attribute.kind, attribute.name, known))
    }
    for name in graph.relationNames {
      rows.append(("relation", name, graph.relations.summary(of: name)?.count ?? 0))
    }
    let topics = graph.audiences(atLeast: 0).enumerated().map { ($0.offset, $0.element) }
    let isLong = topics.count > Conversation.mostTopics
    let listed = isLong ? Array(topics.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(12)) : topics
    for (topic, count) in listed { rows.append(("topic", graph.topics[UInt32(topic)], count)) }
    for (kind, count) in graph.interactions.kinds.tallied(
      graph.interactions.events.lazy.map(\.kind)
    ) {
      rows.append(("interaction", kind, count))
    }
    if !graph.posts.posts.isEmpty { rows.append(("posts", nil, graph.posts.posts.count)) }
    for (kind, count) in graph.actions.kinds.tallied(graph.actions.actions.lazy.map(\.kind)) {
      rows.append(("action", kind, count))
    }
    if !graph.vouches.vouches.isEmpty {
      rows.append(("vouches", nil, graph.vouches.vouches.count))
    }
    var page = self.page
    if !graph.isEmpty {
      page.add(Card(graph: graph, cells: cells, watchedBy: surroundings.monitor))
      let largest = graph.relations.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
      if let (name, relation) = graph.relations["follows"].map({ ("follows", $0) }) ?? largest {
        page.add(Card(degreesOf: name, relation, cells: cells))
      }
      let missing = Card(missingIn: graph, for: Array(session.vocabulary.metrics.values))
      if !missing.facts.isEmpty { page.add(missing) }
      try checkNotStopped()
      surroundings.workIsOver()
    }
    write(
      Table(
        [
          Column("what", cells: .texts(rows.map(\.what))),
          Column("name", cells: .texts(rows.map(\.name))),
          Column(
            "count",
            unit: .count(of: "things"),
            cells: .numbers(rows.map { Double($0.count) })
          ),
        ],
        rowNoun: "things"
      )
    )
    if let period = graph.period {
      surroundings.messages("  events from \(period.lowerBound) to \(period.upperBound)\n")
    }
    if isLong {
      say("\(Tally.text(topics.count, "topics")), the 12 largest shown: `topics` lists them")
    }
    if !page.lines.isEmpty { surroundings.messages("\n") }
    write(page)
  }

  /// The most topics that are all shown with the graph.
  private static var mostTopics: Int { 24 }
}

extension Conversation {
  /// Writes what a folder holds: the lines that would load it, and what is to be looked at first.
  fileprivate func write(_ folder: FolderDescription) {
    var page = self.page
    let count = folder.lines.count + folder.others.count
    page.add(paragraph: Escaping.visible("\(folder.folder): \(Tally.text(count, "files"))"))
    if !folder.lines.isEmpty {
      page.add(paragraph: "it could be loaded by")
      page.add(
        paragraph: "\u{A0}\u{A0}" + Escaping.visible("load \(Quoted.text(folder.folder))"),
        hanging: 4
      )
      page.add(paragraph: "which is as much as")
      for line in folder.lines {
        page.add(paragraph: "  " + Escaping.visible(line), hanging: 4)
      }
    }
    let most = 20
    if !folder.others.isEmpty {
      page.add(paragraph: "what else there is; `describe` looks into a file")
    }
    for (name, reason) in folder.others.prefix(most) {
      page.add(paragraph: "\u{A0}\u{A0}" + Escaping.visible("\(name): \(reason)"), hanging: 4)
    }
    if folder.others.count > most {
      page.add(paragraph: "\u{A0}\u{A0}and \(Tally.digits(folder.others.count - most)) more")
    }
    write(page)
  }
}

extension NameTable {
  /// Each name with how often its number occurs.
  ///
  /// Complexity: O(names + numbers).
  fileprivate func tallied(_ numbers: some Sequence<UInt32>) -> [(name: String, count: Int)] {
    var counts = [Int](repeating: 0, count: count)
    for number in numbers { counts[Int(number)] += 1 }
    return counts.enumerated().map { (self[UInt32($0.offset)], $0.element) }
  }
}

extension Table {
  /// The columns of a file, a row each.
  fileprivate init(_ description: FileDescription) {
    let columns = description.columns
    self.init(
      [
        Column("column", cells: .texts(columns.map(\.name))),
        Column("kind", cells: .texts(columns.map(\.kind))),
        Column(
          "distinct",
          unit: .count(of: "values"),
          cells: .numbers(columns.map { Double($0.distinct) })
        ),
        Column(
          "missing",
          unit: .count(of: "rows"),
          cells: .numbers(columns.map { Double($0.missing) })
        ),
        Column("samples", cells: .texts(columns.map { $0.samples.joined(separator: ", ") })),
      ],
      rowNoun: "columns"
    )
  }
}

extension Attribute {
  /// How many people have no value.
  fileprivate var missingCount: Int {
    switch cells {
    case .numbers(let numbers): numbers.count { $0.isNaN }
    case .texts(let texts): texts.count { $0 == nil }
    case .flags(let flags): flags.count { $0 == nil }
    case .instants(let instants): instants.count { $0 == nil }
    }
  }
}

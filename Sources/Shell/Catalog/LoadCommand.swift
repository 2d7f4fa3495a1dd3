import Archiving
package import Diagnostics
import Graph
import Importing
import Rendering
package import Syntax
import Values

/// `load follows from "follows.csv"`, `load "village"`: adds a file, or a folder of them, to the graph.
package struct LoadCommand: Command {
  /// The command.
  package init() {}

  package func run(
    _ statement: Statement,
    in conversation: inout Conversation
  ) throws(Diagnostics) -> Conversation.Outcome? {
    guard case .load(let load) = statement else { return nil }
    do throws(Diagnostics) {
      if let thing = LoadRequest.Thing(load) {
        try conversation.load(thing, as: load)
      } else {
        try conversation.loadFolder(load)
      }
    } catch {
      throw error.placed(in: conversation.source, elseAt: load.file.range)
    }
    return .done
  }
}

extension Conversation {
  /// Adds one file to the graph and says what became of it.
  fileprivate mutating func load(
    _ thing: LoadRequest.Thing,
    as load: LoadStatement
  ) throws(Diagnostics) {
    let request = LoadRequest(
      thing: thing,
      path: resolved(load.file.text),
      shownPath: load.file.text,
      mappings: load.mappings.map(LoadRequest.Mapping.init),
      range: load.file.range
    )
    let clock = ContinuousClock()
    let start = clock.now
    let (graph, report) = try Importer.load(
      request,
      into: session.graph,
      watchedBy: surroundings.monitor
    )
    surroundings.workIsOver()
    try session.graph.checkUndamaged()
    session.graph = graph
    let statement = dataStatement(naming: load.file)
    let isRepeated = session.sources.contains(statement)
    session.sources.append(statement)
    write(report, after: clock.now - start)
    if isRepeated, thing.areEvents {
      surroundings.messages("  loaded before in this session: what is in it counts twice\n")
    }
  }

  /// Adds the files of a folder to the graph and says what became of each.
  fileprivate mutating func loadFolder(_ load: LoadStatement) throws(Diagnostics) {
    let clock = ContinuousClock()
    let start = clock.now
    let (graph, report) = try Importer.load(
      folder: resolved(load.file.text),
      shownPath: load.file.text,
      askedAt: load.range,
      into: session.graph,
      watchedBy: surroundings.monitor
    )
    surroundings.workIsOver()
    try session.graph.checkUndamaged()
    session.graph = graph
    session.sources.append(dataStatement(naming: load.file))
    for file in report.files { write(file) }
    var counts = ["\(report.folder): \(Tally.text(report.files.count, "files")) loaded"]
    if surroundings.tellsTime { counts.append(DurationText.text(clock.now - start)) }
    var page = self.page
    page.add(paragraph: Escaping.visible(counts.joined(separator: " · ")))
    for (name, reason) in report.leftAlone.prefix(20) {
      page.add(paragraph: Escaping.visible("left alone \(name): \(reason)"), hanging: 2)
    }
    let more = report.leftAlone.count - 20
    if more > 0 { page.add(paragraph: "and \(Tally.digits(more)) more", hanging: 2) }
    write(page)
  }

  /// Writes what became of a file.
  fileprivate func write(_ report: LoadReport, after duration: Duration? = nil) {
    let told = report.counts.filter { $0.count > 0 || $0.name != "new people" }
    var counts = told.map { Tally.phrase($0.count, $0.name) }
    if let duration, surroundings.tellsTime { counts.append(DurationText.text(duration)) }
    var page = self.page
    page.add(paragraph: Escaping.visible("\(report.file): " + counts.joined(separator: " · ")))
    if !report.sentence.isEmpty {
      page.add(paragraph: Escaping.visible(report.sentence), hanging: 2)
    }
    for note in report.notes { page.add(paragraph: Escaping.visible(note), hanging: 2) }
    for refusal in report.refusals {
      let place = "\(report.file):\(refusal.line):\(refusal.column)"
      page.add(paragraph: Escaping.visible("refused \(place): \(refusal.reason)"), hanging: 2)
    }
    let refused = report.counts.first { $0.name == "rows refused" }?.count ?? 0
    let more = refused - report.refusals.count
    if more > 0, !report.refusals.isEmpty {
      page.add(paragraph: "and \(Tally.digits(more)) more refused", hanging: 2)
    }
    write(page)
  }
}

extension Diagnostics {
  /// The same with a place for what has none: what its fix replaces, else `range`.
  fileprivate func placed(in source: SourceText, elseAt range: Range<Int>) -> Diagnostics {
    Diagnostics(
      all.map { diagnostic in
        var placed = diagnostic
        if placed.place == nil { placed.place = source.place(of: diagnostic.fix?.range ?? range) }
        return placed
      }
    )
  }

  /// The same with a place for what has none: the statement that said it.
  func placed(at place: Place) -> Diagnostics {
    Diagnostics(
      all.map { diagnostic in
        var placed = diagnostic
        if placed.place == nil { placed.place = place }
        return placed
      }
    )
  }
}

extension LoadRequest.Thing {
  /// Whether its rows are events, which add up, and not states, of which the last one counts.
  fileprivate var areEvents: Bool {
    switch self {
    case .interactions, .interaction, .actions, .action, .vouches: true
    default: false
    }
  }

  /// What the rows of a file are; nil for a folder.
  ///
  /// The grammar has no word that is no thing.
  fileprivate init?(_ load: LoadStatement) {
    guard let name = load.thing?.text.lowercased() else { return nil }
    let named = load.isNamedRelation ? nil : LoadRequest.Thing(word: name)
    self = named ?? .relation(name)
  }
}

extension LoadRequest.Mapping {
  fileprivate init(_ mapping: LoadStatement.Mapping) {
    let theirs: Source =
      switch mapping.theirs {
      case .name(let name): .name(name)
      case .number(let number): .number(number)
      case .range(let low, let high): .range(low, high)
      case .text(let text): .text(text)
      }
    self.init(ours: mapping.ours.text, theirs: theirs, range: mapping.ours.range)
  }
}

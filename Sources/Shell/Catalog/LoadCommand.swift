package import Diagnostics
import Graph
import Importing
import Rendering
package import Syntax
import Values

/// `load follows from "follows.csv"`: adds a file to the graph.
package struct LoadCommand: Command {
  /// The command.
  package init() {}

  package func run(
    _ statement: Statement,
    in conversation: inout Conversation
  ) throws(Diagnostics) -> Conversation.Outcome? {
    guard case .load(let load) = statement else { return nil }
    let request = LoadRequest(
      thing: LoadRequest.Thing(load),
      path: conversation.resolved(load.file.text),
      shownPath: load.file.text,
      mappings: load.mappings.map(LoadRequest.Mapping.init)
    )
    let clock = ContinuousClock()
    let start = clock.now
    let (graph, report): (Graph, LoadReport)
    do throws(Diagnostics) {
      (graph, report) = try Importer.load(
        request,
        into: conversation.session.graph,
        watchedBy: conversation.surroundings.monitor
      )
    } catch {
      throw error.placed(at: conversation.source.place(of: load.file.range))
    }
    conversation.surroundings.workIsOver()
    conversation.session.graph = graph
    conversation.session.sources.append(conversation.dataStatement(naming: load.file))
    conversation.write(report, after: clock.now - start)
    return .done
  }
}

extension Conversation {
  /// Writes what became of a file.
  fileprivate func write(_ report: LoadReport, after duration: Duration) {
    let told = report.counts.filter { $0.count > 0 || $0.name != "new people" }
    var counts = told.map { Tally.phrase($0.count, $0.name) }
    if surroundings.tellsTime { counts.append(DurationText.text(duration)) }
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
    write(page)
  }
}

extension Diagnostics {
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
  fileprivate init(_ load: LoadStatement) {
    let name = load.thing.text.lowercased()
    if load.isNamedRelation {
      self = .relation(name)
      return
    }
    self =
      switch name {
      case "people": .people
      case "follows": .follows
      case "trust": .trust
      case "interests": .interests
      case "interactions": .interactions
      case "posts": .posts
      case "actions": .actions
      default: .relation(name)
      }
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

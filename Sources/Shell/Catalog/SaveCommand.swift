import Archiving
package import Diagnostics
import Graph
import Rendering
package import Syntax
import Values

/// `save "village.kithgraph"`, `save "village.kith"`: writes the graph, or the session.
package struct SaveCommand: Command {
  /// The endings of what it writes: a graph, a session.
  static let endings = [Snapshot.ending, "kith"]

  /// The command.
  package init() {}

  package func run(
    _ statement: Statement,
    in conversation: inout Conversation
  ) throws(Diagnostics) -> Conversation.Outcome? {
    guard case .save(let file) = statement else { return nil }
    let ending = FilePath.ending(of: file.text)
    switch ending {
    case Snapshot.ending: try conversation.saveGraph(to: file)
    case "kith": try conversation.saveSession(to: file)
    default:
      guard let ending, TableFormatCatalog.format(ending: ending) != nil else {
        throw conversation.wrongEnding(
          file,
          "`save` writes a graph or a session, and the ending says which",
          choices: SaveCommand.endings.map { ".\($0)" }
        )
      }
      throw conversation.wrongEnding(
        file,
        "`save` writes a graph or a session, a table is written by `into`",
        fix: "| into \(Quoted.text(file.text))"
      )
    }
    return .done
  }
}

extension Conversation {
  fileprivate mutating func saveGraph(to file: Name) throws(Diagnostics) {
    let graph = session.graph
    guard !graph.isEmpty else {
      throw Diagnostics([
        Diagnostic(
          .nothingLoaded,
          "nothing is loaded, so there is no graph to save",
          at: place,
          choices: ["load follows from \"FILE\"", "describe \"FILE\""]
        )
      ])
    }
    let clock = ContinuousClock()
    let start = clock.now
    let monitor = surroundings.monitor
    _ = try writeFile(file) { output throws(Diagnostics) in
      try Snapshot.write(graph, reporting: { monitor.report("writing \(file.text)", $0) }) {
        bytes throws(Diagnostics) in
        try output.append(bytes)
      }
    }
    tell(file, graph.inventory + time(since: start))
  }

  fileprivate mutating func saveSession(to file: Name) throws(Diagnostics) {
    let folder = ScriptFile.folder(of: FilePath.absolute(resolved(file.text)))
    guard let script = SessionScript(session, in: folder) else {
      throw Diagnostics([
        Diagnostic(
          .unwritableFile,
          "a file that was loaded has a line break in its path, which no script can name",
          at: source.place(of: file.range)
        )
      ])
    }
    _ = try writeFile(file) { output throws(Diagnostics) in output.write(script.text) }
    tell(file, script.inventory)
    var page = self.page
    for line in script.lostDefinitions {
      let text = "left out, as it names what is not there: \(line)"
      page.add(paragraph: Escaping.visible(text), hanging: 2)
    }
    write(page)
  }

  /// How long something took, where times are told.
  func time(since start: ContinuousClock.Instant) -> [String] {
    surroundings.tellsTime ? [DurationText.text(ContinuousClock().now - start)] : []
  }
}

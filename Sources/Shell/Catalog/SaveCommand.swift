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
    if try conversation.savesGraph(to: file) {
      try conversation.saveGraph(to: file)
    } else {
      try conversation.saveSession(to: file)
    }
    return .done
  }
}

extension Conversation {
  /// Whether a file that `save` names is for the graph, and not for the session: its ending says so.
  func savesGraph(to file: Name) throws(Diagnostics) -> Bool {
    let ending = FilePath.ending(of: file.text)
    if let ending, SaveCommand.endings.contains(ending) { return ending == Snapshot.ending }
    guard let ending, TableFormatCatalog.format(ending: ending) != nil else {
      throw wrongEnding(
        file,
        "`save` writes a graph or a session, and the ending says which",
        choices: SaveCommand.endings.map { ".\($0)" }
      )
    }
    throw wrongEnding(
      file,
      "`save` writes a graph or a session, a table is written by `into`",
      fix: "| into \(Quoted.text(file.text))"
    )
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
    try session.graph.checkUndamaged()
    _ = try writeFile(file) { output throws(Diagnostics) in
      output.write(Seal.sealed(script.text, comment: "--"))
    }
    tell(file, script.inventory)
    var page = self.page
    for line in script.lostDefinitions {
      let text = "left out, as it names what is not there: \(line)"
      page.add(paragraph: Escaping.visible(text), hanging: 2)
    }
    if !session.keptAnswers.isEmpty {
      let count = Tally.text(session.keptAnswers.count, "tables")
      page.add(paragraph: "\(count) kept under names: `into \"FILE\"` saves a table", hanging: 2)
    }
    write(page)
  }

  /// How long something took, where times are told.
  func time(since start: ContinuousClock.Instant) -> [String] {
    surroundings.tellsTime ? [DurationText.text(ContinuousClock().now - start)] : []
  }
}

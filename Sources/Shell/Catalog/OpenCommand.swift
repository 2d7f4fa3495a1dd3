import Archiving
package import Diagnostics
import Graph
import Rendering
package import Syntax
import Values

/// `open "village.kithgraph"`: reads a graph that was saved, in place of the one there is.
package struct OpenCommand: Command {
  /// The command.
  package init() {}

  package func run(
    _ statement: Statement,
    in conversation: inout Conversation
  ) throws(Diagnostics) -> Conversation.Outcome? {
    guard case .open(let file) = statement else { return nil }
    try conversation.checkEnding(of: file)
    let start = ContinuousClock().now
    let graph: Graph
    do throws(Diagnostics) {
      graph = try Snapshot.open(
        path: conversation.resolved(file.text),
        shownPath: file.text,
        watchedBy: conversation.surroundings.monitor
      )
    } catch {
      throw error.placed(at: conversation.source.place(of: file.range))
    }
    let known = conversation.session.graph
    conversation.session.graph = graph
    conversation.session.sources = [conversation.dataStatement(naming: file)]
    conversation.tell(file, graph.inventory + conversation.time(since: start))
    if !known.isEmpty {
      let people = Tally.text(known.personCount, "people")
      conversation.surroundings.messages(
        "  it takes the place of a graph of \(people); definitions and settings stay\n"
      )
    }
    return .done
  }
}

extension Conversation {
  /// Throws where a file is no snapshot by its ending, with the statement that reads it.
  fileprivate func checkEnding(of file: Name) throws(Diagnostics) {
    let name = Quoted.text(file.text)
    switch FilePath.ending(of: file.text) {
    case Snapshot.ending: return
    case "kith":
      throw wrongEnding(
        file,
        "`open` reads a graph that was saved, a script is run",
        fix: "run \(name)"
      )
    default:
      throw wrongEnding(
        file,
        "`open` reads a graph that was saved, a file that ends in .\(Snapshot.ending)",
        choices: ["load follows from \(name)", "describe \(name)"]
      )
    }
  }
}

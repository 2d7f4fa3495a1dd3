import Diagnostics
import Graph
import Rendering
import Syntax
import Values

extension Conversation {
  /// Says where the person is; who is there for the first time is shown around.
  package mutating func greet(isFirst: Bool = false) {
    let graph = session.graph
    var parts = ["Kith"]
    if graph.isEmpty {
      parts.append("nothing is loaded: `describe \"FILE\"` proposes how")
      parts.append("`lesson` teaches on people of its own")
    } else {
      parts += graph.inventory
    }
    parts.append("help · Tab completes · Ctrl-D leaves")
    surroundings.messages(Footer.text(parts, width: surroundings.width, indent: 0) + "\n")
    guard isFirst else { return }
    let tour = self.tour
    // A statement says what is wrong, where one comes upon it.
    if graph.damage?.isFound == true { return }
    var room = PageRoom(columns: surroundings.width, rows: surroundings.height)
    room.add(tour.text)
    // Whoever has not asked for it should not have to find a way out of a pager.
    if room.fits { write(tour) } else { say("`help tour` shows around") }
  }

  /// Says that whoever was to read the tables did not take all of them.
  package func reportUnwrittenTables() {
    report(Diagnostics([Diagnostic(.unwritableFile, "not all tables could be written")]))
  }

  /// The formats there are, in one line.
  package static var formatNames: String {
    TableFormatCatalog.all.map(\.card.name).joined(separator: ", ")
  }

  /// Chooses how tables are written: as said, else by the ending of the file they go to.
  package mutating func chooseFormat(_ name: String?, file: String?) throws(FormatChoiceError) {
    if let name {
      guard let format = TableFormatCatalog.format(named: name) else {
        throw FormatChoiceError(
          message: "no format is called `\(name)`; there are \(Conversation.formatNames)"
        )
      }
      session.settings.format = format.card.name
    } else if let file, let dot = file.lastIndex(of: ".") {
      let ending = String(file[file.index(after: dot)...])
      guard let format = TableFormatCatalog.format(ending: ending) else {
        let known = TableFormatCatalog.all.flatMap(\.card.endings).map { "." + $0 }
        throw FormatChoiceError(
          message: "no format has the ending .\(ending); there are "
            + known.joined(separator: ", ") + ", or `--format` says it"
        )
      }
      session.settings.format = format.card.name
    }
  }
}

/// Why a format cannot be chosen.
package struct FormatChoiceError: Error, CustomStringConvertible {
  let message: String

  package var description: String { message }
}

extension Graph {
  /// How many people, ties of each relation, and topics there are, in words.
  var inventory: [String] {
    let ties = relationNames.map { "\(Tally.digits(relations.summary(of: $0)?.count ?? 0)) \($0)" }
    let topics = topicCount > 0 ? [Tally.text(topicCount, "topics")] : []
    return [Tally.text(personCount, "people")] + ties + topics
  }
}

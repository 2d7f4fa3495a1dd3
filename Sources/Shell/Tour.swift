import Graph
import Rendering
import Syntax

extension Conversation {
  /// A first walk through Kith, with names of the graph that is loaded.
  var tour: ReportText {
    var page = self.page
    page.add(heading: "A tour")
    page.add(
      paragraph: """
        A question is an English phrase, and its answer a table. Above it stands the question as it \
        was understood, and behind `--` the defaults that were used.
        """
    )
    let stops = session.graph.isEmpty ? Self.firstStops : self.stops
    for stop in stops {
      page.add(paragraph: stop.about)
      for line in stop.lines {
        page.add(paragraph: "\u{A0}\u{A0}" + Escaping.visible(line), hanging: 4)
      }
    }
    page.add(
      paragraph: """
        Tab completes everywhere; a mistake is told with its place and often a fix, which `fix` \
        runs; Ctrl-C stops, Ctrl-D leaves. `help` lists all there is, `help tour` is this page.
        """
    )
    return page
  }

  /// What the tour proposes, line by line.
  package var tourLines: [String] {
    (session.graph.isEmpty ? Self.firstStops : stops).flatMap(\.lines)
  }

  /// What is shown, and how to ask for it.
  private typealias Stop = (about: String, lines: [String])

  /// Before anything is loaded.
  private static let firstStops: [Stop] = [
    (
      "Nothing is loaded yet. With Kith comes a village of invented people, to try things on:",
      ["run \"kith:village/load.kith\""]
    ),
    (
      "`describe` looks at a file or a folder of yours and proposes the lines that load it, such as:",
      ["load follows from \"follows.csv\""]
    ),
  ]

  /// Through a graph.
  private var stops: [Stop] {
    let graph = session.graph
    let person = Quoted.person(graph.people[mostFollowed ?? 0])
    var stops: [Stop] = [("What there is:", ["describe graph", "describe \(person)"])]
    guard graph.relations.has("follows") else { return stops }
    stops.append(
      (
        "Rankings, of everybody or of some:",
        ["top 10 people by followers", "pagerank for \(person)"]
      )
    )
    if let topic = mostCaredFor.map({ graph.topics[$0] }) {
      let name = Quoted.topic(topic)
      let weighted = graph.relations.has("trust") ? " weighted by trust" : ""
      let fit = "audience overlap with \(name)\(weighted)"
      stops += [
        ("Whose audience cares, which is another question:", ["top 10 people by \(fit)"]),
        ("The two side by side, and where they disagree:", ["compare followers, \(fit) limit 5"]),
        (
          "Sets of people, and how many they are:",
          ["count people interested in \(name) but not followers of \(person)"]
        ),
      ]
    }
    stops.append(
      (
        "Going on with the last table, also into a file:",
        ["| limit 3", "last", "| into \"best.csv\""]
      )
    )
    return stops
  }

  /// The person most people follow.
  private var mostFollowed: UInt32? {
    guard let rows = session.graph.relations["follows"]?.backward else { return nil }
    return (0..<UInt32(rows.count)).max { rows.degree(of: $0) < rows.degree(of: $1) }
  }

  /// The topic most people care for.
  private var mostCaredFor: UInt32? {
    let counts = session.graph.audiences(atLeast: 0)
    return counts.indices.max { counts[$0] < counts[$1] }.map(UInt32.init)
  }
}

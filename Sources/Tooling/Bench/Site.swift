package import Graph
import Diagnostics
import Shell

/// Where workloads run: the files, and the graph that several of them ask.
package final class Site {
  /// The files.
  let files: GraphFiles
  private var kept: Graph?

  /// A site on these files.
  init(_ files: GraphFiles) {
    self.files = files
  }

  /// The graph of the follows with their trust and of the interests, loaded once.
  func graph() throws -> Graph {
    if let kept { return kept }
    let talk = Talk()
    try talk.say(loading(.trust))
    try talk.say("load interests from \"\(files.path("interests.csv"))\"")
    kept = talk.graph
    return talk.graph
  }

  /// The follows of that graph.
  func follows() throws -> Relation {
    guard let follows = try graph().relations["follows"] else {
      throw BenchError.unreadable(files.path(Follows.trust.rawValue))
    }
    return follows
  }

  /// A conversation about that graph.
  func talk() throws -> Talk {
    let talk = Talk()
    talk.graph = try graph()
    return talk
  }

  /// The follows as they may be loaded.
  enum Follows: String {
    case plain = "follows.csv"
    case trust = "trust.csv"
  }

  /// The statement that loads the follows.
  func loading(_ follows: Follows) -> String {
    let trust = follows == .trust ? ", trust = trust" : ""
    let file = files.path(follows.rawValue)
    return "load follows from \"\(file)\" (follower = source, followed = target\(trust))"
  }
}

/// A conversation whose answers are kept as text.
///
/// No measure is kept from one question to the next: what is timed is computed each time, as the
/// peers do.
package final class Talk {
  private final class Written {
    var text = ""
  }

  private let results = Written()
  private let messages = Written()
  private var conversation: Conversation

  /// A conversation in which nothing was said.
  init() {
    conversation = Conversation(
      in: Surroundings(
        results: { [results] in results.text += $0 },
        messages: { [messages] in messages.text += $0 },
        tellsTime: false
      )
    )
    conversation.session.settings.memoryLimit = 0
  }

  /// The graph it is about.
  package var graph: Graph {
    get { conversation.session.graph }
    set { conversation.session.graph = newValue }
  }

  /// Says a statement; returns the tables that answer it, tab-separated.
  @discardableResult func say(_ statement: String) throws -> String {
    results.text = ""
    messages.text = ""
    guard conversation.submit(statement) == .done else {
      throw BenchError.refused(statement: statement, answer: messages.text)
    }
    return results.text
  }

  /// The number in a column of the first row of an answer.
  func number(_ column: String, in answer: String) -> Double? {
    let rows = answer.split(separator: "\n").map { $0.split(separator: "\t") }
    guard rows.count > 1, let index = rows[0].firstIndex(of: Substring(column)),
      index < rows[1].count
    else { return nil }
    return Double(rows[1][index])
  }
}

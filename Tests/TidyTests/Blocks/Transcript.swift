import Shell
import Synchronization

/// A session on the village, written down as a person would see it in a terminal 100 columns wide.
struct Transcript {
  /// What is typed, line by line.
  let questions: [String]
  /// Whether each is answered, rather than refused.
  var areAnswered = true
  /// Whether it begins with the greeting.
  var isGreeted = false

  /// The session that opens `README.md`.
  static let first = Transcript(
    questions: [
      "top 3 people by followers, audience overlap with topic yoga weighted by trust",
      "top 3 people by audience overlap with topic yoga weighted by trust",
    ],
    isGreeted: true
  )

  /// A question with a slip in it.
  static let mistake = Transcript(questions: ["top 3 people by pagernk"], areAnswered: false)

  /// The session in a block of Markdown.
  func text() throws -> String {
    let village = try VillageTalk()
    if isGreeted { village.conversation.greet() }
    var text = village.takeOutput()
    for question in questions {
      text += "\n" + Dialogue.prompt + question + "\n"
      let outcome = village.conversation.submit(question)
      text += village.takeOutput()
      guard (outcome == .done) == areAnswered else {
        throw Refused(question: question, output: text)
      }
    }
    return "```text\n" + text.trimmed + "\n```"
  }

  /// A question of a page was not answered, or a mistake was.
  struct Refused: Error {
    let question: String
    let output: String
  }
}

/// A conversation about the village, without times, whose output is kept.
final class VillageTalk {
  private let written: Output
  var conversation: Conversation

  /// Loads the village.
  init() throws {
    let written = Output()
    self.written = written
    conversation = Conversation(
      in: Surroundings(
        results: { written.append($0) },
        messages: { written.append($0) },
        isScreen: true,
        screen: { (100, 48) },
        tellsTime: false
      )
    )
    let outcome = conversation.runScript(Checkout.path("examples/village/load.kith"))
    let output = takeOutput()
    guard outcome == .done else { throw Transcript.Refused(question: "load", output: output) }
  }

  /// What was written since this was last asked.
  func takeOutput() -> String { written.take() }
}

/// Text gathered from closures.
private final class Output: Sendable {
  private let text = Mutex("")

  func append(_ more: String) { text.withLock { $0 += more } }

  func take() -> String {
    text.withLock { text in
      defer { text = "" }
      return text
    }
  }
}

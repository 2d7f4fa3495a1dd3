import Shell
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Transcripts are run as they are read: what is said, and exactly what comes of it.
@Suite struct SessionTests {
  @Test(arguments: TranscriptFile.all(below: ["examples", "Tests/SessionTests/Sessions"]))
  func `a session goes as it is written`(_ file: TranscriptFile) {
    check(file)
  }

  /// Answers that are not good enough yet: what comes today, below words that are wanted in it.
  ///
  /// When the wanted words come, the issue is known no longer: the exchange moves to a session.
  @Test(arguments: TranscriptFile.all(below: ["Tests/SessionTests/Regrets"]))
  func `a regret is still one`(_ file: TranscriptFile) {
    check(file)
    for (wanted, answer) in file.wishes {
      withKnownIssue("\(wanted)") {
        #expect(answer.contains(wanted), "\(file.name)")
      }
    }
  }

  @Test func `a transcript is read into what is said and what comes of it`() throws {
    let text = """
      # A comment,
      # on two lines.

      kith> count
      ....> people
      count
      8

      # Another.
      kith> quit
      """
    let file = TranscriptFile("test", text: text)
    try #require(file.pieces.count == 4)
    guard case .exchange(let said, let line, let answer) = file.pieces[1] else { return }
    #expect(said == ["count", "people"])
    #expect(line == 4)
    #expect(answer == ["count", "8"])
  }

  @Test func `a difference shows its lines`() {
    let found = UnifiedDifference(from: ["a", "b", "c", "d"], to: ["a", "x", "c"]).text
    #expect(found == " a\n-b\n+x\n c\n-d")
  }

  private func check(_ file: TranscriptFile) {
    let (text, lines) = play(file)
    if unsafe getenv("UPDATE_GOLDEN") != nil {
      let path = "\(Files.checkout)/\(file.name)"
      #expect(Files.write(text, to: path), "\(path) cannot be written")
      return
    }
    for difference in lines { Issue.record("\(difference)") }
  }

  /// The transcript as it goes today, and where it differs.
  private func play(_ file: TranscriptFile) -> (text: String, differences: [Comment]) {
    let folder = file.name.split(separator: "/").dropLast().joined(separator: "/")
    let talk = Talk(folder: "\(Files.checkout)/\(folder)")
    var written: [String] = []
    var differences: [Comment] = []
    for piece in file.pieces {
      switch piece {
      case .comment(let lines): written += lines
      case .exchange(let said, let line, let wanted):
        let found = talk.answer(to: said.joined(separator: "\n"))
        written.append(TranscriptFile.prompt + said[0])
        written += said.dropFirst().map { TranscriptFile.continuation + $0 }
        written += found + [""]
        guard found != wanted else { continue }
        let difference = UnifiedDifference(from: wanted, to: found).text
        differences.append("\(file.name):\(line): \(said[0])\n\(difference)")
      }
    }
    while written.last == "" { written.removeLast() }
    return (written.joined(separator: "\n") + "\n", differences)
  }
}

/// A conversation on a screen of 80 columns that tells no time, with all it says in order.
private final class Talk {
  private var said = ""
  private var conversation = Conversation(in: Surroundings(results: { _ in }, messages: { _ in }))

  init(folder: String) {
    conversation = Conversation(
      in: Surroundings(
        results: { [unowned self] in self.said += $0 },
        messages: { [unowned self] in self.said += $0 },
        isScreen: true,
        screen: { (80, 48) },
        tellsTime: false
      )
    )
    conversation.folder = folder
  }

  /// What comes of a text, line by line.
  func answer(to text: String) -> [String] {
    said = ""
    _ = conversation.submit(text)
    var lines = said.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last == "" { lines.removeLast() }
    return lines
  }
}

import Diagnostics
import Rendering
import Syntax
import Values

/// A transcript of a session in the making: what is said, and exactly what comes of it.
///
/// It says first what makes the session what it is, so that it can be played on its own.
struct Recording {
  /// The first line of every transcript that is recorded, by which it is known.
  static let header = "# A session of Kith, kept by `record`."
  /// The ending of its files, without the dot.
  static let ending = "session"
  /// What stands before what is said.
  private static let prompts = (first: "kith> ", others: "....> ")

  /// The file it is kept in, from the root.
  let path: String
  /// The file as the person named it.
  let file: Name
  /// Where the conversation took place before.
  let surroundings: Surroundings
  /// What comes of the statement at hand.
  let heard = Heard()
  /// How many exchanges it has.
  private(set) var count = 0
  /// All of it.
  private(set) var text = Recording.header + "\n"

  /// A transcript that nothing stands in.
  init(to file: Name, at path: String, from surroundings: Surroundings) {
    self.file = file
    self.path = path
    self.surroundings = surroundings
  }

  /// Whether a file that begins so is one.
  static func begins(with head: [UInt8]) -> Bool { head.starts(with: header.utf8) }

  /// Adds what was said, and what was heard.
  mutating func add(said: String) {
    var lines = said.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    for (index, line) in lines.enumerated() {
      text += (index == 0 ? "\n" + Recording.prompts.first : Recording.prompts.others) + line + "\n"
    }
    text += heard.text + (heard.text.isEmpty || heard.text.hasSuffix("\n") ? "" : "\n")
    heard.text = ""
    count += 1
  }
}

/// What a conversation said, in order.
final class Heard {
  /// All that was said.
  var text = ""
}

extension Surroundings {
  /// The same place as a transcript wants it, heard by a listener as well: a screen of 80 columns and
  /// 48 rows that tells no time, so that what is said does not depend on who says it.
  func transcribed(to heard: Heard, hushed: Bool = false) -> Surroundings {
    var place = self
    place.fix(columns: 80, rows: 48)
    place.isScreen = true
    place.drawsLines = true
    place.tellsTime = false
    place.errorStyle = .text
    func both(_ sink: @escaping (String) -> Void) -> (String) -> Void {
      { text in
        heard.text += text
        if !hushed { sink(text) }
      }
    }
    place.results = both(results)
    place.messages = both(messages)
    place.errors = both(errors)
    if hushed { place.page = ({}, {}) }
    return place
  }
}

extension Conversation {
  /// Begins to keep what is said in a file.
  mutating func record(to file: Name) throws(Diagnostics) {
    guard FilePath.ending(of: file.text) == Recording.ending else {
      throw wrongEnding(
        file,
        "`record` keeps a session, in a file that ends in .\(Recording.ending)",
        choices: [".\(Recording.ending)"]
      )
    }
    if recording != nil { stopRecording() }
    let path = FilePath.absolute(resolved(file.text))
    var recording = Recording(to: file, at: path, from: surroundings)
    try rehearse(for: &recording)
    try keep(recording)
    surroundings = surroundings.transcribed(to: recording.heard)
    self.recording = recording
    var page = self.page
    let name = Escaping.visible(file.text)
    page.add(paragraph: "recording to \(name), 80 columns wide and without times")
    let folder = ScriptFile.folder(of: path)
    if folder != ScriptFile.folder(of: FilePath.absolute(resolved("x"))) {
      let there = Escaping.visible(folder)
      page.add(paragraph: "file names in a transcript start from its folder, \(there)")
    }
    write(page)
    recording.heard.text = ""
  }

  /// Stops keeping what is said.
  mutating func stopRecording() {
    guard let recording else { return surroundings.messages("  nothing is being recorded\n") }
    surroundings = recording.surroundings
    self.recording = nil
    tell(recording.file, [Tally.text(recording.count, "exchanges")])
  }

  /// Runs what is said, and keeps it where that is asked for.
  ///
  /// What begins or ends a record, leaves or was interrupted is not kept.
  mutating func recorded(_ said: String, _ run: (inout Conversation) -> Outcome) -> Outcome {
    recording?.heard.text = ""
    let listener = recording?.heard
    let outcome = run(&self)
    guard recording?.heard === listener, listener != nil, !outcome.isOver else { return outcome }
    recording?.add(said: said)
    do throws(Diagnostics) {
      if let recording { try keep(recording) }
    } catch {
      report(error)
      stopRecording()
    }
    return outcome
  }

  /// Says again, for the record, what made the session what it is; what comes of it is kept.
  private func rehearse(for recording: inout Recording) throws(Diagnostics) {
    let folder = ScriptFile.folder(of: recording.path)
    guard let script = SessionScript(session, in: folder, climbing: true) else { return }
    var rehearsal = Conversation(
      in: surroundings.transcribed(to: recording.heard, hushed: true),
      vocabulary: session.vocabulary
    )
    rehearsal.folder = folder
    for statement in script.statements {
      guard rehearsal.submit(statement) == .done else {
        throw Diagnostics([
          Diagnostic(
            .unwritableFile,
            "a record says first what made the session, and `\(statement)` fails",
            at: source.place(of: recording.file.range)
          )
        ])
      }
      recording.add(said: statement)
    }
  }

  /// Writes a record as it is so far.
  private mutating func keep(_ recording: Recording) throws(Diagnostics) {
    let stamp = try OutputFile.write(
      to: recording.path,
      shownAs: recording.file.text,
      replacing: session.replacement
    ) { output throws(Diagnostics) in output.write(Seal.sealed(recording.text, comment: "#")) }
    session.writtenFiles.insert(stamp)
  }
}

extension Conversation.Outcome {
  /// Whether the person left, or stopped it.
  fileprivate var isOver: Bool { self == .quit || isInterrupted }
}

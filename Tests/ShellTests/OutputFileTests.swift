import Diagnostics
import Shell
import Syntax
import Testing
import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Files are written whole or not at all, and not over what something else wrote.
@Suite struct OutputFileTests {
  private let folder = ScratchFolder()

  /// Writes a text to a file in the folder; returns the code of what stood in the way.
  private func write(
    _ text: String,
    to name: String,
    replacing replacement: OutputFile.Replacement = OutputFile.Replacement(),
    watchedBy monitor: WorkMonitor = .unwatched
  ) -> DiagnosticCode? {
    do throws(Diagnostics) {
      _ = try OutputFile.write(
        to: "\(folder.path)/\(name)",
        shownAs: name,
        replacing: replacement,
        watchedBy: monitor
      ) { file in file.write(text) }
      return nil
    } catch {
      return error.all.first?.code
    }
  }

  @Test func `a file is there with all that was written, for its owner alone`() {
    let long = String(repeating: "é", count: 300_000)
    #expect(write(long, to: "a.csv") == nil)
    #expect(folder.text(of: "a.csv") == long)
    #expect(folder.mode(of: "a.csv") == 0o600)
    #expect(folder.names == ["a.csv"])
  }

  @Test func `what something else wrote stays, unless all may be replaced`() {
    folder.write("mine", to: "a.csv")
    #expect(write("new", to: "a.csv") == .fileExists)
    #expect(folder.text(of: "a.csv") == "mine")
    var replacement = OutputFile.Replacement()
    replacement.isAllowedForAll = true
    #expect(write("new", to: "a.csv", replacing: replacement) == nil)
    #expect(folder.text(of: "a.csv") == "new")
    #expect(folder.names == ["a.csv"])
  }

  @Test func `what stops the work leaves the old file, and nothing beside it`() {
    var replacement = OutputFile.Replacement()
    replacement.isAllowedForAll = true
    folder.write("old", to: "a.csv")
    let monitor = WorkMonitor(isCancelled: { true })
    let code = write("new", to: "a.csv", replacing: replacement, watchedBy: monitor)
    #expect(code == .interrupted)
    let trouble = Diagnostics([Diagnostic(.wrongKind, "trouble")])
    #expect(throws: trouble) {
      _ = try OutputFile.write(to: "\(folder.path)/a.csv", shownAs: "a.csv", replacing: replacement)
      {
        file throws(Diagnostics) in
        file.write("half")
        throw trouble
      }
    }
    #expect(folder.text(of: "a.csv") == "old")
    #expect(folder.names == ["a.csv"])
  }

  @Test func `a file that was made meanwhile stays`() {
    #expect(throws: Diagnostics.self) {
      let replacement = OutputFile.Replacement()
      _ = try OutputFile.write(to: "\(folder.path)/a.csv", shownAs: "a.csv", replacing: replacement)
      {
        file in
        file.write("late")
        folder.write("early", to: "a.csv")
      }
    }
    #expect(folder.text(of: "a.csv") == "early")
    #expect(folder.names == ["a.csv"])
  }

  @Test func `a link leads to the file that is replaced`() {
    folder.write("old", to: "a.csv")
    _ = unsafe symlink("a.csv", "\(folder.path)/link.csv")
    var replacement = OutputFile.Replacement()
    replacement.isAllowedForAll = true
    #expect(write("new", to: "link.csv", replacing: replacement) == nil)
    #expect(folder.text(of: "a.csv") == "new")
    #expect(folder.names == ["a.csv", "link.csv"])
  }

  @Test func `folders, pipes and places that are not there are refused`() {
    var replacement = OutputFile.Replacement()
    replacement.isAllowedForAll = true
    _ = unsafe mkfifo("\(folder.path)/pipe", 0o600)
    for name in [".", "pipe", "none/a.csv"] {
      #expect(write("new", to: name, replacing: replacement) == .unwritableFile)
    }
    #expect(folder.names == ["pipe"])
  }

  private let table = Table([Column("n", cells: .numbers([1, 2]))])

  /// What comes of writing the table to a file in a conversation.
  private func write(to name: String, in talk: Talk) -> Diagnostic? {
    talk.conversation.folder = folder.path
    do throws(Diagnostics) {
      try talk.conversation.write(table, into: Name(name))
      return nil
    } catch {
      return error.all.first
    }
  }

  @Test(arguments: [
    ("a.csv", "n\n1\n2\n"), ("a.TSV", "n\n1\n2\n"), ("a.json", "[{\"n\":1},\n {\"n\":2}]\n"),
    ("a.md", "| n |\n| ---: |\n| 1 |\n| 2 |\n"),
  ])
  func `a table is written as its ending says`(_ name: String, _ text: String) {
    let talk = Talk()
    #expect(write(to: name, in: talk) == nil)
    #expect(folder.text(of: name) == text)
    #expect(talk.messages == "  \(name): 2 people\n")
  }

  @Test func `a session replaces the tables it wrote, as long as nothing else touched them`() {
    let talk = Talk()
    #expect(write(to: "a.csv", in: talk) == nil)
    #expect(write(to: "a.csv", in: talk) == nil)
    #expect(write(to: "a.csv", in: Talk())?.code == .fileExists)
    folder.write("edited", to: "a.csv")
    #expect(write(to: "a.csv", in: talk)?.code == .fileExists)
    #expect(folder.text(of: "a.csv") == "edited")
    #expect(write(to: "a.csv", in: Talk(["set overwrite yes"])) == nil)
  }

  @Test func `an ending that is no format's is refused with those there are`() {
    for name in ["a", "a.xls", "a.", ".csv"] {
      let refusal = write(to: name, in: Talk())
      #expect(refusal?.code == .wrongEnding)
      #expect(refusal?.choices.contains(".csv") == true)
    }
    for name in ["a.kithgraph", "a.kith"] {
      let refusal = write(to: name, in: Talk())
      #expect(refusal?.code == .wrongEnding)
      #expect(refusal?.fix?.replacement == "save \"\(name)\"")
    }
    #expect(folder.names.isEmpty)
  }
}

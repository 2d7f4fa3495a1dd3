import LineEditing
import Testing

@Suite struct EditorProgramTests {
  private let folder = ScratchFolder()

  /// What comes of editing with a shell script of these lines, which has the file as `$1`.
  private func edited(_ text: String, by lines: String) -> String? {
    folder.write("#!/bin/sh\n\(lines)\n", to: "editor")
    let program = EditorProgram(environment: ["EDITOR": "/bin/sh \(folder.path)/editor"])
    return program.edit(text, folder: folder.path)
  }

  @Test func `VISUAL comes before EDITOR, and words are arguments`() {
    #expect(EditorProgram(environment: [:]).words == ["vi"])
    #expect(EditorProgram(environment: ["EDITOR": "nano -w"]).words == ["nano", "-w"])
    #expect(EditorProgram(environment: ["EDITOR": "a", "VISUAL": "b"]).words == ["b"])
    #expect(EditorProgram(environment: ["EDITOR": "a", "VISUAL": " "]).words == ["a"])
  }

  @Test func `the text is what the program left, without the line end at its end`() {
    #expect(edited("top 10", by: "printf 'by reach\\n' >> \"$1\"") == "top 10\nby reach")
    #expect(edited("top 10", by: ":") == "top 10")
    #expect(edited("a", by: "printf 'x\\ty\\r\\nz\\n\\n' > \"$1\"") == "x  y\nz")
  }

  @Test func `a program that fails, is killed or is not there leaves the text alone`() {
    #expect(edited("top 10", by: "echo x > \"$1\"; exit 1") == nil)
    #expect(edited("top 10", by: "kill -9 $$") == nil)
    let absent = EditorProgram(environment: ["EDITOR": "\(folder.path)/nowhere"])
    #expect(absent.edit("a", folder: folder.path) == nil)
    #expect(EditorProgram(environment: [:]).edit("a", folder: "\(folder.path)/nowhere") == nil)
  }

  @Test func `no shell reads the words, and the file is the owner's and is gone afterwards`() {
    let mode = "stat -c %a \"$1\" > \(folder.path)/mode"
    #expect(edited("a; $(touch \(folder.path)/evil)", by: mode)?.hasPrefix("a; $(touch") == true)
    #expect(folder.text("mode") == "600\n")
    #expect(folder.names == ["editor", "mode"])
  }
}

import LineEditing
import Testing

extension TerminalTests {
  @Suite struct EditlineReaderTests {
    private static let words = ["followers", "following", "people"]

    private static let callbacks = LineEditingCallbacks(
      isComplete: { text in text.count { $0 == "(" } <= text.count { $0 == ")" } },
      complete: { buffer, cursor in
        let before = Array(buffer.utf8.prefix(cursor))
        let from = before.lastIndex { $0 == 0x20 || $0 == 0x0A }.map { $0 + 1 } ?? 0
        let typed = String(decoding: before[from...], as: UTF8.self)
        let fitting = words.filter { $0.hasPrefix(typed) }
        return LineCompletion(replaceFrom: from, choices: fitting.map { LineChoice($0) })
      }
    )

    /// The one check: what comes of typing these steps, read by read, up to the end.
    ///
    /// A step that waits for `kith> ` waits for a prompt of its own: a search that is left draws the
    /// prompt of its read again, and a Ctrl-D typed then, between two reads, would be lost.
    private func check(
      _ steps: [Typist.Step],
      history: [String] = [],
      remembering: Bool = false,
      gives expected: [LineRead],
      sourceLocation: SourceLocation = #_sourceLocation
    ) {
      let typist = Typist()
      let terminal = LineTerminal(
        input: typist.terminal,
        output: typist.terminal,
        kind: "xterm"
      )
      var read = 0
      let numbered = (steps + [Typist.Step("kith> ", "\u{4}")]).map { step in
        guard step.awaited == "kith> " else { return step }
        read += 1
        return Typist.Step("kith \(read)> ", step.keys, interrupts: step.interrupts)
      }
      let typing = typist.type(numbered)
      var reads: [LineRead] = []
      if var reader = EditlineReader(
        programName: "kith-tests",
        history: history,
        terminal: terminal,
        callbacks: Self.callbacks
      ) {
        repeat {
          reads.append(reader.readStatement(prompt: "kith \(reads.count + 1)> "))
          if remembering, case .statement(let text)? = reads.last { reader.remember(text) }
        } while reads.last != .end
      }
      typing.finish()
      #expect(reads == expected + [.end], sourceLocation: sourceLocation)
    }

    @Test func `a typed line is a statement`() {
      check([.init("kith> ", "café 日本\r")], gives: [.statement("café 日本")])
    }

    @Test func `Enter goes on in a new line until the statement is finished`() {
      check([.init("kith> ", "top (\r10\r)\r")], gives: [.statement("top (\n10\n)")])
    }

    @Test func `Enter on an empty line runs what is there`() {
      check([.init("kith> ", "top (\r\r")], gives: [.statement("top (\n")])
    }

    @Test func `Alt-Enter always adds a line`() {
      check([.init("kith> ", "a\u{1B}\rb\r")], gives: [.statement("a\nb")])
    }

    @Test func `Up moves in the text first, then to older statements`() {
      check(
        [.init("kith> ", "(\rb\u{1B}[Aa)\r"), .init("kith> ", "\u{1B}[A\u{1B}[A!\r")],
        history: ["older", "newer"],
        gives: [.statement("(a)\nb"), .statement("older!")]
      )
    }

    @Test func `Down brings back what was being typed`() {
      check(
        [.init("kith> ", "draft\u{10}\u{1B}[B\u{1B}[B!\r")],
        history: ["older"],
        gives: [.statement("draft!")]
      )
    }

    @Test func `Up finds what begins as what is typed`() {
      check(
        [.init("kith> ", "pe\u{1B}[A\u{1B}[A!\r")],
        history: ["pets", "people", "top 10"],
        gives: [.statement("pets!")]
      )
    }

    @Test func `a statement entered again is found once`() {
      check(
        [.init("kith> ", "b\r"), .init("kith> ", "\u{10}\u{10}!\r")],
        history: ["a", "b", "c"],
        remembering: true,
        gives: [.statement("b"), .statement("c!")]
      )
    }

    @Test func `a search takes a part of a statement, whatever the case`() {
      check(
        [.init("kith> ", "x\u{12}REA\u{12}\u{5}!\r"), .init("kith> ", "y\u{12}q\u{7}\r")],
        history: ["reach of all", "people by reach", "top 10"],
        gives: [.statement("reach of all!"), .statement("y")]
      )
    }

    @Test func `an older statement of several lines comes back as one`() {
      check([.init("kith> ", "\u{1B}[A\r")], history: ["(a\nb)"], gives: [.statement("(a\nb)")])
    }

    @Test func `Meta-P finds what begins the same way`() {
      check(
        [.init("kith> ", "pe\u{1B}p\r")],
        history: ["people by reach", "top 10"],
        gives: [.statement("people by reach")]
      )
    }

    @Test func `Ctrl-R finds what holds a text`() {
      check(
        [.init("kith> ", "\u{12}reach\r")],
        history: ["people by reach", "top 10"],
        gives: [.statement("people by reach")]
      )
    }

    @Test func `Tab completes as far as it can, then lists`() {
      check(
        [
          .init("kith> ", "pe\t"), .init("ople ", "fo\t"), .init("llow", "\t"),
          .init("following", "i\t\r"),
        ],
        gives: [.statement("people following ")]
      )
    }

    @Test func `a paste arrives as one text, its tabs as spaces`() {
      check(
        [.init("kith> ", "\u{1B}[200~top\r\n\t10\u{7};\rby x\r\u{1B}[201~"), .init("by x", "\r")],
        gives: [.statement("top\n  10;\nby x")]
      )
    }

    @Test func `Ctrl-C drops the text, and says whether there was any`() {
      check(
        [
          .init("kith> ", "(a\rb", interrupts: true), .init("^C", ""),
          .init("kith> ", "", interrupts: true), .init("kith> ", "c\r"),
        ],
        gives: [.interrupted(hadText: true), .interrupted(hadText: false), .statement("c")]
      )
    }

    @Test func `Ctrl-D deletes under the cursor`() {
      check([.init("kith> ", "abc\u{1}\u{4}\r")], gives: [.statement("bc")])
    }

    @Test(arguments: [
      ("a👨‍👩‍👧\u{7F}b\r", "ab"), ("a👍🏽\u{7F}b\r", "ab"), ("🇳🇱🇧🇪\u{7F}\r", "🇳🇱"),
      ("cafe\u{301}s\u{2}\u{2}\u{4}\r", "cafs"), ("a👨‍👩‍👧b\u{2}\u{2}\u{4}\r", "ab"),
      ("👩‍🚀x\u{1}\u{6}-\r", "👩‍🚀-x"), ("x\u{8}y\r", "y"), ("क्‍षa\u{7F}\r", "क्‍ष"),
    ])
    func `what is one character to the eye is edited as one`(_ keys: String, _ text: String) {
      check([.init("kith> ", keys)], gives: [.statement(text)])
    }

    @Test func `a dumb terminal and a pipe cannot be edited on`() {
      let typist = Typist()
      let pipe = Pipe()
      let dumb = LineTerminal(input: typist.terminal, output: typist.terminal, kind: "dumb")
      let piped = LineTerminal(input: pipe.reading, output: typist.terminal, kind: "xterm")
      #expect(!dumb.canEdit)
      #expect(!piped.canEdit)
      #expect(LineTerminal(input: dumb.input, output: dumb.output, kind: "xterm").canEdit)
    }

    @Test func `the size is the terminal's, or the environment's`() {
      let typist = Typist()
      let pipe = Pipe()
      #expect(TerminalShape.current(of: typist.terminal) == TerminalShape(columns: 60, rows: 20))
      #expect(
        TerminalShape.current(of: pipe.reading, environment: ["COLUMNS": "132", "LINES": "x"])
          == TerminalShape(columns: 132, rows: 24)
      )
    }
  }
}

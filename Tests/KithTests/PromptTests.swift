import Foundation
import TestSupport
import Testing

/// The prompt on a terminal: keys, colours, history, and what is left behind.
@Suite(.serialized, .timeLimit(.minutes(2))) struct PromptTests {
  private let folder: ScratchFolder

  private let examples = Tool.checkout.appending(path: "examples/eight-people").path

  init() throws { folder = try ScratchFolder() }

  private func prompt(
    _ arguments: String...,
    environment: [String: String] = [:],
    columns: Int = 80,
    rows: Int = 24
  ) throws -> TerminalSession {
    let plain = [
      "HOME": folder.url.path, "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin",
      "KITH_HISTORY": folder.url.appending(path: "history").path, "SWIFT_BACKTRACE": "enable=no",
    ]
    // Whoever has a history is not shown around.
    let history = folder.url.appending(path: "history")
    if !FileManager.default.fileExists(atPath: history.path) {
      try Data("_HiStOrY_V2_\n".utf8).write(to: history)
    }
    let session = try TerminalSession(
      "kith",
      arguments + ["\(examples)/load.kith"],
      environment: plain.merging(environment) { $1 },
      columns: columns,
      rows: rows
    )
    try #require(session.waits { $0.line == "kith>" }, "\(session.screen.text)")
    session.settle()
    return session
  }

  /// Types keys, waits until all is drawn, and returns the row of the cursor.
  @discardableResult
  private func press(_ keys: String, in session: TerminalSession) -> String {
    session.type(keys)
    session.settle()
    return session.screen.line
  }

  @Test func `a question is typed and answered, and Ctrl-D leaves`() throws {
    let session = try prompt()
    press("count peopel\u{7F}\u{7F}le\r", in: session)
    #expect(session.waits(for: "│     8 │"), "\(session.screen.text)")
    session.type("\u{4}")
    #expect(session.finish() == 0)
    #expect(session.isCalm)
    #expect(!session.screen.marksPastes)
  }

  @Test func `names that mean something are told from others before Enter`() throws {
    let session = try prompt("--color", "dark")
    press("top 3 people by reach where followers of @ada > 2 and flowers > 1 ", in: session)
    let screen = session.screen
    #expect(screen.style(of: "top 3") == "94")
    #expect(screen.style(of: "3 people") == "95")
    #expect(screen.style(of: "reach") == "96")
    #expect(screen.style(of: "@ada") == "96")
    #expect(screen.style(of: "flowers") == "4;91")
    #expect(screen.style(of: "> 1") == "")
    press("\u{3}", in: session)
    press("top 3 people by foll", in: session)
    #expect(session.screen.style(of: "foll") == "")
    press("owers", in: session)
    #expect(session.screen.style(of: "followers") == "96")
  }

  @Test func `without colours nothing is coloured`() throws {
    for session in [
      try prompt(environment: ["NO_COLOR": "1"]),
      try prompt("--color", "never"),
    ] {
      press("top 3 people by flowers ", in: session)
      #expect(session.screen.style(of: "top 3") == "")
      #expect(session.screen.style(of: "flowers") == "")
    }
  }

  @Test(arguments: [20, 40, 80, 200])
  func `the text stays what it is at any width`(_ columns: Int) throws {
    let session = try prompt(columns: columns, rows: 40)
    let text = "top 3 people by followers, reach, audience overlap with #yoga weighted by trust"
    press(text, in: session)
    let before = session.screen
    let start = before.lines.lastIndex { $0.hasPrefix("kith> ") } ?? 0
    func typed(_ screen: Screen) -> String {
      // A row that is full has a space at its end where a word ends there.
      screen.lines[start...].enumerated().map { index, line in
        let isLast = start + index == screen.cursor.row
        return isLast ? line : line + String(repeating: " ", count: columns - line.count)
      }.prefix(screen.cursor.row - start + 1).joined()
    }
    #expect(typed(before) == "kith> " + text)
    // In the middle, and back at the end.
    press("\u{1}\u{1B}f\u{1B}fX\u{7F}\u{5}!\u{7F}", in: session)
    #expect(typed(session.screen) == "kith> " + text)
    #expect(session.screen.cursor == before.cursor)
  }

  @Test func `the lines of a statement are one text`() throws {
    let session = try prompt()
    press("top 3 people by\r", in: session)
    #expect(session.screen.line.hasPrefix("-- a measure"), "\(session.screen.text)")
    press("reach", in: session)
    #expect(session.screen.line == "reach")
    // Up to the first line, and to its start; then back.
    press("\u{1B}[A\u{1B}[H\u{1B}[Cx", in: session)
    #expect(session.screen.line == "kith> txop 3 people by")
    press("\u{7F}\u{1B}[B\u{1B}[F, followers\r", in: session)
    #expect(session.waits(for: "│ followers │"), "\(session.screen.text)")
    press("\u{1B}[A", in: session)
    #expect(session.screen.line == "reach, followers")
  }

  @Test func `Alt-Enter goes on in a new line`() throws {
    let session = try prompt()
    press("count people\u{1B}\r", in: session)
    #expect(session.screen.line == "")
    press("where reach > 3\r", in: session)
    #expect(session.waits(for: "share of all 8 people"), "\(session.screen.text)")
  }

  @Test func `a paste is text, tabs and line ends too`() throws {
    let session = try prompt()
    press("\u{1B}[200~count\tpeople\r\n  where reach > 3;\ncount people\n\u{1B}[201~", in: session)
    #expect(session.screen.text.hasSuffix("kith> count  people\n  where reach > 3;\ncount people"))
    press("\r", in: session)
    #expect(session.waits { $0.text.components(separatedBy: "share of all").count == 3 })
  }

  @Test func `Ctrl-C drops the text and leaves a clean screen`() throws {
    let session = try prompt()
    press("top 3 people by\rreach, followers\u{1B}[A", in: session)
    press("\u{3}", in: session)
    #expect(session.screen.text.hasSuffix("top 3 people by\nreach, followers^C\nkith>"))
    #expect(session.screen.line == "kith>")
    press("\u{3}\u{3}", in: session)
    #expect(session.waits(for: "Ctrl-D leaves\n"), "\(session.screen.text)")
    press("count people\r", in: session)
    #expect(session.waits(for: "share of all 8 people"))
  }

  @Test func `Ctrl-R searches, whatever the case, and gives up`() throws {
    let session = try prompt()
    press("count People\r", in: session)
    press("count bots\r", in: session)
    press("draft\u{12}peo", in: session)
    #expect(session.screen.line == "search \"peo\": count People")
    press("x", in: session)
    #expect(session.screen.line.hasPrefix("nothing has \"peox\""))
    press("\u{7}", in: session)
    #expect(session.screen.line == "kith> draft")
    press("\u{12}COUNT\u{12}\u{1B}[F where", in: session)
    #expect(session.screen.line == "kith> count People where")
    press("\u{12}zzz\u{3}", in: session)
    #expect(session.screen.line == "kith>")
    press("count people\r", in: session)
    #expect(session.waits(for: "share of all 8 people"))
  }

  @Test func `Up finds what begins so, and what comes next is suggested`() throws {
    let session = try prompt()
    press("count people where reach > 3\r", in: session)
    press("top 3 people by reach\r", in: session)
    press("count", in: session)
    #expect(session.screen.line == "kith> count people where reach > 3")
    #expect(session.screen.style(of: "people where") == "90")
    press("\u{1B}[1;5C", in: session)
    #expect(session.screen.style(of: "people where") == "1")
    #expect(session.screen.style(of: "where") == "90")
    press("\u{15}cou\u{1B}[A", in: session)
    #expect(session.screen.line == "kith> count people where reach > 3")
    press("\u{1B}[B", in: session)
    #expect(session.screen.line.hasPrefix("kith> cou"))
    press("\u{5}\r", in: session)
    #expect(session.waits { $0.text.components(separatedBy: "share of all").count == 3 })
  }

  @Test func `what was changed is taken back`() throws {
    let session = try prompt(environment: ["NO_COLOR": "1"])
    #expect(press("count the people\u{17}\u{17}", in: session).hasPrefix("kith> count -- "))
    #expect(press("\u{1F}", in: session) == "kith> count the")
    #expect(press("\u{1F}", in: session) == "kith> count the people")
    #expect(press("\u{1F}\u{18}\u{15}", in: session) == "kith> count")
  }

  @Test func `letters with accents and wide ones are edited whole`() throws {
    let session = try prompt(environment: ["NO_COLOR": "1"])
    #expect(press("日本e\u{301}x", in: session) == "kith> 日本e\u{301}x")
    #expect(session.screen.cursor.column == 12)
    press("\u{1B}[D\u{1B}[D", in: session)
    #expect(session.screen.cursor.column == 10)
    #expect(press("\u{1B}[Dü", in: session) == "kith> 日ü本e\u{301}x")
    #expect(press("\u{7F}\u{7F}", in: session) == "kith> 本e\u{301}x")
  }

  @Test func `the editor of the environment has the text, and the terminal as it was`() throws {
    let script = try folder.write(
      "#!/bin/sh\nstty -a > \(folder.url.path)/stty\nprintf 'count people\\n  where reach > 3\\n' > $1\n",
      to: "editor"
    )
    let session = try prompt(environment: ["VISUAL": "/bin/sh \(script)"])
    press("count", in: session)
    session.type("\u{18}\u{5}")
    #expect(session.waits(for: "  where reach > 3"), "\(session.screen.text)")
    let state = String(decoding: try folder.bytes(of: "stty"), as: UTF8.self)
    #expect(state.contains(" icanon") && state.contains(" echo "))
    press("\r", in: session)
    #expect(session.waits(for: "share of all 8 people"))
  }

  @Test func `Tab completes, and lists what it is`() throws {
    let session = try prompt()
    #expect(press("top 3 people by fol\t", in: session) == "kith> top 3 people by follow")
    press("\t", in: session)
    #expect(session.screen.text.contains("measure  people · how many people follow"))
    press("\u{15}followers of @be\t", in: session)
    #expect(session.screen.line == "kith> followers of @bea")
    press("\u{15}describe \"\(examples)/peo\t", in: session)
    #expect(session.screen.line == "kith> describe \"\(examples)/people.csv\"")
  }

  @Test func `narrowed and widened, the text is drawn anew`() throws {
    let session = try prompt(environment: ["NO_COLOR": "1"])
    let text = "top 3 people by followers, reach, audience overlap with #yoga"
    press(text, in: session)
    session.resize(columns: 40, rows: 24)
    session.settle()
    press("!", in: session)
    #expect(session.screen.text.contains("kith> top 3 people by followers, reach,"))
    session.resize(columns: 100, rows: 24)
    session.settle()
    press("\u{7F}", in: session)
    #expect(session.screen.line == "kith> " + text)
  }

  @Test func `two sessions at once keep what both were asked, one entry a statement`() throws {
    let first = try prompt()
    let second = try prompt()
    press("count people\u{1B}\rwhere reach > 1\r", in: first)
    press("count bots\r", in: second)
    press(" count customers\r", in: second)
    press("count people\r", in: first)
    press("count bots\r", in: first)
    for session in [first, second] {
      session.type("\u{4}")
      #expect(session.finish() == 0)
    }
    let third = try prompt(environment: ["NO_COLOR": "1"])
    #expect(press("\u{10}", in: third) == "kith> count bots")
    #expect(press("\u{10}", in: third) == "kith> count people")
    #expect(press("\u{10}", in: third) == "where reach > 1")
    #expect(third.screen.text.hasSuffix("kith> count people\nwhere reach > 1"))
    press("\u{3}", in: third)
    press("describe history \"BOTS\"\r", in: third)
    #expect(third.waits(for: "│ count bots"), "\(third.screen.text)")
    #expect(!third.screen.text.contains("count customers"))
    press("forget history\r", in: third)
    #expect(third.waits(for: "is forgotten"))
    #expect(press("\u{10}", in: third) == "kith>")
    let kept = String(decoding: try folder.bytes(of: "history"), as: UTF8.self)
    #expect(kept == "_HiStOrY_V2_\n")
  }

  @Test func `the keys of vi, chosen and preferred`() throws {
    let session = try prompt(environment: ["NO_COLOR": "1"])
    press("set keys vi\r", in: session)
    #expect(press("count peopl", in: session) == "kith> count peopl")
    session.type("\u{1B}")
    session.settle()
    #expect(press("0xA!", in: session) == "kith> ount peopl!")
    // The arrows do not leave what is typed.
    #expect(press("\u{1B}[D?", in: session) == "kith> ount peopl?!")
    press("\u{3}", in: session)
    press("set keys emacs\r", in: session)
    #expect(press("ab\u{1}c", in: session) == "kith> cab")
    _ = try folder.write("bind -v\n", to: ".editrc")
    let other = try prompt(environment: ["NO_COLOR": "1"])
    other.type("abc\u{1B}")
    other.settle()
    #expect(press("0x", in: other) == "kith> bc")
  }

  @Test func `preferences change keys, but not Enter, and can say that nothing is edited`() throws {
    _ = try folder.write("bind ^B ed-delete-prev-char\nbind ^M ed-insert\n", to: ".editrc")
    let session = try prompt(environment: ["NO_COLOR": "1"])
    #expect(press("count peoplee\u{2}", in: session) == "kith> count people")
    press("\r", in: session)
    #expect(session.waits(for: "share of all 8 people"))
    _ = try folder.write("edit off\n", to: ".editrc")
    let plain = try prompt()
    press("count people\r", in: plain)
    #expect(plain.waits(for: "share of all 8 people"))
  }

  @Test func `on a terminal that cannot move its cursor lines are read plainly`() throws {
    let session = try prompt(environment: ["TERM": "dumb"])
    press("count\rpeople\r", in: session)
    #expect(session.waits(for: "share of all 8 people"))
    #expect(!session.screen.marksPastes)
    session.type("\u{4}")
    #expect(session.finish() == 0)
  }

  @Test func `help keys says what the table says`() throws {
    let session = try prompt(rows: 60)
    press("help keys\r", in: session)
    for words in ["Ctrl-R", "Ctrl-X Ctrl-E, v in vi", "Alt-Enter", "Ctrl-C"] {
      #expect(session.waits(for: words), "\(session.screen.text)")
    }
  }

  @Test func `what is typed ahead waits for the prompt, unseen`() throws {
    let session = try prompt(environment: ["PAGER": "sleep 3"])
    session.type("help\r")
    session.settle()
    #expect(!session.isCalm)
    session.type("zebra")
    session.settle()
    #expect(!session.screen.text.contains("zebra"))
    #expect(session.waits { $0.line == "kith> zebra" }, "\(session.screen.text)")
    session.type("\u{3}\u{4}")
    #expect(session.finish() == 0)
    #expect(session.isCalm)
  }

  @Test func `a signal that ends it at work leaves the terminal as it was`() throws {
    let session = try prompt(environment: ["PAGER": "sleep 30"])
    session.type("help\r")
    session.settle()
    session.send(SIGTERM)
    #expect(session.finish() == 128 + SIGTERM)
    #expect(session.isCalm)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGSEGV, SIGABRT, SIGTRAP])
  func `a signal that ends it leaves the terminal as it was`(_ signal: Int32) throws {
    let session = try prompt()
    press("top 3 people", in: session)
    #expect(!session.isCalm)
    session.send(signal)
    #expect(session.finish() == 128 + signal)
    #expect(session.isCalm)
    #expect(!session.screen.marksPastes)
  }
}

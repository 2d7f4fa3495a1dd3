import Archiving
import Shell
import Testing

/// Settings of the screen, and what a whole answer is.
@Suite struct SettingTests {
  private static let loaded = Places.load("follows", "eight-people/follows.csv")
  private static let people = Places.load("people", "eight-people/people.csv")

  @Test(arguments: ["wrap", "pager", "overwrite"])
  func `a switch is yes or no`(_ name: String) {
    for (said, heard) in [("yes", "yes"), ("off", "no"), ("On", "yes"), ("no", "no")] {
      check(["set \(name) \(said)"], expect: .says(["\(name): \(heard)"]))
    }
    check(["set \(name) perhaps"], expect: .fails(1, ["is yes or no"]))
    check(["set \(name) default"], expect: .says([name]))
  }

  @Test func `what is missing is marked as wanted on a screen, and nowhere else`() {
    let lines = [Self.loaded, Self.people, "set missing mark \"none\""]
    let screen = Talk(lines, isScreen: true)
    screen.submit("audience overlap with customers limit 8")
    #expect(screen.results.contains("none"), "\(screen.results)")
    let pipe = Talk(lines)
    pipe.submit("audience overlap with customers limit 8")
    #expect(!pipe.results.contains("none"))
    check(["set missing mark 3"], in: pipe, expect: .fails(1, ["is a text"]))
  }

  @Test func `last shows the whole of what was shortened`() {
    let talk = Talk([Self.loaded, "set rows 4", "followers"], isScreen: true)
    #expect(talk.results.contains("8 people, 4 shown (`last` shows all)"))
    talk.submit("last")
    #expect(talk.results.split(separator: "\n").count == 12)
    #expect(talk.messages.hasSuffix("  8 people\n"), "\(talk.messages)")
  }

  @Test func `a narrow screen shows one row value by value, and last does so for all`() {
    let lines = [Self.loaded, Self.people, "show name, role, customer, followers, reach limit 1"]
    let talk = Talk(lines, isScreen: true, width: 30)
    #expect(talk.results.hasPrefix("── 1 of 1 person ─"), "\(talk.results)")
    talk.submit("show name, role, customer, followers, reach")
    #expect(talk.results.contains("hidden: ") && talk.results.hasPrefix("┌"), "\(talk.results)")
    talk.submit("last")
    #expect(talk.results.contains("── 8 of 8 people ─") && !talk.results.contains("hidden"))
  }

  @Test func `a page has room for so many rows, counted as they are seen`() {
    for (text, fits) in [
      ("a\nb\n", true), ("a\nb\nc\n", true), ("a\nb\nc\nd\n", false), ("12345678901\nb\n", true),
      ("12345678901\nb\nc\n", false), ("日本語日本語\nb\nc\n", false),
      ("\u{1B}[31m1234567890\u{1B}[0m\nb\nc\n", true),
      ("", true),
    ] {
      var room = PageRoom(columns: 10, rows: 4)
      for character in text { room.add(String(character)) }
      var whole = PageRoom(columns: 10, rows: 4)
      whole.add(text)
      #expect(whole.fits == fits, "\(text)")
      if !text.contains("\u{1B}") { #expect(room.fits == fits, "\(text)") }
    }
  }

  @Test func `a question is a page, and a load is none`() {
    var begun = 0
    let talk = Talk()
    talk.conversation.surroundings.page = ({ begun += 1 }, {})
    for (line, pages) in [
      (Self.loaded, 0), ("followers", 1), ("help", 2), ("define fans as followers of @ada", 2),
      ("describe graph", 3), ("followrs", 4), ("set pager off", 4), ("followers", 4),
      ("set pager yes", 4), ("last", 5),
    ] {
      talk.submit(line)
      #expect(begun == pages, "\(line)")
    }
  }

  @Test func `statements are echoed where that is wanted`() {
    let talk = Talk()
    talk.conversation.echoes = true
    talk.submit("set rows 9; set wrap yes")
    #expect(talk.messages == "kith> set rows 9\n  rows: 9\nkith> set wrap yes\n  wrap: yes\n")
  }

  @Test func `who leaves may say with which exit code`() {
    let talk = Talk()
    #expect(talk.submit("exit 3") == .quit)
    #expect(talk.conversation.leavingCode == 3)
    check(["exit 256"], expect: .fails(1, ["0 to 255"]))
  }

  @Test func `an error can be one line of words`() {
    let talk = Talk([Self.loaded])
    talk.conversation.surroundings.errorStyle = .plain
    talk.submit("top 3 by folowers")
    let line =
      "error unknown-name in input, line 1, column 10: no measure is called `folowers`; "
      + "fix: followers\n"
    #expect(talk.messages == line)
  }

  @Test func `the configuration is run unheard, and what is wrong with it is told`() {
    let folder = ScratchFolder()
    let talk = Talk()
    let places = ["XDG_CONFIG_HOME": folder.path]
    #expect(Conversation.configurationPath(in: places) == "\(folder.path)/kith/config.kith")
    #expect(Conversation.configurationPath(in: ["HOME": "/h"]) == "/h/.config/kith/config.kith")
    #expect(Conversation.configurationPath(in: [:]) == nil)
    #expect(talk.conversation.configure(in: places) == nil)
    #expect(talk.messages == "")
  }

  @Test func `the graph has a fingerprint, which a script can expect`() {
    let (one, other) = (Talk([Self.loaded]), Talk([Self.loaded]))
    let print = one.conversation.session.graph.fingerprint
    #expect(print == other.conversation.session.graph.fingerprint && print.count == 16)
    check(["expect graph \"\(print)\""], in: one, expect: .says(["met: the graph is \(print)"]))
    check(["expect graph \"\(print.prefix(6))\""], in: one, expect: .says(["met"]))
    check(
      [Self.people, "expect graph \"\(print)\""],
      in: one,
      expect: .fails(3, ["the data is not"])
    )
    check(["expect graph \"\""], in: other, expect: .fails(3))
  }
}

import Diagnostics
import Shell
import Testing
import Values

/// What a script that fails comes to, and how its failures are written.
@Suite struct FailureTests {
  @Test(arguments: [
    ("reech\ncount people\nfolowers", Int32(1), "count\tshare\n8\t1\n"),
    ("load people from \"no.csv\"\nreech\ncount people", 4, "count\tshare\n8\t1\n"),
    ("run \"bad.kith\"\nload people from \"no.csv\"\ncount people", 2, "count\tshare\n8\t1\n"),
    ("run \"inner.kith\"\ncount people", 4, "count\tshare\n2\t0.25\ncount\tshare\n8\t1\n"),
    ("reech\nfix", 1, "rank"),
    ("count people\ntop 3 by", 2, ""),
  ])
  func `who goes on ends with the gravest failure`(
    _ script: String,
    _ code: Int32,
    _ output: String
  ) {
    let folder = ScratchFolder([
      ("script.kith", script), ("bad.kith", "count people\ncount"),
      ("inner.kith", "reech\nload people from \"no.csv\"\ncount customers"),
    ])
    let talk = Talk([Places.load("people", "eight-people/people.csv")])
    talk.submit(Places.load("follows", "eight-people/follows.csv"))
    talk.conversation.goesOnAfterErrors = true
    let outcome = talk.conversation.runScript("\(folder.path)/script.kith")
    #expect(outcome == .failed(exitCode: code), "\(talk.messages)")
    #expect(talk.conversation.gravestFailure == code)
    #expect(talk.results.hasPrefix(output), "\(talk.results)")
    #expect(output != "" || talk.results == "")
  }

  @Test func `who leaves after a failure leaves with it`() {
    let folder = ScratchFolder([("script.kith", "forget nothing\nquit\ncount people")])
    let talk = Talk()
    talk.conversation.goesOnAfterErrors = true
    #expect(talk.conversation.runScript("\(folder.path)/script.kith") == .quit)
    #expect(talk.conversation.gravestFailure == 1)
  }

  @Test func `what was interrupted does not go on`() {
    let folder = ScratchFolder([("script.kith", "followers\nforget zebra")])
    let load = Places.load("follows", "eight-people/follows.csv")
    let talk = Talk([load])
    talk.conversation.surroundings.monitor = WorkMonitor(isCancelled: { true }, report: { _, _ in })
    talk.conversation.goesOnAfterErrors = true
    let outcome = talk.conversation.runScript("\(folder.path)/script.kith")
    #expect(outcome == .failed(exitCode: 130), "\(talk.messages)")
    #expect(!talk.messages.contains("zebra"))
  }

  @Test(arguments: [
    (Int32(0), Int32(1)), (1, 3), (3, 4), (4, 2), (2, 130), (1, 130), (1, 2),
  ])
  func `one exit code is graver than another`(_ lesser: Int32, _ graver: Int32) {
    #expect(Gravity.graver(lesser, graver) == graver)
    #expect(Gravity.graver(graver, lesser) == graver)
  }

  @Test func `a value for a parameter there is not is refused before anything runs`() {
    let folder = ScratchFolder([("script.kith", "help")])
    let talk = Talk(width: 200)
    let path = "\(folder.path)/script.kith"
    let outcome = talk.conversation.runScript(path, values: [("topic", "yoga"), ("n", "1")])
    #expect(outcome == .failed(exitCode: 2))
    #expect(talk.messages.contains("script.kith` has no parameter called `topic`"))
    #expect(talk.messages.contains("has no parameter called `n`"))
    #expect(!talk.messages.contains("answers questions"))
  }

  @Test func `a parameter takes the value that is given, in its script only`() {
    let folder = ScratchFolder([
      ("outer.kith", "param $n: number = 2\ntop $n by followers\nrun \"inner.kith\""),
      ("inner.kith", "param $n: number = 3\ntop $n by followers"),
    ])
    let talk = Talk([Places.load("follows", "eight-people/follows.csv")])
    let path = "\(folder.path)/outer.kith"
    #expect(talk.conversation.runScript(path, values: [("N", "1")]) == .done)
    let rows = talk.results.split(separator: "rank\tperson").map { $0.split(separator: "\n").count }
    #expect(rows == [2, 4], "\(talk.results)")
    #expect(talk.conversation.runScript(path, values: [("n", "x")]) == .failed(exitCode: 1))
  }

  @Test func `errors have a place of their own, and a form`() {
    let (results, messages, errors) = (Page(), Page(), Page())
    var conversation = Conversation(
      in: Surroundings(
        results: results.add,
        messages: messages.add,
        errors: errors.add,
        errorStyle: .json,
        tellsTime: false
      )
    )
    #expect(conversation.submit("set rows 9; forget a; count") == .failed(exitCode: 1))
    #expect(results.text == "")
    #expect(messages.text == "  rows: 9\n  not run: 1 statement behind it\n")
    #expect(
      errors.text == """
        {"severity":"error","code":"unknown-name","message":"no definition is called `a`",\
        "file":"input","line":1,"column":20,"endColumn":21,"fix":null,"choices":[],"notes":[]}

        """
    )
  }

  @Test func `what is not loaded is told once, however many words want it`() {
    let loaded = [Places.load("follows", "eight-people/follows.csv")]
    let talk = check(
      loaded + ["pagerank over trust"],
      expect: .fails(1, ["the relation `trust` is not loaded"])
    )
    #expect(talk.messages.split(separator: "\n").count { $0.hasPrefix("error") } == 1)
  }

  @Test func `a part of a score that nobody has is told`() {
    let folder = ScratchFolder([("m.csv", "source,target\nann,bob\ncyd,bob\nbob,ann\n")])
    check(
      ["load mentions from \"\(folder.path)/m.csv\"", "klout score"],
      expect: .says(["3 of 3 without amplification (no posts in the window)"])
    )
  }
}

/// A text that grows.
private final class Page {
  private(set) var text = ""

  func add(_ more: String) { text += more }
}

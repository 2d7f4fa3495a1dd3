import Foundation
import TestSupport
import Testing

/// The loom, run on small grammars: what it refuses, and that it says where.
@Suite struct LoomTests {
  /// The least grammar there can be, to which faults are added.
  private static let sound = """
    ## ask: ask
    #> ask a
    statement <- ask End
      / tell End
    ask <- 'ask' Name
    tell <- 'tell' Name
    %End the end
    %Name a name
    """

  /// Weaves a grammar; `extra` is put behind the sound one.
  private func weave(
    _ grammar: String = LoomTests.sound,
    plus extra: String = "",
    reserved: String = "ask",
    contextual: String = "tell"
  ) throws -> (result: Tool.Result, woven: String?) {
    let folder = try ScratchFolder()
    let files = [
      try folder.write(grammar + "\n" + extra + "\n", to: "test.gram"),
      try folder.write(reserved + "\n", to: "reserved.list"),
      try folder.write(contextual + "\n", to: "contextual.list"),
    ]
    let output = folder.url.appending(path: "Woven.swift").path
    let result = try Tool("Loom").run(["grammar", output] + files)
    let woven = try? String(decoding: folder.bytes(of: "Woven.swift"), as: UTF8.self)
    return (result, woven)
  }

  @Test func `a sound grammar is woven`() throws {
    let (result, woven) = try weave()
    #expect(result.code == 0)
    #expect(result.errors == "")
    #expect(woven?.contains("case `ask`") == true)
  }

  @Test(arguments: [("?", "optional"), ("*", "many"), ("+", "some")])
  func `a sign behind a part says how often it stands`(_ sign: String, _ name: String) throws {
    let grammar = LoomTests.sound.replacing("'ask' Name", with: "'ask' Name" + sign)
    let (_, woven) = try weave(grammar)
    #expect(woven?.contains("Expression.\(name)(Expression.terminal(.`name`))") == true)
  }

  @Test(arguments: [
    ("other <- nowhere", "other uses nowhere, which is not defined"),
    ("other <- Nowhere", "other uses Nowhere, which no '%' line declares"),
    ("other <- Name", "nothing leads to the rule other"),
    ("%Idle an idle terminal", "no rule uses the terminal Idle"),
    ("ask <- Name", "the rule ask stands twice"),
    ("other <- ", "an empty alternative"),
    ("other <- ('ask' Name", "a bracket is not closed"),
    ("other <- 'ask", "a quote is not closed"),
    ("other = Name", "a rule is 'name <- ...'"),
    ("other <- 'sing'", "the word 'sing' stands in neither reserved.list nor contextual.list"),
  ])
  func `a fault is refused with its place`(_ extra: String, _ message: String) throws {
    let (result, woven) = try weave(plus: extra)
    #expect(result.code == 1)
    #expect(result.errors.contains(message))
    #expect(woven == nil)
    let isPlaced = result.errors.contains("test.gram:9: error: ")
    #expect(isPlaced || message.contains("neither"))
  }

  @Test(arguments: [
    ("name <- name Name", "name can begin with itself"),
    ("name <- Name? name", "name can begin with itself"),
    ("name <- Name / Name Name", "in name, alternative 2 is never reached"),
    ("name <- Name? / 'ask'", "in name, alternative 2 is never reached"),
  ])
  func `a rule that cannot work is refused`(_ rule: String, _ message: String) throws {
    let grammar = LoomTests.sound.replacing("'ask' Name", with: "'ask' name")
    let (result, _) = try weave(grammar, plus: rule)
    #expect(result.code == 1)
    #expect(result.errors.contains(message))
  }

  @Test func `a word stands in one list, and is used or kept for later`() throws {
    let twice = try weave(contextual: "tell\nask").result.errors
    #expect(twice.contains("the word ask stands in the lists twice"))
    let idle = try weave(contextual: "tell\nsing").result.errors
    #expect(idle.contains("no rule uses the word sing"))
    #expect(try weave(contextual: "tell\nsing later").result.code == 0)
  }

  @Test func `a statement has a title and a line that is accepted`() throws {
    let grammar = LoomTests.sound.split(separator: "\n").filter { !$0.hasPrefix("#") }
    let folder = try ScratchFolder()
    let files = [
      try folder.write(grammar.joined(separator: "\n"), to: "ask.gram"),
      try folder.write("ask\n", to: "reserved.list"),
      try folder.write("tell\n", to: "contextual.list"),
    ]
    let output = folder.url.appending(path: "Woven.swift").path
    let result = try Tool("Loom").run(["grammar", output] + files)
    #expect(result.errors.contains("no '##' line says what it is"))
    #expect(result.errors.contains("no '#>' line shows it"))
  }

  @Test func `a catalogue holds a type for each file, in order`() throws {
    let folder = try ScratchFolder()
    let output = folder.url.appending(path: "Woven.swift").path
    let result = try Tool("Loom").run(
      ["catalogue", "Metrics", output, "a/Reach.swift", "Katz.swift"]
    )
    #expect(result.code == 0)
    let woven = String(decoding: try folder.bytes(of: "Woven.swift"), as: UTF8.self)
    #expect(woven.contains("[any Metric] = [\n    Katz(),\n    Reach(),\n  ]"))
  }

  @Test func `an unknown use is told`() throws {
    #expect(try Tool("Loom").run([]).errors.contains("usage: Loom"))
    let result = try Tool("Loom").run(["catalogue", "Nothing", "/dev/null", "A.swift"])
    #expect(result.code == 1)
    #expect(result.errors.contains("no catalogue is known for the target Nothing"))
  }
}

import Query
import Shell
import Testing

@Suite struct DialogueTests {
  @Test func `a dialogue goes on after errors and ends with the input`() {
    let (code, talk, asked) = dialogue(["reech", "describe graph", ")", "help quit"])
    #expect(code == 0)
    #expect(asked.remembered == ["reech", "describe graph", ")", "help quit"])
    #expect(asked.prompts == 5)
    #expect(talk.results == "what\tname\tcount\npeople\t\t0\n")
  }

  @Test func `a pipe stops at the first error with its exit code`() {
    #expect(dialogue(["describe graph", "reech", "help"], isPerson: false).code == 1)
    #expect(dialogue(["describe graph", ")", "help"], isPerson: false).code == 2)
    #expect(dialogue(["load follows from \"none\""], isPerson: false).code == 4)
    #expect(dialogue(["help quit"], isPerson: false).code == 0)
  }

  @Test func `quit leaves at once`() {
    let (code, _, asked) = dialogue(["describe graph", "quit", "reech"])
    #expect(code == 0)
    #expect(asked.prompts == 2)
  }

  @Test func `blank lines are not remembered`() {
    #expect(dialogue(["", "   ", "\n", "help quit"]).asked.remembered == ["help quit"])
  }

  @Test func `an interrupt drops the line, two in a row name the way out`() {
    let none = StatementInput.interrupted(hadText: false)
    let some = StatementInput.interrupted(hadText: true)
    #expect(dialogue([.end]).talk.messages == "")
    #expect(dialogue([none, .end]).talk.messages == "")
    #expect(dialogue([none, none, .end]).talk.messages == "  Ctrl-D leaves\n")
    #expect(dialogue([none, some, none, .end]).talk.messages == "")
    #expect(dialogue([none], isPerson: false).code == 130)
    #expect(dialogue([some], isPerson: false).code == 130)
  }

  @Test func `a statement that is too long is dropped`() {
    let (code, talk, _) = dialogue([.overlong(limit: 99), .statement("help quit"), .end])
    #expect(code == 0)
    #expect(talk.messages.contains("more than 99 bytes was dropped"))
    #expect(talk.messages.contains("quit: leave"))
    #expect(dialogue([.overlong(limit: 99)], isPerson: false).code == 2)
  }

  @Test func `each statement is announced, and its session handed on`() {
    var (before, names) = (0, [[String]]())
    var source = ScriptedSource(inputs: [
      .statement("define a as followers"), .statement("reech"), .statement("define b as a"), .end,
    ])
    let talk = Talk()
    var dialogue = Dialogue(talk.conversation)
    let code = dialogue.run(
      with: &source,
      goesOnAfterErrors: true,
      beforeEach: { before += 1 },
      afterEach: { names.append($0.session.definitions.names) }
    )
    #expect(code == 0)
    #expect(before == 3)
    #expect(names == [["a"], ["a"], ["a", "b"]])
    #expect(dialogue.conversation.session.definitions.names == ["a", "b"])
  }

  private func dialogue(
    _ lines: [String],
    isPerson: Bool = true
  ) -> (code: Int32, talk: Talk, asked: ScriptedSource) {
    dialogue(lines.map { .statement($0) } + [.end], isPerson: isPerson)
  }

  private func dialogue(
    _ inputs: [StatementInput],
    isPerson: Bool = true
  ) -> (code: Int32, talk: Talk, asked: ScriptedSource) {
    var source = ScriptedSource(inputs: inputs)
    let talk = Talk()
    var dialogue = Dialogue(talk.conversation)
    let code = dialogue.run(with: &source, goesOnAfterErrors: isPerson)
    return (code, talk, source)
  }
}

/// Statements from a list, with what was asked of it.
private struct ScriptedSource: StatementSource {
  var inputs: [StatementInput]
  var prompts = 0
  var remembered: [String] = []

  init(inputs: [StatementInput]) { self.inputs = inputs }

  mutating func next(prompt: String) -> StatementInput {
    prompts += 1
    return inputs.isEmpty ? .end : inputs.removeFirst()
  }

  mutating func remember(_ statement: String) { remembered.append(statement) }
}

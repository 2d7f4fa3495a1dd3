import LineEditing
import Testing

@Suite struct CompletionStepTests {
  private func step(
    _ buffer: String,
    from: Int,
    to cursor: Int? = nil,
    onlyList: Bool = false,
    _ texts: String...
  ) -> CompletionStep {
    CompletionStep(
      LineCompletion(replaceFrom: from, choices: texts.map { LineChoice($0) }),
      in: buffer,
      cursor: cursor ?? buffer.utf8.count,
      onlyList: onlyList
    )
  }

  @Test func `the only choice goes in with a space behind it`() {
    #expect(step("top pe", from: 4, "people") == .replace(count: 2, text: "people "))
  }

  @Test func `no second space, nor one before a bracket or in a folder`() {
    #expect(step("pe x", from: 0, to: 2, "people") == .replace(count: 2, text: "people"))
    #expect(step("(pe)", from: 1, to: 3, "people") == .replace(count: 2, text: "people"))
    #expect(step("da", from: 0, "data/") == .replace(count: 2, text: "data/"))
  }

  @Test func `several choices go in as far as they agree`() {
    #expect(step("fo", from: 0, "followers", "following") == .replace(count: 2, text: "follow"))
    #expect(step("@", from: 0, "@éa", "@éb") == .replace(count: 1, text: "@é"))
  }

  @Test func `several that agree no further are listed`() {
    let choices = [LineChoice("followers"), LineChoice("following")]
    #expect(step("follow", from: 0, "followers", "following") == .list(choices))
  }

  @Test func `what is typed is never undone`() {
    #expect(
      step("gk", from: 0, "pagerank_k", "pagerank_gk")
        == .list([
          LineChoice("pagerank_k"), LineChoice("pagerank_gk"),
        ])
    )
  }

  @Test func `case and quotes follow the choices`() {
    #expect(step("KL", from: 0, "klout a", "klout b") == .replace(count: 2, text: "klout "))
    #expect(step("An", from: 0, "\"Ann A\"", "\"Ann B\"") == .replace(count: 2, text: "\"Ann "))
  }

  @Test func `listing inserts nothing, and nothing is nothing`() {
    #expect(step("pe", from: 0, onlyList: true, "people") == .list([LineChoice("people")]))
    #expect(step("pe", from: 0) == .nothing)
  }

  @Test func `offsets beyond the buffer are brought back into it`() {
    #expect(step("é", from: 9, to: 12, "x") == .replace(count: 0, text: "x "))
  }
}

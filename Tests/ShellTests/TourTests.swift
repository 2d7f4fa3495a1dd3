import Archiving
import Shell
import Testing

/// The tour, and what a graph, a person and a column are said to be beyond their counts.
@Suite struct TourTests {
  private func eight() throws -> Talk {
    let talk = Talk()
    let outcome = talk.conversation.runScript(Places.example("eight-people/load.kith"))
    try #require(outcome == .done, "\(talk.messages)")
    return talk
  }

  @Test func `every line the tour proposes has an answer`() throws {
    let talk = try eight()
    let folder = ScratchFolder()
    talk.conversation.folder = folder.path
    let lines = talk.conversation.tourLines
    #expect(lines.count >= 9)
    #expect(lines.contains("top 10 people by audience overlap with #yoga weighted by trust"))
    for line in lines { #expect(talk.submit(line) == .done, "\(line): \(talk.messages)") }
    #expect(folder.names == ["best.csv"])
  }

  @Test func `before anything is loaded it says how that is done`() {
    check(["help tour"], expect: .says(["load follows from", "run \"kith:village"]))
    #expect(Talk().submit("run \"kith:village/load.kith\"") == .done)
  }

  @Test func `who is there for the first time is shown around, others are greeted`() throws {
    let talk = try eight()
    talk.said = ""
    talk.conversation.greet()
    #expect(talk.said.hasPrefix("Kith · 8 people") && !talk.said.contains("A tour"))
    talk.conversation.greet(isFirst: true)
    #expect(talk.said.contains("A tour\n"))
  }

  @Test func `where the tour does not fit it is named`() throws {
    let talk = try eight()
    talk.conversation.surroundings.fix(columns: 80, rows: 12)
    talk.said = ""
    talk.conversation.greet(isFirst: true)
    #expect(talk.said.hasSuffix("`help tour` shows around\n") && !talk.said.contains("A tour"))
  }

  @Test func `a graph says how it hangs together and what it has no data for`() throws {
    let talk = try eight()
    check(
      ["describe graph"],
      in: talk,
      expect: .says([
        // 17 of 8 * 7 pairs; five mutual pairs make 10 of 17 ties returned.
        "30.4 % of all pairs · 58.8 % returned", "Followers of a person\n", "fingerprint",
        talk.conversation.session.graph.fingerprint,
      ])
    )
    let few = Talk([Places.load("follows", "eight-people/follows.csv"), "describe graph"])
    for part in ["Not loaded\n", "for ", "trust", "posts", "interactions", "undated"] {
      #expect(few.messages.contains(part), "\(few.messages)")
    }
  }

  @Test func `a person has places, an audience, a circle and a line over time`() throws {
    let talk = try eight()
    check(
      ["describe @ada"],
      in: talk,
      expect: .says([
        "pagerank", "place ", " of 8", "audience cares for", "#yoga 75.0 %", "trusted most by",
        "@cal 0.9", "following each other", "posts over time",
      ])
    )
  }

  @Test func `describing is stopped when asked to`() throws {
    let stopped = Talk()
    stopped.conversation.session = try eight().conversation.session
    stopped.conversation.surroundings = Surroundings(
      results: { _ in },
      messages: { _ in },
      isCancelled: { true }
    )
    for line in ["describe graph", "describe @ada", "describe trust", "people", "followers"] {
      #expect(stopped.submit(line) == .failed(exitCode: 130), "\(line)")
    }
  }
}

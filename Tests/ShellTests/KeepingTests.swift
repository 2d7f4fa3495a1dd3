import Shell
import Testing

/// What was computed for one question serves the next, as long as nothing changed.
@Suite struct KeepingTests {
  private static let loaded = [
    Places.load("follows", "eight-people/follows.csv"),
    Places.load("trust", "eight-people/trust.csv"),
    Places.load("interests", "eight-people/interests.csv"),
  ]
  private static let question = "top 3 by audience overlap with #yoga weighted by trust"

  /// The steps of a plan, by their work.
  private static func steps(_ lines: [String], then question: String) -> [String] {
    let talk = Talk(loaded + lines)
    talk.submit("plan \(question)")
    return talk.results.split(separator: "\n").dropFirst().map {
      String($0.prefix(while: \.isLetter))
    }
  }

  @Test(arguments: [
    ([question], question, true),
    ([], question, false),
    // Another part of the question changes nothing in the measure.
    (["\(question) where followers > 1 limit 2"], question, true),
    (["show audience overlap with #yoga weighted by trust for @ada"], question, false),
    ([question], "show audience overlap with #yoga weighted by trust for @ada", true),
    // Whoever is left out, whatever is set, loaded or defined changes it.
    ([question], "\(question) without @gus", false),
    (["\(question) without @gus"], "\(question) without @gus", true),
    ([question, "set missing trust 0.2"], question, false),
    ([question, "set interest threshold 0.3"], question, false),
    ([question, "set format csv"], question, true),
    ([question, "define stars as people where followers > 3"], question, false),
    ([question, loaded[1]], question, false),
    ([question, "set memory limit 0 KB", question], question, false),
    ([question], "top 3 by audience overlap with #pop weighted by trust", false),
  ])
  func `a measure is computed once`(_ lines: [String], _ asked: String, _ isKept: Bool) {
    let steps = Self.steps(lines, then: asked)
    #expect(steps.contains("kept") == isKept, "\(steps)")
    #expect(steps.contains("metric") != isKept, "\(steps)")
  }

  @Test func `the memory limit is a size`() {
    check(["set memory limit 1.5 GB"], in: Talk(), expect: .says(["memory limit: 1.5 GB"]))
    check(["set memory limit 20000"], in: Talk(), expect: .fails(1, ["such as `500 MB`"]))
    check(["set memory limit 99999999999 gb"], in: Talk(), expect: .says(["memory limit: "]))
  }
}

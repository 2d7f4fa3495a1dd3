import Diagnostics
import Metrics
import Shell
import Syntax
import Testing

@Suite struct CommandTests {
  private static let loaded = [
    Places.load("people", "eight-people/people.csv"),
    Places.load("follows", "eight-people/follows.csv"),
    Places.load("trust", "eight-people/trust.csv"),
    Places.load("interests", "eight-people/interests.csv"),
  ]

  @Test(arguments: [
    ("set interest threshold 0.3", "interest threshold: 0.3"),
    ("set interest threshold 30%", "interest threshold: 0.3"),
    ("set missing trust 0", "missing trust: 0.0"), ("set missing trust 1", "missing trust: 1.0"),
    ("set me @ada", "me: @ada"), ("set format csv", "format: csv"),
    ("set format \"JSON\"", "format: json"), ("set rows 10", "rows: 10"),
    ("SET Format csv", "format: csv"), ("set overwrite yes", "overwrite: yes"),
  ])
  func `a setting is said back, listed, and put back`(_ line: String, _ said: String) {
    let talk = check([line], expect: .says([said]))
    let parts = said.split(separator: ":").map { $0.drop { $0 == " " } }
    if parts[0] == "format" { talk.submit("set format tsv") }
    talk.submit("describe settings")
    let value = parts[0] == "format" ? "tsv" : String(parts[1])
    #expect(talk.results.contains("\(parts[0])\t\(value)\t"), "\(talk.results)")
    check(["set \(parts[0]) default"], in: talk, expect: .says(["\(parts[0]): "]))
    let fresh = Talk(["describe settings"])
    talk.submit("describe settings")
    #expect(talk.results == fresh.results)
  }

  @Test(arguments: [
    ("set interest threshold 0", "above 0"), ("set interest threshold 1.5", "at most 1"),
    ("set interest threshold high", "above 0"), ("set missing trust -1", nil),
    ("set missing trust 2", "0 to 1"), ("set me ada", "a person, such as @ann"),
    ("set me @adda", "@ada"), ("set format xml", "tsv"), ("set format 3", "a format is a name"),
    ("set overwrite maybe", "yes or no"), ("set overwrite 1", "yes or no"),
    ("set rows 2", "at least 4"), ("set rows 4.5", "whole number"), ("set rows many", "at least 4"),
  ])
  func `a setting refuses what it cannot be`(_ line: String, _ part: String?) {
    let code: Int32 = part == nil ? 2 : 1
    let talk = check(Self.loaded + [line], expect: .fails(code, part.map { [$0] } ?? []))
    let fresh = Talk(["describe settings"])
    talk.submit("describe settings")
    #expect(talk.results == fresh.results)
  }

  @Test func `a setting of a measure is set by both names, and counts where brackets do not say`() {
    let talk = Talk(Self.loaded)
    check(["pagerank (damping 0.5)"], in: talk, expect: .says(["pagerank (damping 0.5)"]))
    let bracketed = talk.results
    check(["set pagerank damping 0.5"], in: talk, expect: .says(["pagerank damping: 0.5"]))
    check(["pagerank"], in: talk, expect: .writes(bracketed))
    #expect(talk.messages.contains("pagerank (damping 0.5)"))
    check(["pagerank (damping 0.9)"], in: talk, expect: .says(["pagerank (damping 0.9)"]))
    #expect(talk.results != bracketed)
    check(["help pagerank damping"], in: talk, expect: .says(["now: 0.5"]))
    talk.submit("describe settings")
    #expect(talk.results.contains("pagerank damping\t0.5\t"))
    check(["set pagerank damping default", "pagerank"], in: talk, expect: .says([]))
    #expect(talk.results != bracketed)
  }

  @Test(arguments: [
    ("set pagerank damping 2", "0.0 to 0.999"), ("set pagerank damping high", "0.0 to 0.999"),
    ("set klout score window 30", "1 to 36,500 days"),
    ("set klout score window 500 years", "1 to 36,500 days"),
    ("set klout score like weight 3 days", "0.0 to 100.0"),
  ])
  func `a setting of a measure refuses what it cannot be`(_ line: String, _ part: String) {
    let talk = check(Self.loaded + [line], expect: .fails(1, ["out-of-range", part]))
    talk.submit("describe settings")
    #expect(!talk.results.contains("pagerank") && !talk.results.contains("klout"))
  }

  @Test func `a reconstruction says so, and marks what is assumed`() {
    let talk = Talk()
    check(
      ["help klout score"],
      in: talk,
      expect: .says(["reconstruction", "like weight", "0.5 (assumed) unless said", "window"])
    )
    check(["help true reach"], in: talk, expect: .says(["reconstruction"]))
  }

  @Test func `a definition is said back, used, replaced and forgotten`() {
    let talk = Talk(Self.loaded)
    let first = "define fans as #pop but not @bea"
    check([first], in: talk, expect: .says(["fans is #pop but not @bea"]))
    check(["count fans"], in: talk, expect: .writes("count\tshare\n3\t0.375\n"))
    check(["define Fans as #pop"], in: talk, expect: .says(["Fans is #pop"]))
    check(["count fans"], in: talk, expect: .writes("count\tshare\n4\t0.5\n"))
    check(["forget fan"], in: talk, expect: .fails(1, ["no definition is called `fan`", "fans"]))
    check(["forget FANS"], in: talk, expect: .says(["FANS is forgotten"]))
    check(["count fans"], in: talk, expect: .fails(1, ["no set is called `fans`"]))
    check(["define reach as followers"], in: talk, expect: .fails(1, ["is a measure already"]))
  }

  @Test func `what there is help on`() {
    let talk = Talk()
    for topic in helpTopics {
      check(["help \(topic)"], in: talk, expect: .says([]))
      #expect(talk.messages.count > 20, "help \(topic): \(talk.messages)")
      #expect(talk.results == "")
    }
    check(["help"], in: talk, expect: .says(["Statements", "help top", "Measures", "Keys"]))
    check(["help measures"], in: talk, expect: .says(["Measures"]))
    for metric in MetricCatalog.all { #expect(talk.messages.contains(metric.card.name)) }
    check(["help Audience Overlap"], in: talk, expect: .says(["ranks by", "By hand"]))
    check(["help audience overlop"], in: talk, expect: .fails(1, ["audience overlap"]))
    check(["help sort by"], in: talk, expect: .says(["`sort by` orders"]))
    check(
      ["define fit as followers / 2", "help fit"],
      in: talk,
      expect: .fails(1, ["there is no help on `fit`", "describe fit"])
    )
    check(["help low"], in: talk, expect: .says(["low, with audience overlap"]))
    check(["help log"], in: talk, expect: .says(["log(followers)"]))
    check(["help no such thing"], in: talk, expect: .fails(1, ["there is no help on"]))
  }

  private var helpTopics: [String] {
    GrammarPage.all.map(\.name) + MetricCatalog.all.map(\.card.name)
      + Setting.allCases.map(\.rawValue) + DiagnosticCode.allCases.map(\.rawValue)
  }

  @Test func `the graph is described a row a thing`() {
    let talk = Talk(Self.loaded)
    talk.submit("describe graph")
    let wanted = """
      what\tname\tcount
      people\t\t8
      text\tname\t8
      text\trole\t8
      yes/no\tcustomer\t8
      relation\tfollows\t17
      relation\ttrust\t17
      topic\tyoga\t5
      topic\tpop\t5

      """
    #expect(talk.results == wanted)
    check(["describe graph"], expect: .writes("what\tname\tcount\npeople\t\t0\n"))
  }

  @Test(arguments: [
    ("load follows from \"no such file.csv\"", "no such file.csv"),
    ("load trust from \"\(Places.example("eight-people/people.csv"))\"", "nothing-usable"),
    ("load follows from \"\(Places.example("eight-people/follows.csv"))\" (boss = 1)", "boss"),
    ("load follows from \"\(Places.checkout)\"", "unreadable-file"),
    ("load \"\(Places.checkout)\"", "nothing-usable"),
  ])
  func `a load that fails leaves the graph as it was`(_ line: String, _ part: String) {
    let talk = Talk(Self.loaded)
    talk.submit("describe graph")
    let known = talk.results
    check([line], in: talk, expect: .fails(4, [part]))
    talk.submit("describe graph")
    #expect(talk.results == known)
  }

  @Test func `leaving`() {
    #expect(Talk().submit("quit") == .quit)
    #expect(Talk().submit("EXIT; help") == .quit)
  }
}

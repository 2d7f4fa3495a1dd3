import Diagnostics
import Syntax
import Testing

@Suite struct ParserTests {
  @Test(arguments: [
    ("followers", "rank by followers"),
    ("relevance", "list <relevance>"),
    (
      "top 10 customers by reach within 2 hops over follows",
      "rank top 10 of <customers> by reach[within 2.0; over follows]"
    ),
    ("bottom 5 by followers / following", "rank bottom 5 by (followers / following)"),
    ("people by followers, reach and pagerank", "rank of people by followers, reach, pagerank"),
    (
      "audience overlap with #yoga weighted by trust * follower ratio",
      "rank by (audience overlap[with #yoga; weighted by trust] * follower ratio)"
    ),
    (
      "audience overlap with (#yoga but not #pop) weighted by interest in topic \"hot yoga\"",
      "rank by audience overlap[with (#yoga - #pop); weighted by interest in #hot yoga]"
    ),
    (
      "audience overlap with #yoga weighted by (followers + 1)",
      "rank by audience overlap[with #yoga; weighted by ((followers + 1.0))]"
    ),
    (
      "audience overlap of @bea with #yoga",
      "rank by audience overlap[of {@bea}; with #yoga]"
    ),
    ("pagerank (damping 0.5)", "rank by pagerank[damping 0.5]"),
    ("pagerank - followers - -1 * 2", "rank by ((pagerank - followers) - ((-1.0) * 2.0))"),
    (
      "log(followers) * sqrt(abs(reach - 3))",
      "rank by (log(followers) * sqrt(abs((reach - 3.0))))"
    ),
    ("followers for @ann, @bob", "rank by followers for {@ann @bob}"),
    ("followers for @ann and @bob", "rank by followers for {@ann @bob}"),
    ("followers for @ann or customers", "rank by followers for ({@ann} | <customers>)"),
    ("followers for @ann and #yoga", "rank by followers for ({@ann} & #yoga)"),
    ("followers of @ann and @bob", "list audience(all {@ann} {@bob})"),
    ("followers of @ann, @bob or @cal", "list audience(any {@ann} {@bob} {@cal})"),
    ("followers of (@ann, @bob)", "list audience(any {@ann} {@bob})"),
    ("followers of (@ann and @bob)", "list audience(all {@ann} {@bob})"),
    ("audience of #yoga over mentions", "list audience(any #yoga over mentions)"),
    ("people interested in #yoga and #pop", "list interested(all yoga pop)"),
    (
      "people interested in #yoga, #pop and customers",
      "list (interested(any yoga pop) & <customers>)"
    ),
    (
      "people interested in #yoga and customers but not followers of @acme but not bots",
      "list ((interested(any yoga) & <customers>) - audience(any {@acme}) - <bots>)"
    ),
    ("#yoga or (customers and bots)", "list (#yoga | (<customers> & <bots>))"),
    (
      "(top 3 people by reach where bot) and customers",
      "list ((rank top 3 of people by reach where is bot) & <customers>)"
    ),
    (
      "(customers where country = \"NL\") by followers",
      "rank of (<customers> where country = 'NL') by followers"
    ),
    ("count people where followers > 10", "count people where followers > 10.0"),
    (
      "show name, column \"from\", reach for customers sort by reach ascending, name limit 3",
      "show name, column from, reach for <customers> sort reach up sort name limit 3"
    ),
    (
      "people where a between 1 and 10% and not (b is missing or c matches \"x*\") and joined > 2026-01",
      "list people where (a in 1.0...0.1% & not((missing b | c ~ x*)) & joined > date 2026-01)"
    ),
    (
      "people where followers - 1 >= reach / 2",
      "list people where (followers - 1.0) >= (reach / 2.0)"
    ),
    ("define fans as customers where reach > 10", "define fans = (<customers> where reach > 10.0)"),
    (
      "define fit as audience overlap with #yoga * 2",
      "define fit = measure (audience overlap[with #yoga] * 2.0)"
    ),
    ("define wellness as #yoga or #meditation", "define wellness = (#yoga | #meditation)"),
    ("define big as followers", "define big = measure followers"),
    ("define x as y", "define x = <y>"),
    ("forget fans", "forget fans"),
    (
      "load trust from \"t.csv\" (Truster = Source, scale = 1 to 5, share = \"RT\", header = no, time = 4)",
      "load trust from t.csv [truster = Source] [scale = 1.0...5.0] [share = 'RT'] [header = no] "
        + "[time = 4.0]"
    ),
    ("load relation CoAuthor from \"c.tsv\"", "load relation CoAuthor from c.tsv"),
    ("load Reply from \"r.csv\"", "load replies from r.csv"),
    ("load relation reply from \"r.csv\"", "load relation reply from r.csv"),
    ("load PURCHASES from \"p.csv\" (value = 2)", "load purchases from p.csv [value = 2.0]"),
    ("load \"my folder\"", "load my folder"),
    ("set Missing Trust 20%", "set missing trust = 0.2"),
    ("set me @ann", "set me = @ann"),
    ("set memory limit 1.5 GB", "set memory limit = 1500000000 bytes"),
    ("set format default", "set format = 'default'"),
    ("help Audience  Overlap", "help Audience Overlap"),
    ("TOP 3 People BY Reach", "rank top 3 of people by Reach"),
    ("describe \"a b.csv\"", "describe file a b.csv"),
    ("exit", "quit"),
  ])
  func `a statement holds what was said`(_ text: String, _ wanted: String) {
    check(text, expect: .outline(wanted))
  }

  @Test(arguments: [
    (
      "#yoga or customers and bots",
      [
        "#yoga or (customers and bots)",
        "(#yoga or customers) and bots",
      ]
    ),
    ("people where a and b or not c", ["(a and b) or not c", "a and (b or not c)"]),
    ("a or b and c or d", ["a or (b and c) or d", "(a or b) and (c or d)"]),
    ("a and b and c or d", ["(a and b and c) or d", "a and b and (c or d)"]),
  ])
  func `mixed and and or are shown both ways`(_ text: String, _ choices: [String]) throws {
    let found = exampleParser.parse(SourceText(text)).flatMap(\.diagnostics)
    let first = try #require(found.first)
    #expect(first.code == .mixedJunction)
    #expect(first.choices == choices)
    let head = text.hasPrefix("people where") ? "people where " : ""
    for choice in choices { #expect(checkHolds(head + choice), "\(choice)") }
  }

  @Test(arguments: [
    ("followers of @a or @b and @c", DiagnosticCode.mixedJunction, "names are joined by"),
    ("people interested in #a and #b or #c", .mixedJunction, "names are joined by"),
    ("followers where a > 1 where b > 2", .repeatedClause, "a clause may stand once"),
    ("followers limit 3 limit 4", .repeatedClause, "a clause may stand once"),
    ("followers limit 0", .outOfRange, "a whole number from 1 to 4294967295"),
    ("followers limit 2.5", .outOfRange, "a whole number from 1 to 4294967295"),
    ("followers limit 10%", .outOfRange, "a whole number from 1 to 4294967295"),
    ("top 0 people by reach", .outOfRange, "a whole number from 1 to 4294967295"),
    ("top 99999999999 people by reach", .outOfRange, "a whole number from 1 to 4294967295"),
    ("followers for", .unfinished, "the name of a set"),
    ("top 10 people by", .unfinished, "a measure"),
    ("reach within", .unfinished, "a whole number"),
    ("followers for @", .unexpectedWord, "does not fit here"),
    ("people where role like \"a\"", .unexpectedWord, "`matches`"),
  ])
  func `what the grammar alone cannot refuse`(
    _ text: String,
    _ code: DiagnosticCode,
    _ part: String
  ) {
    check(text, expect: .refused(code, [part]))
  }

  @Test(arguments: [
    ("followers", true), ("followers for", false), ("top 10 people by", false), ("top", false),
    ("followers;", true), ("top 10;", true), ("top 10\n", true), ("", true), ("   ", true),
    ("-- a comment", true), ("followers for )", true), ("audience overlap with (", false),
    ("followers\ntop 10", false), ("top 10 people\nby reach", true), ("load follows from", false),
    ("describe \"open", true), ("followers 10k", true), ("help", true), ("set me", false),
    ("people where a and", false), ("show", false), ("(customers", false),
    ("followers in the last $window", true), ("followers in the last $n days", true),
    ("followers in the last $n,", true),
  ])
  func `enter runs what is whole or beyond mending`(_ text: String, _ isSubmittable: Bool) {
    #expect(exampleParser.isSubmittable(text) == isSubmittable)
  }

  @Test func `at the prompt an unfinished line goes on with the next`() {
    let source = SourceText("top 3 people\nby reach\nfollowers")
    #expect(exampleParser.parse(source, joiningLines: true).count == 2)
    let script = exampleParser.parse(source)
    #expect(script.count == 3)
    #expect(script[0].isUnfinished)
  }

  @Test(arguments: Grammar.leadingWords.sorted())
  func `a leading word begins its statement and no name`(_ word: String) {
    let outcomes = exampleParser.parse(SourceText("\(word) xyzzy xyzzy = = 3"))
    let isRefused = outcomes.allSatisfy { !$0.diagnostics.isEmpty }
    #expect(isRefused || word == "help", "\(outcomes)")
    // Elsewhere it is a name like any other, unless it is reserved.
    if !Grammar.reservedWords.contains(word) {
      #expect(checkHolds("show name, \(word)"))
    }
  }

  @Test func `the words of the grammar are reserved or contextual, not both`() {
    let both = Grammar.reservedWords.intersection(Grammar.leadingWords)
    #expect(both == [])
  }
}

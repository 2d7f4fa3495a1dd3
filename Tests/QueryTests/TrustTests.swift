import Diagnostics
import Graph
import Query
import TestSupport
import Testing
import Values

/// Trust as questions ask for it: as measures, as weights, as sets.
@Suite struct TrustTests {
  /// v is followed by three; b trusts a, who trusts v, and nobody tells c's trust.
  private let world = World(
    graph: Graph(literal: "a>v:0.5 b>v b!a:1 c>v a~yoga b~yoga c~yoga"),
    settings: QuerySettings(me: "b")
  )

  @Test(arguments: [
    ("inferred trust from @b", "-- over trust; within 3 hops"),
    ("inferred trust from @b within 2 hops", "inferred trust from @b within 2 hops  -- over trust"),
    ("inferred trust in @v", "inferred trust in @v  -- over trust; within 3 hops"),
    ("inferred trust to @v", "inferred trust in @v  -- over trust; within 3 hops"),
    (
      "inferred trust (tidaltrust) from @b, @c for @v",
      "inferred trust (tidaltrust) from (@b, @c) for @v  -- over trust; within 3 hops"
    ),
    ("moletrust in @v, @a", "moletrust in @v, @a  -- over trust; within 3 hops"),
    ("eigentrust from @b", "eigentrust from @b  -- over trust"),
    ("eigentrust", "eigentrust  -- over trust; anchored at everybody alike"),
    ("appleseed from @b", "appleseed from @b  -- over trust"),
    ("advogato (least trust 0.8) from @b", "advogato (least trust 0.8) from @b  -- over trust"),
    (
      "audience overlap with #yoga weighted by inferred trust",
      "audience overlap with #yoga weighted by inferred trust  -- interest >= 0.5; over follows; "
        + "missing trust is inferred within 3 hops; where it cannot be, it is no evidence"
    ),
    (
      "audience overlap with #yoga weighted by (inferred trust within 1 hop)",
      "audience overlap with #yoga weighted by (inferred trust within 1 hop)  -- interest >= 0.5; "
        + "over follows; missing trust is inferred within 1 hop; where it cannot be, it is no evidence"
    ),
    (
      "audience overlap with #yoga weighted by inferred trust in @v",
      "audience overlap with #yoga weighted by inferred trust in @v  -- interest >= 0.5; over trust; "
        + "within 3 hops; over follows; missing weight is no evidence"
    ),
    (
      "trust received within 2 hops",
      "trust received within 2 hops  -- over trust; each tie of a "
        + "chain after the first multiplies by 0.8"
    ),
  ])
  func `the reading says how trust was inferred`(_ question: String, _ reading: String) throws {
    let line = try answer(question, in: world).readingLine
    #expect(line.contains(reading), "\(line)")
    let words = line.split(separator: "  --")[0]
    #expect(try answer(String(words), in: world).readingLine == line)
  }

  @Test func `inferred trust fills what is missing, and what is set the rest`() {
    let trust = "show expected audience overlap with #yoga weighted by"
    check("\(trust) trust for @v", in: world, expect: .column("expected", "0.5"))
    let name = "expected"
    check("\(trust) inferred trust for @v", in: world, expect: .column(name, "1"))
    check("\(trust) moletrust for @v", in: world, expect: .column("expected", "1"))
    let halved = "(inferred trust / 2)"
    check("\(trust) \(halved) for @v", in: world, expect: .column("expected", "0.5"))
    var set = world
    set.settings.missingTrust = 0.25
    check("\(trust) inferred trust for @v", in: set, expect: .column(name, "1.25"))
    check(
      "\(trust) inferred trust for @v",
      in: world,
      expect: .remark("inferred trust fills 1 more in the value, none in its bounds")
    )
    let part = "(inferred trust without @a)"
    check("\(trust) \(part) for @v", in: world, expect: .column(name, "0"))
    let without = "show trust-adjusted followers weighted by inferred trust for @v without @a"
    check(without, in: world, expect: .column("trust-adjusted followers", "0"))
  }

  @Test(arguments: [
    ("inferred trust", "`inferred trust` needs `from` or `to`"),
    ("inferred trust", "inferred trust from @PERSON"),
    ("tidaltrust from @b to @v", "takes `from` or `to`, not both"),
    ("appleseed", "`appleseed` needs `from`"),
    ("audience overlap with #yoga weighted by appleseed", "`appleseed` needs `from`"),
  ])
  func `whose trust it is must be said`(_ question: String, _ part: String) {
    let code: DiagnosticCode =
      question.contains(" to ") ? .unwantedQualifier : .missingQualifier
    check(question, in: world, expect: .refused(code, [part]))
  }

  @Test func `a weight is of stated trust or of inferred`() {
    check(
      "audience overlap with #yoga weighted by (trust * inferred trust)",
      in: world,
      expect: .refused(.wrongKind, ["the ties of one relation"])
    )
    check(
      "top 2 topics by audience overlap with #yoga weighted by inferred trust",
      in: world,
      expect: .refused(.wrongKind)
    )
  }

  @Test func `whom somebody's trust leads to is a set`() {
    check("people trusted by @b", in: world, expect: .people("a"))
    check("people trusted by @b within 3 hops", in: world, expect: .people("a v"))
    check(
      "top 1 people trusted by @b within 3 hops by inferred trust from @b",
      in: world,
      expect: .people("a")
    )
    check("people where inferred trust from @me >= 50%", in: world, expect: .people("a v"))
    let graph = Graph(literal: "a!b:0.4 b!c:-1 b!d:0.1 d!e:1")
    let signed = World(graph: graph)
    check("people trusted by @a within 3 hops", in: signed, expect: .people("b d e"))
    check("people who distrust @c", in: signed, expect: .people("b"))
  }
}

import Diagnostics
import Graph
import Query
import Syntax
import TestSupport
import Testing

@Suite struct BinderTests {
  private let world = World(graph: .eightWithAttributes)

  @Test(arguments: [
    ("reech", "fix: reach"), ("role playing", "no measure or column"),
    ("reech", "no measure or column is called `reech`"),
    ("top 10 poeple by reach", "fix: people"), ("followers for @adda", "fix: @ada"),
    ("#joga", "fix: #yoga"), ("show colour for people", "no measure or column is called `colour`"),
    ("show column ages", "fix: age"), ("pagerank (dampin 0.5)", "fix: damping"),
    ("fan base", "no measure or column is called `fan base`"), ("custommers", "fix: customers"),
    ("audience overlap with custommers", "fix: customers"), ("followers of @wal", "@cal"),
  ])
  func `an unknown name has its nearest`(_ question: String, _ part: String) {
    check(question, in: world, expect: .refused(.unknownName, [part]))
  }

  @Test func `all unknown names of a statement are told at once, in order`() throws {
    let question = """
      top 3 custommers by folowers, reech where agge > 3 and rolle = "fan" sort by nmae
      """
    let error = #expect(throws: Diagnostics.self) { try answer(question, in: self.world) }
    let found = try #require(error).all
    #expect(found.allSatisfy { $0.code == .unknownName })
    let fixes = found.map { $0.fix?.replacement ?? "-" }
    #expect(fixes == ["customers", "followers", "reach", "age", "role", "-"])
    let columns = found.compactMap { $0.place?.column }
    #expect(columns == columns.sorted())
  }

  @Test(arguments: [
    ("audience overlap with @ada", "@ada is one person"),
    ("audience overlap with @ada", "fix: with followers of @ada"),
    ("audience overlap with @ada, @bea", "fix: with followers of @ada or @bea"),
    ("show followers of @ada", "show followers for @ada"),
    ("top 3 by role", "`role` is text, a number belongs here"),
    ("followers, role", "`role` is text"),
    ("followers + bot", "`bot` is yes/no"),
    ("log(country)", "`country` is text"),
    ("audience overlap with #yoga weighted by role", "`role` is text"),
    ("count age", "people where age > 0"),
    ("count role", "`role` is text, a set of people belongs here"),
    ("people where age", "`age` is a number"),
    ("people where role", "role = \"...\""),
    ("people where bot = 1", "fix: bot"),
    ("people where bot = no", "fix: not bot"),
    ("people where role = fan", "fix: \"fan\""),
    ("people where role > 3", "`role` is text, not a number"),
    ("people where age = \"old\"", "`age` is a number, not text"),
    ("people where age matches \"4*\"", "`age` is a number, not text"),
    ("people where joined = \"2020\"", "`joined` is a date, not text"),
    ("people where role between 1 and 2", "`role` is text"),
    ("people where followers > role", "`role` is text"),
    ("people where age + 1 > 3 and role * 2 > 3", "`role` is text"),
  ])
  func `something of another kind is refused`(_ question: String, _ part: String) {
    check(question, in: world, expect: .refused(.wrongKind, [part]))
  }

  @Test(arguments: [
    ("trust", "trust received"), ("top 3 by trust", "`trust` is a relation"),
    ("audience overlap with #yoga weighted by follows", "`follows` is a relation"),
  ])
  func `a relation says not which side of it is meant`(_ question: String, _ part: String) {
    check(question, in: world, expect: .refused(.ambiguousName, [part]))
  }

  @Test(arguments: [
    ("people where joined > 2020-02-30", "`2020-02-30` is no date"),
    ("people where audience overlap with #yoga > 90", "fix: 90%"),
    ("people where audience coverage with #yoga between 10 and 60", "fix: 60%"),
    ("top 3 by audience overlap with #yoga where low > 5", "fix: 5%"),
    ("reach within 0 hops", "1 to 64"), ("reach within 2.5 hops", "1 to 64"),
    ("pagerank (damping 2)", "`damping` lies between"),
  ])
  func `a number outside of what it can be`(_ question: String, _ part: String) {
    check(question, in: world, expect: .refused(.outOfRange, [part]))
  }

  @Test(arguments: [
    ("audience overlap", DiagnosticCode.missingQualifier, "audience overlap with #TOPIC"),
    ("audience overlap weighted by trust", .missingQualifier, "needs `with`"),
    ("followers with #yoga", .unwantedQualifier, "`followers` does not take `with`"),
    ("reach weighted by trust", .unwantedQualifier, "does not take `weighted by`"),
    ("audience overlap with #yoga within 2 hops", .unwantedQualifier, "it takes `with`"),
    ("age with #yoga", .unwantedQualifier, "`age` takes nothing behind it"),
    ("aeg with #yoga", .unknownName, "no measure is called `aeg`"),
    ("reach within 2 hops within 3 hops", .repeatedClause, "`within` may stand once"),
    ("show pagerank of  @ada", .unwantedQualifier, "show ... for @ada"),
    ("followers + pagerank of @ada", .unwantedQualifier, "`of` belongs to a measure"),
    ("audience overlap of @bea with #yoga for customers", .repeatedClause, "chosen once"),
    ("pagerank of @ada, reach of @bea", .repeatedClause, "chosen once"),
  ])
  func `qualifiers are those of the card`(
    _ question: String,
    _ code: DiagnosticCode,
    _ part: String
  ) {
    check(question, in: world, expect: .refused(code, [part]))
  }

  @Test(arguments: [
    ("followers", "load follows from \"FILE\""), ("#yoga", "nothing is loaded"),
    ("followers of @ann", "nothing is loaded"),
    ("top 3 people by audience overlap with #yoga weighted by trust", "nothing is loaded"),
  ])
  func `nothing is loaded`(_ question: String, _ part: String) {
    check(question, in: World(graph: Graph()), expect: .refused(.nothingLoaded, [part]))
  }

  @Test(arguments: [
    ("pagerank over follow", "fix: follows"), ("pagerank over clicks", "mentions"),
    ("audience of @ada over coauthor", "`coauthor` is not loaded"),
  ])
  func `a relation that is not loaded`(_ question: String, _ part: String) {
    check(question, in: world, expect: .refused(.relationNotLoaded, [part]))
  }

  @Test(arguments: [
    ("trust received", "trust"), ("mentions received", "mention"),
    ("audience overlap with #yoga weighted by trust", "`trust` is not loaded"),
  ])
  func `what a measure reads is not loaded`(_ question: String, _ part: String) {
    let world = World(graph: Graph(literal: "a~yoga b~yoga"))
    check(question, in: world, expect: .refused(.relationNotLoaded, [part]))
  }

  @Test func `me is whoever was set`() {
    let overlap = "audience overlap with #yoga weighted by my trust"
    check("followers for @me", expect: .refused(.unknownName, ["set me @HANDLE"]))
    check(overlap, expect: .refused(.unknownName, ["`@me` is not set"]))
    let ada = World(settings: QuerySettings(me: "Ada"))
    check("followers of @me", in: ada, expect: .people("cal fay gus hal"))
    check("followers of @me", in: ada, expect: .reading("followers of @ada"))
    let nobody = World(settings: QuerySettings(me: "nobody"))
    check(overlap, in: nobody, expect: .refused(.unknownName, ["no person is called `nobody`"]))
  }

  @Test(arguments: [
    (["define followers as reach"], DiagnosticCode.nameTaken, "`followers` is a measure already"),
    (["define low audience overlap as reach"], .nameTaken, "is a measure already"),
    (["define people as customers"], .nameTaken, "`people` has a meaning already"),
    (["define Trust as followers"], .nameTaken, "`Trust` has a meaning already"),
    (["define \"a b!\" as followers"], .nameTaken, "a name is words without signs"),
    (["define \"of\" as followers"], .nameTaken, "a name is words without signs"),
    (["define fit as fit + 1"], .nameTaken, "refers to itself"),
    (["define a as customers", "define b as a", "define a as b or @ada"], .nameTaken, "itself"),
    (["define fans as custommers or @ada"], .unknownName, "fix: customers"),
    (["define fit as folowers * 2"], .unknownName, "fix: followers"),
    (["define fit as role + 1"], .wrongKind, "`role` is text"),
  ])
  func `a definition that cannot be is refused`(
    _ lines: [String],
    _ code: DiagnosticCode,
    _ part: String
  ) {
    let world = World(graph: .eightWithAttributes, definitions: lines)
    check("people", in: world, expect: .refused(code, [part]))
  }

  @Test(arguments: ["a", "top 3 by a", "people where a = 1", "count b", "a or b"])
  func `definitions that meet in a circle are refused when used`(_ question: String) {
    // With nothing loaded a definition is not checked; asking used to go round for ever.
    let world = World(graph: Graph(), definitions: ["define a as b", "define b as a"])
    let error = #expect(throws: Diagnostics.self) { try answer(question, in: world) }
    #expect(error?.all.isEmpty == false)
  }

  @Test(arguments: ["people where role", "people where followers > 0 and bot = 1"])
  func `a definition gone wrong is shown where it is used`(_ meaning: String) throws {
    // Made before loading: `role` turned out to be a text, `bot` to be yes/no.
    var definitions = Definitions()
    guard case .define(let definition) = try statement("define fans as \(meaning)") else { return }
    definitions.keep(definition)
    var binder = Binder(
      graph: .eightWithAttributes,
      definitions: definitions,
      settings: QuerySettings(),
      source: SourceText("fans")
    )
    let error = #expect(throws: Diagnostics.self) { try binder.question(try statement("fans")) }
    let first = try #require(error?.all.first)
    #expect(first.code == .wrongKind)
    #expect(first.place?.column == 1)
    #expect(first.fix == nil)
  }

  @Test func `a bare definition is a measure or a set by what it names`() {
    let lines = ["define big as age", "define crowd as customers", "define size as big"]
    let world = World(graph: .eightWithAttributes, definitions: lines)
    check("top 2 by big", in: world, expect: .people("cal gus"))
    check("big", in: world, expect: .reading("big"))
    check("top 1 by size", in: world, expect: .people("cal"))
    check("crowd", in: world, expect: .people("cal fay"))
    check("top 1 by crowd", in: world, expect: .refused(.wrongKind, ["is a set of people"]))
    check("count big", in: world, expect: .refused(.wrongKind, ["is a measure"]))
  }

  @Test func `a column named like a measure is asked for as a column`() {
    let graph = Graph.eightPeople.adding([("followers", .numbers([9, 1, 1, 1, 1, 1, 1, 1]))])
    let world = World(graph: graph)
    check("top 1 by followers", in: world, expect: .people("bea"))
    check("top 1 by column followers", in: world, expect: .people("ada"))
    let reading = "top 1 people by column followers"
    check("top 1 by column followers", in: world, expect: .reading(reading))
    check("people where column followers > 1", in: world, expect: .people("ada"))
  }

  @Test(arguments: [("overlap", "audience overlap"), ("page rank", "pagerank")])
  func `words people try are answered with ours`(_ word: String, _ ours: String) {
    check("top 3 by \(word)", expect: .refused(.unknownName, ["fix: \(ours)"]))
  }
}

import Diagnostics
import Graph
import Query
import TestSupport
import Testing
import Values

@Suite struct MeasureTests {
  /// Columns over ada, bea, cal, dan, eve, fay, gus and hal.
  @Test(arguments: [
    ("followers + following", "7 5 6 3 3 4 2 4"),
    ("followers - following * 2", "-2 5 -3 -3 -3 -5 -4 -2"),
    ("(followers - following) * 2", "2 10 0 -2 -2 -4 -4 0"),
    ("-followers", "-4 -5 -3 -1 -1 -1 0 -2"),
    ("- (followers - 3)", "-1 -2 0 2 2 2 3 1"),
    ("followers / following", "1.3333 - 1 0.5 0.5 0.3333 0 1"),
    ("following / followers", "0.75 0 1 2 2 3 - 1"),
    ("followers * 0 / following / 0", "- - - - - - - -"),
    ("log(followers)", "1.3863 1.6094 1.0986 0 0 0 - 0.6931"),
    ("sqrt(followers - 2)", "1.4142 1.7321 1 - - - - 0"),
    ("abs(following - followers)", "1 5 0 1 1 2 2 0"),
    ("age * 10%", "3.4 2.8 5.1 1.9 1.7 - 4 -"),
    ("age + 0 * followers", "34 28 51 19 17 - 40 -"),
    ("trust received", "0.7 0.46 0.7 0.5 0.4 0.5 - 0.75"),
  ])
  func `arithmetic, and what it is not defined for`(_ measure: String, _ values: String) throws {
    let table = try answer("show \(measure) for people", in: World(graph: .eightWithAttributes))
      .table
    #expect(cells(of: table.columns[1].name, in: table).joined(separator: " ") == values)
  }

  @Test(arguments: [
    // Weighted by trust: of the trust somebody enjoys, how much sits with yoga.
    ("weighted by trust", "0.9286 0.1739 1 0 0 1 - 1"),
    ("", "0.75 0.4 1 0 0 1 - 1"),
    ("over trust", "0.75 0.4 1 0 0 1 - 1"),
    ("over mentions", "1 0 - - - - - 1"),
    ("weighted by interest in #yoga", "0.871 0.8095 1 - - 1 - 1"),
    ("weighted by interest in #pop", "0.375 0.1111 1 0 0 - - -"),
    ("weighted by (trust * trust)", "0.9826 0.0699 1 0 0 1 - 1"),
    ("weighted by followers", "1 0.6667 1 0 0 1 - 1"),
    ("weighted by (followers + following)", "0.875 0.5556 1 0 0 1 - 1"),
    ("weighted by age", "0.5604 0.4016 1 0 0 1 - 1"),
    ("weighted by pagerank (damping 0)", "0.75 0.4 1 0 0 1 - 1"),
    ("weighted by my trust", "1 1 1 - - - - 1"),
  ])
  func `an overlap by each weight`(_ weight: String, _ values: String) throws {
    let world = World(graph: .eightWithAttributes, settings: QuerySettings(me: "ada"))
    let question = "show audience overlap with #yoga \(weight) for people"
    check(question, in: world, expect: .column("audience overlap", values))
  }

  @Test func `missing trust is no evidence, or what it is set to`() {
    let graph = Graph(literal: "a>x:0.8 b>x c>x:0.2 a~yoga b~yoga")
    let question = "audience overlap with #yoga weighted by trust for @x"
    check(question, in: World(graph: graph), expect: .column("audience overlap", "0.8"))
    check(question, in: World(graph: graph), expect: .column("trust known", "0.6667"))
    let set = World(graph: graph, settings: QuerySettings(missingTrust: 0.5))
    check(question, in: set, expect: .column("audience overlap", "0.8667"))
    check(question, in: set, expect: .column("expected", "1.3"))
    let zero = World(graph: graph, settings: QuerySettings(missingTrust: 0))
    check(question, in: zero, expect: .column("audience overlap", "0.8"))
  }

  @Test func `companions stand bare in the clauses of their question`() {
    let overlap = "audience overlap with #yoga weighted by trust"
    check("\(overlap) where audience >= 3", expect: .people("cal ada bea"))
    check("\(overlap) sort by expected limit 2", expect: .people("ada cal"))
    check("show \(overlap), low, expected for @ada", expect: .column("expected", "2.43"))
    check("show \(overlap) for people where low > 40%", expect: .people("ada cal"))
    check("\(overlap) for (top 3 people by followers) where low > 40%", expect: .people("cal ada"))
    check("followers where low > 5%", expect: .refused(.unknownName, ["`low`"]))
  }

  @Test func `a count and its share of everybody`() throws {
    check("count #yoga", expect: .column("count", "4"))
    check("count #yoga", expect: .column("share", "0.5"))
    check("count people where followers > 1", expect: .column("count", "4"))
    check(
      "count customers",
      in: World(graph: .eightWithAttributes),
      expect: .column("share", "0.25")
    )
  }

  @Test func `a list has names, and what it is sorted by`() throws {
    let graph = Graph.eightPeople.adding([
      ("name", .texts(["Ada", "Bea", nil, "Dan", "Eve", "Fay", "Gus", "Hal"]))
    ])
    let world = World(graph: graph)
    let listed = try answer("#yoga sort by followers", in: world).table
    #expect(listed.columns.map(\.name) == ["person", "name", "followers"])
    #expect(people(of: listed) == "ada cal hal fay")
    let byName = try answer("#yoga sort by name descending", in: world).table
    #expect(byName.columns.map(\.name) == ["person", "name"])
    #expect(people(of: byName) == "hal fay ada cal")
  }

  @Test(arguments: [
    ("people sort by country, age limit 4", "eve ada cal gus"),
    ("people sort by age ascending limit 3", "eve dan bea"),
    ("people sort by country descending, followers limit 3", "bea hal cal"),
    ("people sort by joined limit 3", "gus ada bea"),
    ("people sort by joined descending limit 2", "dan cal"),
    ("people sort by role descending limit 2", "ada fay"),
    ("people sort by bot descending limit 1", "gus"),
    ("people sort by age", "cal gus ada bea dan eve fay hal"),
    ("people sort by age ascending", "eve dan bea ada gus cal fay hal"),
  ])
  func `numbers go down, texts and dates up, the missing last`(_ question: String, _ rows: String) {
    check(question, in: World(graph: .eightWithAttributes), expect: .people(rows))
  }

  @Test func `a weight has a value for everybody, however few are shown`() throws {
    // Reach counts only whom it must in so large a graph; weights are not about the rows.
    let graph = Graph.sparse(people: 100_001, tiesEach: 2, seed: 5)
    let world = World(graph: graph)
    let weighted = "show audience overlap with #yoga weighted by reach for"
    let alone = try answer("\(weighted) @p1, @p2, @p3", in: world).table
    guard case .numbers(let values)? = alone["audience overlap"]?.cells else { return }
    #expect(values.contains { !$0.isNaN })
    let set = "audience coverage with (people where reach > 3) for @p1"
    let table = try answer(set, in: world).table
    #expect(cells(of: "audience coverage", in: table) != ["-"])
  }
}

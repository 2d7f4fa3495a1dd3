import Diagnostics
import Graph
import Answering
import Query
import Syntax
import TestSupport
import Testing
import Values

/// Names that two things share, and columns that would.
@Suite struct NameTests {
  private let world = World(
    graph: Graph.eightWithAttributes.adding([("reach", .numbers([1, 2, 3, 4, 5, 6, 7, 8]))])
  )

  @Test func `a measure with the name of a column says so`() {
    let words = "`reach` is the measure; the column of that name is `column reach`"
    for question in ["show reach", "count people where reach > 3", "(top 1 people by reach)"] {
      check(question, in: world, expect: .remark(words))
    }
    let silent = try? answer("show column reach", in: world)
    #expect(silent?.remarks.contains(words) == false)
    check("show column reach", in: world, expect: .column("reach", "1 2 3 4 5 6 7 8"))
  }

  @Test func `a definition goes before a column that was loaded later`() {
    var later = World(definitions: ["define age as followers"])
    later.graph = .eightPeople
    var definitions = Definitions()
    do throws(Diagnostics) {
      guard case .define(let definition) = try statement("define age as followers") else { return }
      definitions.keep(definition)
      var binder = binder(of: "show age, column age", in: world, definitions)
      guard let question = try binder.question(statement("show age, column age")) else { return }
      var evaluator = Evaluator(graph: world.graph, settings: world.settings)
      let answer = try? evaluator.answer(question)
      #expect(answer?.reading == "show age, column age")
      #expect(answer.map { cells(of: "age", in: $0.table).first } == "4")
      #expect(answer.map { cells(of: "column age", in: $0.table).first } == "34")
      #expect(
        answer?.remarks.contains("`age` is the definition; the column of that name is `column age`")
          == true
      )
    } catch {
      Issue.record("refused: \(error.all)")
    }
  }

  @Test func `columns that would share a name have all their words`() {
    let both = "mentions received from @eve, mentions received from @hal"
    check(both, expect: .column("mentions received from @hal", "0 1 0 0 0 0 0 0"))
    check("show \(both)", expect: .column("mentions received from @eve", "0 1 0 0 0 0 0 0"))
    check(
      "show mentions received from @eve",
      expect: .column("mentions received", "0 1 0 0 0 0 0 0")
    )
    check("\(both) per kind", expect: .column("mentions received from @hal", "0"))
  }

  @Test func `a column with all its words goes on behind a bar`() {
    let question = "show reach, column reach | sort by column reach | limit 2"
    check(question, in: world, expect: .people("hal gus"))
    check(question, in: world, expect: .column("reach", "4 0"))
    check(
      "show reach, column reach | where column reach > 7",
      in: world,
      expect: .column("column reach", "8")
    )
  }

  @Test func `a companion that is asked for as well has one column`() {
    let question = "expected audience overlap with #yoga, audience overlap with #yoga"
    let columns = try? answer(question).table.columns.map(\.name)
    #expect(columns?.count { $0 == "audience overlap" } == 1)
  }

  @Test(arguments: [
    "all measures", "percentile", "Decile", "followers", "expected audience overlap",
  ])
  func `a name of the language is not given away`(_ name: String) {
    do throws(Diagnostics) {
      guard case .define(let definition) = try statement("define \(name) as customers") else {
        Issue.record("no definition")
        return
      }
      var binder = binder(of: "define \(name) as customers", in: world, Definitions())
      try binder.check(definition)
      Issue.record("`\(name)` was taken")
    } catch {
      #expect(error.all.first?.code == .nameTaken)
    }
  }

  @Test func `the set of a yes/no column knows as little as the column`() {
    check("people where not customers", in: world, expect: .people("ada bea dan gus"))
    check("people where not customer", in: world, expect: .people("ada bea dan gus"))
    check(
      "people where not customers",
      in: world,
      expect: .remark("2 people left out: `not customers` cannot be told without a value")
    )
    check(
      "people where not (customers and bots)",
      in: world,
      expect: .people("ada bea cal dan eve fay gus hal")
    )
  }

  @Test func `all measures are those whose data are loaded, and the others are named`() {
    var people = GraphBuilder()
    _ = people.person("ada")
    let follows = World(graph: Graph(literal: "ada bea ada>bea"))
    check("all measures sort by followers", in: follows, expect: .column("followers", "1 0"))
    check("all measures", in: follows, expect: .remark("left out, as their data are not loaded: "))
    check("all measures", in: follows, expect: .remark("likes received, mention impact, "))
    check(
      "all measures",
      in: World(graph: people.frozen()),
      expect: .refused(.relationNotLoaded, ["no measure can be computed from what is loaded"])
    )
  }

  @Test func `a measure that is asked for twice has one column`() {
    check("show followers, Followers", expect: .reading("show followers  -- over follows"))
    check(
      "followers, following, followers",
      expect: .reading("followers, following  -- over follows")
    )
    check(
      "show audience overlap with #yoga, expected",
      expect: .column("expected", "3.1 2.1 2.8 0 0 1 0 1.9")
    )
  }

  @Test func `a question may begin with column`() {
    check("column age", in: world, expect: .people("cal gus ada bea dan eve fay hal"))
    check("column reach", in: world, expect: .reading("people by column reach"))
    check("column role", in: world, expect: .refused(.wrongKind, ["`column role` is text"]))
  }

  @Test func `a noun without a direction names both`() {
    for noun in ["mentions", "shares", "replies", "likes"] {
      check(
        "top 2 people by \(noun)",
        expect: .refused(.ambiguousName, ["made by some", "\(noun) made", "\(noun) received"])
      )
    }
  }

  @Test func `a function behind an aggregator needs brackets`() {
    check(
      "average percentile(followers)",
      expect: .refused(
        .unknownName,
        ["`percentile` is a function", "fix: (percentile(followers))"]
      )
    )
    check(
      "average (percentile(followers))",
      expect: .column("average (percentile(followers))", "0.5")
    )
  }

  @Test(arguments: [
    ("count people per customer", "groups"), ("count people per role", "roles"),
    ("count people per joined", "groups"), ("average followers per decile(followers)", "deciles"),
  ])
  func `groups are counted by a name that is no other thing`(_ question: String, _ noun: String) {
    let answer = try? answer(question, in: world)
    #expect(answer?.table.rowNoun == noun)
  }
}

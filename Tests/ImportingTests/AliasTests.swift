import Diagnostics
import Graph
import Importing
import Testing
import Values

/// Ids of one person.
struct AliasTests {
  private let ids = "twitter,email\nann,ann@x\nbob,\ncyd,@bert\nann,ann@x\n"
  private let brackets = ["handle = twitter", "alias = email"]

  @Test func `aliases mean their people from then on`() {
    let graph = check(
      ids,
      as: .aliases,
      brackets,
      expect: .report(
        [
          "rows read": 4, "aliases": 2, "duplicates dropped": 1, "rows with one id": 1, "people": 2,
          "new people": 2, "people joined": 0,
        ],
        sentence: "@\"ann@x\" means @ann"
      )
    )
    let later = check(
      "follower,followed\nann@x,bert\ndan,cyd\n",
      as: .follows,
      into: graph,
      expect: .report(["ties": 2, "people": 3, "new people": 1], sentence: "@ann follows @cyd")
    )
    #expect(later.personCount == 3)
    #expect(later.people.number(of: "bert") == later.people.number(of: "cyd"))
  }

  @Test func `a person who is there under an alias becomes one with the handle's`() {
    let before = check(
      "truster,trusted,trust\nbert,ann,0.2\ncyd,ann,0.7\nbert,dan,0.4\ndan,bert,0.1\n",
      as: .trust,
      expect: .report(["people": 4])
    )
    let graph = check(
      ids,
      as: .aliases,
      brackets,
      into: before,
      expect: .report(["aliases": 2, "people joined": 1, "people": 2, "new people": 0])
    )
    #expect(graph.personCount == 3 && before.personCount == 4)
    func trust(_ source: String, _ target: String) -> Double? {
      guard let source = graph.people.number(of: source),
        let target = graph.people.number(of: target)
      else { return nil }
      return graph.relations["trust"]?.weight(from: source, to: target)
    }
    #expect(trust("cyd", "ann") == 0.7)
    #expect(trust("bert", "dan") == 0.4)
    #expect(trust("dan", "cyd") == 0.1)
    #expect(graph.relations["trust"]?.count == 3)
  }

  @Test func `the usual names are found, with a header and without`() {
    check(
      "screen_name,Also Known As,e-mail\nann,x,ann@x\n",
      as: .aliases,
      expect: .report(["aliases": 1], sentence: "@\"ann@x\" means @ann")
    )
    check("handle,alias\nann,annie\n", as: .aliases, expect: .report(["aliases": 1]))
    check(
      "ann,annie\n",
      as: .aliases,
      expect: .report(["aliases": 1], sentence: "@annie means @ann")
    )
    check("handle\nann\n", as: .aliases, expect: .error(.missingColumn, ["is the alias"]))
  }

  @Test(arguments: [
    (
      "ann,x\nbob,y\nbob,x\n",
      ["f.csv:3:1", "alias @x means @ann, by line 1, and @bob, by line 3", "nothing was loaded"]
    ),
    ("ann,bob\nbob,cyd\n", ["f.csv:2:1", "@bob of line 2 is an alias of @ann, by line 1"]),
    ("bob,cyd\nann,bob\n", ["f.csv:1:1", "@bob of line 1 is an alias of @ann, by line 2"]),
    ("ann,bob\nbob,ann\n", ["f.csv:1:1", "f.csv:2:1"]),
  ])
  func `rows that contradict each other`(_ text: String, _ parts: [String]) {
    check(text, as: .aliases, expect: .error(.aliasConflict, parts))
  }

  @Test(arguments: [
    ("bob,x\n", "alias @x means @ann, by an earlier load, and @bob, by line 1"),
    ("x,y\n", "handle @x of line 1 is an alias of @ann, by an earlier load"),
    ("bob,ann\n", "@ann is an alias of @bob by line 1, and has aliases by an earlier load"),
  ])
  func `rows that contradict an earlier load`(_ text: String, _ part: String) {
    let graph = check("ann,x\n", as: .aliases, expect: .report(["aliases": 1]))
    check(text, as: .aliases, into: graph, expect: .error(.aliasConflict, [part]))
    let again = check(
      "ann,x\nann,z\n",
      as: .aliases,
      into: graph,
      expect: .report(["aliases": 1, "duplicates dropped": 1, "new people": 0])
    )
    #expect(again.people.number(of: "z") == again.people.number(of: "x"))
  }

  @Test func `many conflicts are counted`() {
    let text = (0..<20).map { "a\($0),x\n" }.joined()
    check(text, as: .aliases, expect: .error(.aliasConflict, ["and 14 more like these"]))
  }

  @Test func `a row that names its own handle, or none`() {
    check(
      "ann,@ann\n,x\nbob,y\ncyd,z\n",
      as: .aliases,
      expect: .report(["aliases": 2, "rows with one id": 1, "rows refused": 1, "people": 2])
    )
  }
}

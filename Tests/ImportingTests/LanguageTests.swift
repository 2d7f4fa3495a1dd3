import Diagnostics
import Importing
import Testing

/// Graphs written in languages of their own, and names that look alike.
@Suite struct LanguageTests {
  @Test(arguments: [
    ("graph [\n  directed 1\n  node [\n    id 0\n  ]\n]\n", "GML"),
    ("Creator \"Mark Newman\"\ngraph\n[\n  node\n  [\n    id 1\n", "GML"),
    ("digraph g {\n  a -> b;\n}\n", "DOT"), ("graph {\n a -- b\n}\n", "DOT"),
    ("*Vertices 3\n1 \"a\"\n*Arcs\n1 2\n", "Pajek"),
  ])
  func `a graph in another language is told plainly`(_ text: String, _ language: String) {
    check(text, as: .follows, expect: .error(.unreadableFile, [language, "rows of text", "CSV"]))
  }

  @Test(arguments: [
    "graph,other\nann,bob\nbob,cyd\n", "creator,reader\nann,bob\nbob,cyd\n",
    "strict,graph\nann,bob\nbob,cyd\n",
  ])
  func `rows that only begin so are rows`(_ text: String) {
    check(
      text,
      as: .follows,
      ["follower = 1", "followed = 2", "header = yes"],
      expect: .report(["rows read": 2])
    )
  }

  @Test func `handles that look alike and are different are told`() {
    let note = "1 handle looks like another and is different"
    let text = "follower,followed\n\u{E9}clair,bob\ne\u{301}clair,bob\n"
    let graph = check(
      text,
      as: .follows,
      expect: .report(["people": 3], notes: [note, "is two people"])
    )
    // Told once, and where the other one comes later.
    check("a,b\n", as: .follows, ["header = no"], into: graph, expect: .report(["people": 2]))
    let one = check(
      "follower,followed\n\u{E9}clair,bob\n",
      as: .follows,
      expect: .report(["people": 2])
    )
    check(
      "follower,followed\ne\u{301}clair,cyd\n",
      as: .follows,
      into: one,
      expect: .report(["people": 2], notes: [note])
    )
  }
}

import Shell
import Testing

/// The page that `kith run --report` writes.
struct ReportTests {
  /// What came of a script, and its page.
  private func report(
    _ script: String,
    values: [ParameterValue] = [],
    goingOn: Bool = true
  ) -> (outcome: Conversation.Outcome, page: String, talk: Talk) {
    let folder = ScratchFolder([("s.kith", script)])
    let talk = Talk()
    talk.conversation.goesOnAfterErrors = goingOn
    let (outcome, page) = talk.conversation.reportScript("\(folder.path)/s.kith", values: values)
    return (outcome, page, talk)
  }

  private let loads = """
    \(Places.load("follows", "eight-people/follows.csv"))
    \(Places.load("interests", "eight-people/interests.csv"))

    """

  @Test func `questions, readings, tables and notes, in order`() {
    let script = """
      -- Who is followed,
      -- and by how many.

      -- The village of eight.
      \(loads)-- The first two.
      top 2 by audience overlap with #yoga
      count people
      """
    let (outcome, page, talk) = report(script)
    #expect(outcome == .done)
    var rest = page[...]
    for part in [
      "<!doctype html>", "<title>s.kith</title>", "4 statements</p>",
      "<p>Who is followed, and by how many.</p>", "<p>The village of eight.</p>",
      "<section>\n<h2>load follows from", "17 ties", "<p>The first two.</p>",
      "<h2>top 2 by audience overlap with #yoga</h2>",
      "<p class=\"reading\">top 2 people by audience overlap with #yoga -- interest &gt;= 0.5; over",
      "<th scope=\"col\" class=\"number\">low ▼</th>", "<td>@cal</td><td class=\"number\">100.0 %",
      "2 people", "<h2>count people</h2>", "<td class=\"number\">8</td>", "</html>",
    ] {
      let found = rest.firstRange(of: part)
      #expect(found != nil, "\(part) in \(rest)")
      rest = found.map { rest[$0.upperBound...] } ?? rest
    }
    // What is written elsewhere is written as ever.
    #expect(talk.results.contains("count\tshare\n8\t1\n"))
    #expect(!page.contains("<script"))
  }

  @Test func `a chart is drawn, and a piece of its table stands below`() {
    let (_, page, _) = report(
      loads + "followers as histogram\ncompare followers, pagerank as heatmap\n"
    )
    #expect(page.contains("aria-labelledby=\"title1 description1\""))
    #expect(page.contains("aria-labelledby=\"title2 description2\""))
    #expect(page.contains("<caption>how far they agree"))
    #expect(page.contains("<td>@hal</td>"))
  }

  @Test func `errors are shown where they are`() {
    let (outcome, page, _) = report(loads + "folowers\ncount people\n")
    #expect(outcome == .failed(exitCode: 1))
    #expect(page.contains("<p class=\"note failed\">4 statements · 1 error</p>"))
    #expect(page.contains("<h2>folowers</h2>\n<pre class=\"error\">error unknown-name at"))
    #expect(page.contains("<h2>count people</h2>"))
    let (_, short, _) = report(loads + "folowers\ncount people\n", goingOn: false)
    #expect(!short.contains("<h2>count people</h2>"))
    let (code, unread, _) = report("top 3 by\ncount\n")
    #expect(code == .failed(exitCode: 2))
    #expect(unread.contains("error unfinished at") && unread.contains("0 statements"))
  }

  @Test func `names are text, and scripts inside scripts are told`() throws {
    let folder = ScratchFolder([
      ("f.csv", "follower,followed\n<script>alert(1)</script>,\"\u{202E}b\"\n"),
      ("inner.kith", "load follows from \"f.csv\"\n"),
      ("outer.kith", "param $n: number\nrun \"inner.kith\"\nfollowers for @\"\u{202E}b\"\n"),
    ])
    let talk = Talk()
    let path = "\(folder.path)/outer.kith"
    let (outcome, page) = talk.conversation.reportScript(path, values: [("n", "<b>")])
    #expect(outcome != .quit)
    #expect(!page.contains("<script") && !page.contains("\u{202E}"), "\(page)")
    #expect(page.contains("n = &lt;b&gt;"))
    let (_, whole) = talk.conversation.reportScript(path, values: [("n", "5")])
    #expect(whole.contains("<h2>run &quot;inner.kith&quot;</h2>\n</section>"), "\(whole)")
    #expect(whole.contains("<h2>load follows from"))
    #expect(whole.contains("&lt;script&gt;alert(1)"))
    #expect(!whole.contains("<script") && !whole.contains("\u{202E}"))
  }

  @Test func `long tables lose their middle, and say so`() {
    let rows = (0..<150).map { "a\($0),b\($0)" }.joined(separator: "\n")
    let folder = ScratchFolder([
      ("f.csv", "follower,followed\n\(rows)\n"),
      ("s.kith", "load follows from \"f.csv\"\nfollowers\nfollowers as bars\n"),
    ])
    let talk = Talk()
    let (_, page) = talk.conversation.reportScript("\(folder.path)/s.kith")
    #expect(page.contains("<p class=\"note\">300 people, 100 shown</p>"))
    #expect(page.contains("<p class=\"note\">300 people, 12 shown</p>"))
    #expect(page.contains("300 people, the first 60 drawn"))
  }
}

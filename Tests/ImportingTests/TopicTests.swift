import Diagnostics
import Graph
import Importing
import TestSupport
import Testing

/// Topics that are parts of topics.
struct TopicTests {
  @Test func `a topic is a part of its parent`() throws {
    let graph = check(
      "topic,parent\nrunning,#sport\nfootball,sport\nsport,\n\"hot yoga\",yoga\n",
      as: .topics,
      expect: .report(
        [
          "rows read": 4, "topics": 5, "parents": 3, "rows without a parent": 1,
          "duplicates dropped": 0,
        ],
        sentence: "#running is a part of #sport"
      )
    )
    let names = graph.topicParents.map { "\(graph.topics[$0]) < \(graph.topics[$1])" }
    #expect(names.sorted() == ["football < sport", "hot yoga < yoga", "running < sport"])
    #expect(graph.personCount == 0)
  }

  @Test func `what it adds to takes in the parts`() throws {
    let people = check(
      "person,topic,weight\nann,running,0.9\nbob,sport,0.2\nbob,running,0.1\ncyd,pop,1\n",
      as: .interests,
      expect: .report(["interests": 4])
    )
    let graph = check(
      "running,sport\n",
      as: .topics,
      into: people,
      expect: .report(["topics": 2, "parents": 1])
    )
    let sport = try #require(graph.topics.number(of: "sport"))
    #expect(graph.interest(in: sport, orElse: 0) == [0.9, 0.2, 0])
  }

  @Test func `the usual names are found, with a header and without`() {
    for text in [
      "Name,Part of\nrun,sport\n", "category;parent category\nrun;sport\n", "run\tsport\n",
      "tag,broader,notes\nrun,sport,x\n",
    ] {
      check(
        text,
        as: .topics,
        expect: .report(["parents": 1], sentence: "#run is a part of #sport")
      )
    }
    check(
      "genre,family\nrun,sport\n",
      as: .topics,
      ["topic = genre", "parent = family"],
      expect: .report(["parents": 1])
    )
    check("topic\nrun\n", as: .topics, expect: .error(.missingColumn, ["is the parent"]))
    check(
      "topic,parent\nrun,sport\n",
      as: .topics,
      ["person = topic"],
      expect: .error(.unknownRole, ["person means nothing for topics"])
    )
  }

  @Test(arguments: [
    (
      "topic,parent\nrun,sport\nyoga,body\nsport,life\nlife,run\n",
      [
        "f.csv:5:6", "#life would be a part of itself: #life in #run in #sport in #life",
        "#life is a part of #run, by line 5", "#run is a part of #sport, by line 2",
        "nothing was loaded",
      ]
    ),
    ("run,#run\n", ["f.csv:1:5", "#run would be a part of itself: #run in #run"]),
    ("sport,run\nrun,\"sport\"\n", ["f.csv:2:5", "#run would be a part of itself"]),
    ("run,sport,\"two\nlines\"\nsport,run,x\n", ["f.csv:3:7", "by line 1", "by line 3"]),
  ])
  func `a topic that would be a part of itself`(_ text: String, _ parts: [String]) {
    let before = Graph(literal: "a~yoga")
    let after = check(text, as: .topics, into: before, expect: .error(.topicCycle, parts))
    #expect(after.topics.count == 1 && after.topicForest.isEmpty)
  }

  @Test func `a cycle over an earlier load`() {
    let graph = check("run,sport\nsport,life\n", as: .topics, expect: .report(["parents": 2]))
    check(
      "yoga,sport\nlife,run\n",
      as: .topics,
      into: graph,
      expect: .error(
        .topicCycle,
        ["f.csv:2:6", "#life in #run in #sport in #life", "#sport, by an earlier load"]
      )
    )
    let turned = check(
      "life,run\nsport,\nrun,fun\n",
      as: .topics,
      into: graph,
      expect: .report(["parents": 2, "rows without a parent": 1])
    )
    #expect(turned.topicParents.count == 3, "run is no part of sport now, so that it may be above")
  }

  @Test func `many topics in a cycle are not all named`() {
    let text = (0..<2_000).map { "t\($0),t\(($0 + 1) % 2_000)\n" }.joined()
    check(
      text,
      as: .topics,
      expect: .error(.topicCycle, ["f.csv:2000:7", "in #t6 in ... in #t1999"])
    )
  }

  @Test func `the last parent counts, in one file and in two`() {
    let graph = check(
      "run,sport\nrun,life\nrun,life\nrun,\n",
      as: .topics,
      expect: .report(
        ["topics": 3, "parents": 1, "duplicates dropped": 3, "rows without a parent": 1],
        notes: ["1 row gives a topic another parent than a row before, first line 2"]
      )
    )
    #expect(graph.topicParents.map { graph.topics[$0.value] } == ["life"])
    let again = check(
      "run,life\nyoga,life\n",
      as: .topics,
      into: graph,
      expect: .report(["topics": 3, "parents": 1, "duplicates dropped": 1])
    )
    let moved = check("run,sport\n", as: .topics, into: again, expect: .report(["parents": 1]))
    #expect(moved.topicParents.count == 2)
    #expect(moved.topics.number(of: "run").flatMap { moved.topicForest.parent(of: $0) } == 1)
  }

  @Test func `a name that begins a line with a hash is a comment unless it is in quotes`() {
    check(
      "#run,#sport\n#yoga,#body\n",
      as: .topics,
      expect: .error(.nothingUsable, ["nothing but lines that begin with # or %", "without #"])
    )
    check(
      "\"#run\",#sport\n#yoga,#body\n",
      as: .topics,
      expect: .report(["parents": 1], notes: ["1 line that begins with # or % was left out"])
    )
  }

  @Test func `names as everywhere: no control characters, not too long, not empty`() {
    check(
      "a,b\nrun\u{7},x\n,y\nc,\u{1B}[1m\nd,\(String(repeating: "e", count: 1_025))\nf,g\nh,i\nj,k\n",
      as: .topics,
      ["header = no"],
      expect: .report(["parents": 4, "rows refused": 4, "topics": 8])
    )
  }
}

import Diagnostics
import Graph
import Importing
import Testing
import Values

/// Interests, interactions, posts, actions and people.
struct EventTests {
  @Test func `interests with a weight are stated`() {
    let graph = check(
      "person,topic,interest\nada,yoga,1.0\nada,#pop,0.5\nada,yoga,0.9\n",
      as: .interests,
      expect: .report(
        ["rows read": 3, "interests": 2, "duplicates dropped": 1, "people": 1],
        sentence: "@ada is interested in #yoga (1)"
      )
    )
    #expect(graph.topics.number(of: "pop") == 1)
    #expect(graph.interest(in: 0, orElse: 0) == [0.9])
  }

  @Test func `interests without a weight are counted`() {
    let graph = check(
      "user,tag\na,x\na,x\na,x\nb,x\nb,y\n",
      as: .interests,
      expect: .report(["rows read": 5, "interests": 3, "rows added up": 2, "people": 2])
    )
    #expect(graph.interest(in: 0, orElse: 0) == [1, 0.5])
    check(
      "user,artist,plays\na,x,3\na,x,-1\n",
      as: .interests,
      expect: .report(["rows read": 2, "interests": 1, "rows refused": 1])
    )
  }

  @Test func `interests out of bounds are refused with both ways out`() {
    let text = "user,artist,weight\na,x,3\nb,x,200\n"
    check(
      text,
      as: .interests,
      expect: .error(.weightOutOfScale, ["from 3 to 200", "scale = 200", "count = weight"])
    )
    check(text, as: .interests, ["scale = 200"], expect: .report(["interests": 2]))
    check(
      text,
      as: .interests,
      ["count = weight"],
      expect: .report(["interests": 2], sentence: "@a is interested in #x (touched 3x)")
    )
  }

  @Test func `an interaction may have an id to be answered by, and a sentiment`() {
    let graph = check(
      "id,source,kind,target,post,sentiment\ni1,a,reply,b,p1,-0.3\ni2,b,reply,a,i1,\n,a,like,b,,1\n",
      as: .interactions,
      expect: .report(["rows read": 3, "events": 3])
    )
    let events = Array(graph.interactions.events)
    #expect(events.map(\.sentiment.value) == [-0.3, nil, 1])
    #expect(events[0].id == events[1].post && events[0].id != nobody)
    #expect(events[2].id == nobody)
    check(
      "source,target,kind,sentiment\na,b,like,2\na,b,like,0.5\n",
      as: .interactions,
      expect: .report(["rows read": 2, "events": 1, "rows refused": 1])
    )
  }

  @Test func `a post may say what it is`() {
    let graph = check(
      "post,author,kind\np1,a,Picture\np2,a,\n",
      as: .posts,
      expect: .report(["rows read": 2, "posts": 2])
    )
    #expect(graph.posts.posts.map(\.kind) == [0, nobody])
    #expect(graph.posts.kinds[0] == "picture")
  }

  @Test func `kinds go by our names and are counted`() {
    let graph = check(
      "1 2 1341100972 RT\n2 1 1341100970 MT\n3 3 1341100971 RT\n3 1 1341100975 XX\n",
      as: .interactions,
      ["share = \"RT\"", "mention = \"MT\""],
      expect: .report(
        [
          "rows read": 4, "events": 3, "share": 2, "mention": 1, "xx": 1,
          "self-interactions dropped": 1, "people": 3,
        ],
        sentence: "@1 shared @2 on 2012-07-01 00:02:52"
      )
    )
    #expect(graph.interactions.events.map(\.source) == [1, 0, 2])
    check(
      "a,b\nb,c\n",
      as: .interactions,
      ["kind = \"like\""],
      expect: .report(["events": 2, "like": 2], sentence: "@a liked @b")
    )
    check("a,b\n", as: .interactions, expect: .error(.missingColumn, ["kind = \"share\""]))
  }

  @Test func `posts have topics and parents`() {
    let graph = check(
      "post,author,time,topics,parent\np1,ada,2011-08-01,yoga|#pop,\np2,bea,,pop; yoga;pop,p1\np1,cal,,,\n",
      as: .posts,
      expect: .report(
        ["rows read": 3, "posts": 2, "duplicates dropped": 1, "people": 3],
        sentence: "@ada posted p1 on 2011-08-01 about #yoga, #pop"
      )
    )
    #expect(graph.posts.posts.contains { $0.topics == [1, 0] && $0.parent == 0 })
  }

  @Test func `actions have a value, a brand, a post and a person they came through`() {
    let graph = check(
      "time,person,kind,brand,post,value,via\n2011-08-03,cal,purchase,hal,p1,40,ada\n2011-08-02,eve,click,,,,\n",
      as: .actions,
      expect: .report(
        ["actions": 2, "purchase": 1, "click": 1, "people": 4],
        sentence:
          "@cal did purchase for @hal through post p1 because of @ada worth 40 on 2011-08-03"
      )
    )
    let actions = Array(graph.actions.actions)
    let last = actions.last
    #expect(last?.value == 40)
    #expect(last?.through == graph.people.number(of: "ada"))
    #expect(actions.first?.value.isNaN == true)
  }

  @Test func `columns over people have the kind of their cells`() {
    let graph = check(
      """
      handle,age,customer,joined,zip,city,mixed,id,empty
      ann,31,yes,2011-08-01,01234,Ghent,1,4398046511192000001,
      bob,,no,2012-01,99999,"",2,4398046511192000002,
      cyd,NA,,,,Oslo,three,,

      """,
      as: .people,
      expect: .report(
        ["people": 3, "attributes": 8],
        notes: [
          "mixed mixes kinds, so it is text: line 4 is no number",
          "age (number), customer (yes/no), joined (date), zip (text), city (text)",
        ]
      )
    )
    #expect(
      graph.attributes.map(\.kind) == [
        "number", "yes/no", "date", "text", "text", "text", "text", "text",
      ]
    )
    guard case .numbers(let ages)? = graph.attribute("age")?.cells else {
      Issue.record("no ages")
      return
    }
    #expect(ages[0] == 31 && ages[1].isNaN && ages[2].isNaN)
  }

  @Test func `people are filled in by later files`() {
    let first = check("handle,age\nann,31\n", as: .people, expect: .report(["people": 1]))
    let second = check(
      "handle,age\nbob,40\nann,32\nann,33\n",
      as: .people,
      into: first,
      expect: .report(["people": 2, "new people": 1, "duplicates dropped": 1])
    )
    guard case .numbers(let ages)? = second.attribute("age")?.cells else {
      Issue.record("no ages")
      return
    }
    #expect(ages == [33, 40])
  }
}

/// The eight people, file by file.
@Suite(.enabled(if: SharedFiles.isThere, "the shared data sets are not beside the repository"))
struct EightPeopleTests {
  @Test func `all seven files`() {
    func load(
      _ name: String,
      _ thing: LoadRequest.Thing,
      into graph: Graph,
      _ expected: Expected
    ) -> Graph {
      check(
        path: SharedFiles.path("eight-people/\(name).csv"),
        as: thing,
        into: graph,
        expect: expected
      )
    }
    var graph = load(
      "people",
      .people,
      into: Graph(),
      .report(
        ["people": 8, "attributes": 3],
        sentence: "@ada: name Ada, role yoga teacher, customer no"
      )
    )
    graph = load(
      "follows",
      .follows,
      into: graph,
      .report(
        ["ties": 17, "new people": 0],
        sentence: "@ada follows @cal"
      )
    )
    graph = load(
      "trust",
      .trust,
      into: graph,
      .report(["ties": 17], sentence: "@cal trusts @ada with 0.9")
    )
    graph = load(
      "interests",
      .interests,
      into: graph,
      .report(
        ["interests": 10],
        sentence: "@ada is interested in #yoga (1)"
      )
    )
    graph = load(
      "posts",
      .posts,
      into: graph,
      .report(
        ["posts": 10],
        sentence: "@ada posted p1 on 2011-08-01 about #yoga"
      )
    )
    graph = load(
      "interactions",
      .interactions,
      into: graph,
      .report(
        ["events": 22, "share": 8],
        sentence: "@cal shared @ada's post p1 on 2011-08-01"
      )
    )
    graph = load(
      "actions",
      .actions,
      into: graph,
      .report(
        ["actions": 10, "purchase": 3],
        sentence: "@cal did click for @hal through post p1 on 2011-08-02"
      )
    )
    #expect(graph.personCount == 8)
    #expect(graph.topics.count == 2)
    #expect(graph.attribute("customer")?.kind == "yes/no")
  }

  @Test(arguments: [
    ("people", "load people from \"f\" (handle = handle)"),
    ("follows", "load follows from \"f\" (follower = follower, followed = followed)"),
    ("trust", "load trust from \"f\" (truster = truster, trusted = trusted, weight = trust)"),
    ("interests", "load interests from \"f\" (person = person, topic = topic, weight = interest)"),
    ("posts", "load posts from \"f\" (post = post, author = author, time = time, topic = topic)"),
    (
      "interactions",
      "load interactions from \"f\" (source = source, target = target, kind = kind, time = time, post = post, id = id)"
    ),
    (
      "actions",
      "load actions from \"f\" (person = person, kind = kind, time = time, value = value, brand = brand, post = post)"
    ),
  ])
  func `describe proposes the load line`(_ name: String, _ line: String) throws {
    let path = SharedFiles.path("eight-people/\(name).csv")
    let description = try Importer.describe(path: path, shownPath: "f")
    #expect(description.proposals.first == line)
    #expect(description.hasHeader)
    #expect(description.separator == "comma")
  }
}

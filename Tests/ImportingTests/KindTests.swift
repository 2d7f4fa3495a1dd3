import Diagnostics
import Graph
import Importing
import Testing
import Values

/// Vouches, and events that are all of one kind.
struct KindTests {
  @Test func `vouches have a topic and a time`() {
    let graph = check(
      "voucher,vouched,topic,date\nann,@bob,#yoga,2026-01-31\nann,ann,pop,\nbob,ann,yoga,2025-01-01\n",
      as: .vouches,
      expect: .report(
        [
          "rows read": 3, "vouches": 2, "self-vouches dropped": 1, "people": 2, "new people": 2,
        ],
        sentence: "@ann vouches for @bob on #yoga, 2026-01-31"
      )
    )
    let ann = graph.people.number(of: "ann")
    let bob = graph.people.number(of: "bob")
    #expect(graph.vouches.vouches.map(\.source) == [bob, ann])
    #expect(graph.vouches.vouches.map(\.target) == [ann, bob])
    #expect(Array(graph.vouches.vouches)[0].topic == graph.topics.number(of: "yoga"))
    #expect(graph.period?.lowerBound.description == "2025-01-01")
  }

  @Test func `vouches without a header, and with brackets`() {
    check(
      "ann,bob,hot yoga,1341100972\nbob,ann,pop,1341100972\n",
      as: .vouches,
      expect: .report(
        ["vouches": 2],
        sentence: "@ann vouches for @bob on #\"hot yoga\", 2012-07-01 00:02:52",
        notes: ["source = 1, target = 2, topic = 3, time = 4"]
      )
    )
    check(
      "ann,bob,yoga\n",
      as: .vouches,
      ["voucher = 2", "vouched = 1"],
      expect: .report(["vouches": 1], sentence: "@bob vouches for @ann on #yoga")
    )
    check("ann,bob\n", as: .vouches, expect: .error(.missingColumn, ["is the topic"]))
    check(
      "ann,bob,\nbob,,yoga\n",
      as: .vouches,
      expect: .error(.nothingUsable, ["no topic", "no target"])
    )
  }

  @Test(arguments: [
    ("mentions", "mention", "@ann mentioned @bob"), ("reply", "reply", "@ann replied to @bob"),
    ("Shares", "share", "@ann shared @bob"), ("like", "like", "@ann liked @bob"),
    ("quotes", "quote", "@ann did quote to @bob"),
  ])
  func `interactions of one kind`(_ word: String, _ kind: String, _ sentence: String) throws {
    let thing = try #require(LoadRequest.Thing(word: word))
    let graph = check(
      "from,to,when\nann,bob,2026-01-31\nbob,ann,\n",
      as: thing,
      expect: .report(["events": 2, kind: 2], sentence: nil)
    )
    #expect(graph.interactions.kinds[0] == kind && graph.interactions.events.count == 2)
    check("ann,bob\n", as: thing, expect: .report(["events": 1], sentence: sentence))
  }

  @Test(arguments: ["impressions", "click", "visits", "bounces", "signup", "purchases"])
  func `actions of one kind`(_ word: String) throws {
    let thing = try #require(LoadRequest.Thing(word: word))
    let graph = check(
      "customer,amount,date,brand\nann,40,2026-01-31,hal\nbob,,,\n",
      as: thing,
      expect: .report(["actions": 2, "people": 3])
    )
    #expect(graph.actions.kinds.count == 1)
    #expect(Array(graph.actions.actions).last?.value == 40)
    let plain = check("ann,2026-01-31,40\nbob,2026-01-30,3\n", as: thing, expect: .report([:]))
    #expect(plain.actions.actions.map(\.value) == [3, 40])
    #expect(Array(plain.actions.actions)[0].time?.description == "2026-01-30")
  }

  @Test func `a file whose rows say their own kinds is not taken for one kind`() {
    check(
      "source,target,kind\na,b,RT\nb,a,MT\n",
      as: .interaction("share"),
      expect: .error(
        .wrongColumnKind,
        ["column `kind`", "shares are of one", "load interactions from \"f.csv\""]
      )
    )
    check(
      "a,b,mention\nb,a,reply\n",
      as: .interaction("mention"),
      expect: .error(.wrongColumnKind, ["column `3`"])
    )
    check(
      "person,action\na,click\nb,visit\n",
      as: .action("click"),
      expect: .error(.wrongColumnKind, ["load actions from"])
    )
    check(
      "source,target,kind\na,b,share\nb,a,share\n",
      as: .interaction("share"),
      expect: .report(["share": 2], notes: ["columns left unread: kind"])
    )
    check(
      "a,b\n",
      as: .interaction("share"),
      ["kind = 1"],
      expect: .error(.unknownRole, ["kind means nothing for shares"])
    )
  }

  @Test func `a word is a thing, or none`() {
    for thing in LoadRequest.Thing.named {
      #expect(LoadRequest.Thing(word: thing.word.uppercased()) == thing)
    }
    for word in ["followers", "retweets", "", "relation", "knows"] {
      #expect(LoadRequest.Thing(word: word) == nil, "\(word)")
    }
  }

  @Test func `describe proposes topics where the names say so`() throws {
    let file = TemporaryFile(Array("topic,parent\nrun,sport\nsport,\n".utf8))
    #expect(
      try Importer.describe(path: file.path, shownPath: "f").proposals.first
        == "load topics from \"f\" (topic = topic, parent = parent)"
    )
    let posts = TemporaryFile(
      Array("post,author,topic,parent\np1,ann,run,\np2,bob,run,p1\n".utf8)
    )
    let proposals = try Importer.describe(path: posts.path, shownPath: "f").proposals
    #expect(proposals.first?.hasPrefix("load posts") == true)
    #expect(!proposals.contains { $0.hasPrefix("load topics") })
  }

  @Test func `describe proposes vouches and aliases where the names say so`() throws {
    let vouches = TemporaryFile(Array("voucher,vouched,topic,time\na,b,yoga,2026\n".utf8))
    #expect(
      try Importer.describe(path: vouches.path, shownPath: "f").proposals.first
        == "load vouches from \"f\" (source = voucher, target = vouched, topic = topic, time = time)"
    )
    let aliases = TemporaryFile(Array("handle,alias\na,b\nc,d\n".utf8))
    #expect(
      try Importer.describe(path: aliases.path, shownPath: "f").proposals.first
        == "load aliases from \"f\" (handle = handle, alias = alias)"
    )
  }
}

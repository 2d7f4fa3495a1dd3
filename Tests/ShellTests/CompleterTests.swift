import Shell
import Testing

@Suite struct CompleterTests {
  private static let loaded: Session = Talk(
    ["people", "follows", "trust", "interests"].map { thing in
      Places.load(thing, "eight-people/\(thing).csv")
    } + ["define fans as #pop", "define fit as followers * 2"]
  ).conversation.session

  @Test(arguments: [
    ("top 10 people ", ["by", "and", "or", "but not", "interested in"]),
    ("audience ov", ["audience overlap"]), ("AUDIENCE OV", ["audience overlap"]),
    ("people interested in #yo", ["#yoga"]), ("people interested in ", ["#pop", "#yoga", "topic"]),
    ("people interested in topic ", ["pop", "yoga"]),
    ("audience overlap with ", ["#yoga", "fans"]),
    ("followers of @e", ["@eve"]), ("followers of @", ["@ada", "@hal"]),
    ("top 3 cus", ["customers"]),
    ("top 3 fa", ["fans"]), ("show ro", ["role"]), ("show fi", ["fit"]),
    (
      "top 3 by fol",
      [
        "followers",
        "following", "follower ratio",
      ]
    ), ("pagerank over ", ["follows", "trust"]),
    ("set missing tr", ["missing trust"]), ("set ", ["me", "format", "rows", "missing trust"]),
    ("help audience ov", ["audience overlap"]),
    ("help un", ["unknown-name", "unwanted-qualifier"]),
    ("descr", ["describe"]), ("describe ", ["graph", "settings"]), ("load fol", ["follows"]),
    ("followers for customers whe", ["where"]),
    ("people where followers ", ["between", "is missing"]),
    ("audience overlap with #yoga weighted by ", ["interest", "trust received"]),
    ("log(fol", ["followers"]), ("followers; cou", ["count"]), ("lo", ["load", "log"]),
    ("", ["top"]),
  ])
  func `what is offered`(_ text: String, _ wanted: [String]) {
    let choices = choices(text).map(\.text)
    for choice in wanted { #expect(choices.contains(choice), "\(choice) in \(choices)") }
  }

  @Test func `a topic above others says how many it takes in`() {
    let folder = ScratchFolder([("topics.csv", "topic,parent\nyoga,wellness\npop,wellness\n")])
    let load = "load topics from \"\(folder.path)/topics.csv\""
    let session = Talk([Places.load("interests", "eight-people/interests.csv"), load])
      .conversation.session
    let text = "people interested in #well"
    let found = Completer(session).choices(in: text, at: text.utf8.count).choices
    #expect(found.map(\.meaning) == ["takes in 2 topics"])
  }

  @Test(arguments: [
    ("people interested in #yo", "#yoga", "topic", "5 people"),
    ("top 3 cus", "customers", "set", "2 people"),
    ("followers of @ea", "@bea", "person", "5 followers"), ("followers of @xq", "", "", ""),
    (
      "top 3 people by flwrs", "followers", "measure", "people · how many people follow this person"
    ),
    ("people interested in #oga", "", "", ""),
    ("followers of @be", "@bea", "person", "5 followers"),
    ("show rol", "role", "column", "text"), ("pagerank over tru", "trust", "relation", "17 ties"),
    (
      "top 3 by page", "pagerank", "measure",
      "number · chance that an endless random walk along follows "
        + "is at this person"
    ),
  ])
  func `what a choice is`(_ text: String, _ choice: String, _ kind: String, _ meaning: String) {
    let found = choices(text).filter { $0.kind != .word }
    #expect(found.map(\.text) == (choice.isEmpty ? [] : [choice]))
    #expect(found.first?.kind.rawValue ?? "" == kind)
    #expect(found.first?.meaning ?? "" == meaning)
  }

  @Test(arguments: [
    "", "to", "top 3 ", "top 3 people by ", "audience overlap with ", "people where ", "show ",
    "people interested in ", "define x as ", "define x as pagerank we", "help ", "help a",
    "followers ",
    "followers for @ada ", "audience overlap with #yoga weighted by ", "load ", "people and ",
  ])
  func `nothing is offered twice, and always in one order`(_ text: String) {
    let first = choices(text).map(\.text)
    #expect(Set(first).count == first.count, "\(first)")
    #expect(first.allSatisfy { !$0.isEmpty })
    for _ in 0..<3 { #expect(choices(text).map(\.text) == first) }
  }

  /// Every choice put in must leave a text that is whole, or could go on.
  @Test(arguments: [
    "", "top 3 ", "top 3 people by ", "audience overlap with ", "people where ", "show ",
    "followers ",
    "people interested in ", "followers of ", "followers for ", "pagerank over ", "set ", "help ",
    "count ", "define x as ", "forget ", "people but ", "followers sort by ", "log(",
  ])
  func `what is offered can stand there`(_ text: String) {
    for choice in choices(text) {
      let line = text + choice.text
      let talk = Talk()
      talk.conversation.session = Self.loaded
      guard Self.loaded.isSubmittable(line) else { continue }
      let outcome = talk.submit(line)
      #expect(outcome != .failed(exitCode: 2), "\(line): \(talk.messages)")
    }
  }

  @Test func `words follow only a name that there is`() {
    #expect(choices("audience ov").map(\.text) == ["audience overlap"])
    #expect(choices("followers ov").map(\.text) == ["over"])
  }

  @Test func `a weight is offered before a measure, and people come last`() {
    let weights = choices("audience overlap with #yoga weighted by tr").map(\.text)
    #expect(weights.first == "trust")
    let kinds = choices("").map(\.kind)
    let order = Completer.Kind.allCases
    #expect(kinds == kinds.sorted { order.firstIndex(of: $0) ?? 0 < order.firstIndex(of: $1) ?? 0 })
    #expect(kinds.contains(.measure) && kinds.last == .person)
  }

  @Test func `what was said more often comes before the rest of its kind`() {
    let talk = Talk()
    talk.conversation.session = Self.loaded
    _ = talk.submit("top 3 by reach; reach for @eve; following")
    let completer = Completer(talk.conversation.session)
    let measures = completer.choices(in: "top 3 by ", at: 9).choices.filter { $0.kind == .measure }
    #expect(measures.prefix(2).map(\.text) == ["reach", "following"])
    #expect(
      completer.choices(in: "followers of ", at: 13).choices.last { $0.kind == .person } != nil
    )
    let people = completer.choices(in: "followers of @", at: 14).choices
    #expect(people.first?.text == "@eve")
  }

  @Test func `handles that need quotes, and the files of a folder`() {
    let folder = ScratchFolder([
      (name: "names.csv", text: "follower,followed\nAnn Lee,Bob\nAnna,Bob\n"),
      (name: "notes.txt", text: ""), (name: ".hidden", text: ""),
    ])
    let talk = Talk(["load follows from \"\(folder.path)/names.csv\""])
    let completer = Completer(talk.conversation.session, folder: folder.path)
    func offered(_ text: String) -> [String] {
      completer.choices(in: text, at: text.utf8.count).choices.map(\.text)
    }
    #expect(offered("followers of @an") == ["@\"Ann Lee\"", "@Anna"])
    #expect(offered("followers of @\"Ann L") == ["@\"Ann Lee\""])
    #expect(offered("describe \"n") == ["\"names.csv\"", "\"notes.txt\""])
    #expect(offered("load follows from \"") == ["\"names.csv\"", "\"notes.txt\""])
    #expect(offered("load follows from \".h") == ["\".hidden\""])
    #expect(offered("describe \"\(folder.path)/nam") == ["\"\(folder.path)/names.csv\""])
    #expect(completer.choices(in: "followers of @an", at: 16).from == 13)
    #expect(offered("followers of @b") == ["@Bob"])
    #expect(offered("people interested in @").isEmpty)
    var safe = talk.conversation.session
    safe.isSafe = true
    let text = "describe \"n"
    #expect(Completer(safe, folder: folder.path).choices(in: text, at: 11).choices.isEmpty)
  }

  @Test(arguments: [
    ("| keep ", ["rank", "person", "followers"], ["pagerank", "fans"]),
    ("| where fol", ["followers"], ["follower ratio"]),
    ("show name, role for fans | sort by ", ["person", "name", "role"], ["rank", "followers"]),
    (
      "top 3 topics by followers | where ", ["rank", "topic", "followers"], ["person", "pagerank"]
    ),
    ("top 2 by audience overlap with #yoga | where ", ["low", "audience"], ["reach"]),
    ("count people | where ", ["count", "share"], ["person"]),
    ("average followers per role | where ", ["role", "average followers"], ["followers"]),
    ("customers | keep ", ["person", "name"], ["rank"]),
  ])
  func `behind a bar the columns of the table are offered`(
    _ text: String,
    _ wanted: [String],
    _ others: [String]
  ) {
    let talk = Talk()
    talk.conversation.session = Self.loaded
    _ = talk.submit("top 3 people by followers")
    let completer = Completer(talk.conversation.session)
    let offered = completer.choices(in: text, at: text.utf8.count).choices.map(\.text)
    for name in wanted { #expect(offered.contains(name), "\(name) in \(offered)") }
    for name in others { #expect(!offered.contains(name), "\(name) in \(offered)") }
  }

  @Test(arguments: [
    ("set format ", ["csv", "json", "table", "default"]), ("set format c", ["csv"]),
    ("set colors ", ["dark", "light", "mixed", "off", "default"]), ("set pager ", ["no", "yes"]),
    ("count people; set keys v", ["vi"]), ("SET Memory Limit ", ["1 GB", "default"]),
  ])
  func `behind a setting stands what it can be`(_ text: String, _ wanted: [String]) {
    let offered = choices(text).map(\.text)
    for value in wanted { #expect(offered.contains(value), "\(value) in \(offered)") }
    #expect(!offered.contains { $0.hasPrefix("@") })
  }

  @Test func `among many people what is typed is found in an instant`() {
    let lines = (0..<50_000).map { "user\($0),user\(($0 * 7 + 1) % 50_000)" }
    let text = "follower,followed\n" + lines.joined(separator: "\n") + "\n"
    let folder = ScratchFolder([("many.csv", text)])
    let completer = Completer(
      Talk(["load follows from \"\(folder.path)/many.csv\""]).conversation.session
    )
    let clock = ContinuousClock()
    for typed in ["followers of @user1", "followers of @r49", "followers of @9999", "people "] {
      var found = 0
      let took = clock.measure {
        found = completer.choices(in: typed, at: typed.utf8.count).choices.count
      }
      #expect(found > 0, "\(typed)")
      // A twentieth of a million people, without optimization, on a busy machine.
      #expect(took < .milliseconds(500), "\(typed): \(took)")
    }
  }

  @Test func `with nothing loaded the words of the language are offered`() {
    let completer = Completer(Session())
    let offered = completer.choices(in: "top 3 by ", at: 9).choices.map(\.text)
    #expect(offered.contains("pagerank"))
    #expect(completer.choices(in: "followers of @", at: 14).choices.isEmpty)
  }

  private func choices(_ text: String) -> [Completer.Choice] {
    Completer(Self.loaded).choices(in: text, at: text.utf8.count).choices
  }
}

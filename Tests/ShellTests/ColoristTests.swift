import Shell
import Testing

@Suite struct ColoristTests {
  private static let session: Session = Talk(
    ["people", "follows", "trust", "interests"].map { thing in
      Places.load(thing, "eight-people/\(thing).csv")
    } + ["define fans as #pop", "param $topic: topic = yoga"]
  ).conversation.session

  /// The parts that have a role, as they are typed.
  private func parts(
    _ role: ColorScheme.Role,
    of text: String,
    at cursor: Int? = nil,
    in session: Session = ColoristTests.session
  ) -> [String] {
    let look = Colorist(session).look(of: text, at: cursor ?? text.utf8.count)
    return look.parts.filter { $0.role == role }.map {
      String(decoding: Array(text.utf8)[$0.range], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("top 3 people by reach where followers of @ada > 2 ", ["reach", "followers", "@ada"], []),
    ("people interested in #yoga and #nothing ", ["#yoga"], ["#nothing"]),
    ("followers of @ADA, @nobody ", ["@ADA"], ["@nobody"]),
    ("top 3 fans by flowers ", ["fans"], ["flowers"]), ("show role, roll ", ["role"], ["roll"]),
    ("pagerank over trust ", ["pagerank", "trust"], []),
    ("pagerank over trusts ", ["pagerank"], ["trusts"]),
    ("audience overlap with $topic ", ["audience overlap", "$topic"], []),
    ("audience overlap with $other ", ["audience overlap"], ["$other"]),
    ("define new as reach ", ["reach"], []), ("customers | where anything > 2 ", ["customers"], []),
    ("followers of @me ", [], ["@me"]), ("topics | keep ", [], []),
  ])
  func `names that mean something are told from others`(
    _ text: String,
    _ known: [String],
    _ unknown: [String]
  ) {
    let found = parts(.known, of: text)
    for name in known { #expect(found.contains(name), "\(name) in \(found)") }
    #expect(parts(.unknown, of: text) == unknown)
  }

  @Test func `what is being typed is not called unknown while something begins so`() {
    #expect(parts(.unknown, of: "followers of @ad") == [])
    #expect(parts(.unknown, of: "followers of @ad ") == ["@ad"])
    #expect(parts(.unknown, of: "followers of @ax") == ["@ax"])
    #expect(parts(.unknown, of: "top 3 people by foll") == [])
    #expect(parts(.unknown, of: "top 3 people by foll", at: 3) == ["foll"])
    #expect(parts(.unknown, of: "people interested in #y") == [])
    #expect(parts(.unknown, of: "top 3 people bye") == [])
  }

  @Test func `words, numbers, texts and comments`() {
    let text = "load follows from \"a.csv\" -- top 10"
    #expect(parts(.word, of: text) == ["load", "follows", "from"])
    #expect(parts(.text, of: text) == ["\"a.csv\""])
    #expect(parts(.comment, of: text) == ["-- top 10"])
    #expect(parts(.number, of: "top 10 people where reach > 2.5") == ["10", "2.5"])
  }

  @Test func `a hint tells what the end lacks, where a word is over`() {
    func hint(_ text: String) -> String {
      Colorist(Self.session).look(of: text, at: text.utf8.count).hint
    }
    #expect(hint("top 10 people by\n").hasPrefix("-- a measure"))
    #expect(hint("top 10 people by ").hasPrefix("-- a measure"))
    #expect(hint("top 10 people by") == "")
    #expect(hint("top 10 people by reach ") == "")
    #expect(hint("") == "")
    #expect(Colorist(Self.session).look(of: "top 10 people by ", at: 3).hint == "")
  }

  @Test func `no text has a look that does not fit it`() {
    for text in ["top 10 people by reach", "@\"ä", "é; #ü \n-- x", "| where", "\"", "$x ("] {
      for length in 0...text.count {
        let typed = String(text.prefix(length))
        for part in Colorist(Self.session).look(of: typed, at: typed.utf8.count).parts {
          #expect(part.range.upperBound <= typed.utf8.count && !part.range.isEmpty)
        }
      }
    }
  }

  @Test func `the environment says which colours`() {
    #expect(ColorScheme(environment: [:]) == .mixed)
    #expect(ColorScheme(environment: ["NO_COLOR": "1", "COLORFGBG": "15;0"]) == .off)
    #expect(ColorScheme(environment: ["NO_COLOR": ""]) == .mixed)
    #expect(ColorScheme(environment: ["COLORFGBG": "15;0"]) == .dark)
    #expect(ColorScheme(environment: ["COLORFGBG": "0;default;15"]) == .light)
    #expect(ColorScheme(environment: ["COLORFGBG": "0;default"]) == .mixed)
  }

  @Test(arguments: ColorScheme.allCases)
  func `known and unknown differ without any colour they share`(_ scheme: ColorScheme) {
    let styles = ColorScheme.Role.allCases.map { scheme.style(of: $0) }
    guard scheme != .off else {
      #expect(styles.filter { !$0.isEmpty } == [scheme.style(of: .hint)])
      return
    }
    #expect(styles.allSatisfy { !$0.isEmpty })
    #expect(scheme.style(of: .known) != scheme.style(of: .unknown))
    // Who cannot tell the colours apart sees the line below.
    #expect(scheme.style(of: .unknown).hasPrefix("4;"))
  }

  @Test func `colours and keys are settings`() {
    let talk = Talk()
    talk.submit("set colors dark; set keys vi")
    #expect(talk.conversation.session.settings.colors == .dark)
    #expect(talk.conversation.session.settings.keys == .vi)
    #expect(talk.submit("set colors pink") == .failed(exitCode: 1))
    talk.submit("set colors default; set keys default")
    #expect(talk.conversation.session.settings.colors == nil)
    #expect(talk.conversation.session.settings.keys == nil)
  }
}

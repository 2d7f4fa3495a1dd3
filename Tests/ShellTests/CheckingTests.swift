import Diagnostics
import Query
import Shell
import Testing

/// Checking a script: what kind each statement is, and what is wrong with it, without running any.
@Suite struct CheckingTests {
  private static let loaded = [
    Places.load("people", "eight-people/people.csv"),
    Places.load("follows", "eight-people/follows.csv"),
  ]

  @Test(arguments: [
    ("count people\ntop 3 by reach", "1 count, 2 top"),
    ("-- what\n\ncount people where\n  reach > 1\n-- so\nquit", "3 count, 6 quit"),
    ("count people; quit\nfix", "1 count, 1 quit, 2 fix"),
    ("top 3 by\nhelp\nfollowers by country", "1 unfinished, 2 help, 3 unexpected-word"),
    ("nonsense\ndefine a as a\nset rows 1", "1 list, 2 definition, 3 setting"),
    ("", ""),
  ])
  func `without a session only the grammar is asked`(_ script: String, _ kinds: String) {
    #expect(summary(of: script, in: Talk(), binding: false) == kinds)
  }

  @Test(arguments: [
    ("top 3 by reach\ntop 3 by reech", "1 top, 2 unknown-name"),
    ("followers for @ada\nfollowers for @nobody\nquit", "1 rank, 2 unknown-name, 3 quit"),
    (
      "fans\ndefine fans as customers\nfans\nforget fans\nfans",
      "1 unknown-name, 2 definition, 3 list, 4 forget, 5 unknown-name"
    ),
    ("define fame as followers + 1\nfame\ncustomers", "1 definition, 2 rank, 3 list"),
    ("define fame as fame\nfame", "1 name-taken, 2 unknown-name"),
    ("set rows 1\nset me @nobody\nset me @ada", "1 out-of-range, 2 unknown-name, 3 setting"),
    (
      "forget nothing\nload people from \"no.csv\"\nrun \"no.kith\"",
      "1 unknown-name, 2 load, 3 run"
    ),
    (
      "param $who: person = @ada\nfollowers for $who\nparam $n: number\ntop $n by reech\n"
        + "followers for $them\nparam $x: date = yoga\nfollowers > $them",
      "1 param, 2 rank, 3 param, 4 top, 5 unknown-parameter, 6 wrong-kind, 7 unexpected-word"
    ),
    (
      "top 3 by reech | limit 2\nplan reech\nexpect count fans > 1\nplan top 3 by reach",
      "1 unknown-name, 2 unknown-name, 3 unknown-name, 4 plan"
    ),
    ("describe \"no.csv\"\nhelp nothing\nfix", "1 describe, 2 help, 3 fix"),
  ])
  func `in a session names are looked up too`(_ script: String, _ kinds: String) {
    #expect(summary(of: script, in: Talk(Self.loaded), binding: true) == kinds)
  }

  @Test func `a misspelt word does not hide an unknown name`() {
    let script = SourceText("top 3 by reech limt 5")
    let found = Talk(Self.loaded).conversation.check(script, binding: true)
    #expect(found.flatMap(\.diagnostics).map(\.code) == [.unknownName, .unexpectedWord])
  }

  @Test func `the session stays, and nothing is said`() {
    let talk = Talk(Self.loaded)
    talk.submit("define fame as followers")
    talk.submit("count people")
    let (results, messages) = (talk.results, talk.messages)
    let script = SourceText("define fans as customers\nforget fame\nset rows 9\nfollowers\nquit")
    #expect(talk.conversation.check(script, binding: true).allSatisfy { $0.kind != nil })
    #expect(talk.conversation.session.definitions.names == ["fame"])
    #expect(talk.conversation.session.settings.rows == nil)
    #expect((talk.results, talk.messages) == (results, messages))
  }

  @Test func `a line says its kind, or what is wrong on one line`() {
    let script = SourceText("quit\nforget \"a\u{1B}b\"")
    let lines = Talk(Self.loaded).conversation.check(script, binding: true).map(\.text)
    let message = "no definition is called `a\\u{1B}b`"
    #expect(lines == ["1\tquit", "2\terror\tunknown-name\t\(message)"])
  }

  /// The line of each statement with its kind, or the code of what is wrong with it first.
  private func summary(of script: String, in talk: Talk, binding: Bool) -> String {
    talk.conversation.check(SourceText(script), binding: binding)
      .map { "\($0.line) " + ($0.kind ?? $0.diagnostics.first?.code.rawValue ?? "nothing") }
      .joined(separator: ", ")
  }
}

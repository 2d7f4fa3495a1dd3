import Diagnostics
import Syntax
import Testing

@Suite struct LexerTests {
  @Test(arguments: [
    ("1_000 10% .5 12.50%", "number 1000.0 · number 0.1 % · number 0.5 · number 0.125 %"),
    ("007 0.25", "number 7.0 · number 0.25"),
    ("2026-01-31 2026-01 2026", "date 2026-01-31 · date 2026-01 · number 2026.0"),
    ("-0.5 followers -3", "- · number 0.5 · followers · - · number 3.0"),
    ("@ann @a.b @a-b:c", "handle ann · handle a.b · handle a-b:c"),
    ("@\"Ann Lee\" @\"say \\\"hi\\\"\"", "handle Ann Lee · handle say \"hi\""),
    ("@ann- @", "handle ann · - · handle "),
    ("#yoga #hot-yoga #été", "hashtag yoga · hashtag hot-yoga · hashtag été"),
    ("Äpfel followed-back_share x2 _y", "Äpfel · followed-back_share · x2 · _y"),
    ("a<=b >= c != d = e<f>g", "a · <= · b · >= · c · != · d · = · e · < · f · > · g"),
    ("(a, b) + c*d/e | f", "( · a · , · b · ) · + · c · * · d · / · e · | · f"),
    ("\"a \\\\ b\" \"x\\y\" \"\"", "text a \\ b · text x\\y · text "),
  ])
  func `each piece is one token`(_ text: String, _ tokens: String) {
    check(text, expect: .tokens(tokens))
  }

  @Test(arguments: [
    ("topic “yoga”", "topic · text yoga"),
    ("topic „yoga“", "topic · text yoga"),
    ("topic «yoga»", "topic · text yoga"),
    ("limit\u{A0}20\u{202F}a\u{2007}b", "limit · number 20.0 · a · b"),
    ("a − b – c", "a · - · b · - · c"),
    ("follower–ratio", "follower-ratio"),
  ])
  func `what word processors put in reads as plain`(_ text: String, _ tokens: String) {
    check(text, expect: .tokens(tokens))
  }

  @Test(arguments: ["yoga–teacher", "no\u{A0}break", "minus −1", "say \\“hi\\”"])
  func `a text in quotes stays as it was typed`(_ words: String) {
    let text = words.filter { $0 != "\\" }
    check("\"\(words)\" @\"\(words)\"", expect: .tokens("text \(text) · handle \(text)"))
  }

  @Test(arguments: [
    ("a -- the rest\nb", "a ;; b"),
    ("-- only a comment", ""),
    ("a--b", "a · - · - · b"),
    ("a; b;;c", "a ;; b ;; c"),
    ("a\n  b\n\tc\nd", "a · b · c ;; d"),
    ("a\n\n  b", "a · b"),
    ("a\n-- why\n  b\n-- end\nc", "a · b ;; c"),
    ("a\r\n  b\r\nc\r\n", "a · b ;; c"),
    ("\n\n a\n", "a"),
    ("", ""),
  ])
  func `lines and marks divide statements`(_ text: String, _ statements: String) {
    check(text, expect: .tokens(statements))
  }

  @Test(arguments: [
    ("describe \"follows.csv", "a quote is not closed on its line"),
    ("followers for @\"Ann Lee", "a quote is not closed on its line"),
    ("limit 10k", "fix: 10000"),
    ("limit 3x", "`3x` is not a number"),
    ("followers > " + String(repeating: "9", count: 400), "is not a number"),
    ("followers > €50", "amounts are plain numbers"),
    ("followers & reach", "`&` has no meaning here"),
    ("followers \u{7}", "U+7 has no meaning here"),
    ("followers \u{1B}[31m", "U+1B has no meaning here"),
    ("followers 😀", "has no meaning here"),
    ("followers\u{0}", "U+0 has no meaning here"),
  ])
  func `what cannot be read is refused`(_ text: String, _ part: String) {
    check(text, expect: .refused(.unreadableText, [part]))
    checkHolds(text)
  }

  @Test func `every fault is told at once`() {
    let found = exampleParser.parse(SourceText("followers > 10k and reach > 5€"))
    #expect(found.flatMap(\.diagnostics).map(\.code) == [.unreadableText, .unreadableText])
  }

  @Test(
    .timeLimit(.minutes(2)),
    arguments: [
      String(repeating: "followers ", count: 1_000),
      String(repeating: "limt ", count: 2_000) + ")",
      "followers" + String(repeating: " + followers", count: 1_000),
      "followers" + String(repeating: " + followers", count: 150) + " )",
      "followers for @a" + String(repeating: ", @a", count: 3_000),
      "customers" + String(repeating: " and customers", count: 1_000),
      "customers" + String(repeating: " and customers or customers", count: 400),
      "people where a = 1" + String(repeating: " and a = 1", count: 1_000),
      String(repeating: "(", count: 10_000),
      "followers > " + String(repeating: "(", count: 5_000) + "1"
        + String(repeating: ")", count: 5_000),
      "people where " + String(repeating: "not ", count: 5_000) + "bot",
      "people where " + String(repeating: "(", count: 200) + "bot"
        + String(repeating: ")", count: 200),
      "log" + String(repeating: "(log", count: 3_000),
      String(repeating: "-", count: 10_000) + " 1",
      String(repeating: "9", count: 10_000),
      "\"" + String(repeating: "x", count: 10_000),
      String(repeating: "@", count: 10_000),
      String(repeating: "é\u{301}", count: 5_000),
      String(repeating: "followers;", count: 1_000),
    ]
  )
  func `long and deep input is taken or refused`(_ text: String) {
    checkHolds(text)
    _ = exampleParser.isSubmittable(text)
    _ = Completion.slots(in: text, at: text.utf8.count, lexicon: exampleLexicon)
  }

  @Test func `every word of letters, digits and underlines is a handle without quotes`() {
    let characters = (UInt8(0x21)...0x7E).map { String(UnicodeScalar($0)) }
    for first in characters {
      for second in [""] + characters {
        let handle = first + second
        let isPlain = Quoted.reads("@" + handle, as: .handle, handle)
        #expect(Quoted.person(handle) == (isPlain ? "@" + handle : "@" + Quoted.text(handle)))
      }
    }
  }
}

import Rendering
import Testing

/// The columns that texts take.
struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("ann", 3), ("São Paulo", 9), ("e\u{301}lan", 4), ("日本語", 6), ("ｆｕｌｌ", 8), ("ｱ", 1),
    ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("\u{1112}\u{1161}", 2), ("\u{1161}", 0),
    ("\u{A960}", 2), ("、。", 4), ("…", 1), ("×", 1), ("─┼▼⋮", 4), ("ß", 1), ("עברית", 5),
    ("\u{5D0}\u{5B8}", 1),
    ("नि", 2), ("ก็", 1), ("\u{301}", 0), ("a\u{301}\u{302}\u{303}", 1), ("\u{200D}", 0),
    ("\u{20000}", 2), ("\u{1B000}", 2), ("🈂", 2), ("\u{303F}", 1),
  ])
  func `letters, marks and syllables`(_ text: String, _ columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test(arguments: [
    ("👍", 2), ("👍🏽", 2), ("👩‍👩‍👧", 2), ("👩🏽‍🚀", 2), ("🇳🇱", 2), ("🇳", 1), ("🇳🇱🇧🇪", 4), ("🏴󠁧󠁢󠁳󠁣󠁴󠁿", 2),
    ("1️⃣", 2), ("1", 1), ("❤️", 2), ("❤", 1), ("⌚", 2), ("☎", 1), ("☎️", 2), ("🧘‍♀️", 2), ("🥹", 2),
    ("a👍b", 4),
  ])
  func `emoji, however many code points they are made of`(_ text: String, _ columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test(arguments: [
    ("ann", 3, "ann"), ("anna", 3, "an…"), ("日本語", 6, "日本語"), ("日本語", 5, "日本…"),
    ("日本語", 4, "日…"), ("👩‍👩‍👧👩‍👩‍👧", 3, "👩‍👩‍👧…"), ("e\u{301}lan", 3, "e\u{301}l…"), ("ab", 1, "…"),
    ("ab", 0, ""),
    ("ab", -1, ""), ("", 0, ""),
  ])
  func `a cut text ends in an ellipsis and parts no character`(
    _ text: String,
    _ columns: Int,
    _ cut: String
  ) {
    #expect(DisplayWidth.cut(text, to: columns) == cut)
  }

  @Test func `an ellipsis wider than the room is cut itself`() {
    #expect(DisplayWidth.cut("anna", to: 2, ellipsis: "...") == "..")
  }
}

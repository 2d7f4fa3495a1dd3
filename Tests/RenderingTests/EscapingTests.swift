import Rendering
import Testing

/// What a stranger's names look like, and how a handle is typed.
struct EscapingTests {
  @Test(arguments: [
    ("ann", "ann"), ("São Paulo 日本 👩‍👩‍👧 ❤️ e\u{301}", "São Paulo 日本 👩‍👩‍👧 ❤️ e\u{301}"), ("", ""),
    ("a\nb\tc\rd", "a\\nb\\tc\\rd"), ("a\r\nb", "a\\r\\nb"),
    ("\u{0}\u{1B}[2J", "\\u{00}\\u{1B}[2J"),
    ("\u{7F}\u{80}\u{9B}", "\\u{7F}\\u{80}\\u{9B}"),
    ("\u{202A}\u{202E}\u{2066}\u{2069}", "\\u{202A}\\u{202E}\\u{2066}\\u{2069}"),
    ("\u{200E}\u{200F}\u{61C}", "\\u{200E}\\u{200F}\\u{61C}"),
    ("\u{200B}\u{FEFF}\u{2060}\u{AD}", "\\u{200B}\\u{FEFF}\\u{2060}\\u{AD}"),
    ("\u{2028}\u{2029}", "\\u{2028}\\u{2029}"), ("a\\nb", "a\\nb"),
    ("می\u{200C}خواهم", "می\u{200C}خواهم"),
    ("🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"), ("a\u{E0061}", "a\\u{E0061}"),
  ])
  func `what cannot be seen is written out, what can is kept`(_ text: String, _ visible: String) {
    #expect(Array(Escaping.visible(text).unicodeScalars) == Array(visible.unicodeScalars))
  }

  @Test func `no character that is written out stays`() {
    for value in UInt32(0)...0x3000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let visible = Escaping.visible("a\(scalar)b")
      #expect(Escaping.visible(visible) == visible)
      #expect(visible == "a\(scalar)b" || visible.utf8.allSatisfy { (0x20..<0x7F).contains($0) })
    }
  }

  @Test(arguments: [
    ("ann", "@ann"), ("ann_b.c-d:e", "@ann_b.c-d:e"), ("José", "@José"), ("田中", "@田中"), ("7", "@7"),
    ("Ann Lee", "@\"Ann Lee\""), ("", "@\"\""), ("a.", "@\"a.\""), ("-a", "@\"-a\""),
    ("a--b", "@\"a--b\""), ("say \"hi\"", "@\"say \\\"hi\\\"\""), ("C:\\new", "@\"C:\\\\new\""),
    ("\u{202E}x", "@\"\\u{202E}x\""), ("👍", "@\"👍\""), ("a\u{200B}", "@\"a\\u{200B}\""),
    ("a@b", "@\"a@b\""),
  ])
  func `a handle that is not one word is quoted`(_ handle: String, _ typed: String) {
    #expect(Handle.typed(handle) == typed)
  }
}

import TestSupport
import Testing

/// The model of a terminal does what terminals do.
@Suite struct ScreenTests {
  private func screen(_ text: String, columns: Int = 10, rows: Int = 4) -> Screen {
    var screen = Screen(columns: columns, rows: rows)
    screen.take(text)
    return screen
  }

  @Test func `text wraps, and the screen scrolls`() {
    #expect(screen("0123456789ab").text == "0123456789\nab")
    #expect(screen("a\r\nb\r\nc\r\nd\r\ne").text == "b\nc\nd\ne")
    // A full row does not wrap before the next character comes.
    #expect(screen("0123456789").cursor == Screen.Position(0, 9))
    #expect(screen("0123456789\r\nx").text == "0123456789\nx")
  }

  @Test func `wide letters take two places, and accents none`() {
    #expect(screen("日e\u{301}x").text == "日e\u{301}x")
    #expect(screen("日e\u{301}x").cursor == Screen.Position(0, 4))
    #expect(screen("123456789日").text == "123456789\n日")
  }

  @Test func `the cursor moves and clears`() {
    #expect(screen("abc\u{1B}[2DX").text == "aXc")
    #expect(screen("abc\r\n\u{1B}[AX").text == "Xbc")
    #expect(screen("abc\u{1B}[2D\u{1B}[K").text == "a")
    #expect(screen("abc\r\ndef\u{1B}[A\u{1B}[J").text == "abc")
    #expect(screen("abc\r\u{1B}[@x\u{1B}[P").text == "xbc")
    #expect(screen("abc\u{1B}[H\u{1B}[2J").text == "")
  }

  @Test func `styles, marks and bells`() {
    let shown = screen("a\u{1B}[0;1;34mb\u{1B}[0mc\u{7}\u{1B}[?2004h\u{1B}(B")
    #expect(shown.style(of: "b") == "1;34")
    #expect(shown.style(of: "c") == "")
    #expect(shown.style(of: "z") == nil)
    #expect(shown.bells == 1)
    #expect(shown.marksPastes)
  }
}

import CEditline
import Testing

extension TerminalTests {
  @Suite struct CodePointTests {
    private func read(_ bytes: [UInt8]) -> String {
      let pipe = Pipe(holding: bytes)
      var source = ceditline_bytes()
      source.descriptor = pipe.reading
      var text = String.UnicodeScalarView()
      var number: Int32 = 0
      while case let value = unsafe ceditline_next_scalar(&source, &number), value >= 0 {
        text.append(Unicode.Scalar(UInt32(value)) ?? "?")
      }
      return String(text)
    }

    @Test func `code points of one to four bytes arrive whole`() {
      #expect(read(Array("aé日👩‍👧\n".utf8)) == "aé日👩‍👧\n")
    }

    @Test(
      arguments: [
        [0xFF], [0xC3], [0xE6, 0x97], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80],
        [0xF0, 0x80, 0x80, 0x80], [0xE6, 0x97, 0xC3], [0xF4, 0x90, 0x80],
      ] as [[UInt8]]
    )
    func `bytes that are no UTF-8 are repaired as Swift does`(bytes: [UInt8]) {
      let within = [0x61] + bytes + [0x62]
      #expect(read(within) == String(decoding: within, as: UTF8.self))
      #expect(read(bytes) == String(decoding: bytes, as: UTF8.self))
    }

    @Test func `a code point cut in two is waited for`() {
      let pipe = Pipe()
      pipe.send([0xE6])
      let sender = Background { [writing = pipe.writing] in
        Pipe.sendLate([0x97, 0xA5], to: writing)
      }
      var source = ceditline_bytes()
      source.descriptor = pipe.reading
      var number: Int32 = 0
      #expect(unsafe ceditline_next_scalar(&source, &number) == 0x65E5)
      sender.finish()
    }
  }
}

import Glibc
import LineEditing
import Testing

extension TerminalTests {
  @Suite struct PlainReaderTests {
    private static let closesBrackets: @Sendable (String) -> Bool = { text in
      text.count { $0 == "(" } <= text.count { $0 == ")" }
    }

    private func read(_ bytes: [UInt8], limit: Int = PlainReader.limit) -> [LineRead] {
      let pipe = Pipe(holding: bytes)
      var reader = PlainReader(
        input: pipe.reading,
        limit: limit,
        isComplete: Self.closesBrackets
      )
      var reads: [LineRead] = []
      repeat { reads.append(reader.readStatement(prompt: "> ")) } while reads.last != .end
      return reads
    }

    private func read(_ text: String, limit: Int = PlainReader.limit) -> [LineRead] {
      read(Array(text.utf8), limit: limit)
    }

    @Test func `lines are joined until the statement is finished`() {
      let reads = read("top (\n  10\n)\npagerank\n")
      #expect(reads == [.statement("top (\n  10\n)"), .statement("pagerank"), .end])
    }

    @Test func `an empty line ends an unfinished statement`() {
      #expect(read("top (\n\nx\n") == [.statement("top ("), .statement("x"), .end])
    }

    @Test func `the end of the input ends it too`() {
      #expect(read("top (\n10") == [.statement("top (\n10"), .end])
    }

    @Test func `carriage returns and a byte order mark are dropped`() {
      #expect(read("\u{FEFF}a\r\nb\r\n") == [.statement("a"), .statement("b"), .end])
    }

    @Test func `bytes that are no UTF-8 are repaired`() {
      #expect(read([0x61, 0xFF, 0x0A]) == [.statement("a\u{FFFD}"), .end])
    }

    @Test func `a line over the limit is reported and the next one read`() {
      let reads = read("0123456789a\n0123456789\n(23456\n89ab\n", limit: 10)
      #expect(
        reads == [.overlong(limit: 10), .statement("0123456789"), .overlong(limit: 10), .end]
      )
    }

    @Test func `Ctrl-C ends a wait, and the next statement is whole`() {
      InterruptFlag.install()
      let pipe = Pipe()
      pipe.send(Array("top (\n".utf8))
      let person = Background { [writing = pipe.writing] in
        usleep(50_000)
        kill(getpid(), SIGINT)
        Pipe.sendLate(Array("people\n".utf8), to: writing)
      }
      var reader = PlainReader(input: pipe.reading, isComplete: Self.closesBrackets)
      #expect(reader.readStatement(prompt: "") == .interrupted(hadText: true))
      #expect(!InterruptFlag.isRequested)
      #expect(reader.readStatement(prompt: "") == .statement("people"))
      person.finish()
    }

    @Test func `Ctrl-C during work raises the flag, until it is cleared`() {
      InterruptFlag.install()
      InterruptFlag.clear()
      kill(getpid(), SIGINT)
      // Another thread may take it, and take its time.
      for _ in 0..<1000 where !InterruptFlag.isRequested { usleep(1000) }
      #expect(InterruptFlag.isRequested)
      InterruptFlag.clear()
      #expect(!InterruptFlag.isRequested)
      #expect(read("a\n") == [.statement("a"), .end])
    }
  }
}

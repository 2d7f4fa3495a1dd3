import Diagnostics
import Graph
import Importing
import Testing
import Values

/// Files that gzip packed.
struct PackedTests {
  private let text = "a,b,t\nann,bob,0.5\nbob,ann,1\ncy,ann,0.25\n"

  /// Bytes as gzip may pack them: in one block that stores them as they are.
  private func packed(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    var crc = UInt32.max
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    func little(_ number: UInt32, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: number >> UInt32(8 * $0)) }
    }
    let length = UInt32(bytes.count)
    let head: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1]
    let block = head + little(length, 2) + little(~length, 2) + bytes
    return block + little(~crc, 4) + little(length, 4)
  }

  @Test func `a packed file loads as what was packed`() {
    let plain = check(text, as: .follows, ["trust = t"], expect: .report(["ties": 3]))
    let graph = check(
      bytes: packed(text),
      as: .follows,
      ["trust = t"],
      expect: .report(["ties": 3, "people": 3], sentence: "@ann follows @bob, and trusts with 0.5")
    )
    #expect(graph.relations["follows"]?.forward == plain.relations["follows"]?.forward)
    #expect(graph.people.handles.bytes == plain.people.handles.bytes)
  }

  @Test func `packed files joined together are one, and zeros behind them nothing`() {
    let bytes = packed("a,b,t\nann,bob,0.5\nbob") + packed(",ann,1\n") + [0, 0, 0]
    check(bytes: bytes, as: .follows, ["trust = t"], expect: .report(["ties": 2]))
  }

  @Test func `a packed file that is cut anywhere is told`() {
    let bytes = packed(text)
    for end in 2..<bytes.count {
      check(
        bytes: Array(bytes[..<end]),
        as: .follows,
        expect: .error(.unreadableFile, ["\"f.csv\" ends in the middle", "at byte \(end)"])
      )
    }
  }

  @Test func `a damaged packed file is told`() {
    var bytes = packed(text)
    bytes[30] ^= 1
    check(bytes: bytes, as: .follows, expect: .error(.unreadableFile, ["is damaged", "byte"]))
    let noise = packed(text) + Array("more".utf8)
    check(bytes: noise, as: .follows, expect: .error(.unreadableFile, ["is damaged", "byte"]))
  }

  @Test func `a packed file is described`() throws {
    let file = TemporaryFile(packed(text))
    let description = try Importer.describe(path: file.path, shownPath: "f.csv.gz")
    #expect(description.columns.map(\.name) == ["a", "b", "t"])
    #expect(description.rows == 3)
  }
}

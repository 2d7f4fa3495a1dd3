import Archiving
import Testing

/// The checksum is XXH64 as others compute it.
@Suite struct ChecksumTests {
  @Test(
    arguments: [
      ("", 0xEF46_DB37_51D8_E999), ("a", 0xD24E_C4F1_A98C_6E5B), ("abc", 0x44BC_2CF5_AD77_0999),
      ("Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
    ] as [(String, UInt64)]
  )
  func `a text has its published checksum`(_ text: String, _ expected: UInt64) {
    #expect(checksum(Array(text.utf8)) == expected)
  }

  @Test func `every length and every byte counts`() {
    let bytes = (0..<100).map { UInt8($0) }
    let lengths = (0...100).map { checksum(Array(bytes.prefix($0))) }
    #expect(Set(lengths).count == lengths.count)
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 1
      #expect(checksum(changed) != checksum(bytes))
    }
  }
}

/// The checksum of some bytes.
func checksum(_ bytes: [UInt8]) -> UInt64 { unsafe Checksum.of(bytes.span.bytes) }

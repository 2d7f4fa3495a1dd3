import Rendering
import Testing

@Suite struct ByteSizeTests {
  @Test(arguments: [
    (0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1_000, "1 KB"), (1_550_000, "1.6 MB"),
    (2_000_000_000, "2 GB"), (999_999, "1000 KB"),
  ])
  func `sizes are told in the largest unit that fits`(_ bytes: Int, _ text: String) {
    #expect(ByteSize.text(bytes) == text)
  }
}

import Foundation
import Shell
import Testing

/// What the pages repeat is what the program says.
@Suite(.serialized) struct BlockTests {
  private static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"

  @Test(arguments: Block.allCases) func `is fresh`(_ block: Block) throws {
    var page = WovenPage(try Checkout.text(block.page))
    let body = try block.body().trimmed
    if Self.isUpdating, page[block.rawValue] != body {
      let isThere = page.weave(block.rawValue, body)
      try #require(isThere, "\(block.page) has no block woven:\(block.rawValue)")
      try page.text.write(to: Checkout.url(block.page), atomically: true, encoding: .utf8)
    }
    let isFresh = page[block.rawValue] == body
    #expect(
      isFresh,
      """
      the block \(block.rawValue) of \(block.page) is out of date; refresh it with
      UPDATE_GOLDEN=1 swift test --filter TidyTests
      """
    )
  }

  @Test(arguments: ["README.md", "grammar/README.md"])
  func `a page's blocks are those that are woven`(_ page: String) throws {
    let expected = Block.allCases.filter { $0.page == page }.map(\.rawValue)
    #expect(WovenPage(try Checkout.text(page)).names.sorted() == expected.sorted())
  }

  @Test func `every question of the readme is answered`() throws {
    let village = try VillageTalk()
    let blocks = try Checkout.text("README.md").matches(of: /```kith\n(?<lines>[^`]*)```/)
    #expect(blocks.count > 5)
    for line in blocks.flatMap({ $0.lines.split(separator: "\n") }) {
      let outcome = village.conversation.submit(String(line))
      let output = village.takeOutput()
      #expect(outcome == .done, "\(line)\n\(output)")
    }
  }

  @Test func `weaving replaces a block and nothing else`() {
    var page = WovenPage("a\n<!-- woven:x -->\nold\n<!-- end -->\nb <!-- end -->\n")
    #expect(page.names == ["x"])
    #expect(page["x"] == "old")
    #expect(page["y"] == nil)
    let isThere = page.weave("x", "new\n")
    #expect(isThere)
    #expect(page.text == "a\n<!-- woven:x -->\n\nnew\n\n<!-- end -->\nb <!-- end -->\n")
  }
}

import Archiving
import Diagnostics
import Graph
import TestSupport
import Testing

/// Files whose checksums fit and whose contents do not.
@Suite struct ForgeryTests {
  /// A lie: these bytes at that place of a block, and a part of what is said about it.
  struct Lie: Sendable, CustomTestStringConvertible {
    let block: String
    let offset: Int
    let bytes: [UInt8]
    let said: String

    init(_ block: String, at offset: Int, _ bytes: [UInt8], _ said: String) {
      self.block = block
      self.offset = offset
      self.bytes = bytes
      self.said = said
    }

    var testDescription: String { "\(block) at \(offset): \(said)" }
  }

  private static let nan = littleBytes(Double.nan.bitPattern)
  private static let infinity = littleBytes(Double.infinity.bitPattern)

  // The people are ann, bob, "Çelik 田中", dee and "".
  static let lies = [
    Lie("people.bytes", at: 0, [0xFF], "no UTF-8"),
    Lie("people.bytes", at: 0, Array("bob".utf8), "a name twice"),
    Lie("people.starts", at: 0, [1], "does not run from 0"),
    Lie("people.starts", at: 4, [9], "does not ascend"),
    Lie("people.starts", at: 20, [1], "does not run from 0"),
    Lie("people.starts", at: 8, [7], "cuts a character"),
    Lie("attribute.0.numbers", at: 0, infinity, "holds inf"),
    Lie("attribute.1.texts.bytes", at: 1, [0x20], "no UTF-8"),
    Lie("attribute.1.texts.known", at: 0, [3], "no yes and no no"),
    Lie("attribute.1.texts.known", at: 1, [2], "a text that is missing"),
    Lie("attribute.1.texts.known", at: 0, [0], "a text that is missing"),
    Lie("attribute.1.texts.starts", at: 8, littleBytes(UInt64.max), "does not ascend"),
    Lie("attribute.2.flags", at: 4, [7], "no yes and no no"),
    Lie("relation.names.bytes", at: 0, Array("z".utf8), "do not ascend"),
    Lie("relation.0.forward.neighbours", at: 0, [5], "number 5 of 5"),
    Lie("relation.0.forward.starts", at: 4, [3, 0, 0, 0, 1], "does not ascend"),
    Lie("relation.0.backward.neighbours", at: 8, [3], "differs between its two directions"),
    Lie("relation.0.backward.neighbours", at: 4, [3], "does not ascend"),
    Lie("relation.2.forward.codes", at: 0, [200], "not in its palette"),
    Lie("relation.2.forward.codes", at: 0, [1], "differs between its two directions"),
    Lie("relation.2.forward.palette", at: 0, nan, "holds nan"),
    Lie("topics.parents", at: 4, [2, 0, 0, 0], "number 2 of 2"),
    Lie("topics.parents", at: 0, [1, 0, 0, 0], "topic 0 is part of itself"),
    Lie("topics.parents", at: 4, [1, 0, 0, 0], "topic 1 is part of itself"),
    Lie("interests.stated.forward.palette", at: 0, littleBytes((1.5).bitPattern), "holds 1.5"),
    Lie("interests.all.forward.neighbours", at: 0, [9], "number 9 of 5"),
    Lie("interactions.source", at: 0, [5], "number 5 of 5"),
    Lie("interactions.kind", at: 4, [1], "number 1 of 1"),
    Lie("interactions.time", at: 0, littleBytes(Int64.max), "order of time"),
    Lie("interactions.post", at: 0, [2, 0, 0, 0], "number 2 of 2"),
    Lie("posts.author", at: 0, littleBytes(nobody), "of 5"),
    Lie("posts.topics", at: 4, [2], "number 2 of 2"),
    Lie("posts.topics.starts", at: 8, littleBytes(UInt64.max), "does not ascend"),
    Lie("posts.parent", at: 0, [2, 0, 0, 0], "number 2 of 2"),
    Lie("actions.brand", at: 0, [5, 0, 0, 0], "number 5 of 5"),
    Lie("actions.value", at: 8, infinity, "holds inf"),
  ]

  @Test(arguments: lies) func `a lie in a block is refused where it stands`(_ lie: Lie) throws {
    var forged = ForgedSnapshot(try bytes(of: .varied))
    let range = try #require(forged.range(of: lie.block), "\(forged.names)")
    forged.put(lie.bytes, at: lie.offset, of: lie.block)
    let refusal = try SnapshotBench().refusal(forged.bytes)
    let message = try #require(refusal, "it was opened").message
    #expect(refusal?.code == .damagedFile)
    #expect(message.contains(lie.said), "\(message)")
    let found = message.split(separator: "byte ").last?.prefix { $0.isNumber }
    let place = try #require(found.flatMap { Int($0) }, "\(message)")
    let all = forged.names.compactMap { forged.range(of: $0) }
    #expect(all.contains { $0.contains(place) || $0.upperBound == place }, "\(range): \(message)")
  }

  @Test(
    arguments: [
      (56, littleBytes(UInt64.max), "cannot be one"),
      (56, littleBytes(UInt64(1) << 40), "does not lie in its place"),
      (64, littleBytes(UInt64(1) << 62), "does not lie in its place"),
      (64, littleBytes(UInt64.max), "cannot be one"), (64, littleBytes(UInt64(0)), "place"),
      (48, [9, 0, 0, 0], "cannot be one"), (48, [2, 0, 0, 0], "lacks the block"),
      (1, [0], "cannot be one"), (0, [0], "cannot be one"),
      (0, Array("tail".utf8), "has no meaning here"),
    ] as [(Int, [UInt8], String)]
  )
  func `a table that lies is refused`(_ offset: Int, _ new: [UInt8], _ said: String) throws {
    var forged = ForgedSnapshot(try bytes(of: .varied))
    forged.put(new, atRowByte: offset, of: "people.bytes")
    let refusal = try SnapshotBench().refusal(forged.bytes)
    #expect(refusal?.message.contains(said) == true, "\(refusal?.message ?? "opened")")
  }

  @Test func `two blocks of one name, and too many blocks, are refused`() throws {
    var forged = ForgedSnapshot(try bytes(of: .varied))
    let name = Array("people.starts".utf8)
    forged.put(name, atRowByte: 0, of: "people.bytes")
    #expect(try SnapshotBench().refusal(forged.bytes)?.message.contains("two blocks") == true)
    forged = ForgedSnapshot(try bytes(of: .varied))
    forged.put(littleBytes(UInt32.max), atHeaderByte: 12)
    #expect(try SnapshotBench().refusal(forged.bytes)?.message.contains("too short for") == true)
  }

  @Test func `a header that lies about the size is refused`() throws {
    for size in [UInt64.max, UInt64(1) << 50, 0] {
      var forged = ForgedSnapshot(try bytes(of: .varied))
      forged.put(littleBytes(size), atHeaderByte: 16)
      #expect(try SnapshotBench().refusal(forged.bytes)?.code == .damagedFile)
    }
  }

  /// Random changes to blocks whose checksums fit: refused, or a graph that holds together.
  @Test func `no change makes a graph that does not hold together`() throws {
    var random = SeededRandom(seed: 7)
    let whole = try bytes(of: .varied)
    let bench = try SnapshotBench()
    for _ in 0..<1_000 {
      var forged = ForgedSnapshot(whole)
      guard let block = forged.names.randomElement(using: &random),
        let range = forged.range(of: block), !range.isEmpty
      else { continue }
      let offset = Int.random(in: 0..<range.count, using: &random)
      forged.put([UInt8.random(in: 0...255, using: &random)], at: offset, of: block)
      guard let graph = try? bench.read(forged.bytes) else { continue }
      #expect(try bytes(of: graph) == forged.bytes, "\(block) at \(offset)")
    }
  }
}

import Graph
import TestSupport
import Testing

/// Names numbered by several threads, beside a table that takes them one by one.
struct NameNumberingTests {
  private static let names: [String] = (0..<30_000).map { index in
    switch index % 4 {
    case 0: "u\(index)"
    case 1: "eight\(100 + index % 900)"
    case 2: "a longer name \(index)"
    default: "é\(index)" + String(repeating: "x", count: index % 40)
    }
  }

  /// Unsafe: hands over names as the scanner does, which reads whole words.
  private func take(_ name: String, at place: Int, by clerk: inout NameClerk) -> UInt32 {
    let bytes = Array(name.utf8)
    let padded = bytes + Array(repeating: 0, count: 8)
    var number: UInt32 = 0
    unsafe padded.withUnsafeBufferPointer { padded in
      guard let start = padded.baseAddress else { return }
      var key: UInt64 = 0
      if bytes.count <= 8 {
        for (index, byte) in bytes.enumerated() { key |= UInt64(byte) << UInt64(8 * index) }
      }
      let placed = unsafe PlacedName(
        key: key,
        place: UInt64(place),
        start: start,
        length: bytes.count
      )
      unsafe withUnsafePointer(to: placed) { placed in
        unsafe clerk.number(UnsafeBufferPointer(start: placed, count: 1), into: &number)
      }
    }
    return number
  }

  @Test(arguments: [1, 2, 4])
  func `names are numbered by where they first stand`(threads: Int) {
    let names = Self.names
    let numbering = NameNumbering(expecting: 1 << 16)
    // The last pieces first, so that places fall.
    WorkSharing(threads: threads).run(60) { next in
      var clerk = NameClerk(numbering)
      while let piece = next() {
        let start = (59 - piece) * 500
        for place in start..<(start + 500) {
          let first = take(names[place], at: place, by: &clerk)
          let again = take(names[place % 7_000], at: place, by: &clerk)
          #expect(first != 0)
          #expect(again != 0)
        }
      }
    }
    var expected = NameTable()
    for place in names.indices {
      _ = expected.intern(names[place])
      _ = expected.intern(names[place % 7_000])
    }
    var ranked = NameTable()
    var numbers: Set<Int> = []
    unsafe numbering.grown().forEachRanked { name, number in
      _ = unsafe ranked.intern(name)
      numbers.insert(number)
    }
    #expect(numbering.count == expected.count)
    #expect(ranked.bytes == expected.bytes)
    #expect(ranked.starts == expected.starts)
    #expect(numbers.count == expected.count)
    #expect(numbers.allSatisfy { 0 < $0 && $0 < numbering.numbersGiven })
  }
}

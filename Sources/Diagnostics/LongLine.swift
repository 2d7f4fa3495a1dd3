/// A very long line, with the bytes at which some of its characters begin, at even steps.
struct LongLine: Sendable, Hashable {
  /// How many characters lie between two marks.
  private static let step = 256

  /// Its bytes in the text.
  let bytes: Range<Int>
  /// How many characters it has.
  private let count: Int
  /// The bytes at which each 256th character begins, from the first on; empty where all of them are
  /// ASCII, one byte each.
  private let marks: [Int]

  /// The line in a range of a text's bytes, without a carriage return at its end if more follows.
  ///
  /// Complexity: O(bytes).
  init(of text: String, _ range: Range<Int>) {
    let utf8 = text.utf8
    var line = utf8[utf8.index(utf8.startIndex, offsetBy: range.lowerBound)...]
      .prefix(range.count)
    if range.upperBound < utf8.count, line.last == UInt8(ascii: "\r") { line.removeLast() }
    bytes = range.lowerBound..<(range.lowerBound + line.count)
    guard line.contains(where: { $0 >= 0x80 }) else {
      count = line.count
      marks = []
      return
    }
    var marks: [Int] = []
    var (offset, index) = (range.lowerBound, 0)
    for character in String(decoding: line, as: UTF8.self) {
      if index.isMultiple(of: LongLine.step) { marks.append(offset) }
      (offset, index) = (offset + character.utf8.count, index + 1)
    }
    self.marks = marks
    count = index
  }

  /// The characters that a range of bytes touches, by their numbers in the line and by their bytes;
  /// for an empty range, the point before the character the byte is in.
  ///
  /// Complexity: O(log bytes).
  func characters(
    in range: Range<Int>,
    of source: SourceText
  ) -> (columns: Range<Int>, bytes: Range<Int>) {
    let first = character(at: max(range.lowerBound, bytes.lowerBound), of: source)
    guard !range.isEmpty else {
      return (first.index..<first.index, first.bytes.lowerBound..<first.bytes.lowerBound)
    }
    let last = character(at: max(range.upperBound - 1, bytes.lowerBound), of: source)
    let end = last.bytes.isEmpty ? last.index : last.index + 1
    return (first.index..<end, first.bytes.lowerBound..<last.bytes.upperBound)
  }

  /// The character a byte is in; behind the last one, the line's end.
  private func character(
    at byte: Int,
    of source: SourceText
  ) -> (index: Int, bytes: Range<Int>) {
    guard byte < bytes.upperBound else { return (count, bytes.upperBound..<bytes.upperBound) }
    guard !marks.isEmpty else { return (byte - bytes.lowerBound, byte..<(byte + 1)) }
    var (low, high) = (0, marks.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if marks[middle] <= byte { low = middle } else { high = middle - 1 }
    }
    let end = low + 1 < marks.count ? marks[low + 1] : bytes.upperBound
    var (start, index) = (marks[low], low * LongLine.step)
    for character in source.slice(start..<end) {
      let next = start + character.utf8.count
      if byte < next { return (index, start..<next) }
      (start, index) = (next, index + 1)
    }
    return (index, start..<start)
  }
}

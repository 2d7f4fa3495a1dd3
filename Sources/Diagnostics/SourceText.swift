/// A named piece of text a person wrote: a line at the prompt, or a script.
///
/// Offsets are UTF-8 bytes from the start. Lines and columns are counted from 1; a column counts
/// characters (grapheme clusters), as an editor does.
package struct SourceText: Sendable, Hashable {
  /// What the text is called in messages: a file's path as it was given, or "input".
  package let name: String
  /// The text, unaltered.
  package let text: String
  private let lineStarts: [Int]
  /// The long lines, by their indices.
  private let longLines: [Int: LongLine]

  /// The longest line, in bytes, that is quoted as a whole; of a longer one half as much is quoted
  /// on either side of the place.
  private static let longestQuoted = 1_000

  /// Indexes `text` by line.
  ///
  /// Complexity: O(bytes).
  package init(_ text: String, name: String = "input") {
    self.name = name
    self.text = text
    var starts = [0]
    for (offset, byte) in text.utf8.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    lineStarts = starts
    var longLines: [Int: LongLine] = [:]
    for (line, start) in starts.enumerated() {
      let end = line + 1 < starts.count ? starts[line + 1] - 1 : text.utf8.count
      if end - start > SourceText.longestQuoted {
        longLines[line] = LongLine(of: text, start..<end)
      }
    }
    self.longLines = longLines
  }

  /// The place of a range of bytes, with the line it starts on quoted.
  ///
  /// A range that cuts a character is widened to it; one over several lines marks the first to its
  /// end. A line ends before its line feed, and before a carriage return in front of that. Of a very
  /// long line the part around the place is quoted, between `…`. Complexity: O(log bytes).
  package func place(of range: Range<Int>) -> Place {
    let size = text.utf8.count
    let lower = min(max(range.lowerBound, 0), size)
    let upper = min(max(range.upperBound, lower), size)
    let line = lineIndex(of: lower)
    if let long = longLines[line] { return place(of: lower..<upper, on: long, number: line + 1) }
    let start = lineStarts[line]
    let next = line + 1 < lineStarts.count ? lineStarts[line + 1] - 1 : size
    var excerpt = slice(start..<next)
    if next < size, excerpt.utf8.last == UInt8(ascii: "\r") { excerpt.unicodeScalars.removeLast() }
    let marked = characters(of: excerpt, from: lower - start, to: upper - start)
    return Place(
      file: name,
      line: line + 1,
      column: marked.lowerBound + 1,
      excerpt: excerpt,
      marked: marked
    )
  }

  private func place(of range: Range<Int>, on line: LongLine, number: Int) -> Place {
    let half = SourceText.longestQuoted / 2
    let around = (range.lowerBound - half)..<(range.lowerBound + half)
    let bytes = line.characters(in: around, of: self).bytes
    let lead = bytes.lowerBound > line.bytes.lowerBound ? "…" : ""
    let tail = bytes.upperBound < line.bytes.upperBound ? "…" : ""
    let columns = line.characters(in: range, of: self).columns
    let excerpt = lead + slice(bytes) + tail
    let shift = lead.utf8.count - bytes.lowerBound
    return Place(
      file: name,
      line: number,
      column: columns.lowerBound + 1,
      endColumn: columns.upperBound + 1,
      excerpt: excerpt,
      marked: characters(
        of: excerpt,
        from: range.lowerBound + shift,
        to: min(range.upperBound, max(range.lowerBound, bytes.upperBound)) + shift
      )
    )
  }

  /// The line a byte is on, counted from 1.
  ///
  /// Complexity: O(log lines).
  package func line(of byte: Int) -> Int { lineIndex(of: byte) + 1 }

  /// The last line that begins at a byte or before it.
  private func lineIndex(of byte: Int) -> Int {
    var (first, last) = (0, lineStarts.count - 1)
    while first < last {
      let middle = (first + last + 1) / 2
      if lineStarts[middle] <= byte { first = middle } else { last = middle - 1 }
    }
    return first
  }

  /// The text of a range of bytes, widened to whole code points where the range cuts one.
  package func slice(_ range: Range<Int>) -> String {
    let utf8 = text.utf8
    var lower = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    var upper = utf8.index(utf8.startIndex, offsetBy: range.upperBound)
    while lower > utf8.startIndex, lower < utf8.endIndex, UTF8.isContinuation(utf8[lower]) {
      lower = utf8.index(before: lower)
    }
    while upper < utf8.endIndex, upper > lower, UTF8.isContinuation(utf8[upper]) {
      upper = utf8.index(after: upper)
    }
    return String(decoding: utf8[lower..<upper], as: UTF8.self)
  }

  /// The characters of a line that a range of its bytes touches; for an empty range, the point
  /// before the character the byte is in.
  private func characters(of line: String, from lower: Int, to upper: Int) -> Range<Int> {
    var (offset, index) = (0, 0)
    var (first, last): (Int?, Int) = (nil, 0)
    for character in line {
      let end = offset + character.utf8.count
      if first == nil, lower < end { first = index }
      if offset < upper { last = index + 1 }
      (offset, index) = (end, index + 1)
    }
    let start = first ?? index
    return start..<(upper > lower ? max(start, last) : start)
  }
}

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

  /// Indexes `text` by line. Complexity: O(bytes).
  package init(_ text: String, name: String = "input") {
    self.name = name
    self.text = text
    var starts = [0]
    for (offset, byte) in text.utf8.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    lineStarts = starts
  }

  /// The place of a range of bytes, with the line it starts on quoted.
  package func place(of range: Range<Int>) -> Place {
    let size = text.utf8.count
    let lower = min(max(range.lowerBound, 0), size)
    let upper = min(max(range.upperBound, lower), size)
    let line = (lineStarts.lastIndex { $0 <= lower }) ?? 0
    let start = lineStarts[line]
    let end = line + 1 < lineStarts.count ? lineStarts[line + 1] - 1 : size
    let excerpt = slice(start..<end)
    let before = slice(start..<min(lower, end)).count
    let marked = slice(min(lower, end)..<min(upper, end)).count
    return Place(
      file: name,
      line: line + 1,
      column: before + 1,
      excerpt: excerpt,
      marked: before..<(before + marked)
    )
  }

  /// The text of a range of bytes, widened to whole characters where the range cuts one.
  package func slice(_ range: Range<Int>) -> String {
    let utf8 = text.utf8
    let lower = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let upper = utf8.index(utf8.startIndex, offsetBy: range.upperBound)
    return String(decoding: utf8[lower..<upper], as: UTF8.self)
  }
}

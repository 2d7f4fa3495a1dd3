/// How many columns of a terminal a text takes.
///
/// Counted by character as it is seen (grapheme cluster), after Unicode's East Asian Width and its
/// emoji properties: the same on every system, which `wcwidth` is not.
package enum DisplayWidth {
  /// The columns of a text without control characters, which count nothing.
  ///
  /// Complexity: O(bytes).
  package static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  /// The columns of one character: a letter with its marks, a syllable, an emoji of any length.
  package static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    guard scalars.count > 1 else { return of(first) }
    let showsAsEmoji = first.properties.isEmoji && scalars.contains("\u{FE0F}")
    if showsAsEmoji || first.properties.isEmojiPresentation { return 2 }
    return scalars.reduce(0) { $0 + of($1) }
  }

  /// The text, or as much of its beginning as fits with an ellipsis behind it.
  package static func cut(_ text: String, to columns: Int, ellipsis: String = "…") -> String {
    guard of(text) > columns else { return text }
    let room = columns - of(ellipsis)
    guard room >= 0 else { return String(ellipsis.prefix(max(0, columns))) }
    return prefix(of: text, columns: room) + ellipsis
  }

  /// The longest beginning of a text that fits.
  ///
  /// Complexity: O(columns).
  static func prefix(of text: String, columns: Int) -> Substring {
    var used = 0
    var end = text.startIndex
    while end < text.endIndex {
      used += of(text[end])
      if used > columns { break }
      end = text.index(after: end)
    }
    return text[..<end]
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) ? 0 : 1 }
    if isWide(value) { return 2 }
    // The vowels and final consonants of a Hangul syllable stand inside the first consonant's room.
    if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return 0 }
    // One letter of a flag is drawn as a letter.
    if (0x1F1E6...0x1F1FF).contains(value) { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }

  /// Whether a code point is wide or full-width by its block; emoji are told by their property.
  private static func isWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    var (low, high) = (0, wide.count)
    while low < high {
      let middle = (low + high) / 2
      if wide[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < wide.count && wide[low].contains(value)
  }

  /// The wide blocks in order, unassigned code points of the ideographic planes included.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F,  // first consonants of Hangul
    0x2329...0x232A,  // angle brackets
    0x2E80...0x303E,  // radicals, CJK punctuation
    0x3041...0x33FF,  // kana, bopomofo, enclosed and squared CJK
    0x3400...0x4DBF,  // ideographs
    0x4E00...0xA4CF,  // ideographs, Yi
    0xA960...0xA97F,  // first consonants of old Hangul
    0xAC00...0xD7A3,  // Hangul syllables
    0xF900...0xFAFF,  // compatibility ideographs
    0xFE10...0xFE19,  // vertical forms
    0xFE30...0xFE6F,  // compatibility and small forms
    0xFF01...0xFF60,  // full-width forms
    0xFFE0...0xFFE6,  // full-width signs
    0x16FE0...0x18DFF,  // Tangut, Khitan
    0x1AFF0...0x1B2FF,  // kana extensions, Nushu
    0x1F200...0x1F265,  // enclosed ideographs
    0x20000...0x2FFFD,  // ideographs
    0x30000...0x3FFFD,  // ideographs
  ]
}

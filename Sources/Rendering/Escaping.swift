/// Makes visible what a terminal would obey or hide: names come from files, and files from
/// strangers.
package enum Escaping {
  /// The text with control characters, direction marks and invisible characters written out, as
  /// `\n`, `\t`, `\r` or `\u{202E}`; all that can be seen stays as it is.
  ///
  /// Joiners and variation selectors stay, as emoji and several scripts are made with them.
  package static func visible(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return text }
    var written = String.UnicodeScalarView()
    var isInFlag = false
    for scalar in text.unicodeScalars {
      // The flags of Scotland, Wales and England are spelled with tags, which hide anywhere else.
      let isTag = (0xE0000...0xE007F).contains(scalar.value)
      isInFlag = scalar.value == 0x1F3F4 || (isInFlag && isTag)
      if isHostile(scalar) || (isTag && !isInFlag) {
        written.append(contentsOf: spelled(scalar))
      } else {
        written.append(scalar)
      }
    }
    return String(written)
  }

  /// The text with all that `visible` writes out but line feeds and tabs: lines of a format for
  /// machines on their way to a terminal.
  package static func tamed(_ text: String) -> String {
    guard text.utf8.contains(where: { ($0 < 0x20 && $0 != 10 && $0 != 9) || $0 >= 0x7F }) else {
      return text
    }
    var tamed = ""
    for character in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let cells = character.split(separator: "\t", omittingEmptySubsequences: false)
      tamed += cells.map { visible(String($0)) }.joined(separator: "\t") + "\n"
    }
    return String(tamed.dropLast())
  }

  /// The text on one line and without tabs, reversibly: backslashes are doubled, control characters
  /// written out, everything else stays.
  static func line(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      byte >= 0x20 && byte != UInt8(ascii: "\\") && byte != 0x7F && byte != 0xC2
    }
    guard !isPlain else { return text }
    var written = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\\" {
        written.append(contentsOf: "\\\\".unicodeScalars)
      } else if scalar.properties.generalCategory == .control {
        written.append(contentsOf: spelled(scalar))
      } else {
        written.append(scalar)
      }
    }
    return String(written)
  }

  /// Whether a terminal would act on it, turn the text around, or show nothing at all.
  static func isHostile(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: true  // controls
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true  // directions
    case 0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B, 0x3164, 0xFFA0: true
    case 0x2028, 0x2029: true  // separators of lines and paragraphs
    case 0x2060...0x2064, 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
    default: false
    }
  }

  private static func spelled(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    switch scalar {
    case "\n": "\\n".unicodeScalars
    case "\t": "\\t".unicodeScalars
    case "\r": "\\r".unicodeScalars
    default: "\\u{\(hexadecimal(scalar.value))}".unicodeScalars
    }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 2 - digits.count)) + digits
  }
}

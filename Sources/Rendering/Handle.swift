/// A person's handle as it is typed.
package enum Handle {
  /// The handle with its `@`, and with quotes where it is not one word: `@ann`, `@"Ann Lee"`.
  ///
  /// What a terminal would obey is written out.
  package static func typed(_ handle: String) -> String {
    guard !isWord(handle) else { return "@\(handle)" }
    var quoted = "@\""
    for character in Escaping.visible(handle) {
      if character == "\"" { quoted.append("\\") }
      quoted.append(character)
    }
    return quoted + "\""
  }

  /// Whether it is made of letters, digits and `_ . : -`, and begins and ends with one of the first
  /// three kinds.
  private static func isWord(_ handle: String) -> Bool {
    let scalars = handle.unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return false }
    guard isWordPart(first), isWordPart(last) || last.properties.isMark else { return false }
    return scalars.allSatisfy { scalar in
      isWordPart(scalar) || scalar.properties.isMark
        || scalar == "." || scalar == ":" || scalar == "-"
    }
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_": true
    default:
      scalar.value >= 0x80 && Escaping.visible(String(scalar)) == String(scalar)
        && (scalar.properties.isAlphabetic || scalar.properties.generalCategory == .decimalNumber)
    }
  }
}

extension Unicode.Scalar.Properties {
  /// Whether it modifies the letter before it.
  fileprivate var isMark: Bool {
    switch generalCategory {
    case .nonspacingMark, .spacingMark: true
    default: false
    }
  }
}

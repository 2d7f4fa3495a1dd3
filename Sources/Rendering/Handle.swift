/// A person's handle as it is typed.
package enum Handle {
  /// The handle with its `@`, and with quotes where it is not one word: `@ann`, `@"Ann Lee"`.
  ///
  /// Quotes and backslashes inside quotes get a backslash; what a terminal would obey is written
  /// out.
  package static func typed(_ handle: String) -> String {
    guard !isWord(handle) else { return "@\(handle)" }
    var quoted = String.UnicodeScalarView()
    for scalar in handle.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted.append("\\") }
      quoted.append(scalar)
    }
    return "@\"\(Escaping.visible(String(quoted)))\""
  }

  /// Whether it reads as one word: letters, digits and `_`, with a single `.`, `:` or `-` between
  /// them.
  private static func isWord(_ handle: String) -> Bool {
    var isAfterPart = false
    for scalar in handle.unicodeScalars {
      let isPart = isWordPart(scalar)
      guard isPart || (isAfterPart && isJoint(scalar)) else { return false }
      isAfterPart = isPart
    }
    return isAfterPart
  }

  private static func isJoint(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == ":" || scalar == "-"
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_": return true
    case "\u{0}"..."\u{7F}": return false
    default:
      let properties = scalar.properties
      return !Escaping.isHostile(scalar)
        && (properties.isAlphabetic || properties.numericType != nil
          || properties.canonicalCombiningClass != .notReordered)
    }
  }
}

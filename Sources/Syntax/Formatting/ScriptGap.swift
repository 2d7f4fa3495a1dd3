/// What stands between two tokens of a script: white space, semicolons and comments.
struct ScriptGap {
  /// One line of it, or the part of a line.
  struct Line {
    /// The comment on it, without white space around it.
    let comment: String?
    /// Whether it begins with white space.
    let isIndented: Bool
    /// Whether it holds nothing but white space.
    let isEmpty: Bool
  }

  /// Its lines: the first is the rest of a token's, the last is the beginning of the next token's.
  let lines: [Line]

  /// A gap, from its text.
  init(_ text: String) {
    lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map(Line.init)
  }
}

extension ScriptGap.Line {
  fileprivate init(_ scalars: Substring.UnicodeScalarView) {
    func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
    let rest = scalars.drop { isBlank($0) || $0 == ";" }
    let end = rest.lastIndex { !isBlank($0) }
    comment = end.map { String(rest[...$0]) }
    isIndented = scalars.first.map(isBlank) ?? false
    isEmpty = scalars.allSatisfy(isBlank)
  }
}

/// How things are written in a `load` line and in sentences about what was loaded.
enum LoadLine {
  /// A column's name: bare where it can be, else in quotes.
  static func column(_ name: String) -> String {
    isBare(name) ? name : "\"\(name)\""
  }

  /// A person: `@ann`, `@"Ann Lee"`.
  static func person(_ handle: String) -> String {
    let handle = handle.shortened
    return isBare(handle) ? "@\(handle)" : "@\"\(handle)\""
  }

  /// A topic: `#yoga`, `#"hot yoga"`.
  static func topic(_ name: String) -> String {
    let name = name.shortened
    return isBare(name) ? "#\(name)" : "#\"\(name)\""
  }

  private static func isBare(_ name: String) -> Bool {
    !name.isEmpty
      && name.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_"
      }
  }
}

extension Double {
  /// The shortest text that reads back the same, without `.0`.
  var shortText: String {
    let text = String(self)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension String {
  /// As much of a value as a sentence has room for.
  ///
  /// Complexity: O(1), however long the value is.
  var shortened: String {
    let limit = 60
    guard utf8.count > limit else { return self }
    return String(prefix(limit)) + "…"
  }
}

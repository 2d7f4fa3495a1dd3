import Values

/// The spelling of JSON (RFC 8259), for tables and for diagnostics.
struct JSONText: CellSpelling {
  func append(text: String, to buffer: inout RowBuffer) {
    buffer.append(UInt8(ascii: "\""))
    if Self.isPlain(text) {
      buffer.append(text)
    } else {
      for scalar in text.unicodeScalars { Self.append(scalar, to: &buffer) }
    }
    buffer.append(UInt8(ascii: "\""))
  }

  func append(flag: Bool, to buffer: inout RowBuffer) {
    buffer.append(flag ? "true" : "false")
  }

  func appendMissing(to buffer: inout RowBuffer) {
    buffer.append("null")
  }

  /// A text in its quotes.
  static func quoted(_ text: String) -> String {
    var (buffer, quoted) = (RowBuffer(), "")
    JSONText().append(text: text, to: &buffer)
    buffer.flush(to: &quoted)
    return quoted
  }

  /// Texts as an array.
  static func array(_ texts: [String]) -> String {
    "[\(texts.map(quoted).joined(separator: ","))]"
  }

  /// Rows as objects.
  ///
  /// A name that comes twice gets a number the second time, as readers keep only one of two equal
  /// keys.
  static func rows(of table: Table, ending: String, separator: String) -> RowTemplate<JSONText> {
    var (seen, leads): (Set<String>, [String]) = ([], [])
    for column in table.columns {
      var (key, number) = (column.name, 2)
      while !seen.insert(key).inserted {
        key = "\(column.name) \(number)"
        number += 1
      }
      leads.append("\(leads.isEmpty ? "{" : ",")\(quoted(key)):")
    }
    return RowTemplate(spelling: JSONText(), leads: leads, ending: ending, separator: separator)
  }

  /// Whether nothing needs escaping, as far as bytes tell: 0xC2 begins the C1 controls, 0xE2 the
  /// line separators.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte != 0x7F
        && byte != 0xC2 && byte != 0xE2
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to buffer: inout RowBuffer) {
    switch scalar {
    case "\"": buffer.append("\\\"")
    case "\\": buffer.append("\\\\")
    case "\n": buffer.append("\\n")
    case "\r": buffer.append("\\r")
    case "\t": buffer.append("\\t")
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
      let digits = String(scalar.value, radix: 16)
      buffer.append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
    default: buffer.append(scalar)
    }
  }
}

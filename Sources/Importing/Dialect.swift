/// How a file of rows is written: what separates columns, what ends a line, whether names lead.
struct Dialect: Sendable, Hashable {
  /// What stands between two columns.
  enum Separator: Sendable, Hashable {
    /// One byte, each time.
    case byte(UInt8)
    /// Any run of spaces and tabs.
    case spaces

    static let comma = Separator.byte(UInt8(ascii: ","))
    static let tab = Separator.byte(UInt8(ascii: "\t"))
    static let semicolon = Separator.byte(UInt8(ascii: ";"))
    static let pipe = Separator.byte(UInt8(ascii: "|"))
  }

  /// What separates columns.
  var separator = Separator.comma
  /// What ends a line: a line feed, or a carriage return where the file knows no other.
  var newline = UInt8(ascii: "\n")
  /// Whether the first row names the columns.
  var hasHeader = false
  /// Whether a quoted cell may hold line breaks; in tab-separated files a quote is often just text.
  var quotesSpanLines: Bool { separator != .tab }
}

extension Dialect.Separator {
  /// The separators that can be declared by a word.
  static let words: [(word: String, separator: Dialect.Separator)] = [
    ("comma", .comma), ("tab", .tab), ("semicolon", .semicolon), ("pipe", .pipe),
    ("space", .spaces), ("spaces", .spaces),
  ]

  /// The separator of that name, or that one character; nil for anything else.
  init?(declared text: String) {
    if let known = Dialect.Separator.words.first(where: { $0.word == text.lowercased() }) {
      self = known.separator
      return
    }
    guard text.utf8.count == 1, let byte = text.utf8.first, byte != UInt8(ascii: "\""),
      byte >= 0x20 || byte == UInt8(ascii: "\t"), byte < 0x7F
    else { return nil }
    self = byte == UInt8(ascii: " ") ? .spaces : .byte(byte)
  }

  /// Its name in messages: "comma", "tab".
  var description: String {
    if let known = Dialect.Separator.words.first(where: { $0.separator == self }) {
      return known.word
    }
    guard case .byte(let byte) = self else { return "space" }
    return "\"\(Character(Unicode.Scalar(byte)))\""
  }
}

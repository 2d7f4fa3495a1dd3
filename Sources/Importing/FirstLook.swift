/// What the beginning of a file shows: its dialect, and its first rows as text.
struct FirstLook: Sendable {
  /// How the file is written; whether it has a header is not decided here.
  var dialect: Dialect
  /// Where the text begins, behind a byte order mark.
  let start: Int
  /// The first rows, at most `FirstLook.mostRows`.
  let rows: [[String]]
  /// The number of columns most of these rows have.
  var columnCount: Int { FirstLook.usual(rows.map(\.count)).count }

  /// How many rows are looked at.
  static let mostRows = 200

  /// Looks at a file that was just opened.
  ///
  /// Throws what the file is if it is no table of text.
  init(_ scanner: inout RowScanner, separator declared: Dialect.Separator?) throws(ImportError) {
    start = try scanner.textStart(mayBeAnything: declared != nil)
    var dialect = Dialect()
    dialect.newline = scanner.newlineByte()
    if let declared {
      dialect.separator = declared
      rows = try FirstLook.rows(&scanner, start, dialect)
    } else {
      (dialect.separator, rows) = try FirstLook.detect(&scanner, start, dialect)
    }
    self.dialect = dialect
  }

  /// The separator whose columns agree best, and the rows it makes.
  private static func detect(
    _ scanner: inout RowScanner,
    _ start: Int,
    _ dialect: Dialect
  ) throws(ImportError) -> (Dialect.Separator, [[String]]) {
    var best = (separator: Dialect.Separator.comma, rows: [[String]](), agreement: 0.0)
    for separator in [Dialect.Separator.tab, .comma, .semicolon, .pipe] {
      var candidate = dialect
      candidate.separator = separator
      let rows = try rows(&scanner, start, candidate)
      let (count, agreement) = usual(rows.map(\.count))
      let isBetter =
        agreement > best.agreement + 0.05
        || (agreement > best.agreement - 0.05 && count > usual(best.rows.map(\.count)).count)
      if count > 1, isBetter { best = (separator, rows, agreement) }
    }
    var spaced = dialect
    spaced.separator = .spaces
    let rows = try rows(&scanner, start, spaced)
    let (count, agreement) = usual(rows.map(\.count))
    let isOnlyChoice = agreement >= 0.9 && agreement > best.agreement + 0.2
    let isMixed =
      best.separator == .tab && agreement >= 0.95 && rows.allSatisfy(isNumeric)
      && count > usual(best.rows.map(\.count)).count
    if count > 1, isOnlyChoice || isMixed { return (.spaces, rows) }
    if best.agreement > 0 { return (best.separator, best.rows) }
    return (.comma, try FirstLook.rows(&scanner, start, dialect))
  }

  /// The number of columns most rows have (more columns where two are as common), and their share.
  private static func usual(_ counts: [Int]) -> (count: Int, agreement: Double) {
    var rowsOf: [Int: Int] = [:]
    for count in counts { rowsOf[count, default: 0] += 1 }
    guard let most = rowsOf.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else {
      return (0, 0)
    }
    return (most.key, Double(most.value) / Double(counts.count))
  }

  private static func isNumeric(_ row: [String]) -> Bool {
    row.allSatisfy {
      if case .number = DecimalText.read($0.utf8.span) { true } else { false }
    }
  }

  /// The first rows in one dialect.
  private static func rows(
    _ scanner: inout RowScanner,
    _ start: Int,
    _ dialect: Dialect
  ) throws(ImportError) -> [[String]] {
    scanner.restart(at: start, in: dialect)
    scanner.staysInWindow = true
    defer { scanner.staysInWindow = false }
    var rows: [[String]] = []
    while rows.count < mostRows, try scanner.advance() {
      rows.append(
        scanner.columnCount == 0 ? [] : (1...scanner.columnCount).map { scanner.text($0) }
      )
    }
    return rows
  }
}

/// What the first bytes of a file tell. Unsafe for the reasons `RowScanner` gives.
extension RowScanner {
  /// Where the text begins; throws what the file is where it is something else.
  ///
  /// With `mayBeAnything`, brackets at the beginning are taken for text.
  fileprivate borrowing func textStart(mayBeAnything: Bool) throws(ImportError) -> Int {
    guard window.count > 0 else { throw .isEmpty }
    let signs: [(bytes: [UInt8], content: ImportError.Content)] = [
      ([0xFF, 0xFE], .utf16), ([0xFE, 0xFF], .utf16), ([0x1F, 0x8B], .gzip),
      (Array("PK\u{3}\u{4}".utf8), .zip), (Array("PAR1".utf8), .parquet),
      (Array("SQLite format 3".utf8), .database),
    ]
    for sign in signs where begins(with: sign.bytes, at: 0) { throw .isNoTable(sign.content) }
    let start = begins(with: [0xEF, 0xBB, 0xBF], at: 0) ? 3 : 0
    var zeros = 0
    for index in 0..<min(window.count, 4_096) where unsafe window.bytes[index] == 0 { zeros += 1 }
    if zeros * 4 > min(window.count, 4_096) { throw .isNoTable(.utf16) }
    if zeros * 50 > min(window.count, 4_096) { throw .isNoTable(.zeroBytes) }
    guard !mayBeAnything else { return start }
    var first = start
    while unsafe first < window.count && (window.bytes[first].isBlank || window.bytes[first] == 10)
    {
      first += 1
    }
    switch unsafe window.bytes[first] {
    case UInt8(ascii: "<"): throw .isNoTable(.markup)
    case UInt8(ascii: "{"), UInt8(ascii: "["): throw .isNoTable(.json)
    default: break
    }
    if let language = graphLanguage(from: first) { throw .isNoTable(language) }
    return start
  }

  /// The language of graphs that a text begins in; nil of rows.
  private borrowing func graphLanguage(from start: Int) -> ImportError.Content? {
    var bytes: [UInt8] = []
    for index in start..<min(window.count, start + 512) { bytes.append(unsafe window.bytes[index]) }
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    let words = text.split(maxSplits: 12, whereSeparator: \.isWhitespace)
    guard let first = words.first else { return nil }
    if first == "*vertices" || first == "*network" { return .pajek }
    let opens = words.contains { $0.hasPrefix("{") || $0.hasSuffix("{") }
    if ["digraph", "strict", "graph"].contains(first), opens { return .dot }
    guard first == "graph" || first == "graph[" || first == "creator" || first.hasPrefix("#") else {
      return nil
    }
    let isGraph = zip(words, words.dropFirst()).contains { $0 == "graph" && $1.hasPrefix("[") }
    return isGraph || words.contains("graph[") ? .gml : nil
  }

  /// What ends the lines: a carriage return where there are some and no line feed.
  fileprivate borrowing func newlineByte() -> UInt8 {
    var returns = false
    for index in 0..<window.count {
      let byte = unsafe window.bytes[index]
      if byte == UInt8(ascii: "\n") { return byte }
      if byte == UInt8(ascii: "\r") { returns = true }
    }
    return returns ? UInt8(ascii: "\r") : UInt8(ascii: "\n")
  }

  private borrowing func begins(with bytes: [UInt8], at start: Int) -> Bool {
    guard window.count >= start + bytes.count else { return false }
    for (index, byte) in bytes.enumerated() {
      guard unsafe window.bytes[start + index] == byte else { return false }
    }
    return true
  }
}

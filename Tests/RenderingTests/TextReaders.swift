/// A reader of RFC 4180 and of JSON, as small as can be and written for these tests alone.
struct CommaReader {
  /// The records of a text; a field without quotes that is empty is nil.
  static func records(_ text: String) -> [[String?]] {
    var records: [[String?]] = [[]]
    var field = String.UnicodeScalarView()
    var (isQuoted, wasQuoted) = (false, false)
    var scalars = Array(text.unicodeScalars)[...]
    func finished() -> String? { field.isEmpty && !wasQuoted ? nil : String(field) }
    while let scalar = scalars.popFirst() {
      if isQuoted {
        if scalar != "\"" {
          field.append(scalar)
        } else if scalars.first == "\"" {
          field.append(scalar)
          scalars.removeFirst()
        } else {
          isQuoted = false
        }
      } else if scalar == "\"" {
        (isQuoted, wasQuoted) = (true, true)
      } else if scalar == "," || scalar == "\n" {
        records[records.count - 1].append(finished())
        field.removeAll()
        wasQuoted = false
        if scalar == "\n" { records.append([]) }
      } else {
        field.append(scalar)
      }
    }
    return records.dropLast()
  }
}

/// A value of JSON.
indirect enum JSONValue: Equatable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case array([JSONValue])
  case object([Member])

  /// A name and its value; objects keep their order.
  struct Member: Equatable {
    let name: String
    let value: JSONValue
  }
}

/// Reads JSON strictly: what it does not know is nil.
struct JSONReader {
  private var rest: ArraySlice<Unicode.Scalar>

  /// The value a text is, if it is one.
  static func value(_ text: String) -> JSONValue? {
    var reader = JSONReader(rest: Array(text.unicodeScalars)[...])
    guard let value = reader.value() else { return nil }
    reader.skipSpace()
    return reader.rest.isEmpty ? value : nil
  }

  private mutating func skipSpace() {
    while let next = rest.first, next == " " || next == "\n" { rest.removeFirst() }
  }

  private mutating func take(_ text: String) -> Bool {
    guard rest.starts(with: text.unicodeScalars) else { return false }
    rest.removeFirst(text.unicodeScalars.count)
    return true
  }

  private mutating func value() -> JSONValue? {
    skipSpace()
    if take("null") { return .null }
    if take("true") { return .flag(true) }
    if take("false") { return .flag(false) }
    if rest.first == "\"" { return text().map(JSONValue.text) }
    if take("[") { return list(until: "]") { $0.value() }.map(JSONValue.array) }
    if take("{") { return list(until: "}") { $0.member() }.map(JSONValue.object) }
    let digits = rest.prefix { "+-.eE0123456789".unicodeScalars.contains($0) }
    rest.removeFirst(digits.count)
    return Double(String(String.UnicodeScalarView(digits))).map(JSONValue.number)
  }

  private mutating func list<Element>(
    until end: String,
    element: (inout JSONReader) -> Element?
  ) -> [Element]? {
    var all: [Element] = []
    skipSpace()
    if take(end) { return all }
    while true {
      guard let next = element(&self) else { return nil }
      all.append(next)
      skipSpace()
      if take(end) { return all }
      guard take(",") else { return nil }
      skipSpace()
    }
  }

  private mutating func member() -> JSONValue.Member? {
    guard let name = text(), take(":"), let value = value() else { return nil }
    return JSONValue.Member(name: name, value: value)
  }

  private mutating func text() -> String? {
    guard take("\"") else { return nil }
    var text = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"": return String(text)
      case "\u{0}"..."\u{1F}": return nil
      case "\\":
        guard let escaped = escaped() else { return nil }
        text.append(escaped)
      default: text.append(scalar)
      }
    }
    return nil
  }

  private mutating func escaped() -> Unicode.Scalar? {
    switch rest.popFirst() {
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "\"": return "\""
    case "\\": return "\\"
    case "u":
      let digits = String(String.UnicodeScalarView(rest.prefix(4)))
      rest.removeFirst(min(4, rest.count))
      return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
    default: return nil
    }
  }
}

/// One statement as one line of libedit's history file, and back.
///
/// The form is vis(3)'s: white space, control bytes and the backslash as a backslash and three
/// octal digits, the rest as it is. So a statement of several lines is one line of the file.
package enum HistoryEncoding {
  /// The first line of the file.
  package static let cookie = "_HiStOrY_V2_"

  private static let backslash = UInt8(ascii: "\\")
  private static let zero = UInt8(ascii: "0")

  /// A statement as a line, without its newline.
  package static func line(for statement: String) -> String {
    var bytes: [UInt8] = []
    for byte in statement.utf8 {
      if byte > 0x20, byte != 0x7F, byte != backslash {
        bytes.append(byte)
      } else {
        bytes += [backslash, zero + byte >> 6, zero + byte >> 3 & 7, zero + byte & 7]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The statement of a line, also of one that libedit wrote in another locale; bytes that are no
  /// UTF-8 come back repaired.
  package static func statement(from line: some Collection<UInt8>) -> String {
    var bytes: [UInt8] = []
    var rest = Array(line)[...]
    while let byte = rest.popFirst() {
      bytes.append(byte == backslash ? escaped(&rest) : byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The byte an escape stands for, its backslash already taken: `\012`, `\^A`, `\M-a`, `\M^A`, or
  /// the character itself.
  private static func escaped(_ rest: inout ArraySlice<UInt8>) -> UInt8 {
    if rest.count >= 3, rest.prefix(3).allSatisfy({ (zero...zero + 7).contains($0) }) {
      defer { rest.removeFirst(3) }
      return rest.prefix(3).reduce(0) { $0 << 3 | ($1 - zero) }
    }
    var meta: UInt8 = 0
    if rest.count >= 3, rest.first == UInt8(ascii: "M") {
      meta = 0x80
      rest.removeFirst()
    }
    guard let kind = rest.popFirst() else { return backslash }
    switch kind {
    case UInt8(ascii: "^"):
      guard let letter = rest.popFirst() else { return kind }
      return meta | (letter == UInt8(ascii: "?") ? 0x7F : letter & 0x1F)
    case UInt8(ascii: "-") where meta != 0:
      return meta | (rest.popFirst() ?? kind)
    default:
      return kind
    }
  }
}

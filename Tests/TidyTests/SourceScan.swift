/// Tells code from comments and texts, as far as Swift and C need it.
struct SourceScan {
  private enum Kind { case code, comment, text }

  private let bytes: [UInt8]
  private var kinds: [Kind] = []

  /// The scan of a file's text.
  init(_ text: String) {
    bytes = Array(text.utf8)
    kinds.reserveCapacity(bytes.count)
    while kinds.count < bytes.count { takePiece() }
  }

  /// The text with comments and the insides of texts blanked.
  var code: String { blanking { $0 == .code } }

  /// The text with everything blanked but comments.
  var comments: String { blanking { $0 == .comment } }

  private func blanking(allBut isKept: (Kind) -> Bool) -> String {
    let kept = zip(bytes, kinds).map { byte, kind in
      isKept(kind) || byte == UInt8(ascii: "\n") ? byte : UInt8(ascii: " ")
    }
    return String(decoding: kept, as: UTF8.self)
  }

  private mutating func takePiece() {
    switch bytes[kinds.count] {
    case UInt8(ascii: "/") where sees("//"):
      while kinds.count < bytes.count, bytes[kinds.count] != UInt8(ascii: "\n") { take(.comment) }
    case UInt8(ascii: "/") where sees("/*"): takeBlockComment()
    case UInt8(ascii: "\""), UInt8(ascii: "#"): takeTextOrSign()
    default: take(.code)
    }
  }

  /// Takes the next bytes as of one kind.
  private mutating func take(_ kind: Kind, _ count: Int = 1) {
    for _ in 0..<count where kinds.count < bytes.count { kinds.append(kind) }
  }

  /// Whether a text comes next, so many bytes on.
  private func sees(_ text: StaticString, after skipped: Int = 0) -> Bool {
    var at = kinds.count + skipped
    for byte in "\(text)".utf8 {
      guard at < bytes.count, bytes[at] == byte else { return false }
      at += 1
    }
    return true
  }

  private mutating func takeBlockComment() {
    var depth = 0
    repeat {
      let (opens, closes) = (sees("/*"), sees("*/"))
      depth += opens ? 1 : closes ? -1 : 0
      take(.comment, opens || closes ? 2 : 1)
    } while depth > 0 && kinds.count < bytes.count
  }

  /// Takes a text with the signs around it, `"`, `"""` or `#"`; else a `#` as code.
  private mutating func takeTextOrSign() {
    var pounds = 0
    while sees("#", after: pounds) { pounds += 1 }
    guard sees("\"", after: pounds) else { return take(.code, pounds) }
    let quotes = sees("\"\"\"", after: pounds) ? 3 : 1
    take(.text, pounds + quotes)
    while kinds.count < bytes.count, !closes(pounds: pounds, quotes: quotes) {
      guard sees("\\"), countPounds(after: 1, upTo: pounds) == pounds else {
        take(.text)
        continue
      }
      take(.text, 1 + pounds)
      if sees("(") { takeInterpolation() } else { take(.text) }
    }
    take(.text, pounds + quotes)
  }

  private func closes(pounds: Int, quotes: Int) -> Bool {
    let isQuoted = quotes == 3 ? sees("\"\"\"") : sees("\"")
    return isQuoted && countPounds(after: quotes, upTo: pounds) == pounds
  }

  private func countPounds(after skipped: Int, upTo limit: Int) -> Int {
    var count = 0
    while count < limit, sees("#", after: skipped + count) { count += 1 }
    return count
  }

  /// Takes what stands in the brackets of an interpolation, which may hold texts again.
  private mutating func takeInterpolation() {
    var depth = 0
    repeat {
      depth += sees("(") ? 1 : sees(")") ? -1 : 0
      takePiece()
    } while depth > 0 && kinds.count < bytes.count
  }
}

import CEditline
#if canImport(Glibc)
import Glibc
#endif

/// Lines from a descriptor, by plain reads; a wait for one ends at Ctrl-C.
struct PlainLines: ~Copyable {
  /// What came of waiting for a line.
  enum Outcome: Sendable, Hashable {
    /// A line without its end, repaired where it was no UTF-8.
    case line(String)
    /// A line longer than asked for; it was read to its end and dropped.
    case overlong
    /// Ctrl-C.
    case interrupted
    /// No more lines.
    case end
  }

  private static let newline = UInt8(ascii: "\n")
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
  private static let chunk = 65536

  private let descriptor: Int32
  private var held: [UInt8] = []
  private var first = 0
  private var isAtStart = true

  /// The lines of a descriptor, from where it stands.
  init(of descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// The next line, if it has at most `limit` bytes.
  ///
  /// The last one needs no newline; a carriage return before the newline and a byte order mark
  /// before the first line are dropped.
  mutating func next(limit: Int) -> Outcome {
    var line: [UInt8] = []
    var dropped = false
    while true {
      let rest = held[first...]
      let end = rest.firstIndex(of: Self.newline)
      line += rest[..<(end ?? rest.endIndex)]
      first = end.map { $0 + 1 } ?? held.endIndex
      if line.count > limit {
        dropped = true
        line = []
      }
      if end != nil { return dropped ? .overlong : .line(text(of: line)) }
      switch more() {
      case .interrupted: return .interrupted
      case .end where dropped: return .overlong
      case .end where line.isEmpty: return .end
      case .end: return .line(text(of: line))
      default: continue
      }
    }
  }

  private mutating func text(of line: [UInt8]) -> String {
    var bytes = line[...]
    if isAtStart, bytes.starts(with: Self.byteOrderMark) { bytes = bytes.dropFirst(3) }
    isAtStart = false
    if bytes.last == UInt8(ascii: "\r") { bytes = bytes.dropLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Waits for bytes and holds them; `.line` stands for "there are some".
  private mutating func more() -> Outcome {
    while true {
      let woken = ceditline_wait(descriptor, -1)
      if woken == SIGINT { return .interrupted }
      if woken > 0 { continue }
      if woken < 0 { return .end }
      var failed = false
      let descriptor = descriptor
      held = unsafe [UInt8](unsafeUninitializedCapacity: Self.chunk) { room, filled in
        let got = unsafe Glibc.read(descriptor, room.baseAddress, Self.chunk)
        failed = got < 0
        filled = max(0, got)
      }
      first = 0
      if failed, errno == EINTR || errno == EAGAIN { continue }
      return held.isEmpty ? .end : .line("")
    }
  }
}

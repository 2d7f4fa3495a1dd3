#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A transcript: what is said at the prompt, and exactly what comes of it.
struct TranscriptFile: Sendable, CustomStringConvertible {
  /// A piece of a transcript.
  enum Piece: Sendable {
    /// Lines that are passed over: comments, and the blank lines before and after them.
    case comment([String])
    /// What is said, line by line, with the number of its first line, and what comes of it.
    case exchange(said: [String], line: Int, answer: [String])
  }

  /// The file's path below the checkout.
  let name: String
  /// Its pieces, in order.
  let pieces: [Piece]
  /// Its lines, as they are.
  let lines: [String]

  var description: String { name }

  /// The transcript in a file below the checkout.
  init(_ name: String) {
    self.init(name, text: Files.text(of: "\(Files.checkout)/\(name)") ?? "")
  }

  /// A transcript from its text.
  ///
  /// `kith> ` begins what is said, `....> ` continues it. A line that begins with `#` is a comment,
  /// before the first prompt and after the empty line that ends an answer; all else is the answer.
  init(_ name: String, text: String) {
    self.name = name
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var pieces: [Piece] = []
    var (comment, said, answer) = ([String](), [String](), [String]())
    var start = 0
    func close() {
      if !said.isEmpty { pieces.append(.exchange(said: said, line: start, answer: answer)) }
      if said.isEmpty, !comment.isEmpty { pieces.append(.comment(comment)) }
      (comment, said, answer) = ([], [], [])
    }
    for (index, line) in lines.enumerated() {
      if line.hasPrefix(TranscriptFile.prompt) {
        close()
        said = [String(line.dropFirst(TranscriptFile.prompt.count))]
        start = index + 1
      } else if !said.isEmpty, answer.isEmpty, line.hasPrefix(TranscriptFile.continuation) {
        said.append(String(line.dropFirst(TranscriptFile.continuation.count)))
      } else if line.hasPrefix("#") || (line.isEmpty && said.isEmpty) {
        if !said.isEmpty { close() }
        comment.append(line)
      } else if said.isEmpty {
        comment.append(line)
      } else {
        answer.append(line)
      }
    }
    close()
    self.pieces = pieces.map { piece in
      // The empty lines below an answer are the reader's.
      guard case .exchange(let said, let line, var answer) = piece else { return piece }
      while answer.last == "" { answer.removeLast() }
      return .exchange(said: said, line: line, answer: answer)
    }
  }

  /// The words that comments want in the answer below them, each with that answer as it comes today.
  var wishes: [(wanted: String, answer: String)] {
    var wishes: [(wanted: String, answer: String)] = []
    var wanted: [String] = []
    for piece in pieces {
      switch piece {
      case .comment(let lines):
        wanted = lines.filter { $0.hasPrefix("# wanted: ") }.map { String($0.dropFirst(10)) }
      case .exchange(_, _, let answer):
        wishes += wanted.map { ($0, answer.joined(separator: "\n")) }
        wanted = []
      }
    }
    return wishes
  }

  static let prompt = "kith> "
  static let continuation = "....> "

  /// All transcripts below some folders of the checkout, in order.
  static func all(below folders: [String]) -> [TranscriptFile] {
    folders.flatMap { Files.names(below: $0) }.filter { $0.hasSuffix(".session") }
      .map { TranscriptFile($0) }
  }
}

/// Files of the checkout.
enum Files {
  /// The root of the checkout.
  static let checkout: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  /// The text of a file; nil where it cannot be read.
  static func text(of path: String) -> String? {
    guard let file = unsafe fopen(path, "r") else { return nil }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = unsafe fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes a text to a file; whether it could.
  static func write(_ text: String, to path: String) -> Bool {
    guard let file = unsafe fopen(path, "w") else { return false }
    defer { unsafe fclose(file) }
    return unsafe fputs(text, file) >= 0
  }

  /// The files below a folder of the checkout, in order.
  static func names(below folder: String) -> [String] {
    guard let directory = unsafe opendir("\(checkout)/\(folder)") else { return [] }
    defer { unsafe closedir(directory) }
    var found: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
        unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasPrefix(".") { continue }
      let isFolder = unsafe entry.pointee.d_type == UInt8(DT_DIR)
      found += isFolder ? names(below: "\(folder)/\(name)") : ["\(folder)/\(name)"]
    }
    return found.sorted()
  }
}

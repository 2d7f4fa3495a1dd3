package import Diagnostics

/// Cuts a text into tokens, and scripts into statements.
///
/// Curly quotes, no-break spaces and typographic dashes read as the plain ones, but inside quotes a
/// text stays as it was typed. `--` after white space or at a line's start begins a comment. A line
/// that begins with white space continues the statement before it, over empty lines and comments;
/// `;` also ends one. Complexity: O(bytes).
package struct Lexer {
  /// The tokens of one statement, closed by an end token.
  package struct Statement: Sendable {
    /// Its tokens; the last one is the end.
    package let tokens: [Token]
    /// Its bytes in the source, without what surrounds it; with what in it cannot be read.
    package let range: Range<Int>
  }

  /// The text in UTF-8.
  private let bytes: [UInt8]
  /// The byte at hand; a character begins there.
  private var position = 0
  private var tokens: [Token] = []
  private var faults: [LexicalFault] = []

  /// A lexer of one text.
  private init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The statements of a text, and what in it cannot be read.
  package static func statements(
    of source: SourceText
  ) -> (statements: [Statement], faults: [LexicalFault]) {
    var lexer = Lexer(source.text)
    var statements: [Statement] = []
    while lexer.position < lexer.bytes.count {
      let known = lexer.faults.count
      lexer.scanStatement()
      let faults = lexer.faults[known...].map(\.range)
      if let statement = lexer.takeStatement(faults: faults) { statements.append(statement) }
    }
    return (statements, lexer.faults)
  }

  private mutating func takeStatement(faults: [Range<Int>]) -> Statement? {
    defer { tokens = [] }
    let pieces = [tokens.first, tokens.last].compactMap { $0?.range } + faults
    guard let start = pieces.map(\.lowerBound).min(), let stop = pieces.map(\.upperBound).max()
    else { return nil }
    tokens.append(Token(kind: .end, text: "", range: stop..<stop))
    return Statement(tokens: tokens, range: start..<stop)
  }

  /// Scans up to and over the end of one statement.
  private mutating func scanStatement() {
    while let scalar = current {
      if scalar == "\n" {
        advance()
        guard let first = current else { return }
        let goesOn = [" ", "\t", "\n", "\r"].contains(first) || (first == "-" && next == "-")
        if !tokens.isEmpty, !goesOn { return }
      } else if scalar == ";" {
        advance()
        return
      } else if scalar.properties.isWhitespace {
        advance()
      } else if scalar == "-", next == "-", isAtGap {
        while let scalar = current, scalar != "\n" { advance() }
      } else {
        scanToken(scalar)
      }
    }
  }

  private mutating func scanToken(_ scalar: Unicode.Scalar) {
    let start = position
    if scalar == "\"" {
      scanText(from: start)
    } else if scalar == "@" || scalar == "#" {
      scanMarked(scalar == "@" ? .handle : .hashtag)
    } else if scalar == "$", next.map(Lexer.isWordPart) == true {
      advance()
      scanWord()
      add(.parameter, String(text(from: start).dropFirst()), from: start)
    } else if Lexer.isDigit(scalar) || (scalar == "." && next.map(Lexer.isDigit) == true) {
      scanNumber()
    } else if scalar.properties.isAlphabetic || scalar == "_" {
      scanWord()
      add(.word, text(from: start), from: start)
    } else if let sign {
      for _ in sign.unicodeScalars { advance() }
      add(.sign, sign, from: start)
    } else {
      advance()
      while let more = current, joins(more, behind: start) { advance() }
      faults.append(.strayCharacter(scalar, range(from: start)))
    }
  }

  /// Whether a scalar belongs to the stray character that began at a byte, as the eye sees it: emoji
  /// are joined from several.
  private func joins(_ scalar: Unicode.Scalar, behind start: Int) -> Bool {
    guard !scalar.isASCII else { return false }
    let joiner = Array("\u{200D}".utf8)
    let properties = scalar.properties
    return scalar == "\u{200D}" || properties.isGraphemeExtend || properties.isEmojiModifier
      || Array(bytes[start..<position].suffix(3)) == joiner
  }

  /// The sign that begins here: one character, or two for `<=`, `>=` and `!=`.
  private var sign: String? {
    guard let first = current else { return nil }
    if next == "=", "<>!".unicodeScalars.contains(first) { return "\(first)=" }
    return "(),=<>+-*/|:".unicodeScalars.contains(first) ? String(first) : nil
  }

  private mutating func scanWord() {
    while let scalar = current {
      let isInner = Lexer.isWordPart(scalar)
      // `follow-up`, `don't`.
      let isJoint = (scalar == "-" || scalar == "'") && next.map(Lexer.isWordPart) == true
      guard isInner || isJoint else { return }
      advance()
    }
  }

  /// `@ann`, `@"Ann Lee"`, `#yoga`.
  private mutating func scanMarked(_ kind: Token.Kind) {
    let start = position
    advance()
    if kind == .handle, current == "\"" {
      let (name, isClosed) = quoted()
      if !isClosed { faults.append(.openQuote(range(from: start))) }
      add(kind, name, from: start)
      return
    }
    let nameStart = position
    while let scalar = current {
      let isInner = Lexer.isWordPart(scalar)
      let isJoint =
        (scalar == "-" || (kind == .handle && (scalar == "." || scalar == ":")))
        && next.map(Lexer.isWordPart) == true
      guard isInner || isJoint else { break }
      advance()
    }
    add(kind, text(from: nameStart), from: start)
  }

  private mutating func scanText(from start: Int) {
    let (text, isClosed) = quoted()
    if !isClosed { faults.append(.openQuote(range(from: start))) }
    add(.text(isClosed: isClosed), text, from: start)
  }

  /// A quoted text at the position; `\"` and `\\` stand for themselves; it ends with its line.
  private mutating func quoted() -> (text: String, isClosed: Bool) {
    advance()
    var text: [UInt8] = []
    while let scalar = current, scalar != "\n" {
      let isEscape = scalar == "\\" && (next == "\"" || next == "\\")
      if isEscape { advance() }
      let start = position
      advance()
      if scalar == "\"" { return (String(decoding: text, as: UTF8.self), true) }
      text += bytes[start..<position]
    }
    return (String(decoding: text, as: UTF8.self), false)
  }

  private mutating func scanNumber() {
    let start = position
    while let scalar = current, Lexer.isDigit(scalar) || scalar == "_" { advance() }
    if current == "-", position - start == 4, next.map(Lexer.isDigit) == true {
      while let scalar = current, Lexer.isDigit(scalar) || scalar == "-" { advance() }
      add(.date, text(from: start), from: start)
      return
    }
    if current == ".", next.map(Lexer.isDigit) == true {
      advance()
      while let scalar = current, Lexer.isDigit(scalar) || scalar == "_" { advance() }
    }
    let digits = text(from: start).filter { $0 != "_" }
    let isPercentage = current == "%"
    if isPercentage { advance() }
    // Of so few digits the value is finite.
    let isBounded = digits.count <= 300
    if !isBounded || current.map(Lexer.isWordPart) == true {
      scanWord()
      faults.append(.oddNumber(text(from: start), range(from: start)))
    }
    // Digits with at most one point are always a number.
    let value = Double(digits.hasPrefix(".") ? "0" + digits : digits) ?? 0
    let kind = Token.Kind.number(isPercentage ? value / 100 : value, isPercentage: isPercentage)
    add(kind, text(from: start), from: start)
  }

  private mutating func add(_ kind: Token.Kind, _ text: String, from start: Int) {
    tokens.append(Token(kind: kind, text: text, range: range(from: start)))
  }

  private var current: Unicode.Scalar? { scalar(at: position) }

  /// The character behind the one at hand.
  private var next: Unicode.Scalar? {
    position < bytes.count ? scalar(at: position + width(at: position)) : nil
  }

  private mutating func advance() { position += width(at: position) }

  /// How many bytes the character that begins at a byte takes.
  private func width(at offset: Int) -> Int {
    switch bytes[offset] {
    case ..<0x80: 1
    case ..<0xE0: 2
    case ..<0xF0: 3
    default: 4
    }
  }

  /// The character that begins at a byte, in its plain form; nil at the end.
  private func scalar(at offset: Int) -> Unicode.Scalar? {
    guard offset < bytes.count else { return nil }
    let first = bytes[offset]
    if first < 0x80 { return Unicode.Scalar(first) }
    let width = width(at: offset)
    var value = UInt32(first) & (0x7F >> UInt32(width))
    for byte in bytes[offset...].prefix(width).dropFirst() {
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return Unicode.Scalar(value).map(Lexer.plain)
  }

  /// Whether white space or nothing stands before the position.
  private var isAtGap: Bool {
    guard position > 0 else { return true }
    var start = position - 1
    while start > 0, UTF8.isContinuation(bytes[start]) { start -= 1 }
    return scalar(at: start)?.properties.isWhitespace == true
  }

  private func text(from start: Int) -> String {
    let piece = bytes[start..<position]
    let text = String(decoding: piece, as: UTF8.self)
    guard piece.contains(where: { $0 >= 0x80 }) else { return text }
    var plain = String.UnicodeScalarView()
    plain.append(contentsOf: text.unicodeScalars.map(Lexer.plain))
    return String(plain)
  }

  private func range(from start: Int) -> Range<Int> { start..<position }

  /// Whether a scalar opens and closes a quote.
  package static func isQuote(_ scalar: Unicode.Scalar) -> Bool { plain(scalar) == "\"" }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return isDigit(scalar) || scalar == "_" || isLetter(scalar) }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.canonicalCombiningClass.rawValue != 0
  }

  /// Whether a text is ASCII letters, digits and `_`: behind a mark it is one token.
  static func isPlain(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x5F
      }
  }

  /// The plain form of what word processors and chats put in its place.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}", "\u{00AB}", "\u{00BB}": "\""
    case "\u{00A0}", "\u{202F}", "\u{2007}": " "
    case "\u{2019}": "'"
    case "\u{2212}", "\u{2013}": "-"
    default: scalar
    }
  }
}

extension Lexer {
  /// The one token a text is; nil where it is none, several, or cannot be read.
  package static func soleToken(of text: String) -> Token? {
    let (statements, faults) = statements(of: SourceText(text))
    guard faults.isEmpty, statements.count == 1, statements[0].tokens.count == 2 else { return nil }
    return statements[0].tokens[0]
  }

  /// The tokens of a text of one statement, without its end; nil where it cannot be read.
  static func tokens(of text: String) -> [Token]? {
    let (statements, faults) = statements(of: SourceText(text))
    guard faults.isEmpty, statements.count <= 1 else { return nil }
    return statements.first.map { Array($0.tokens.dropLast()) } ?? []
  }
}

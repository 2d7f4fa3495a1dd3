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

  /// What was typed, in its plain form, where it stands, and as it was typed.
  private let scalars: [(scalar: Unicode.Scalar, offset: Int, typed: Unicode.Scalar)]
  private let end: Int
  private var position = 0
  private var tokens: [Token] = []
  private var faults: [LexicalFault] = []

  /// A lexer of one text.
  private init(_ text: String) {
    var offset = 0
    var scalars: [(Unicode.Scalar, Int, Unicode.Scalar)] = []
    for scalar in text.unicodeScalars {
      scalars.append((Lexer.plain(scalar), offset, scalar))
      offset += UTF8.width(scalar)
    }
    self.scalars = scalars
    end = offset
  }

  /// The statements of a text, and what in it cannot be read.
  package static func statements(
    of source: SourceText
  ) -> (statements: [Statement], faults: [LexicalFault]) {
    var lexer = Lexer(source.text)
    var statements: [Statement] = []
    while lexer.position < lexer.scalars.count {
      let known = lexer.faults.count
      lexer.scanStatement()
      let faults = lexer.faults[known...].map(\.range)
      if let statement = lexer.takeStatement(faults: faults) { statements.append(statement) }
    }
    return (statements, lexer.faults)
  }

  private mutating func takeStatement(faults: [Range<Int>]) -> Statement? {
    defer { tokens = [] }
    let pieces = tokens.map(\.range) + faults
    guard let start = pieces.map(\.lowerBound).min(), let stop = pieces.map(\.upperBound).max()
    else { return nil }
    let range = start..<stop
    let end = Token(kind: .end, text: "", range: range.upperBound..<range.upperBound)
    return Statement(tokens: tokens + [end], range: range)
  }

  /// Scans up to and over the end of one statement.
  private mutating func scanStatement() {
    while let scalar = current {
      if scalar == "\n" {
        position += 1
        guard let next = current else { return }
        let goesOn = [" ", "\t", "\n", "\r"].contains(next) || (next == "-" && peek(1) == "-")
        if !tokens.isEmpty, !goesOn { return }
      } else if scalar == ";" {
        position += 1
        return
      } else if scalar.properties.isWhitespace {
        position += 1
      } else if scalar == "-", peek(1) == "-", isAtGap {
        while let scalar = current, scalar != "\n" { position += 1 }
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
    } else if scalar == "$", peek(1).map(Lexer.isWordPart) == true {
      position += 1
      scanWord()
      add(.parameter, String(text(from: start).dropFirst()), from: start)
    } else if Lexer.isDigit(scalar) || (scalar == "." && peek(1).map(Lexer.isDigit) == true) {
      scanNumber()
    } else if scalar.properties.isAlphabetic || scalar == "_" {
      scanWord()
      add(.word, text(from: start), from: start)
    } else if let sign {
      position += sign.unicodeScalars.count
      add(.sign, sign, from: start)
    } else {
      position += 1
      faults.append(.strayCharacter(scalar, range(from: start)))
    }
  }

  /// The sign that begins here: one character, or two for `<=`, `>=` and `!=`.
  private var sign: String? {
    guard let first = current else { return nil }
    let second = peek(1)
    if second == "=", "<>!".unicodeScalars.contains(first) { return "\(first)=" }
    return "(),=<>+-*/|:".unicodeScalars.contains(first) ? String(first) : nil
  }

  private mutating func scanWord() {
    while let scalar = current {
      let isInner = Lexer.isWordPart(scalar)
      // `follow-up`, `don't`.
      let isJoint = (scalar == "-" || scalar == "'") && peek(1).map(Lexer.isWordPart) == true
      guard isInner || isJoint else { return }
      position += 1
    }
  }

  /// `@ann`, `@"Ann Lee"`, `#yoga`.
  private mutating func scanMarked(_ kind: Token.Kind) {
    let start = position
    position += 1
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
        && peek(1).map(Lexer.isWordPart) == true
      guard isInner || isJoint else { break }
      position += 1
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
    position += 1
    var text = String.UnicodeScalarView()
    while let scalar = current, scalar != "\n" {
      position += 1
      if scalar == "\"" { return (String(text), true) }
      if scalar == "\\", let next = current, next == "\"" || next == "\\" {
        position += 1
      }
      text.append(scalars[position - 1].typed)
    }
    return (String(text), false)
  }

  private mutating func scanNumber() {
    let start = position
    while let scalar = current, Lexer.isDigit(scalar) || scalar == "_" { position += 1 }
    if current == "-", position - start == 4, peek(1).map(Lexer.isDigit) == true {
      while let scalar = current, Lexer.isDigit(scalar) || scalar == "-" { position += 1 }
      add(.date, text(from: start), from: start)
      return
    }
    if current == ".", peek(1).map(Lexer.isDigit) == true {
      position += 1
      while let scalar = current, Lexer.isDigit(scalar) || scalar == "_" { position += 1 }
    }
    let digits = text(from: start).filter { $0 != "_" }
    let isPercentage = current == "%"
    if isPercentage { position += 1 }
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

  private var current: Unicode.Scalar? {
    position < scalars.count ? scalars[position].scalar : nil
  }

  private func peek(_ distance: Int) -> Unicode.Scalar? {
    position + distance < scalars.count ? scalars[position + distance].scalar : nil
  }

  /// Whether white space or nothing stands before the position.
  private var isAtGap: Bool {
    position == 0 || scalars[position - 1].scalar.properties.isWhitespace
  }

  private func text(from start: Int) -> String {
    var view = String.UnicodeScalarView()
    for index in start..<position { view.append(scalars[index].scalar) }
    return String(view)
  }

  private func range(from start: Int) -> Range<Int> {
    scalars[start].offset..<(position < scalars.count ? scalars[position].offset : end)
  }

  /// Whether a scalar opens and closes a quote.
  package static func isQuote(_ scalar: Unicode.Scalar) -> Bool { plain(scalar) == "\"" }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar == "_" || scalar.properties.numericType != nil
      || scalar.properties.canonicalCombiningClass.rawValue != 0
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

/// What the lexer cannot read.
package enum LexicalFault: Sendable, Hashable {
  /// A quote that is not closed on its line.
  case openQuote(Range<Int>)
  /// A number with letters right behind it: `10k`.
  case oddNumber(String, Range<Int>)
  /// A character that has no meaning here.
  case strayCharacter(Unicode.Scalar, Range<Int>)

  /// Its bytes in the source.
  package var range: Range<Int> {
    switch self {
    case .openQuote(let range), .oddNumber(_, let range), .strayCharacter(_, let range): range
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

import Diagnostics

/// What a text is so far, piece by piece: read while it is being typed, finished or not.
package struct Glance: Sendable {
  /// A piece of the text.
  package struct Piece: Sendable, Hashable {
    /// What it is.
    package let kind: Kind
    /// What it says: of a name, the name alone, with single spaces.
    package let text: String
    /// Its bytes in the text.
    package let range: Range<Int>
  }

  /// What a piece is.
  package enum Kind: Sendable, Hashable {
    /// A word of the language, where it may stand.
    case word
    case sign, number, text, comment
    /// A name, and what it is the name of.
    case name(Terminal)
    /// Words whose place is not clear.
    case unclear
    /// What does not fit where it stands.
    case misfit
  }

  /// The pieces, in the order of the text.
  package private(set) var pieces: [Piece] = []
  /// What could stand at the end, where the last statement stops too early; else empty.
  package private(set) var missing: [String] = []

  /// Looks at a text, over several lines if need be, as at the prompt.
  package init(at text: String, parser: Parser, parameters: Parameters = Parameters()) {
    let source = SourceText(text)
    let (statements, faults) = Lexer.statements(of: source)
    var waiting: [Token] = []
    for (index, statement) in statements.enumerated() {
      let tokens = waiting + statement.tokens
      let (applied, _) = parameters.applied(to: tokens)
      let outline = Outline(of: applied, lexicon: parser.lexicon)
      let isLast = index + 1 == statements.count
      if outline.isUnfinished, !isLast {
        waiting = Array(tokens.dropLast())
        continue
      }
      waiting = []
      if outline.isUnfinished, !source.text.hasSuffix(";"), faults.isEmpty {
        missing = outline.missing
      }
      add(outline, of: tokens, in: source)
    }
    for fault in faults { add(fault) }
    addComments(of: source, beside: statements)
    pieces.sort { $0.range.lowerBound < $1.range.lowerBound }
    // A name of several words may have a comment between them.
    var end = 0
    pieces.removeAll { piece in
      defer { end = max(end, piece.range.upperBound) }
      return piece.range.lowerBound < end
    }
  }

  private mutating func add(_ outline: Outline, of tokens: [Token], in source: SourceText) {
    let parameters = tokens.filter { $0.kind == .parameter }
    for token in parameters {
      pieces.append(Piece(kind: .name(.parameter), text: token.text, range: token.range))
    }
    var end = tokens.first?.range.lowerBound ?? 0
    for leaf in outline.leaves where !leaf.range.isEmpty {
      end = leaf.range.upperBound
      guard !parameters.contains(where: { $0.range.overlaps(leaf.range) }) else { continue }
      pieces.append(Piece(leaf))
    }
    for token in tokens where token.kind != .end && token.range.lowerBound >= end {
      guard token.kind != .parameter else { continue }
      let isMisfit = token.range == outline.misfit
      pieces.append(
        Piece(kind: isMisfit ? .misfit : token.plainKind, text: token.text, range: token.range)
      )
    }
  }

  private mutating func add(_ fault: LexicalFault) {
    // A quote that is still open is a text being typed.
    if case .openQuote = fault { return }
    pieces.removeAll { $0.range.overlaps(fault.range) }
    pieces.append(Piece(kind: .misfit, text: "", range: fault.range))
  }

  /// Comments are what stands behind `--` and is no token.
  private mutating func addComments(of source: SourceText, beside statements: [Lexer.Statement]) {
    let bytes = Array(source.text.utf8)
    var end = 0
    let tokens = statements.flatMap(\.tokens).filter { $0.kind != .end }.map(\.range)
    for next in tokens + [bytes.count..<bytes.count] {
      var start = end
      while start + 1 < next.lowerBound {
        if bytes[start] == UInt8(ascii: "-"), bytes[start + 1] == UInt8(ascii: "-") {
          let stop = bytes[start..<next.lowerBound].firstIndex(of: UInt8(ascii: "\n"))
          let range = start..<(stop ?? next.lowerBound)
          pieces.append(Piece(kind: .comment, text: "", range: range))
          start = range.upperBound
        } else {
          start += 1
        }
      }
      end = next.upperBound
    }
  }
}

extension Glance.Piece {
  fileprivate init(_ leaf: SyntaxLeaf) {
    let kind: Glance.Kind =
      switch leaf.terminal {
      case nil: leaf.text.first?.isLetter == true ? .word : .sign
      case .number, .count, .date: .number
      case .text, .file: .text
      case .some(let terminal): .name(terminal)
      }
    self.init(kind: kind, text: leaf.text, range: leaf.range)
  }
}

extension Token {
  /// What it is without regard to its place.
  fileprivate var plainKind: Glance.Kind {
    switch kind {
    case .number, .date: .number
    case .text: .text
    case .handle: .name(.handle)
    case .hashtag: .name(.hashtag)
    case .parameter: .name(.parameter)
    case .sign: .sign
    case .word: .unclear
    case .end: .sign
    }
  }
}

/// The leaves of a statement as far as it fits, finished or not.
///
/// What is missing at the end is put in, a word at a time, until the statement is whole; what does
/// not fit ends it.
private struct Outline {
  /// How many times something is put in.
  private static let additions = 8
  /// The longest statement that is looked at, in tokens.
  private static let longest = 400

  /// The leaves, in order, without what was put in.
  private(set) var leaves: [SyntaxLeaf] = []
  /// The bytes of what does not fit.
  private(set) var misfit: Range<Int>?
  /// What could stand at the end.
  private(set) var missing: [String] = []

  /// Whether the statement only stops too early.
  var isUnfinished: Bool { !missing.isEmpty }

  /// Reads the tokens of a statement, the last of which is its end.
  init(of tokens: [Token], lexicon: Lexicon) {
    guard tokens.count > 1, tokens.count <= Outline.longest else { return }
    var matcher = Matcher(tokens, lexicon: lexicon)
    if let tree = matcher.statement() {
      leaves = tree.everyLeaf
      return
    }
    guard !matcher.isTooDeep else { return }
    var tokens = tokens
    let failed = tokens[matcher.furthest]
    if failed.kind != .end {
      misfit = failed.range
      let place = failed.range.lowerBound..<failed.range.lowerBound
      tokens = Array(tokens[..<matcher.furthest]) + [Token(kind: .end, text: "", range: place)]
      guard tokens.count > 1 else { return }
    }
    finish(tokens, lexicon: lexicon)
    if misfit != nil { missing = [] }
  }

  private mutating func finish(_ tokens: [Token], lexicon: Lexicon) {
    var tokens = tokens
    guard let end = tokens.popLast() else { return }
    var isBehindName = false
    for _ in 0..<Outline.additions {
      var matcher = Matcher(tokens + [end], lexicon: lexicon, for: .explaining)
      _ = matcher.statement()
      guard matcher.furthest == tokens.count else { return }
      let expected = matcher.expectations.enumerated()
        .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
      if missing.isEmpty { missing = Outline.labels(expected) }
      // One name behind the other would be one name.
      let additions = expected.filter { !isBehindName || !$0.isBareName }
      let longer = additions.compactMap { $0.example(at: end.range) }.map { tokens + $0 }
      for candidate in longer {
        var matcher = Matcher(candidate + [end], lexicon: lexicon)
        if let tree = matcher.statement() {
          leaves = tree.everyLeaf
          return
        }
      }
      guard let first = longer.first else { return }
      tokens = first
      isBehindName = additions.first?.isBareName == true
    }
  }

  private static func labels(_ expected: [Expectation]) -> [String] {
    var seen: Set<String> = []
    return expected.map(\.label).filter { seen.insert($0).inserted }
  }
}

extension SyntaxNode {
  /// All leaves, those of its nodes too, in the order of the text.
  fileprivate var everyLeaf: [SyntaxLeaf] {
    parts.flatMap { part -> [SyntaxLeaf] in
      switch part {
      case .leaf(let leaf): [leaf]
      case .node(let node): node.everyLeaf
      }
    }
  }
}

extension Expectation {
  /// Whether it is a run of words that stand for something.
  fileprivate var isBareName: Bool {
    switch self {
    case .terminal(.measureName), .terminal(.setName), .terminal(.name), .terminal(.relationName),
      .terminal(.groupName), .terminal(.topicName), .terminal(.columnName),
      .terminal(.parameterName):
      true
    default: false
    }
  }

  /// What people mean more often comes first: names, then texts and numbers, words and signs.
  fileprivate var rank: Int {
    switch self {
    case .terminal(.measureName): 0
    case .terminal(.setName), .terminal(.name), .terminal(.relationName), .terminal(.groupName): 1
    case .terminal(.handle), .terminal(.hashtag), .terminal(.settingName): 2
    case .terminal(.functionName), .terminal(.number): 4
    case .terminal: 3
    case .words(let words): words.first?.isLetter == true ? 5 : 6
    }
  }

  /// Tokens that are what was expected; nil where that takes a known name.
  fileprivate func example(at place: Range<Int>) -> [Token]? {
    func token(_ kind: Token.Kind, _ text: String) -> Token {
      Token(kind: kind, text: text, range: place)
    }
    switch self {
    case .words(let words):
      return words.split(separator: " ").map { word in
        token(word.first?.isLetter == true ? .word : .sign, String(word))
      }
    case .terminal(let terminal):
      switch terminal {
      case .number, .count: return [token(.number(1, isPercentage: false), "1")]
      case .text, .file: return [token(.text(isClosed: true), "x")]
      case .date: return [token(.date, "2026-01-01")]
      case .handle: return [token(.handle, "x")]
      case .hashtag: return [token(.hashtag, "x")]
      case .parameter: return [token(.parameter, "x")]
      case .topicName, .name, .columnName, .setName, .measureName, .relationName, .groupName,
        .parameterName, .rest:
        return [token(.word, "x")]
      case .functionName, .settingName, .end: return nil
      }
    }
  }
}

/// A way people put something that the language puts in another way.
///
/// `pattern` is words and signs, and names in angle brackets for what stands between them:
/// `<set>` one or more tokens, `<n:number>`, `<t:text>` or `<w:word>` one of that kind. `a|b` is either word;
/// `^` holds it to the statement's beginning, `$` to its end. `rewriting` and `choices` say it in our
/// words, with the same names.
struct Phrase: Sendable {
  /// One piece of a pattern.
  fileprivate enum Part {
    /// One of these words or signs.
    case word([String])
    /// One token of a kind, under a name.
    case one(Substring, kind: Substring)
    /// One or more tokens, under a name.
    case several(Substring)
    /// The statement's end.
    case end
  }

  /// The same in the language's words; nil where it can be meant in several ways.
  let rewriting: String?
  /// What is said about it.
  let message: String
  /// The ways it can be meant.
  let choices: [String]
  private let parts: [Part]
  private let isAtStart: Bool

  /// A phrase that is meant in one way.
  init(_ pattern: String, as rewriting: String, _ message: String) {
    self.init(pattern, rewriting, message, [])
  }

  /// A phrase that can be meant in several ways.
  init(_ pattern: String, among choices: [String], _ message: String) {
    self.init(pattern, nil, message, choices)
  }

  private init(_ pattern: String, _ rewriting: String?, _ message: String, _ choices: [String]) {
    let pieces = pattern.split(separator: " ")
    isAtStart = pieces.first == "^"
    parts = (isAtStart ? pieces.dropFirst() : pieces[...]).map(Part.init)
    self.rewriting = rewriting
    self.message = message
    self.choices = choices
  }
}

extension Phrase {
  /// What stood for the names of a phrase, as it was typed.
  typealias Bindings = [Substring: String]

  /// The most ways in which a phrase is looked for in one statement.
  private static let mostMatches = 40

  /// Whether a statement of these words and signs can hold it.
  func isPossible(among literals: Set<String>) -> Bool {
    parts.allSatisfy { part in
      if case .word(let words) = part { words.contains(where: literals.contains) } else { true }
    }
  }

  /// Where it stands in a statement, and what stood for its names: each way, shortest first.
  func matches(
    in tokens: [Token],
    _ typed: (Range<Int>) -> String
  ) -> [(range: Range<Int>, bindings: Bindings)] {
    var found: [(range: Range<Int>, bindings: Bindings)] = []
    for start in tokens.indices.dropLast() where found.count < Phrase.mostMatches {
      match(parts[...], tokens, start, [:], typed) { end, bindings in
        guard end > start, found.count < Phrase.mostMatches else { return }
        found.append(
          (tokens[start].range.lowerBound..<tokens[end - 1].range.upperBound, bindings)
        )
      }
      if isAtStart { break }
    }
    return found
  }

  /// Hands on where the parts of a pattern end when they begin at a token, and what they bind.
  private func match(
    _ parts: ArraySlice<Part>,
    _ tokens: [Token],
    _ start: Int,
    _ bindings: Bindings,
    _ typed: (Range<Int>) -> String,
    _ found: (Int, Bindings) -> Void
  ) {
    guard let part = parts.first else { return found(start, bindings) }
    let rest = parts.dropFirst()
    let token = tokens[start]
    guard part.admits(token) else { return }
    switch part {
    case .end: found(start, bindings)
    case .word: match(rest, tokens, start + 1, bindings, typed, found)
    case .one(let name, _):
      var bindings = bindings
      bindings[name] = typed(token.range)
      match(rest, tokens, start + 1, bindings, typed, found)
    case .several(let name):
      var bindings = bindings
      for end in (start + 1)..<tokens.count where rest.first?.admits(tokens[end]) != false {
        bindings[name] = typed(token.range.lowerBound..<tokens[end - 1].range.upperBound)
        match(rest, tokens, end, bindings, typed, found)
      }
    }
  }

  /// Words with the names in them replaced by what stood for them.
  static func filled(_ text: String, _ bindings: Bindings) -> String {
    bindings.reduce(text) { $0.replacing("<\($1.key)>", with: $1.value) }
  }
}

extension Phrase.Part {
  fileprivate init(_ piece: Substring) {
    if piece == "$" {
      self = .end
    } else if piece.hasPrefix("<"), piece.count > 1 {
      let names = piece.dropFirst().dropLast().split(separator: ":")
      self = names.count > 1 ? .one(names[0], kind: names[1]) : .several(names[0])
    } else {
      self = .word(piece == "|" ? ["|"] : piece.split(separator: "|").map(String.init))
    }
  }

  /// Whether it can begin with a token.
  fileprivate func admits(_ token: Token) -> Bool {
    switch self {
    case .end: token.kind == .end
    case .word(let words): words.contains(token.literal)
    case .one(_, let kind): token.kind.isNamed(kind)
    case .several: token.kind != .end
    }
  }
}

extension Token.Kind {
  /// Whether patterns call it that.
  fileprivate func isNamed(_ name: Substring) -> Bool {
    switch self {
    case .number: name == "number"
    case .text: name == "text"
    case .word: name == "word"
    case .handle: name == "handle"
    default: false
    }
  }
}

/// A way people put something that the language puts in another way.
///
/// `pattern` is words and signs, and names in angle brackets for what stands between them:
/// `<set>` one or more tokens, `<n:number>`, `<t:text>` or `<w:word>` one of that kind. `a|b` is either word;
/// `^` holds it to the statement's beginning, `$` to its end. `rewriting` and `choices` say it in our
/// words, with the same names.
struct Phrase: Sendable {
  /// What people type.
  let pattern: String
  /// The same in the language's words; nil where it can be meant in several ways.
  let rewriting: String?
  /// What is said about it.
  let message: String
  /// The ways it can be meant.
  let choices: [String]

  /// A phrase that is meant in one way.
  init(_ pattern: String, as rewriting: String, _ message: String) {
    self.init(pattern, rewriting, message, [])
  }

  /// A phrase that can be meant in several ways.
  init(_ pattern: String, among choices: [String], _ message: String) {
    self.init(pattern, nil, message, choices)
  }

  private init(_ pattern: String, _ rewriting: String?, _ message: String, _ choices: [String]) {
    self.pattern = pattern
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

  /// Where it stands in a statement, and what stood for its names: each way, shortest first.
  func matches(
    in tokens: [Token],
    _ typed: (Range<Int>) -> String
  ) -> [(range: Range<Int>, bindings: Bindings)] {
    var parts = pattern.split(separator: " ")[...]
    let isAtStart = parts.first == "^"
    if isAtStart { parts = parts.dropFirst() }
    var found: [(range: Range<Int>, bindings: Bindings)] = []
    for start in tokens.indices.dropLast() where found.count < Phrase.mostMatches {
      match(parts, tokens, start, [:], typed) { end, bindings in
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
    _ parts: ArraySlice<Substring>,
    _ tokens: [Token],
    _ start: Int,
    _ bindings: Bindings,
    _ typed: (Range<Int>) -> String,
    _ found: (Int, Bindings) -> Void
  ) {
    guard let part = parts.first else { return found(start, bindings) }
    let rest = parts.dropFirst()
    let token = tokens[start]
    if part == "$", token.kind == .end { return found(start, bindings) }
    guard token.kind != .end else { return }
    guard part.hasPrefix("<"), part.count > 1 else {
      let words = part == "|" ? [part] : part.split(separator: "|")
      guard words.contains(where: { token.isLiteral(String($0)) }) else { return }
      return match(rest, tokens, start + 1, bindings, typed, found)
    }
    let pieces = part.dropFirst().dropLast().split(separator: ":")
    var bindings = bindings
    if pieces.count > 1 {
      guard token.kind.isNamed(pieces[1]) else { return }
      bindings[pieces[0]] = typed(token.range)
      return match(rest, tokens, start + 1, bindings, typed, found)
    }
    for end in (start + 1)..<tokens.count {
      bindings[pieces[0]] = typed(token.range.lowerBound..<tokens[end - 1].range.upperBound)
      match(rest, tokens, end, bindings, typed, found)
    }
  }

  /// Words with the names in them replaced by what stood for them.
  static func filled(_ text: String, _ bindings: Bindings) -> String {
    bindings.reduce(text) { $0.replacing("<\($1.key)>", with: $1.value) }
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

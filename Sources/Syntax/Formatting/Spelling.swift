import Diagnostics

/// How the tokens of one statement are spelled, and between which of them no space stands.
struct Spelling {
  /// The words and signs of the grammar, by the byte each begins at.
  private var literals: [Int: String] = [:]
  /// Where the signs begin that belong to what follows them.
  private var prefixes: Set<Int> = []
  /// Where the names of functions end.
  private var functionEnds: Set<Int> = []

  /// The spelling of a statement that was matched.
  init(of tree: SyntaxNode?) {
    if let tree { read(tree) }
  }

  private mutating func read(_ node: SyntaxNode) {
    for (index, part) in node.parts.enumerated() {
      switch part {
      case .node(let inner): read(inner)
      case .leaf(let leaf) where leaf.terminal == nil:
        literals[leaf.range.lowerBound] = leaf.text
        if leaf.text == "-", index == 0 { prefixes.insert(leaf.range.lowerBound) }
      case .leaf(let leaf):
        if leaf.terminal == .functionName { functionEnds.insert(leaf.range.upperBound) }
      }
    }
  }

  /// A token in its normal form.
  func text(of token: Token, in source: SourceText) -> String {
    switch token.kind {
    case .word, .sign: return literals[token.range.lowerBound] ?? token.text
    case .number, .date: return token.text
    // In the tree a parameter is what it stands for.
    case .parameter: return source.slice(token.range)
    default: return Spelling.straightened(source.slice(token.range))
    }
  }

  /// Whether no space stands between two tokens that follow each other.
  func isTight(_ left: Token, _ right: Token) -> Bool {
    if right.kind == .sign {
      if [")", ",", ":"].contains(right.text) { return true }
      if right.text == "(", functionEnds.contains(left.range.upperBound) { return true }
    }
    guard left.kind == .sign else { return false }
    // Two dashes side by side would begin a comment.
    let isComment = right.kind == .sign && right.text == "-"
    return left.text == "(" || (prefixes.contains(left.range.lowerBound) && !isComment)
  }

  /// A token with straight quotes around it, where it has quotes; what is in them stays.
  private static func straightened(_ typed: String) -> String {
    var scalars = Array(typed.unicodeScalars)
    guard let first = scalars.firstIndex(where: Lexer.isQuote), let last = scalars.last,
      Lexer.isQuote(last)
    else { return typed }
    scalars[first] = "\""
    scalars[scalars.count - 1] = "\""
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}

/// Names and texts as they are typed, in quotes where they must be.
package enum Quoted {
  /// The text in quotes, with a backslash before quotes of any kind and before backslashes.
  package static func text(_ text: String) -> String {
    var quoted = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\\" || Lexer.isQuote(scalar) { quoted.append("\\") }
      quoted.append(scalar)
    }
    return "\"\(String(quoted))\""
  }

  /// A person: `@ann`, or `@"Ann Lee"` where the handle is not one word.
  package static func person(_ handle: String) -> String {
    let isPlain = Lexer.isPlain(handle) || reads("@\(handle)", as: .handle, handle)
    return isPlain ? "@\(handle)" : "@\(text(handle))"
  }

  /// A topic: `#yoga`, or `topic "hot yoga"` where the name is not one word.
  package static func topic(_ name: String) -> String {
    let isPlain = reads("#\(name)", as: .hashtag, name)
    return isPlain ? "#\(name)" : "topic \(text(name))"
  }

  /// Whether a text is one token of a kind that says `meaning`.
  package static func reads(_ text: String, as kind: Token.Kind, _ meaning: String) -> Bool {
    guard let token = Lexer.soleToken(of: text) else { return false }
    return token.kind == kind && token.text == meaning
  }
}

/// What the parameters of a script stand for: tokens that take the place of `$topic`.
package struct Parameters: Sendable {
  /// Why a parameter has no value.
  package enum Fault: Error, Sendable, Hashable {
    /// Nothing was given for it, and its declaration has no value.
    case isMissing
    /// What was given is not of its kind.
    case isNot(ParameterDeclaration.Kind, given: String)
  }

  /// What is given from outside, by name, for declarations to come.
  package var given: [String: String] = [:]
  private var tokens: [String: [Token]] = [:]
  private var kinds: [String: ParameterDeclaration.Kind] = [:]

  /// No parameters; or values for those that a script will declare.
  package init(given: [String: String] = [:]) {
    self.given = given
  }

  /// The names that were declared, in order.
  package var names: [String] { kinds.keys.sorted() }

  /// What a parameter stands for, as it would be typed; nil where it has no value.
  package func text(of name: String) -> String? {
    let key = name.lowercased()
    guard var tokens = tokens[key] else { return nil }
    // A set is kept in brackets.
    if kinds[key] == .set { tokens = Array(tokens.dropFirst().dropLast()) }
    return tokens.map(\.source).joined(separator: " ")
  }

  /// The statement that declares a parameter with what it stands for; nil where it has no value.
  package func statement(of name: String) -> String? {
    guard let kind = kinds[name.lowercased()], let value = text(of: name) else { return nil }
    return "param $\(name): \(kind.rawValue) = \(value)"
  }

  /// Declares a parameter with what was given for it, else with the value of its declaration.
  package mutating func declare(
    _ declaration: ParameterDeclaration,
    value: String?
  ) throws(Fault) {
    let key = declaration.name.text.lowercased()
    kinds[key] = declaration.kind
    guard let text = given[key] ?? value else {
      tokens[key] = nil
      throw .isMissing
    }
    guard let read = declaration.kind.tokens(of: text) else {
      tokens[key] = nil
      throw .isNot(declaration.kind, given: text)
    }
    tokens[key] = read
  }

  /// Tokens with the parameters among them replaced, and those that stand for nothing.
  ///
  /// The one behind `param` is being declared and stays.
  func applied(to statement: [Token]) -> (tokens: [Token], unknown: [Name]) {
    guard statement.contains(where: { $0.kind == .parameter }) else { return (statement, []) }
    var result: [Token] = []
    var unknown: [Name] = []
    for (index, token) in statement.enumerated() {
      guard token.kind == .parameter, !(index == 1 && statement[0].isLiteral("param")) else {
        result.append(token)
        continue
      }
      if let value = tokens[token.text.lowercased()] {
        result += value.map { Token(kind: $0.kind, text: $0.text, range: token.range) }
      } else {
        unknown.append(Name(token.text, range: token.range))
        result.append(token)
      }
    }
    return (result, unknown)
  }
}

extension ParameterDeclaration.Kind {
  /// The tokens a text stands for, typed in a script or given from outside; nil where it is no such
  /// thing.
  fileprivate func tokens(of text: String) -> [Token]? {
    let tokens = Lexer.tokens(of: text)
    switch self {
    case .topic: return name(text, tokens, marked: .hashtag).map { [$0] }
    case .person: return name(text, tokens, marked: .handle).map { [$0] }
    case .text:
      if let tokens, tokens.count == 1, case .text = tokens[0].kind { return tokens }
      return [Token(kind: .text(isClosed: true), text: text, range: 0..<0)]
    case .set:
      guard let tokens, !tokens.isEmpty else { return nil }
      return [Token.sign("(")] + tokens + [Token.sign(")")]
    case .number:
      guard let tokens, let last = tokens.last, case .number = last.kind,
        tokens.count == 1 || tokens.count == 2 && tokens[0].isLiteral("-")
      else { return nil }
      return tokens
    case .date:
      guard let tokens, tokens.count == 1 else { return nil }
      if case .number = tokens[0].kind { return tokens }
      return tokens[0].kind == .date ? tokens : nil
    case .duration:
      guard let tokens, tokens.count == 2, case .number = tokens[0].kind,
        tokens[1].kind == .word
      else { return nil }
      return tokens
    }
  }

  /// One name, with its mark or without, in quotes or bare.
  private func name(_ text: String, _ tokens: [Token]?, marked kind: Token.Kind) -> Token? {
    var name = text
    if let tokens, tokens.count == 1 {
      switch tokens[0].kind {
      case .handle, .hashtag:
        guard tokens[0].kind == kind else { return nil }
        name = tokens[0].text
      case .text: name = tokens[0].text
      default: break
      }
    } else if kind == .hashtag, let tokens, tokens.count == 2, tokens[0].isLiteral("topic") {
      name = tokens[1].text
    }
    return name.isEmpty ? nil : Token(kind: kind, text: name, range: 0..<0)
  }
}

extension Token {
  /// A sign of the grammar that stands nowhere.
  fileprivate static func sign(_ text: String) -> Token {
    Token(kind: .sign, text: text, range: 0..<0)
  }

  /// The token as it would be typed.
  fileprivate var source: String {
    switch kind {
    case .handle: Quoted.person(text)
    case .hashtag: Quoted.topic(text)
    case .parameter: "$\(text)"
    case .text: Quoted.text(text)
    default: text
    }
  }
}

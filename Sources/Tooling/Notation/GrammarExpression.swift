/// The right-hand side of a rule.
package indirect enum GrammarExpression: Hashable {
  /// A word or a sign of the language, between quotes in the file.
  case literal(String)
  /// An open terminal, capitalised in the file.
  case terminal(String)
  /// Another rule.
  case rule(String)
  /// One after the other.
  case sequence([GrammarExpression])
  /// The first that fits.
  case choice([GrammarExpression])
  /// Perhaps.
  case optional(GrammarExpression)
  /// Any number of times.
  case many(GrammarExpression)
  /// At least once.
  case some(GrammarExpression)
  /// Not this, without taking anything.
  case not(GrammarExpression)

  /// Every expression inside, this one first.
  package var all: [GrammarExpression] {
    switch self {
    case .literal, .terminal, .rule: [self]
    case .sequence(let parts), .choice(let parts): [self] + parts.flatMap(\.all)
    case .optional(let part), .many(let part), .some(let part), .not(let part): [self] + part.all
    }
  }

  /// Every expression inside that can take something, this one first: nothing behind `!`.
  package var takers: [GrammarExpression] {
    switch self {
    case .literal, .terminal, .rule: [self]
    case .sequence(let parts), .choice(let parts): [self] + parts.flatMap(\.takers)
    case .optional(let part), .many(let part), .some(let part): [self] + part.takers
    case .not: []
    }
  }

  /// The parts of a sequence; the expression itself where it is none.
  package var items: [GrammarExpression] {
    if case .sequence(let parts) = self { return parts }
    return [self]
  }
}

/// Reads one rule: `name <- 'word' Terminal (a / b)? c* !d`.
struct GrammarExpressionParser {
  /// What is wrong with a rule.
  struct Fault: Error {
    let message: String
  }

  private let characters: [Character]
  private var position = 0

  /// A parser of one rule's text.
  init(_ text: String) { characters = Array(text) }

  /// The rule: its name and what it stands for.
  mutating func rule() throws(Fault) -> (String, GrammarExpression) {
    let name = word()
    guard !name.isEmpty, take("<"), takeNow("-") else {
      throw Fault(message: "a rule is 'name <- ...'")
    }
    let expression = try choice()
    skipSpace()
    guard position == characters.count else {
      throw Fault(message: "nothing may stand here: \(String(characters[position...]))")
    }
    return (name, expression)
  }

  private mutating func choice() throws(Fault) -> GrammarExpression {
    var alternatives = [try sequence()]
    while take("/") { alternatives.append(try sequence()) }
    return alternatives.count == 1 ? alternatives[0] : .choice(alternatives)
  }

  private mutating func sequence() throws(Fault) -> GrammarExpression {
    var parts: [GrammarExpression] = []
    while let part = try suffixed() { parts.append(part) }
    guard !parts.isEmpty else { throw Fault(message: "an empty alternative") }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func suffixed() throws(Fault) -> GrammarExpression? {
    if take("!") {
      guard let part = try primary() else { throw Fault(message: "'!' without anything behind it") }
      return .not(part)
    }
    guard let part = try primary() else { return nil }
    if takeNow("?") { return .optional(part) }
    if takeNow("*") { return .many(part) }
    if takeNow("+") { return GrammarExpression.some(part) }
    return part
  }

  private mutating func primary() throws(Fault) -> GrammarExpression? {
    if take("(") {
      let inner = try choice()
      guard take(")") else { throw Fault(message: "a bracket is not closed") }
      return inner
    }
    if take("'") {
      let start = position
      while position < characters.count, characters[position] != "'" { position += 1 }
      guard position < characters.count else { throw Fault(message: "a quote is not closed") }
      position += 1
      return .literal(String(characters[start..<(position - 1)]))
    }
    let name = word()
    guard let first = name.first else { return nil }
    return first.isUppercase ? .terminal(name) : .rule(name)
  }

  private mutating func word() -> String {
    skipSpace()
    let start = position
    while position < characters.count, characters[position].isLetter { position += 1 }
    return String(characters[start..<position])
  }

  private mutating func skipSpace() {
    while position < characters.count, characters[position] == " " { position += 1 }
  }

  private mutating func take(_ character: Character) -> Bool {
    skipSpace()
    return takeNow(character)
  }

  private mutating func takeNow(_ character: Character) -> Bool {
    guard position < characters.count, characters[position] == character else { return false }
    position += 1
    return true
  }
}

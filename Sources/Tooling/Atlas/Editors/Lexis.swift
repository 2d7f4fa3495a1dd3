import Notation

/// The words and signs of a grammar, in the groups that editors colour.
///
/// The groups are read from the grammar; only the shapes of tokens, which the lexer in
/// `Sources/Syntax` knows and no grammar file states, are written down here.
struct Lexis {
  /// The words that statements begin with.
  let leading: [String]
  /// The words that never are a bare name.
  let reserved: [String]
  /// The words that may be a bare name elsewhere.
  let contextual: [String]
  /// The signs that compare and reckon, longest first.
  let operators: [String]
  /// The words behind which the name of an open terminal stands at once, by the terminal.
  private let introductions: [String: [String]]

  /// The words and signs of a grammar.
  init(_ source: GrammarSource) {
    leading = Array(Set(source.leadingWords)).sorted()
    let used = source.words.filter { !$0.isHeld }
    reserved = used.filter(\.isReserved).map(\.text).sorted()
    contextual = used.filter { !$0.isReserved }.map(\.text).sorted()
    var signs: Set<String> = ["|"]
    var introductions: [String: Set<String>] = [:]
    for part in source.rules.flatMap(\.expression.all) {
      if case .literal(let sign) = part, sign.first?.isLetter != true { signs.insert(sign) }
      for (word, next) in zip(part.items, part.items.dropFirst()) {
        if case .literal(let word) = word, case .terminal(let name) = next {
          introductions[name, default: []].insert(word)
        }
      }
    }
    operators = signs.subtracting(Lexis.marks).sorted { ($0.count, $1) > ($1.count, $0) }
    self.introductions = introductions.mapValues { $0.sorted() }
  }

  /// The words in front of a terminal.
  func words(before terminal: String) -> [String] { introductions[terminal] ?? [] }

  /// The signs that separate and bracket.
  static let marks: Set<String> = ["(", ")", ",", "|", ";"]

  /// The words that a number makes a duration with.
  static let periods = ["second", "minute", "hour", "day", "week", "month", "quarter", "year"]
}

extension StringProtocol {
  /// The text in the small letters and `_` of tree-sitter and of Vim: `forClause` is `for_clause`.
  var snaked: String {
    var snaked = ""
    for character in self {
      if character.isUppercase, !snaked.isEmpty { snaked += "_" }
      snaked += character.lowercased()
    }
    return snaked
  }

  /// The text as a pattern that fits nothing else.
  var escapedForPattern: String {
    var escaped = ""
    for character in self {
      if "\\^$.|?*+()[]{}/".contains(character) { escaped += "\\" }
      escaped.append(character)
    }
    return escaped
  }
}

/// The names the language knows without any data: those of the catalogues.
package struct Lexicon: Sendable {
  private let names: [Terminal: [String: [[String]]]]
  /// All names of a terminal, as they are typed.
  private let lists: [Terminal: [String]]

  /// A lexicon of measures, functions and settings.
  package init(measures: [String] = [], functions: [String] = [], settings: [String] = []) {
    lists = [.measureName: measures, .functionName: functions, .settingName: settings]
    names = lists.mapValues { list in
      let split = list.map { $0.split(separator: " ").map(String.init) }
      return Dictionary(grouping: split) { $0[0] }
        .mapValues { $0.sorted { $0.count > $1.count } }
    }
  }

  /// The names of a terminal; empty where it is an open one.
  package func names(of terminal: Terminal) -> [String] { lists[terminal] ?? [] }

  /// Whether a longer name of a terminal begins with these words.
  func hasName(of terminal: Terminal, beginningWith tokens: ArraySlice<Token>) -> Bool {
    guard let first = tokens.first, tokens.allSatisfy({ $0.kind == .word }) else { return false }
    let candidates = names[terminal]?[first.literal] ?? []
    return candidates.contains { words in
      words.count > tokens.count && zip(words, tokens).allSatisfy { $0 == $1.literal }
    }
  }

  /// Whether some name begins with a word.
  func begins(with token: Token) -> Bool {
    names.values.contains { $0[token.literal] != nil }
  }

  /// How many tokens from `start` make the longest name of a terminal; nil where none does.
  func longestMatch(of terminal: Terminal, in tokens: ArraySlice<Token>) -> Int? {
    guard let first = tokens.first, first.kind == .word else { return nil }
    let candidates = names[terminal]?[first.literal] ?? []
    return candidates.first { words in
      words.count <= tokens.count
        && zip(words, tokens).allSatisfy { $0 == $1.literal && $1.kind == .word }
    }?.count
  }
}

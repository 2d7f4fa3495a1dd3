extension Matcher {
  /// How many tokens a terminal takes at a position; nil where it does not fit.
  func length(of terminal: Terminal, at position: Int) -> Int? {
    let token = tokens[position]
    // What a parameter stands for is not known; it may be whatever can be one.
    if token.kind == .parameter { return terminal.canBeParameter ? 1 : nil }
    switch terminal {
    case .parameter: return nil
    case .end: return token.kind == .end ? 0 : nil
    case .number, .count:
      guard case .number = token.kind else { return nil }
      return 1
    case .text, .file:
      guard case .text = token.kind else { return nil }
      return 1
    case .date: return token.kind == .date ? 1 : nil
    case .handle: return token.kind == .handle && !token.text.isEmpty ? 1 : nil
    case .hashtag: return token.kind == .hashtag && !token.text.isEmpty ? 1 : nil
    case .functionName, .settingName:
      return lexicon.longestMatch(of: terminal, in: tokens[position...])
    case .measureName:
      guard !token.isLiteral("people") else { return nil }
      return lexicon.longestMatch(of: terminal, in: tokens[position...])
        ?? nameRun(at: position)
    case .setName:
      guard !token.isLiteral("people"),
        lexicon.longestMatch(of: .measureName, in: tokens[position...]) == nil
      else { return nil }
      return nameRun(at: position)
    case .relationName, .parameterName, .groupName: return nameRun(at: position)
    case .topicName:
      if case .number = token.kind { return 1 }
      return quotedName(token) ?? nameRun(at: position)
    case .name: return quotedName(token) ?? nameRun(at: position)
    case .columnName: return quotedName(token) ?? wordRun(at: position) { $0.kind == .word }
    case .rest: return token.kind == .end ? nil : tokens.count - 1 - position
    }
  }

  /// Whether the tokens up to the cursor begin a name of several words.
  func isBegun(_ terminal: Terminal, at position: Int, before cursor: Int) -> Bool {
    guard position < cursor else { return false }
    switch terminal {
    case .rest: return true
    case .functionName, .settingName:
      return lexicon.hasName(of: terminal, beginningWith: tokens[position..<cursor])
    default: return false
    }
  }

  private func quotedName(_ token: Token) -> Int? {
    if case .text = token.kind { return 1 }
    return nil
  }

  /// A bare name: a run of words that are not reserved.
  ///
  /// At the start of a statement it does not begin with a word that a statement begins with.
  private func nameRun(at position: Int) -> Int? {
    if position == 0, Grammar.leadingWords.contains(tokens[0].literal) { return nil }
    return wordRun(at: position) { $0.isNameWord }
  }

  /// The words from a position on; in front of the cursor a run of names stops, so that what may
  /// follow it is looked for there too.
  private func wordRun(at position: Int, _ belongs: (Token) -> Bool) -> Int? {
    var end = position
    while belongs(tokens[end]), end == position || end != cursor { end += 1 }
    return end > position ? end - position : nil
  }
}

extension Terminal {
  /// Whether a parameter nobody declared may stand for it.
  fileprivate var canBeParameter: Bool {
    switch self {
    case .parameter, .number, .count, .text, .file, .date, .handle, .hashtag, .setName: true
    default: false
    }
  }
}

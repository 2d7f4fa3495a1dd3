import Diagnostics
import Syntax
import Testing

@Suite struct CompletionTests {
  @Test(arguments: acceptedLines)
  func `what a line goes on with is among the slots`(_ line: String) {
    checkContinuations(of: line, lexicon: exampleLexicon)
  }

  @Test(arguments: acceptedLines)
  func `no slot comes twice, and each begins inside the line`(_ line: String) {
    for count in 0...line.count {
      let cursor = line.prefix(count).utf8.count
      let slots = Completion.slots(in: line, at: cursor, lexicon: exampleLexicon)
      let distinct = Set(slots.map { "\($0.expectation) \($0.rule) \($0.start)" })
      #expect(distinct.count == slots.count, "\(slots)")
      #expect(slots.allSatisfy { (0...cursor).contains($0.start) }, "\(cursor): \(slots)")
      let words = slots.compactMap { slot -> (words: String, rule: Rule)? in
        if case .words(let words) = slot.expectation { (words, slot.rule) } else { nil }
      }
      // A beginning of another label of its rule is the same word without its company.
      let cut = words.filter { word in
        words.contains { $0.rule == word.rule && $0.words.hasPrefix(word.words + " ") }
      }.map(\.words)
      #expect(cut == [], "at \(cursor) of \(line)")
    }
  }

  @Test(arguments: [
    ("", ["top", "bottom", "count", "show", "define", "load", "help", "quit", "people"]),
    ("audience overlap with topic yoga ", ["weighted by", "over", "for", "where", "limit"]),
    ("top 10 people ", ["by", "and", "or", "but not", "interested in"]),
    ("people where followers ", ["is missing", "between", "matches", "sort by"]),
    ("people where followers is ", ["missing"]),
    ("load ", ["follows", "trust", "people", "relation"]),
    ("load follows ", ["from"]),
    ("reach within 2 ", ["hops", "hop"]),
    ("describe ", ["graph", "settings"]),
    ("followers; top 10 people ", ["by"]),
    ("followers;", ["top", "count"]),
  ])
  func `words that may come next`(_ text: String, _ wanted: [String]) {
    let slots = Completion.slots(in: text, at: text.utf8.count, lexicon: exampleLexicon)
    let words = slots.compactMap { slot -> String? in
      if case .words(let words) = slot.expectation { words } else { nil }
    }
    for word in wanted { #expect(words.contains(word), "\(word) in \(words)") }
  }

  @Test(arguments: [
    ("audience ov", Terminal.measureName, "audience ov", 0),
    ("followers of @a", .handle, "a", 13),
    ("followers of @\"Ann L", .handle, "Ann L", 13),
    ("people interested in #yo", .hashtag, "yo", 21),
    ("people interested in topic yo", .topicName, "yo", 27),
    ("describe \"fol", .file, "fol", 9),
    ("set missing tr", .settingName, "missing tr", 4),
    ("show name, cou", .measureName, "cou", 11),
    ("top 3 cust", .setName, "cust", 6),
    ("help audience ov", .rest, "audience ov", 5),
  ])
  func `what was typed of a name`(_ text: String, _ kind: Terminal, _ typed: String, _ start: Int) {
    let slots = Completion.slots(in: text, at: text.utf8.count, lexicon: exampleLexicon)
    let found = slots.contains {
      $0.expectation == .terminal(kind) && $0.typed == typed && $0.start == start
    }
    #expect(found, "\(slots)")
  }

  @Test func `what follows the cursor does not matter`() {
    let line = "top 10 people by reach"
    for cursor in 0...line.utf8.count {
      let cut = String(decoding: Array(line.utf8.prefix(cursor)), as: UTF8.self)
      let whole = Completion.slots(in: line, at: cursor, lexicon: exampleLexicon)
      #expect(whole == Completion.slots(in: cut, at: cursor, lexicon: exampleLexicon))
    }
  }
}

/// Where a token begins, after its first letter, and before its last one, what the line goes on
/// with must be among what could stand there.
func checkContinuations(of line: String, lexicon: Lexicon) {
  let tokens = Lexer.statements(of: SourceText(line)).statements.flatMap(\.tokens)
  for token in tokens where token.kind != .end {
    for typed in Set([0, 1, token.text.count - 1]) where typed >= 0 {
      let start = token.range.lowerBound
      let cursor = start + String(token.text.prefix(typed)).utf8.count
      guard token.kind == .word || cursor == start else { continue }
      // Behind a word without a space it is the word that is completed.
      guard token.kind != .sign || line.utf8.count > start && isAfterSpace(start, in: line) else {
        continue
      }
      let slots = Completion.slots(in: line, at: cursor, lexicon: lexicon)
      let goesOn = slots.contains { allows($0, token, in: line, lexicon) }
      #expect(goesOn, "\(token.text) at \(cursor) of \(line): \(slots)")
    }
  }
}

private func isAfterSpace(_ offset: Int, in line: String) -> Bool {
  offset > 0 && Array(line.utf8)[offset - 1] == UInt8(ascii: " ")
}

private func allows(
  _ slot: Completion.Slot,
  _ token: Token,
  in line: String,
  _ lexicon: Lexicon
) -> Bool {
  switch slot.expectation {
  case .words(let words):
    let first = words.split(separator: " ").first.map(String.init) ?? words
    return first == token.text.lowercased() && slot.start == token.range.lowerBound
      && first.hasPrefix(slot.typed.lowercased())
  case .terminal(let terminal):
    let source = SourceText(line)
    let name = source.slice(slot.start..<token.range.upperBound).lowercased()
    let known = lexicon.names(of: terminal)
    let isKnown = known.contains { $0.hasPrefix(name) }
    let isOpen = terminal == .measureName || known.isEmpty
    return kinds(of: token).contains(terminal) && (isKnown || isOpen)
  }
}

/// The terminals that a token can be, or begin or go on.
private func kinds(of token: Token) -> Set<Terminal> {
  switch token.kind {
  case .word:
    [
      .measureName, .setName, .functionName, .settingName, .relationName, .parameterName,
      .topicName, .name, .columnName, .groupName, .rest,
    ]
  case .number: [.number, .count, .topicName, .rest]
  case .text: [.text, .file, .topicName, .name, .columnName, .rest]
  case .date: [.date, .rest]
  case .handle: [.handle, .rest]
  case .hashtag: [.hashtag, .rest]
  case .parameter: [.parameter, .hashtag, .handle, .setName, .rest]
  case .sign, .end: [.rest]
  }
}

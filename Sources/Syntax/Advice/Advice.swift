package import Diagnostics

/// What the language would say for a statement that people put in other words.
///
/// A rewriting is proposed only where the whole statement then parses.
package struct Advice: Sendable {
  private let tokens: [Token]
  private let source: SourceText
  private let lexicon: Lexicon
  private let today: (year: Int, month: Int, day: Int)?

  /// The longest statement that is looked at, in tokens.
  private static let longest = 60

  /// Advice on the tokens of a statement; `today` is *now*, for words such as `yesterday`.
  init(
    _ tokens: [Token],
    in source: SourceText,
    lexicon: Lexicon,
    today: (year: Int, month: Int, day: Int)?
  ) {
    self.tokens = tokens
    self.source = source
    self.lexicon = lexicon
    self.today = today
  }

  /// The message for it; nil where nothing is known of its words.
  package var diagnostic: Diagnostic? {
    guard tokens.count <= Advice.longest else { return nil }
    if let special = commentAdvice ?? dateAdvice ?? numberAdvice ?? screenAdvice { return special }
    for phrase in possible(Advice.calendar(today) + Phrase.all) {
      if let diagnostic = diagnostic(for: phrase) { return diagnostic }
    }
    return beginningAdvice ?? tagAdvice
  }

  /// Those of some phrases whose words the statement has.
  private func possible(_ phrases: [Phrase]) -> [Phrase] {
    let literals = Set(tokens.map(\.literal))
    return phrases.filter { $0.isPossible(among: literals) }
  }

  /// The bytes of the whole statement.
  private var whole: Range<Int> {
    tokens[0].range.lowerBound..<(tokens.dropLast().last ?? tokens[0]).range.upperBound
  }

  private func diagnostic(for phrase: Phrase) -> Diagnostic? {
    matches(of: phrase).lazy.compactMap { range, bindings in
      phrase.rewriting.map { rewritten(range, as: Phrase.filled($0, bindings), phrase.message) }
        ?? chosen(range, among: phrase.choices.map { Phrase.filled($0, bindings) }, phrase.message)
    }.first
  }

  /// The message for a part of the statement that can be meant in several ways.
  private func chosen(
    _ range: Range<Int>,
    among choices: [String],
    _ message: String
  ) -> Diagnostic? {
    let areWhole = choices.allSatisfy { accepted(replacing: range, with: $0, steps: 1) != nil }
    guard areWhole else { return nil }
    return Diagnostic(.unexpectedWord, message, at: source.place(of: range), choices: choices)
  }

  /// The message for a part of the statement that is put in other words.
  private func rewritten(
    _ range: Range<Int>,
    as words: String,
    _ message: String
  ) -> Diagnostic? {
    guard let text = accepted(replacing: range, with: words) else { return nil }
    // Where one phrase is not all that is wrong, the statement is put in other words as a whole.
    let isAll = text == replaced(range, with: words)
    return Diagnostic(
      .unexpectedWord,
      message,
      at: source.place(of: range),
      fix: isAll
        ? Diagnostic.Fix(range: range, replacement: words)
        : Diagnostic.Fix(range: whole, replacement: text)
    )
  }

  /// Where a phrase stands, and what stood for its names; `<whole>` is the statement.
  private func matches(of phrase: Phrase) -> [(range: Range<Int>, bindings: Phrase.Bindings)] {
    let takesAll = phrase.rewriting?.contains("<whole>") == true
    return phrase.matches(in: tokens) { source.slice($0) }.map { range, bindings in
      var bindings = bindings
      bindings["whole"] = source.slice(whole)
      return (takesAll ? whole : range, bindings)
    }
  }

  private func replaced(_ range: Range<Int>, with words: String) -> String {
    source.slice(whole.lowerBound..<range.lowerBound) + words
      + source.slice(range.upperBound..<whole.upperBound)
  }

  /// The statement with a part of it put in other words, where it then parses, perhaps after more of
  /// it is put in other words too.
  private func accepted(
    replacing range: Range<Int>,
    with words: String,
    steps: Int = 3
  ) -> String? {
    let text = replaced(range, with: words)
    let source = SourceText(text)
    let (statements, faults) = Lexer.statements(of: source)
    guard faults.isEmpty, statements.count == 1 else { return nil }
    var matcher = Matcher(statements[0].tokens, lexicon: lexicon)
    if matcher.statement() != nil { return text }
    guard steps > 1, statements[0].tokens.count <= Advice.longest else { return nil }
    let next = Advice(statements[0].tokens, in: source, lexicon: lexicon, today: today)
    for phrase in next.possible(Phrase.all) {
      guard let rewriting = phrase.rewriting else { continue }
      for (range, bindings) in next.matches(of: phrase).prefix(4) {
        let words = Phrase.filled(rewriting, bindings)
        if let text = next.accepted(replacing: range, with: words, steps: steps - 1) { return text }
      }
    }
    return nil
  }

  /// `selct people`, `cuont customers`: a misspelt word that a statement begins with, or that people
  /// begin one with.
  private var beginningAdvice: Diagnostic? {
    guard let first = tokens.first, first.kind == .word, tokens.count > 2,
      !Grammar.usedWords.contains(first.text.lowercased()), !lexicon.begins(with: first),
      let word = NearestName.clear(for: first.text, among: Grammar.leadingWords.union(Phrase.verbs))
    else { return nil }
    if Grammar.leadingWords.contains(word) {
      return rewritten(first.range, as: word, "no statement begins with `\(first.text)`")
    }
    let rest = tokens[1].range.lowerBound..<whole.upperBound
    return rewritten(whole, as: source.slice(rest), Phrase.asking)
  }

  /// `# my note` and `// my note`: comments of other languages.
  private var commentAdvice: Diagnostic? {
    let isHash = tokens[0].kind == .hashtag && tokens[0].text.isEmpty
    let areSlashes = tokens.count > 2 && tokens[0].isLiteral("/") && tokens[1].isLiteral("/")
    guard isHash || areSlashes else { return nil }
    let mark = tokens[0].range.lowerBound..<tokens[isHash ? 0 : 1].range.upperBound
    return Diagnostic(
      .unexpectedWord,
      "comments begin with `--`",
      at: source.place(of: mark),
      fix: Diagnostic.Fix(range: mark, replacement: "--")
    )
  }

  /// `#loads the follows of today`: a comment that looks like a topic.
  private var tagAdvice: Diagnostic? {
    guard tokens[0].kind == .hashtag, tokens.count > 3, tokens[1].kind == .word,
      !Grammar.usedWords.contains(tokens[1].literal),
      NearestName.clear(for: tokens[1].text, among: Grammar.usedWords) == nil
    else { return nil }
    let mark = tokens[0].range.lowerBound..<(tokens[0].range.lowerBound + 1)
    return Diagnostic(
      .unexpectedWord,
      "no question begins so; a comment begins with `--`",
      at: source.place(of: whole),
      fix: Diagnostic.Fix(range: mark, replacement: "-- ")
    )
  }

  /// `clear`: what is on the screen is no statement's.
  private var screenAdvice: Diagnostic? {
    guard tokens.count == 2, tokens[0].isLiteral("clear") || tokens[0].isLiteral("cls") else {
      return nil
    }
    return Diagnostic(
      .unexpectedWord,
      "the key Ctrl-L clears the screen; `forget` takes definitions away",
      at: source.place(of: tokens[0].range)
    )
  }

  /// `31/01/2026`: a day, a month and a year, in whichever order.
  private var dateAdvice: Diagnostic? {
    let parts = tokens.indices.dropFirst(4).first { end in
      tokens[end - 1].isLiteral("/") && tokens[end - 3].isLiteral("/")
        && [end, end - 2, end - 4].allSatisfy { tokens[$0].whole != nil }
    }
    guard let end = parts, let year = tokens[end].whole, (1000...9999).contains(year),
      let first = tokens[end - 4].whole, let second = tokens[end - 2].whole
    else { return nil }
    let dates = [(first, second), (second, first)].filter { day, month in
      (1...31).contains(day) && (1...12).contains(month)
    }.map { day, month in "\(year)-\(Advice.padded(month))-\(Advice.padded(day))" }
    let range = tokens[end - 4].range.lowerBound..<tokens[end].range.upperBound
    let distinct = dates.count == 2 && dates[0] == dates[1] ? [dates[0]] : dates
    return Diagnostic(
      .unexpectedWord,
      "dates are written 2026-01-31",
      at: source.place(of: range),
      fix: distinct.count == 1 ? Diagnostic.Fix(range: range, replacement: distinct[0]) : nil,
      choices: distinct.count == 1 ? [] : distinct
    )
  }

  /// `1,000`: digits in groups.
  private var numberAdvice: Diagnostic? {
    for index in tokens.indices.dropLast(2) {
      let (first, comma, last) = (tokens[index], tokens[index + 1], tokens[index + 2])
      guard first.whole != nil, comma.isLiteral(","), last.whole != nil, last.text.count == 3,
        first.range.upperBound == comma.range.lowerBound,
        comma.range.upperBound == last.range.lowerBound
      else { continue }
      let range = first.range.lowerBound..<last.range.upperBound
      let words = first.text + last.text
      guard accepted(replacing: range, with: words) != nil else { continue }
      return Diagnostic(
        .unexpectedWord,
        "numbers are written 1000 or 1_000",
        at: source.place(of: range),
        fix: Diagnostic.Fix(range: range, replacement: words)
      )
    }
    return nil
  }

  /// `March 2026`.
  private static let months: [Phrase] = [
    "january|jan", "february|feb", "march|mar", "april|apr", "may", "june|jun", "july|jul",
    "august|aug", "september|sep", "october|oct", "november|nov", "december|dec",
  ].enumerated().map { index, names in
    Phrase("\(names) <y:number>", as: "<y>-\(padded(index + 1))", "dates are written 2026-01-31")
  }

  /// Words for periods that depend on *now*.
  private static func calendar(_ today: (year: Int, month: Int, day: Int)?) -> [Phrase] {
    guard let (year, month, day) = today else {
      return months + [
        Phrase("last|past month", as: "in the last month", "a period begins with `in`")
      ]
    }
    let thisMonth = "\(year)-\(padded(month))"
    let lastMonth = month == 1 ? "\(year - 1)-12" : "\(year)-\(padded(month - 1))"
    let now = "now is \(thisMonth)-\(padded(day))"
    return months + [
      Phrase(
        "last|previous month",
        as: "in \(lastMonth)",
        "`last month` is `in \(lastMonth)`, \(now); `in the last month` counts back from there"
      ),
      Phrase("this month", as: "in \(thisMonth)", "`this month` is `in \(thisMonth)`, \(now)"),
      Phrase("last|previous year", as: "in \(year - 1)", "`last year` is `in \(year - 1)`, \(now)"),
      Phrase("this year", as: "in \(year)", "`this year` is `in \(year)`, \(now)"),
      Phrase("today", as: "in \(thisMonth)-\(padded(day))", "days are dates, \(now)"),
      Phrase("yesterday", as: "in the last day", "days are dates, \(now)"),
    ]
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension Token {
  /// The whole number it is.
  fileprivate var whole: Int? {
    guard case .number(let value, isPercentage: false) = kind else { return nil }
    return Int(exactly: value)
  }
}

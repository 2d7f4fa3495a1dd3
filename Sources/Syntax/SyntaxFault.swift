import Diagnostics

/// What is wrong with a statement that the grammar alone cannot refuse.
package enum SyntaxFault: Error, Sendable, Hashable {
  /// `and` beside `or`: the ranges of all parts in order, and of the joints among them.
  case mixedJunction([Range<Int>], [Range<Int>])
  /// `and` beside `or` or a comma in a list of names, which takes no brackets.
  case mixedList(Range<Int>)
  /// A clause that was there already.
  case repeatedClause(Range<Int>)
  /// A number that must be whole and at least so much.
  case notWhole(Range<Int>, least: Int)
  /// More terms joined by signs than are read.
  case tooManyTerms(Range<Int>, most: Int)
  /// What `load` has no word for, the word that was probably meant, and the words there are.
  case unknownThing(
    Name,
    in: Range<Int>,
    meant: String?,
    things: [String],
    kinds: [String]
  )
  /// A rule that has no typed form: a fault of ours.
  case unlowered(Rule)
}

extension SyntaxFault {
  /// The words for it.
  func diagnostic(in source: SourceText) -> Diagnostic {
    switch self {
    case .mixedJunction(let parts, let joints):
      return Diagnostic(
        .mixedJunction,
        "`and` beside `or` needs brackets",
        at: source.place(of: (parts.first?.lowerBound ?? 0)..<(parts.last?.upperBound ?? 0)),
        choices: SyntaxFault.bracketings(parts, joints, in: source)
      )
    case .mixedList(let range):
      return Diagnostic(
        .mixedJunction,
        "names are joined by `and` for all of them, or by `or` and commas for any of them",
        at: source.place(of: range),
        notes: ["sets are joined both ways: `(followers of @ann or @bob) and followers of @cal`"]
      )
    case .repeatedClause(let range):
      return Diagnostic(
        .repeatedClause,
        "a clause may stand once",
        at: source.place(of: range)
      )
    case .notWhole(let range, let least):
      return Diagnostic(
        .outOfRange,
        "a whole number from \(least) to \(UInt32.max) belongs here",
        at: source.place(of: range)
      )
    case .tooManyTerms(let range, let most):
      return Diagnostic(
        .outOfRange,
        "at most \(most) terms are joined by signs; `define` gives a part of them a name",
        at: source.place(of: range)
      )
    case .unknownThing(let name, let statement, let meant, let things, let kinds):
      let before = source.slice(statement.lowerBound..<name.range.lowerBound)
      let after = source.slice(name.range.upperBound..<statement.upperBound)
      return Diagnostic(
        .unknownName,
        "no loadable thing is called `\(name.text)`",
        at: source.place(of: name.range),
        fix: meant.map { Diagnostic.Fix(range: statement, replacement: before + $0 + after) },
        choices: things,
        notes: ["or a kind of event: " + kinds.joined(separator: ", ")]
      )
    case .unlowered(let rule):
      return Diagnostic(.unexpectedWord, "`\(rule.rawValue)` cannot be answered yet")
    }
  }

  /// The statement's part with brackets around what `and` joins, and around what `or` joins.
  private static func bracketings(
    _ parts: [Range<Int>],
    _ joints: [Range<Int>],
    in source: SourceText
  ) -> [String] {
    let terms = parts.filter { !joints.contains($0) }.map(source.slice)
    let words = joints.map { source.slice($0).lowercased() }
    guard terms.count == words.count + 1 else { return [] }
    return ["and", "or"].map { inner in
      var groups = [[terms[0]]]
      for (word, term) in zip(words, terms.dropFirst()) {
        if word == inner { groups[groups.count - 1].append(term) } else { groups.append([term]) }
      }
      return groups.map { group in
        group.count == 1 ? group[0] : "(\(group.joined(separator: " \(inner) ")))"
      }.joined(separator: inner == "and" ? " or " : " and ")
    }
  }
}

/// What the lexer cannot read.
package enum LexicalFault: Sendable, Hashable {
  /// A quote that is not closed on its line.
  case openQuote(Range<Int>)
  /// A number with letters right behind it: `10k`.
  case oddNumber(String, Range<Int>)
  /// A character that has no meaning here.
  case strayCharacter(Unicode.Scalar, Range<Int>)

  /// Its bytes in the source.
  package var range: Range<Int> {
    switch self {
    case .openQuote(let range), .oddNumber(_, let range), .strayCharacter(_, let range): range
    }
  }
}

import Notation

/// Writes a checked grammar as the Swift table that `Syntax` interprets.
struct GrammarWeaving {
  private let source: GrammarSource

  /// The weaving of a grammar that has no faults.
  init(_ source: GrammarSource) { self.source = source }

  /// The Swift source.
  var woven: String {
    [
      "// Woven by Loom from grammar/; do not edit.\n",
      enumeration("Rule", "A rule of the grammar.", source.rules.map(\.name)),
      enumeration(
        "StatementRule",
        "A statement: an alternative of the rule `statement`.",
        source.statements
      ),
      enumeration(
        "Terminal",
        "What the lexicon or the lexer recognises, rather than a word of the grammar.",
        source.terminals.map { lowered($0.name) }
      ),
      numbers,
      labels,
      tables,
      pages,
    ].joined(separator: "\n")
  }

  private func enumeration(_ name: String, _ summary: String, _ cases: [String]) -> String {
    """
    /// \(summary)
    package enum \(name): String, Sendable, CaseIterable {
    \(cases.map { "  case `\($0)`" }.joined(separator: "\n"))
    }

    """
  }

  private var numbers: String {
    let cases = source.rules.enumerated().map { "    case .`\($1.name)`: \($0)" }
    return """
      extension Rule {
        /// Its place among the rules, from 0.
        package var number: Int {
          switch self {
      \(cases.joined(separator: "\n"))
          }
        }
      }

      """
  }

  private var labels: String {
    """
    extension Terminal {
      /// What it is, in the words of a message: "a measure".
      package var label: String {
        switch self {
    \(source.terminals.map { "    case .`\(lowered($0.name))`: \(quoted($0.label))" }.joined(separator: "\n"))
        }
      }
    }

    """
  }

  private var tables: String {
    """
    extension Grammar {
      /// What each rule stands for.
      package static func expression(of rule: Rule) -> Expression {
        switch rule {
    \(source.rules.map { "    case .`\($0.name)`: woven_\($0.name)" }.joined(separator: "\n"))
        }
      }

    \(source.rules.map { "  private static let woven_\($0.name): Expression = \(swift($0.expression))" }.joined(separator: "\n"))

      /// The words that never are a bare name.
      package static let reservedWords: Set<String> = [
    \(wordRows { $0.isReserved })
      ]

      /// The words a statement begins with; no bare name begins a statement with one of them.
      package static let leadingWords: Set<String> = [
    \(source.leadingWords.map { "    \(quoted($0))," }.joined(separator: "\n"))
      ]

      /// The words of the grammar that are used so far.
      package static let usedWords: Set<String> = [
    \(wordRows { !$0.isHeld })
      ]
    }

    """
  }

  private var pages: String {
    """
    extension GrammarPage {
      /// The pages of the grammar's files, in the order of their names.
      package static let all: [GrammarPage] = [
    \(source.pages.map(page).joined(separator: "\n"))
      ]
    }

    """
  }

  private func page(_ page: GrammarSource.Page) -> String {
    var words: Set<String> = []
    for rule in source.rules where rule.file == page.file {
      for case .literal(let word) in rule.expression.all where word.first?.isLetter == true {
        words.insert(word)
      }
    }
    let rejected = page.rejected.map { "(\(quoted($0.text)), \(quoted($0.code)))" }
    return """
          GrammarPage(
            name: \(quoted(page.name)),
            title: \(quoted(page.title)),
            text: [\(page.text.map(quoted).joined(separator: ", "))],
            accepted: [\(page.accepted.map(quoted).joined(separator: ", "))],
            rejected: [\(rejected.joined(separator: ", "))],
            words: [\(words.sorted().map(quoted).joined(separator: ", "))]
          ),
      """
  }

  private func wordRows(_ included: (GrammarSource.Word) -> Bool) -> String {
    let words = source.words.filter(included).map(\.text).sorted()
    return words.map { "    \(quoted($0))," }.joined(separator: "\n")
  }

  private func swift(_ expression: GrammarExpression) -> String {
    switch expression {
    case .literal(let word): "Expression.literal(\(quoted(word)))"
    case .terminal(let name): "Expression.terminal(.`\(lowered(name))`)"
    case .rule(let name): "Expression.rule(.`\(name)`)"
    case .sequence(let parts): "Expression.sequence([\(parts.map(swift).joined(separator: ", "))])"
    case .choice(let parts): "Expression.choice([\(parts.map(swift).joined(separator: ", "))])"
    case .optional(let part): "Expression.optional(\(swift(part)))"
    case .many(let part): "Expression.many(\(swift(part)))"
    case .some(let part): "Expression.some(\(swift(part)))"
    case .not(let part): "Expression.not(\(swift(part)))"
    }
  }

  private func lowered(_ name: String) -> String {
    name.prefix(1).lowercased() + name.dropFirst()
  }

  private func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in text {
      if character == "\"" || character == "\\" { quoted.append("\\") }
      quoted.append(character)
    }
    return quoted + "\""
  }
}

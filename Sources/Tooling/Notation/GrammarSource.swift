/// The grammar as it is written: the rules, words and pages of all `grammar/*.gram` and
/// `grammar/*.list` files.
///
/// `grammar/README.md` is the legend.
package struct GrammarSource {
  /// One rule.
  package struct RuleSource {
    /// Its name.
    package let name: String
    /// What it stands for.
    package let expression: GrammarExpression
    /// The path of its file.
    package let file: String
    /// The line it begins on, from 1.
    package let line: Int
  }

  /// What a file says to people: its title, its text, and what is accepted and refused.
  package struct Page {
    /// The file's name without folder and ending.
    package var name: String
    /// The first line of help; empty where there is none.
    package var title = ""
    /// The lines of help behind the title.
    package var text: [String] = []
    /// The lines that must be accepted.
    package var accepted: [String] = []
    /// The lines that must be refused, each with its code.
    package var rejected: [(text: String, code: String)] = []
    /// The path of the file.
    package var file: String
  }

  /// A word of the language, from one of the lists.
  package struct Word {
    /// The word.
    package let text: String
    /// Whether it never is a bare name.
    package let isReserved: Bool
    /// Whether it is kept for a part of the language that is not there yet.
    package let isHeld: Bool
    /// The path of its file.
    package let file: String
    /// The line it stands on, from 1.
    package let line: Int
  }

  /// An open terminal: what the lexicon or the lexer recognises.
  package struct TerminalSource {
    /// Its name, capitalised.
    package let name: String
    /// What messages call it.
    package let label: String
    /// The path of its file.
    package let file: String
    /// The line that declares it, from 1.
    package let line: Int
  }

  /// The rules.
  package private(set) var rules: [RuleSource] = []
  /// What each file says to people.
  package private(set) var pages: [Page] = []
  /// The words of both lists.
  package private(set) var words: [Word] = []
  /// The open terminals.
  package private(set) var terminals: [TerminalSource] = []
  /// What could not be read, each as `file:line: error: what`.
  package private(set) var faults: [String] = []

  /// Reads the files, rules in the order of files and lines.
  package init(files: [String]) throws(FileError) {
    for path in files {
      let text = try TextFile(path).read()
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if path.hasSuffix(".list") {
        readWords(lines, path)
      } else {
        readRules(lines, path)
      }
    }
  }

  private mutating func readWords(_ lines: [String], _ path: String) {
    let isReserved = path.hasSuffix("reserved.list")
    for (number, line) in lines.enumerated() {
      let parts = line.split(separator: " ").map(String.init)
      guard let word = parts.first, !word.hasPrefix("#") else { continue }
      words.append(
        Word(
          text: word,
          isReserved: isReserved,
          isHeld: parts.dropFirst().first == "later",
          file: path,
          line: number + 1
        )
      )
    }
  }

  private mutating func readRules(_ lines: [String], _ path: String) {
    let name = path.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? path
    var page = Page(name: name, file: path)
    var pending: (text: String, line: Int)?
    for (index, line) in (lines + [""]).enumerated() {
      let number = index + 1
      if let first = line.first, first == " ", pending != nil {
        pending?.text += line
        continue
      }
      if let (text, start) = pending { readRule(text, path, start) }
      pending = nil
      if line.hasPrefix("##") {
        page.add(help: line.dropFirst(2).drop { $0 == " " })
      } else if line.hasPrefix("#>") {
        page.accepted.append(String(line.dropFirst(2).drop { $0 == " " }))
      } else if line.hasPrefix("#!") {
        page.add(rejected: line.dropFirst(2).drop { $0 == " " })
      } else if line.hasPrefix("%") {
        readTerminal(line, path, number)
      } else if !line.hasPrefix("#"), !line.isEmpty {
        pending = (line, number)
      }
    }
    pages.append(page)
  }

  private mutating func readTerminal(_ line: String, _ path: String, _ number: Int) {
    let parts = line.dropFirst().split(separator: " ", maxSplits: 1)
    guard parts.count == 2 else {
      faults.append("\(path):\(number): error: a terminal is '%Name what it is'")
      return
    }
    let label = String(parts[1].drop { $0 == " " })
    terminals.append(
      TerminalSource(name: String(parts[0]), label: label, file: path, line: number)
    )
  }

  private mutating func readRule(_ text: String, _ path: String, _ line: Int) {
    var parser = GrammarExpressionParser(text)
    do throws(GrammarExpressionParser.Fault) {
      let (name, expression) = try parser.rule()
      rules.append(RuleSource(name: name, expression: expression, file: path, line: line))
    } catch {
      faults.append("\(path):\(line): error: \(error.message)")
    }
  }
}

extension GrammarSource {
  /// The rules of the statements: those the alternatives of `statement` begin with.
  package var statements: [String] {
    guard
      case .choice(let alternatives)? = rules.first(where: { $0.name == "statement" })?.expression
    else { return [] }
    return alternatives.compactMap {
      if case .rule(let name)? = $0.items.first { name } else { nil }
    }
  }

  /// The words that the rules of statements begin with, in order, where they begin with nothing but
  /// words.
  package var leadingWords: [String] {
    let rules = Dictionary(rules.map { ($0.name, $0.expression) }) { first, _ in first }
    func first(_ expression: GrammarExpression) -> [String]? {
      switch expression {
      case .literal(let word): return word.first?.isLetter == true ? [word] : []
      case .sequence(let parts): return parts.first.flatMap(first)
      case .choice(let parts):
        let words = parts.map(first)
        return words.contains { $0 == nil } ? nil : words.flatMap { $0 ?? [] }
      case .rule(let name): return rules[name].flatMap(first)
      default: return nil
      }
    }
    return statements.flatMap { rules[$0].flatMap(first) ?? [] }.sorted()
  }
}

extension GrammarSource.Page {
  fileprivate mutating func add(help line: Substring) {
    if title.isEmpty { title = String(line) } else { text.append(String(line)) }
  }

  fileprivate mutating func add(rejected line: Substring) {
    let parts = line.split(separator: "=>", maxSplits: 1)
    let code = parts.count > 1 ? parts[1].filter { $0 != " " } : ""
    let text = String((parts.first ?? "").reversed().drop { $0 == " " }.reversed())
    rejected.append((text, code))
  }
}

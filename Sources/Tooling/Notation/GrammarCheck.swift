/// The faults a grammar can have that would only show as odd answers later.
package struct GrammarCheck {
  private let source: GrammarSource
  private let rules: [String: GrammarExpression]

  /// A check of a grammar.
  package init(_ source: GrammarSource) {
    self.source = source
    rules = Dictionary(
      source.rules.map { ($0.name, $0.expression) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// All faults, each as `file:line: error: what`.
  package var faults: [String] {
    source.faults + duplicates + undefined + unreachable + leftRecursive + shadowed + wordFaults
      + pageFaults
  }

  private var duplicates: [String] {
    var seen: Set<String> = []
    return source.rules.compactMap { rule in
      seen.insert(rule.name).inserted
        ? nil : "\(rule.file):\(rule.line): error: the rule \(rule.name) stands twice"
    }
  }

  private var undefined: [String] {
    let terminals = Set(source.terminals.map(\.name))
    return source.rules.flatMap { rule in
      rule.expression.all.compactMap { part -> String? in
        switch part {
        case .rule(let name) where rules[name] == nil:
          "\(rule.file):\(rule.line): error: \(rule.name) uses \(name), which is not defined"
        case .terminal(let name) where !terminals.contains(name):
          "\(rule.file):\(rule.line): error: \(rule.name) uses \(name), which no '%' line declares"
        default: nil
        }
      }
    }
  }

  private var unreachable: [String] {
    var reached: Set<String> = []
    var waiting = ["statement"]
    while let name = waiting.popLast() {
      guard reached.insert(name).inserted, let expression = rules[name] else { continue }
      for case .rule(let other) in expression.all { waiting.append(other) }
    }
    let used = Set(
      source.rules.filter { reached.contains($0.name) }.flatMap(\.expression.all)
    )
    return source.rules.filter { !reached.contains($0.name) }.map {
      "\($0.file):\($0.line): error: nothing leads to the rule \($0.name)"
    }
      + source.terminals.filter { !used.contains(.terminal($0.name)) }.map {
        "\($0.file):\($0.line): error: no rule uses the terminal \($0.name)"
      }
  }

  private var leftRecursive: [String] {
    source.rules.filter { leftmost(of: $0.expression, seen: []).contains($0.name) }.map {
      "\($0.file):\($0.line): error: \($0.name) can begin with itself"
    }
  }

  /// The rules an expression can begin with, without anything taken before.
  private func leftmost(of expression: GrammarExpression, seen: Set<String>) -> Set<String> {
    switch expression {
    case .literal, .terminal: return []
    case .rule(let name):
      guard !seen.contains(name), let body = rules[name] else { return [name] }
      return leftmost(of: body, seen: seen.union([name])).union([name])
    case .choice(let parts):
      return parts.reduce(into: []) { $0.formUnion(leftmost(of: $1, seen: seen)) }
    case .sequence(let parts):
      var found: Set<String> = []
      for part in parts {
        found.formUnion(leftmost(of: part, seen: seen))
        if !isNullable(part, seen: []) { break }
      }
      return found
    case .optional(let part), .many(let part), .some(let part), .not(let part):
      return leftmost(of: part, seen: seen)
    }
  }

  private func isNullable(_ expression: GrammarExpression, seen: Set<String>) -> Bool {
    switch expression {
    case .literal, .terminal: false
    case .rule(let name):
      !seen.contains(name)
        && (rules[name].map { isNullable($0, seen: seen.union([name])) } ?? false)
    case .sequence(let parts): parts.allSatisfy { isNullable($0, seen: seen) }
    case .choice(let parts): parts.contains { isNullable($0, seen: seen) }
    case .some(let part): isNullable(part, seen: seen)
    case .optional, .many, .not: true
    }
  }

  /// Alternatives that can never be reached, because an earlier one matches wherever they begin.
  private var shadowed: [String] {
    source.rules.flatMap { rule in
      rule.expression.all.flatMap { part -> [String] in
        guard case .choice(let alternatives) = part else { return [] }
        return shadowed(among: alternatives).map {
          "\(rule.file):\(rule.line): error: in \(rule.name), alternative \($0 + 1) is never reached"
        }
      }
    }
  }

  private func shadowed(among alternatives: [GrammarExpression]) -> [Int] {
    alternatives.indices.filter { later in
      alternatives[..<later].contains { earlier in
        let items = earlier.items
        return isNullable(earlier, seen: [])
          || Array(alternatives[later].items.prefix(items.count)) == items
      }
    }
  }

  private var wordFaults: [String] {
    let listed = Dictionary(grouping: source.words, by: \.text)
    var used: Set<String> = []
    for rule in source.rules {
      for case .literal(let word) in rule.expression.all where word.first?.isLetter == true {
        used.insert(word)
      }
    }
    let twice = listed.values.filter { $0.count > 1 }.flatMap { $0.dropFirst() }.map {
      "\($0.file):\($0.line): error: the word \($0.text) stands in the lists twice"
    }
    let unlisted = used.subtracting(listed.keys).sorted().map {
      "grammar: error: the word '\($0)' stands in neither reserved.list nor contextual.list"
    }
    let idle = source.words.filter { !$0.isHeld && !used.contains($0.text) }.map {
      "\($0.file):\($0.line): error: no rule uses the word \($0.text); mark it 'later' or drop it"
    }
    return twice.sorted() + unlisted + idle
  }

  /// Pages of statements must say what they are and show at least one accepted line.
  private var pageFaults: [String] {
    guard case .choice? = rules["statement"] else {
      return ["grammar: error: the rule statement must be a choice"]
    }
    let names = Set(source.statements)
    return source.pages.filter { names.contains($0.name) }.flatMap { page -> [String] in
      var faults: [String] = []
      if page.title.isEmpty { faults.append("\(page.file):1: error: no '##' line says what it is") }
      if page.accepted.isEmpty { faults.append("\(page.file):1: error: no '#>' line shows it") }
      return faults
    }
  }
}

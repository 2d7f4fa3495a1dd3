import Notation

/// The grammar in the language of tree-sitter.
///
/// The rules of the grammar are ordered: the first alternative that fits is taken, and what repeats
/// takes all it can. The parser that tree-sitter makes reads one word ahead instead, so the order
/// becomes precedence (`late`), and a rule whose end one word does not tell is read in both ways
/// (`conflicts`). It knows no catalogue: a bare name counts as a set where a set could stand, and
/// what `!` excludes is not excluded.
struct TreeSitterGrammar {
  /// The rules that can take something, the entry first and then as they are written.
  private let rules: [GrammarSource.RuleSource]
  private let lexis: Lexis
  private let rivalry: RuleConflicts
  private let openEnded: Set<String>

  /// The translation of a grammar that has no faults.
  init(_ source: GrammarSource) {
    let lexis = Lexis(source)
    self.lexis = lexis
    let expressions = Dictionary(source.rules.map { ($0.name, $0.expression) }) { first, _ in first
    }
    let sets = FollowSets(expressions) { TreeSitterTerminal($0).openings(lexis) }
    rivalry = RuleConflicts(sets)
    openEnded = Set(source.rules.map(\.name).filter(sets.isOpenEnded))
    let taken = Set(source.rules.flatMap(\.expression.takers))
    rules =
      source.rules.filter { $0.name == "statement" }
      + source.rules.filter { $0.name != "statement" && taken.contains(.rule($0.name)) }
  }

  /// The file, in JavaScript.
  var text: String {
    """
    // Made by Atlas from grammar/; do not edit.

    /// <reference types="tree-sitter-cli/dsl" />

    // The words that may be a part of a name elsewhere.
    const contextual = [
    \(lexis.contextual.map { "  '\($0)',\n" }.joined())];

    \(Self.prelude)

    module.exports = grammar({
      name: 'kith',

      word: $ => $.word,

      // A line that begins with white space goes on with the one before it; so does a comment.
      extras: $ => [
        /[ \\t\\r\\u00a0\\u202f\\u2007]/,
        /\\r?\\n[ \\t\\r\\n]*[ \\t]/,
        $.comment,
      ],

      // Where one word does not tell whether a rule goes on, or which of two it is.
      conflicts: $ => [
    \(conflicts.map { "    [\($0.map { "$.\($0)" }.joined(separator: ", "))],\n" }.joined())  ],

      rules: {
        source_file: $ => seq(
          repeat($._stop),
          optional(seq(
            $.statement,
            repeat(seq(repeat1($._stop), $.statement)),
            repeat($._stop),
          )),
        ),

    \(rules.enumerated().map { rule($1, at: $0 + 1) }.joined(separator: "\n\n"))

    \(tokens)
      },
    });

    """
  }

  /// The rules that are read in several ways at once, alone or in pairs.
  private var conflicts: [[String]] {
    var found: Set = [["_name"]]
    let known = Set(rules.map(\.name))
    for rule in openEnded.intersection(known) {
      found.insert([rule.snaked])
      for rival in rivalry.rivals(of: rule) where known.contains(rival) {
        found.insert([rule.snaked, rival.snaked].sorted())
      }
      if rivalry.isNameToo(rule, contextual: lexis.contextual) {
        found.insert(["_name_word", rule.snaked])
      }
    }
    return found.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private func rule(_ rule: GrammarSource.RuleSource, at order: Int) -> String {
    let body = translated(rule.expression) ?? "blank()"
    let name = "    \(rule.name.snaked): $ => "
    return openEnded.contains(rule.name) ? "\(name)\(body)," : "\(name)late(\(order), \(body)),"
  }

  /// An expression; nil where nothing is left of it.
  private func translated(_ expression: GrammarExpression) -> String? {
    switch expression {
    case .literal(let word):
      return word.first?.isLetter == true ? "word('\(word)')" : "'\(word)'"
    case .terminal(let name): return TreeSitterTerminal(name).expression
    case .rule(let name): return "$.\(name.snaked)"
    case .sequence(let parts): return call("seq", parts.compactMap(translated))
    case .choice(let parts): return call("choice", parts.compactMap(translated))
    case .optional(let part): return translated(part).map { "optional(\($0))" }
    case .many(let part): return translated(part).map { "repeat(\($0))" }
    case .some(let part): return translated(part).map { "repeat1(\($0))" }
    case .not: return nil
    }
  }

  private func call(_ function: String, _ parts: [String]) -> String? {
    parts.count > 1 ? "\(function)(\(parts.joined(separator: ", ")))" : parts.first
  }
}

extension TreeSitterGrammar {
  private static let prelude = #"""
    // A word of the language, in any case.
    function word(text) {
      return alias(anyCase(text), text);
    }

    function anyCase(text) {
      return new RegExp(text.replace(/[a-z]/g, letter => `[${letter}${letter.toUpperCase()}]`));
    }

    // A rule whose end gives way to a longer reading, and to rules of a lower order.
    function late(order, rule) {
      switch (rule.type) {
        case 'CHOICE':
          return choice(...rule.members.map(member => late(order, member)));
        case 'SEQ': {
          const members = rule.members.map(member =>
            member.type === 'REPEAT' ? repeat(late(order, member.content)) : member);
          const last = members.pop();
          const shorter = () => late(order, members.length > 1 ? seq(...members) : members[0]);
          const ends = last.type === 'CHOICE' ? last.members : [last];
          return choice(...ends.flatMap(end => {
            if (end.type === 'BLANK') return [shorter()];
            if (end.type !== 'REPEAT') return [seq(...members, late(order, end))];
            return [seq(...members, late(order, repeat1(end.content))), shorter()];
          }));
        }
        case 'REPEAT1':
          return prec(-order, repeat1(late(order, rule.content)));
        case 'PREC':
          return rule;
        default:
          return prec(-order, rule);
      }
    }
    """#

  /// What names and tokens look like, those that stand in rules.
  private var tokens: String {
    let terminals = rules.flatMap(\.expression.takers).compactMap { part -> String? in
      if case .terminal(let name) = part { name } else { nil }
    }
    let used = Set(terminals.flatMap { TreeSitterTerminal($0).nodes })
    let shapes = TreeSitterTerminal.shapes.filter { used.contains($0.node) }
    let name = used.contains("parameter_literal") ? Self.nameOrParameter : Self.plainName
    return "    // A name is a run of words.\n    _name: $ => \(name),\n\n" + Self.names
      + shapes.map { "\n\n    \($0.node): _ => /\($0.pattern)/," }.joined()
  }

  private static let plainName = "repeat1($._name_word)"
  private static let nameOrParameter = "choice(repeat1($._name_word), $.parameter_literal)"

  private static let names = #"""
        _name_word: $ => prec(-1000, choice(
          $.word,
          ...contextual.map(text => alias(anyCase(text), $.word)),
        )),

        word: _ => /[\p{L}_][\p{L}\p{M}\p{N}_]*(-[\p{L}\p{M}\p{N}_]+)*/,

        comment: _ => /(\r?\n[ \t\r\n]*)?--[^\n]*/,

        _stop: _ => /\r?\n|;/,
    """#
}

import Notation

/// The colours of the language, as a query of tree-sitter.
struct TreeSitterHighlights {
  private let source: GrammarSource
  private let lexis: Lexis

  /// The colours for a grammar.
  init(_ source: GrammarSource) {
    self.source = source
    lexis = Lexis(source)
  }

  /// The file, in the language of queries.
  var text: String {
    """
    ; Made by Atlas from grammar/; do not edit.

    (comment) @comment
    \(nodes.map { "(\($0.node)) @\($0.colour)" }.joined(separator: "\n"))

    \(list(lexis.contextual.filter(used.contains), as: "keyword.modifier"))
    \(list(lexis.reserved.filter(used.contains), as: "keyword.operator"))
    \(list(lexis.leading, as: "keyword"))
    \(list(lexis.operators.filter(used.contains), as: "operator"))
    \(list(["(", ")"].filter(used.contains), as: "punctuation.bracket"))
    \(list([",", "|"].filter(used.contains), as: "punctuation.delimiter"))

    """
  }

  /// The words and signs that stand in rules.
  private var used: Set<String> {
    var used: Set<String> = []
    for case .literal(let word) in source.rules.flatMap(\.expression.all) { used.insert(word) }
    return used
  }

  /// The nodes of open terminals.
  private var nodes: [(node: String, colour: String)] {
    let tokens = [
      "number_literal": "number", "text_literal": "string", "date_literal": "string.special",
      "duration_literal": "number", "handle_literal": "variable.builtin",
      "hashtag_literal": "label", "parameter_literal": "variable.parameter",
      "rest_literal": "string.special",
    ]
    let names = [
      "MeasureName": "function", "FunctionName": "function.builtin", "SetName": "type",
      "TopicName": "label", "RelationName": "module", "SettingName": "property",
      "ParameterName": "property", "ColumnName": "property",
    ]
    var found: [String: String] = [:]
    for terminal in source.terminals where terminal.name != "End" {
      if let token = TreeSitterTerminal.tokens[terminal.name] {
        found[token] = tokens[token]
      } else {
        found[terminal.name.snaked] = names[terminal.name] ?? "variable"
      }
    }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func list(_ words: [String], as colour: String) -> String {
    words.isEmpty
      ? "" : "[\n" + words.map { "  \"\($0)\"\n" }.joined() + "] @\(colour)"
  }
}

import Notation

/// An open terminal in the language of tree-sitter.
struct TreeSitterTerminal {
  /// The terminals that are one token each, and the node that token is; its name is no rule's.
  static let tokens = [
    "Number": "number_literal", "Count": "number_literal", "Text": "text_literal",
    "File": "text_literal",
    "Date": "date_literal", "Duration": "duration_literal", "Handle": "handle_literal",
    "Hashtag": "hashtag_literal", "Parameter": "parameter_literal", "Rest": "rest_literal",
  ]

  /// What the tokens look like.
  static let shapes: [(node: String, pattern: String)] = [
    ("number_literal", #"(\d[\d_]*(\.\d[\d_]*)?|\.\d[\d_]*)%?"#),
    ("duration_literal", #"\d[\d_]*[ \t]+("# + Lexis.periods.joined(separator: "|") + ")s?"),
    ("date_literal", #"\d{4}-\d[\d-]*"#),
    ("text_literal", #"["“”„‟«»](\\["\\]|[^"“”„‟«»\\\n]|\\[^"\\\n])*["“”„‟«»]"#),
    ("handle_literal", #"@("[^"\n]*"|[\p{L}\p{M}\p{N}_]+([-.:][\p{L}\p{M}\p{N}_]+)*)"#),
    ("hashtag_literal", #"#[\p{L}\p{M}\p{N}_]+(-[\p{L}\p{M}\p{N}_]+)*"#),
    ("parameter_literal", #"\$[\p{L}_][\p{L}\p{M}\p{N}_]*"#),
    ("rest_literal", #"[^ \t\r\n;-][^\n;]*"#),
  ]

  /// What a terminal takes besides a run of words; one that ends in `Name` and is not here takes
  /// nothing else.
  private static let alternatives = [
    "Name": ["text_literal"], "ColumnName": ["text_literal"],
    "TopicName": ["text_literal", "number_literal"],
  ]

  private let name: String

  /// The terminal of that name.
  init(_ name: String) { self.name = name }

  /// What may stand for it besides a run of words.
  private var others: [String] {
    if let others = TreeSitterTerminal.alternatives[name] { return others }
    if name.hasSuffix("Name") { return [] }
    return ["text", "number", "date", "handle", "hashtag"].map { $0 + "_literal" }
  }

  /// The token nodes it can be.
  var nodes: [String] { TreeSitterTerminal.tokens[name].map { [$0] } ?? others }

  /// What it is in a rule; nil for the end, which no rule needs.
  var expression: String? {
    if name == "End" { return nil }
    if let token = TreeSitterTerminal.tokens[name] { return "$.\(token)" }
    let run = "alias($._name, $.\(name.snaked))"
    return others.isEmpty
      ? run : "choice(" + (others.map { "$.\($0)" } + [run]).joined(separator: ", ") + ")"
  }

  /// What it can begin with.
  func openings(_ lexis: Lexis) -> Set<String> {
    if name == "End" { return [] }
    if let token = TreeSitterTerminal.tokens[name] { return [token] }
    return Set(others + ["word"] + lexis.contextual)
  }
}

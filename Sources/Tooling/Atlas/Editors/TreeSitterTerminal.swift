import Notation

/// An open terminal in the language of tree-sitter.
struct TreeSitterTerminal {
  /// The terminals that are one token each, and the node that token is.
  static let tokens = [
    "Number": "number", "Text": "text", "File": "text", "Date": "date", "Duration": "duration",
    "Handle": "handle", "Hashtag": "hashtag", "Parameter": "parameter", "Rest": "rest",
  ]

  /// What the tokens look like.
  static let shapes: [(node: String, pattern: String)] = [
    ("number", #"(\d[\d_]*(\.\d[\d_]*)?|\.\d[\d_]*)%?"#),
    ("duration", #"\d[\d_]*[ \t]+("# + Lexis.periods.joined(separator: "|") + ")s?"),
    ("date", #"\d{4}-\d[\d-]*"#),
    ("text", #"["“”„‟«»](\\["\\]|[^"“”„‟«»\\\n]|\\[^"\\\n])*["“”„‟«»]"#),
    ("handle", #"@("[^"\n]*"|[\p{L}\p{M}\p{N}_]+([-.:][\p{L}\p{M}\p{N}_]+)*)"#),
    ("hashtag", #"#[\p{L}\p{M}\p{N}_]+(-[\p{L}\p{M}\p{N}_]+)*"#),
    ("parameter", #"\$[\p{L}_][\p{L}\p{M}\p{N}_]*"#),
    ("rest", #"[^ \t\r\n;-][^\n;]*"#),
  ]

  /// What a terminal takes besides a run of words; one that ends in `Name` and is not here takes
  /// nothing else.
  private static let alternatives = [
    "Name": ["text"], "ColumnName": ["text"], "TopicName": ["text", "number"],
  ]

  private let name: String

  /// The terminal of that name.
  init(_ name: String) { self.name = name }

  /// What may stand for it besides a run of words.
  private var others: [String] {
    if let others = TreeSitterTerminal.alternatives[name] { return others }
    return name.hasSuffix("Name") ? [] : ["text", "number", "date", "handle", "hashtag"]
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

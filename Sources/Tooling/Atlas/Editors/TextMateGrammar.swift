/// The colours of the language for editors that read TextMate grammars.
struct TextMateGrammar {
  private struct Pattern {
    let scope: String
    let match: String
  }

  private let lexis: Lexis

  /// The grammar for a language of those words.
  init(_ lexis: Lexis) { self.lexis = lexis }

  /// The file, as JSON.
  var text: String {
    let rows = patterns.map { pattern in
      """
          {
            "name": \(quoted(pattern.scope + ".kith")),
            "match": \(quoted(pattern.match))
          }
      """
    }
    return """
      {
        "comment": "Made by Atlas from grammar/; do not edit.",
        "name": "Kith",
        "scopeName": "source.kith",
        "fileTypes": ["kith"],
        "patterns": [
      \(rows.joined(separator: ",\n"))
        ]
      }

      """
  }

  /// What is tried at each place, in order.
  private var patterns: [Pattern] {
    let text = #""(?:\\["\\]|[^"])*"?|[“”„‟«»][^“”„‟«»]*[“”„‟«»]?"#
    let word = #"[\p{L}_][\p{L}\p{M}\p{N}_]*(?:-[\p{L}\p{M}\p{N}_]+)*"#
    let part = #"[\p{L}\p{M}\p{N}_]"#
    let topics = lexis.words(before: "TopicName")
    var patterns = [
      Pattern(scope: "comment.line.double-dash", match: #"(?:^|(?<=\s))--.*$"#),
      Pattern(scope: "entity.name.person", match: "@(?:\"[^\"]*\"?|\(part)+(?:[-.:]\(part)+)*)"),
      Pattern(scope: "entity.name.topic", match: "#\(part)+(?:-\(part)+)*"),
      Pattern(scope: "variable.parameter", match: #"\$"# + word),
      Pattern(scope: "string.quoted.double", match: text),
      Pattern(scope: "constant.other.date", match: #"\b\d{4}-\d{2}(?:-\d{2})?\b"#),
      Pattern(
        scope: "constant.numeric.duration",
        match: #"(?i)\b\d[\d_]*\s+(?:"# + Lexis.periods.joined(separator: "|") + #")s?\b"#
      ),
      Pattern(
        scope: "constant.numeric",
        match: #"(?<![\p{L}\p{N}_])(?:\d[\d_]*(?:\.\d[\d_]*)?|\.\d[\d_]*)%?"#
      ),
    ]
    if !topics.isEmpty {
      patterns.append(
        Pattern(scope: "keyword.other.topic", match: words(topics) + #"(?=\s+["\p{L}])"#)
      )
    }
    patterns += [
      Pattern(
        scope: "keyword.control.statement",
        match: #"(?:^|(?<=;)|(?<=;\s))"# + words(lexis.leading)
      ),
      Pattern(scope: "keyword.operator.word", match: words(lexis.reserved)),
      Pattern(scope: "keyword.other", match: words(lexis.contextual)),
      Pattern(scope: "keyword.operator.pipe", match: #"\|"#),
      Pattern(
        scope: "keyword.operator",
        match: lexis.operators.map(\.escapedForPattern).joined(separator: "|")
      ),
      Pattern(scope: "punctuation", match: "[(),;]"),
      Pattern(scope: "variable.other", match: word),
    ]
    return patterns.filter { !$0.match.isEmpty }
  }

  /// A pattern for one of some whole words, in any case.
  private func words(_ words: [String]) -> String {
    "(?i)(?<![\\p{L}\\p{N}_-])(?:\(words.joined(separator: "|")))(?![\\p{L}\\p{N}_]|-[\\p{L}\\p{N}_])"
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

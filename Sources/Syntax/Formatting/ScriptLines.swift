/// The lines of a script in its normal form, as they are written.
struct ScriptLines {
  /// What a line begins with that goes on with a statement.
  private static let indent = "    "

  private var lines: [String] = []
  /// The line being written.
  private var line = ""
  /// What the line being written begins with.
  private var margin = ""
  private var hasStatement = false

  /// The script.
  var text: String {
    var written = line.isEmpty ? lines : lines + [line]
    while written.last?.isEmpty == true { written.removeLast() }
    return written.map { $0 + "\n" }.joined()
  }

  /// Adds a token, behind a space unless it is tight to the one before it.
  mutating func add(_ token: String, isTight: Bool) {
    if line.isEmpty { line = margin } else if !isTight { line += " " }
    line += token
    hasStatement = true
  }

  /// Adds what stands before a token or the end of the script.
  mutating func add(_ gap: ScriptGap, isInStatement: Bool) {
    // A script begins on a line of its own.
    let rest = hasStatement ? gap.lines.dropFirst() : gap.lines[...]
    if hasStatement, let comment = gap.lines.first?.comment { line += "  " + comment }
    guard !rest.isEmpty || !isInStatement else { return }
    if !line.isEmpty { lines.append(line) }
    line = ""
    margin = isInStatement ? ScriptLines.indent : ""
    for (index, line) in zip(rest.indices, rest) {
      if let comment = line.comment {
        let isIndented = isInStatement || (line.isIndented && hasStatement)
        lines.append((isIndented ? ScriptLines.indent : "") + comment)
      } else if line.isEmpty, index + 1 < rest.endIndex, lines.last?.isEmpty == false {
        lines.append("")
      }
    }
  }
}

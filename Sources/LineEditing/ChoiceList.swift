import CEditline

/// The choices as lines of text below the buffer.
package struct ChoiceList: Sendable {
  /// How many choices are shown before the rest is only counted.
  package static let shownAtMost = 20
  private static let labelColumnsAtMost = 36
  private static let gap = "  "

  private let choices: [LineChoice]
  private let columns: Int

  /// A list for a screen of that many columns.
  package init(_ choices: [LineChoice], columns: Int) {
    self.choices = choices
    self.columns = columns
  }

  /// One line a choice: label, kind, meaning; each fits the screen and ends with a newline.
  package var text: String {
    let shown = choices.prefix(Self.shownAtMost).map { choice in
      [choice.label, choice.kind, choice.meaning].map(Self.harmless)
    }
    let widths = (0..<2).map { part in
      min(shown.map { Self.width($0[part]) }.max() ?? 0, Self.labelColumnsAtMost)
    }
    var text = ""
    for parts in shown {
      let line = Self.padded(parts[0], widths[0]) + Self.padded(parts[1], widths[1]) + parts[2]
      // Not the last column: terminals disagree on where the cursor is after it.
      text += Self.cut(Self.trimmed(line), to: columns - 1) + "\n"
    }
    let more = choices.count - shown.count
    return more > 0 ? text + "… \(more) more\n" : text
  }

  private static func padded(_ part: String, _ width: Int) -> String {
    guard width > 0 else { return "" }
    let room = max(0, width - self.width(part))
    return part + String(repeating: " ", count: room) + gap
  }

  private static func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }

  private static func cut(_ line: String, to columns: Int) -> String {
    guard width(line) > columns else { return line }
    var kept = ""
    var used = 1
    for character in line {
      used += width(String(character))
      if used > columns { break }
      kept.append(character)
    }
    return kept + "…"
  }

  private static func width(_ text: String) -> Int {
    Int(unsafe ceditline_width(text))
  }

  /// Names come from files; none of them may steer the terminal.
  private static func harmless(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }
      )
    )
  }
}

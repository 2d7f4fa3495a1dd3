import CEditline

/// A key, or keys pressed one after the other.
package struct Key: Sendable, Hashable {
  /// How people say it: `Ctrl-R`, `Alt-Enter`, `Up`.
  package let name: String
  /// How libedit writes it: `^R`, or the character the reader makes of a key that sends several.
  let sequence: String

  /// A key that libedit writes so: `^R` is Ctrl-R, `\eb` Alt-B, `k` itself.
  init(_ sequence: String) {
    self.sequence = sequence
    name = Self.name(of: sequence)
  }

  private init(_ code: ceditline_key, _ name: String) {
    sequence = Unicode.Scalar(code.rawValue).map { String(Character($0)) } ?? ""
    self.name = name
  }

  /// Whether it begins with the escape that takes vi from typing to its commands.
  var beginsWithEscape: Bool { sequence.hasPrefix("\\e") }

  private static func name(of sequence: String) -> String {
    switch sequence {
    case "^M": return "Enter"
    case "^I": return "Tab"
    case "^?": return "Backspace"
    default: break
    }
    if sequence.hasPrefix("\\e") { return "Alt-" + sequence.dropFirst(2).uppercased() }
    guard sequence.hasPrefix("^") else { return sequence }
    return sequence.split(separator: "^").map { "Ctrl-\($0)" }.joined(separator: " ")
  }
}

extension Key {
  static let up = Key(CEDITLINE_KEY_UP, "Up")
  static let down = Key(CEDITLINE_KEY_DOWN, "Down")
  static let right = Key(CEDITLINE_KEY_RIGHT, "Right")
  static let left = Key(CEDITLINE_KEY_LEFT, "Left")
  static let home = Key(CEDITLINE_KEY_HOME, "Home")
  static let end = Key(CEDITLINE_KEY_END, "End")
  static let delete = Key(CEDITLINE_KEY_DELETE, "Delete")
  static let wordRight = Key(CEDITLINE_KEY_WORD_RIGHT, "Ctrl-Right")
  static let wordLeft = Key(CEDITLINE_KEY_WORD_LEFT, "Ctrl-Left")
  static let altEnter = Key(CEDITLINE_KEY_ALT_ENTER, "Alt-Enter")
}

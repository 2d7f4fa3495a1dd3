/// The colours of what is being typed.
package enum ColorScheme: String, Sendable, CaseIterable {
  /// Colours that can be read on light and on dark.
  case mixed
  /// Bright colours, for a dark background.
  case dark
  /// Deep colours, for a light background.
  case light
  /// No colours.
  case off

  /// What a piece of a question is to the eye.
  package enum Role: Sendable, Hashable, CaseIterable {
    /// A word of the language.
    case word
    /// A name that means something, and one that does not.
    case known, unknown
    case number, text, comment
    /// What is not typed but suggested.
    case hint
  }

  /// The scheme for a terminal, by its environment: none with `NO_COLOR`, else by the background
  /// that `COLORFGBG` tells.
  package init(environment: [String: String]) {
    if let refused = environment["NO_COLOR"], !refused.isEmpty {
      self = .off
      return
    }
    let background = environment["COLORFGBG"]?.split(separator: ";").last.flatMap { Int($0) }
    self =
      switch background {
      case .some(0...6), .some(8): .dark
      case .some(7), .some(9...15): .light
      default: .mixed
      }
  }

  /// The parameters of the SGR sequence for a role; empty for the plain text.
  package func style(of role: Role) -> String {
    switch self {
    case .off: role == .hint ? "2" : ""
    case .mixed: Self.mixedStyle(of: role)
    case .dark: Self.darkStyle(of: role)
    case .light: Self.lightStyle(of: role)
    }
  }

  private static func mixedStyle(of role: Role) -> String {
    switch role {
    case .word: "1"
    case .known: "36"
    case .unknown: "4;31"
    case .number: "35"
    case .text: "32"
    case .comment, .hint: "90"
    }
  }

  private static func darkStyle(of role: Role) -> String {
    switch role {
    case .word: "94"
    case .known: "96"
    case .unknown: "4;91"
    case .number: "95"
    case .text: "92"
    case .comment, .hint: "90"
    }
  }

  private static func lightStyle(of role: Role) -> String {
    switch role {
    case .word: "34"
    case .known: "36"
    case .unknown: "4;31"
    case .number: "35"
    case .text: "32"
    case .comment, .hint: "90"
    }
  }
}

/// The characters a box is drawn with.
struct BoxGlyphs {
  /// A horizontal rule: its left end, crossing and right end.
  typealias Rule = (left: String, cross: String, right: String)

  let horizontal: String
  let vertical: String
  let top: Rule
  let middle: Rule
  let bottom: Rule
  /// Stands for the rows that are left out.
  let gap: String
  /// Stands for the end of a text that is cut.
  let ellipsis: String
  /// Marks the column the rows are ranked by.
  let ranking: String
  /// Marks the column the rows are ranked by, when the least comes first.
  let ascending: String
  /// How many times.
  let times: String

  /// Line characters, for terminals which have them.
  static let lines = BoxGlyphs(
    horizontal: "─",
    vertical: "│",
    top: ("┌", "┬", "┐"),
    middle: ("├", "┼", "┤"),
    bottom: ("└", "┴", "┘"),
    gap: "⋮",
    ellipsis: "…",
    ranking: "▼",
    ascending: "▲",
    times: "×"
  )

  /// What every terminal has.
  static let ascii = BoxGlyphs(
    horizontal: "-",
    vertical: "|",
    top: ("+", "+", "+"),
    middle: ("+", "+", "+"),
    bottom: ("+", "+", "+"),
    gap: ":",
    ellipsis: "...",
    ranking: "v",
    ascending: "^",
    times: "x"
  )
}

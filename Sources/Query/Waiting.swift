/// The parts of the language that are understood and that nothing answers in this version.
package enum Waiting: String, Sendable, CaseIterable {
  case compare = "`compare`"
  case correlate = "`correlate`"
  case explain = "`explain`"
  case explainLast = "`explain` of the last table"
  case choose = "`choose`"
  case assuming = "`assuming`"
  case lesson = "`lesson`"
  case record = "`record`"

  /// What is said where it is asked for.
  package var message: String { "\(rawValue) has no answer in this version" }

  /// What is said below a table that a chart was asked of.
  package static func chart(_ kind: String) -> String {
    "`as \(kind)` is not drawn in this version"
  }
}

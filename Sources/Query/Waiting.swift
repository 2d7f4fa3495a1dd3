package import Diagnostics

/// The parts of the language that are understood and that nothing answers in this version.
package enum Waiting: String, Sendable, CaseIterable {
  case assuming = "`assuming`"
  case lesson = "`lesson`"
  case record = "`record`"

  /// What is said where it is asked for.
  package var message: String { "\(rawValue) has no answer in this version" }

  /// What comes nearest to it meanwhile; nil where nothing does.
  package var instead: String? {
    switch self {
    case .assuming: "`without SET` imagines people away"
    case .lesson: "`examples` has sessions to read, `help` the statements"
    case .record: "`save \"today.kith\"` keeps what the session loads, sets and defines"
    }
  }

  /// The diagnostic for it.
  package func diagnostic(at place: Place? = nil) -> Diagnostic {
    Diagnostic(.notYet, message, at: place, notes: instead.map { [$0] } ?? [])
  }

  /// What is said below a table that a chart was asked of.
  package static func chart(_ kind: String) -> String {
    "`as \(kind)` is not drawn in this version"
  }
}

package import Diagnostics

/// The parts of the language that are understood and that nothing answers in this version.
package enum Waiting: String, Sendable, CaseIterable {
  case assuming = "`assuming`"

  /// What is said where it is asked for.
  package var message: String { "\(rawValue) has no answer in this version" }

  /// What comes nearest to it meanwhile; nil where nothing does.
  package var instead: String? {
    switch self {
    case .assuming: "`without SET` imagines people away"
    }
  }

  /// The diagnostic for it.
  package func diagnostic(at place: Place? = nil) -> Diagnostic {
    Diagnostic(.notYet, message, at: place, notes: instead.map { [$0] } ?? [])
  }
}

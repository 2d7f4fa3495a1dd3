package import Diagnostics

/// The parts of the language that are understood and that nothing answers in this version.
package enum Waiting: String, Sendable, CaseIterable {
  case choose = "`choose`"
  case lesson = "`lesson`"
  case record = "`record`"

  /// What is said where it is asked for.
  package var message: String { "\(rawValue) has no answer in this version" }

  /// What comes nearest to it meanwhile; nil where nothing does.
  package var instead: String? {
    switch self {
    case .choose: "`top 3 customers by ...` ranks them one by one"
    case .lesson: "`examples` has sessions to read, `help` the statements"
    case .record: "`save \"today.kith\"` keeps what the session loads, sets and defines"
    }
  }

  /// The diagnostic for it.
  package func diagnostic(at place: Place? = nil) -> Diagnostic {
    Diagnostic(.notYet, message, at: place, notes: instead.map { [$0] } ?? [])
  }
}

extension Question.Kind {
  /// The part of the language it waits for; nil where there is an answer.
  package var waiting: Waiting? {
    switch self {
    case .choose: .choose
    case .rank, .list, .show, .count, .aggregate, .compare, .correlate, .explain,
      .overlap, .path:
      nil
    }
  }
}

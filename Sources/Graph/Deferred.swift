import Synchronization

/// What can stay in a file until it is first asked for.
package protocol Deferrable: Sendable {
  /// What is known of it before it is there.
  associatedtype Summary: Sendable & Equatable

  /// What would be known of it.
  var summary: Summary { get }

  /// One that has that summary's size and says nothing, so that work that began can end.
  init(standingInFor summary: Summary)
}

/// A value that is made when it is first asked for: once, whichever threads ask.
///
/// Whoever asks gets a value. Where it could not be made that is a stand-in, and the damage box says
/// so: what was computed from it must not be used.
package final class Deferred<Value: Deferrable>: Sendable {
  /// Makes the value, or says why it cannot be made.
  package typealias Maker = @Sendable () -> Result<Value, any Error>

  private enum State {
    case waiting(Maker)
    case made(Value)
    case failed(Maker, any Error, standIn: Value, round: Int)
  }

  /// What is known of the value before it is made.
  package let summary: Value.Summary
  private let damage: Damage
  private let state: Mutex<State>

  /// A value that is not made yet, which reports to a box where it cannot be.
  package init(_ summary: Value.Summary, reportingTo damage: Damage, make: @escaping Maker) {
    self.summary = summary
    self.damage = damage
    state = Mutex(.waiting(make))
  }

  /// The value if it was made.
  package var made: Value? {
    state.withLock { if case .made(let value) = $0 { value } else { nil } }
  }

  /// The value, made where nobody asked before; a stand-in where it cannot be made.
  ///
  /// What failed is tried again after the damage was forgotten, and not before.
  package var value: Value {
    state.withLock { state in
      switch state {
      case .made(let value): return value
      case .failed(_, let error, let standIn, damage.round):
        damage.note(error)
        return standIn
      case .waiting(let make), .failed(let make, _, _, _):
        switch make() {
        case .success(let value):
          state = .made(value)
          return value
        case .failure(let error):
          let standIn = Value(standingInFor: summary)
          state = .failed(make, error, standIn: standIn, round: damage.round)
          damage.note(error)
          return standIn
        }
      }
    }
  }
}

/// Why parts of a graph could not be brought: what a statement came upon, shared by the graph and all
/// views of it.
package final class Damage: Sendable {
  private struct Findings {
    var error: (any Error)?
    var round = 0
  }

  private let findings = Mutex(Findings())

  /// Nothing is wrong so far.
  package init() {}

  /// What was come upon first; nil where nothing was.
  package var error: (any Error)? { findings.withLock { $0.error } }

  /// Whether anything was come upon.
  package var isFound: Bool { error != nil }

  /// Begins anew, for another statement, which may ask for other parts.
  package func forget() {
    findings.withLock { $0 = Findings(error: nil, round: $0.round + 1) }
  }

  /// How often it began anew.
  fileprivate var round: Int { findings.withLock { $0.round } }

  /// Takes a finding down.
  fileprivate func note(_ error: any Error) {
    findings.withLock { $0.error = $0.error ?? error }
  }
}

/// A part of a graph: there, or still where it comes from.
enum Part<Value: Deferrable>: Sendable {
  /// It is there.
  case held(Value)
  /// It is brought when it is first asked for.
  case deferred(Deferred<Value>)

  /// The part, brought where it is not there.
  var value: Value {
    switch self {
    case .held(let value): value
    case .deferred(let deferred): deferred.value
    }
  }

  /// What is known of it, without bringing it.
  var summary: Value.Summary {
    switch self {
    case .held(let value): value.summary
    case .deferred(let deferred): deferred.summary
    }
  }

  /// The part if it is there.
  var present: Value? {
    switch self {
    case .held(let value): value
    case .deferred(let deferred): deferred.made
    }
  }

  /// Whether it was in memory from the beginning.
  var isHeld: Bool { if case .held = self { true } else { false } }
}

/// A value that is made when it is first asked for, once for all copies of what holds it.
package final class Later<Value: Sendable>: Sendable {
  private let kept = Mutex<Value?>(nil)

  /// A value that is not made yet.
  package init() {}

  /// The value, made where nobody asked before.
  ///
  /// Throws what `make` throws, and then it is made the next time.
  package func value<Failure>(
    orMake make: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    if let value = kept.withLock({ $0 }) { return value }
    let value = try make()
    kept.withLock { $0 = value }
    return value
  }
}

import Synchronization

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

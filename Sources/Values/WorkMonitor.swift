/// How long work is told to stop, and tells how far it is.
///
/// Work polls `isCancelled` often enough to stop within a tenth of a second, and reports at most
/// some hundred times.
package struct WorkMonitor: Sendable {
  /// Whether the user asked to stop.
  package let isCancelled: @Sendable () -> Bool
  /// Called with what is being done and the part that is done, 0 to 1.
  package let report: @Sendable (_ what: String, _ part: Double) -> Void

  /// Work that is watched.
  package init(
    isCancelled: @escaping @Sendable () -> Bool = { false },
    report: @escaping @Sendable (String, Double) -> Void = { _, _ in }
  ) {
    self.isCancelled = isCancelled
    self.report = report
  }

  /// Work nobody watches: tests, and what is done in an instant.
  package static let unwatched = WorkMonitor()
}

/// Thrown by work that was asked to stop; nothing it was making is kept.
package struct Cancelled: Error, Hashable {
  /// The user asked to stop.
  package init() {}
}

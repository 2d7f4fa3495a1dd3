import Synchronization

/// When the statement at hand has to be over; looked at from any thread.
final class TimeLimit: Sendable {
  private static let clock = ContinuousClock()
  /// The moment all others are counted from.
  private let start = TimeLimit.clock.now
  /// The last moment in milliseconds; 0 where there is none.
  private let end = Atomic(0)

  /// A statement begins, which may take so many seconds; nil lets it take what it takes.
  func begin(seconds: Double?) {
    guard let seconds else { return end.store(0, ordering: .relaxed) }
    let allowed = Int(min(max(seconds, 0.001), 1e9) * 1000)
    end.store(elapsed + allowed, ordering: .relaxed)
  }

  /// Whether the statement has had its time.
  var isOver: Bool {
    let end = end.load(ordering: .relaxed)
    return end > 0 && elapsed >= end
  }

  /// Milliseconds from the start.
  private var elapsed: Int {
    let (seconds, attoseconds) = (TimeLimit.clock.now - start).components
    return Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
  }
}

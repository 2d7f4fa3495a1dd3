import Dispatch
import Synchronization
package import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Numbered pieces of work that several threads share.
///
/// Each thread takes the next piece as it finishes one, so what is made of a piece must not depend
/// on who makes it. Before each piece the monitor is asked whether to stop.
package struct WorkSharing: Sendable {
  /// How many threads take part at most.
  package let threads: Int
  private let monitor: WorkMonitor

  /// Work for so many threads; nil means as many as there are processors.
  package init(threads: Int? = nil, watchedBy monitor: WorkMonitor = .unwatched) {
    self.threads = max(1, threads ?? WorkSharing.processors)
    self.monitor = monitor
  }

  /// Calls `work` once on each thread, with a function that hands out the pieces; false where the
  /// monitor said to stop, and then not every piece was handed out.
  @discardableResult
  package func run(_ pieces: Int, _ work: @Sendable (_ next: () -> Int?) -> Void) -> Bool {
    let taken = Atomic(0)
    let isStopped = Atomic(false)
    @Sendable func next() -> Int? {
      guard !isStopped.load(ordering: .relaxed) else { return nil }
      let piece = taken.add(1, ordering: .relaxed).oldValue
      guard piece < pieces else { return nil }
      guard !monitor.isCancelled() else {
        isStopped.store(true, ordering: .relaxed)
        return nil
      }
      return piece
    }
    let threads = min(threads, pieces)
    if threads <= 1 {
      work(next)
    } else {
      DispatchQueue.concurrentPerform(iterations: threads) { _ in work(next) }
    }
    return !isStopped.load(ordering: .relaxed)
  }

  /// How many processors there are.
  package static let processors = max(1, min(64, processorCount()))
}

/// How many processors the system says are running.
private func processorCount() -> Int { sysconf(Int32(_SC_NPROCESSORS_ONLN)) }

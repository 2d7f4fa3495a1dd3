import Glibc

/// Work on a thread of its own, for tests whose own thread waits in a system call.
///
/// A task will not do: on a machine of one core it would wait for the thread that waits for it.
final class Background {
  private var thread: pthread_t?

  /// Begins the work.
  init(_ work: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    let context = unsafe Unmanaged.passRetained(Work(run: work)).toOpaque()
    let failure = unsafe pthread_create(
      &thread,
      nil,
      { context in
        guard let context = unsafe context else { return nil }
        unsafe Unmanaged<Work>.fromOpaque(context).takeRetainedValue().run()
        return nil
      },
      context
    )
    if failure == 0 { self.thread = thread }
  }

  /// Waits for the work to end.
  func finish() {
    if let thread { _ = pthread_join(thread, nil) }
    thread = nil
  }

  private final class Work: Sendable {
    let run: @Sendable () -> Void

    init(run: @escaping @Sendable () -> Void) {
      self.run = run
    }
  }
}

import Values

/// The monitor of one load: asks whether to stop, and tells how far it is, seldom enough.
struct WorkWatch: Sendable {
  private let monitor: WorkMonitor
  private let what: String
  private let start = ContinuousClock.now
  private var toldPercent = -1

  /// A watch over the reading of one file.
  init(_ monitor: WorkMonitor, reading file: String) {
    self.monitor = monitor
    what = "reading \(file)"
  }

  /// Throws when the user asked to stop.
  func check() throws(ImportError) {
    if monitor.isCancelled() { throw .stopped }
  }

  /// Tells how many of so many bytes are read, and how fast, at most once a percent; throws when asked to stop.
  mutating func reached(_ done: Int, of size: Int) throws(ImportError) {
    try check()
    guard size > 0 else { return }
    let percent = min(100, done * 100 / size)
    guard percent > toldPercent else { return }
    toldPercent = percent
    let elapsed = start.duration(to: .now) / .seconds(1)
    let rate = elapsed > 0 ? Int(Double(done) / elapsed / 1e6) : 0
    monitor.report(rate > 0 ? "\(what), \(rate) MB/s" : what, Double(percent) / 100)
  }
}

package import Values

extension WorkMonitor {
  /// Lets long work stop: asks once every million steps.
  ///
  /// `step` is the number of the step. Throws `cancelled`.
  @inline(__always)
  package func pause(at step: Int) throws(MetricError) {
    if step & 0xF_FFFF == 0xF_FFFF, isCancelled() { throw .cancelled }
  }

  /// Watches one of several like pieces of the work; what it reports is a part of the whole.
  package func part(_ number: Int, of count: Int) -> WorkMonitor {
    WorkMonitor(isCancelled: isCancelled) { [report] what, part in
      report(what, (Double(number) + part) / Double(max(1, count)))
    }
  }
}

package import Values

extension WorkMonitor {
  /// Lets long work stop: asks once every million steps.
  ///
  /// `step` is the number of the step. Throws `cancelled`.
  @inline(__always)
  package func pause(at step: Int) throws(MetricError) {
    if step & 0xF_FFFF == 0xF_FFFF, isCancelled() { throw .cancelled }
  }
}

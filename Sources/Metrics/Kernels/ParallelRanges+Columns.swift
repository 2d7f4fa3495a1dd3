import Graph
package import Values

extension ParallelRanges {
  /// Columns over all items, of which `body` makes the cells of one range, column by column.
  ///
  /// Errors, threads and reports as in `map`. Every thread moves the cells it made to their place at
  /// once, while they are in its cache.
  package func columns(
    _ count: Int,
    _ what: String?,
    threads: Int?,
    watchedBy monitor: WorkMonitor,
    _ body: @Sendable (Range<Int>) throws(MetricError) -> [[Double]]
  ) throws(MetricError) -> [[Double]] {
    try columnsAndParts(count, what, threads: threads, watchedBy: monitor) {
      range throws(MetricError) in (try body(range), ())
    }.columns
  }

  /// Columns over all items, and what else `body` makes of each range, in the order of the ranges.
  package func columnsAndParts<Part: Sendable>(
    _ count: Int,
    _ what: String?,
    threads: Int?,
    watchedBy monitor: WorkMonitor,
    _ body: @Sendable (Range<Int>) throws(MetricError) -> (columns: [[Double]], part: Part)
  ) throws(MetricError) -> (columns: [[Double]], parts: [Part]) {
    var outcome: Result<[Part], MetricError> = .success([])
    var isFilled = false
    let cells = ranges.last?.upperBound ?? 0
    let columns = unsafe openColumns(count, cells: cells, after: [], isFilled: &isFilled) { open in
      // Ranges do not overlap, so no two threads ever write to the same cell, and `map` returns
      // before the columns are closed.
      nonisolated(unsafe) let open = unsafe open
      do throws(MetricError) {
        let parts = try map(what, threads: threads, watchedBy: monitor) {
          range throws(MetricError) in
          let made = try body(range)
          for column in 0..<count {
            let cells = unsafe UnsafeMutableBufferPointer(rebasing: open[column][range])
            precondition(made.columns[column].count == range.count)
            _ = unsafe cells.initialize(fromContentsOf: made.columns[column])
          }
          return made.part
        }
        outcome = .success(parts)
        return true
      } catch {
        outcome = .failure(error)
        return false
      }
    }
    return (columns, try outcome.get())
  }
}

/// So many columns of so many cells, which `fill` initialises, all of them, or else returns false.
///
/// Only inside of an array's own initialiser may its cells be left for others to fill, so the
/// initialisers stand in each other. Where `fill` returned false the columns are empty.
private func openColumns(
  _ count: Int,
  cells: Int,
  after open: [UnsafeMutableBufferPointer<Double>],
  isFilled: inout Bool,
  fill: ([UnsafeMutableBufferPointer<Double>]) -> Bool
) -> [[Double]] {
  guard unsafe open.count < count else {
    isFilled = unsafe fill(open)
    return []
  }
  var others: [[Double]] = []
  let column = unsafe [Double](unsafeUninitializedCapacity: cells) { column, filled in
    unsafe UnsafeMutableRawBufferPointer(column).adviseLargePages()
    others = unsafe openColumns(
      count,
      cells: cells,
      after: open + [column],
      isFilled: &isFilled,
      fill: fill
    )
    filled = isFilled ? cells : 0
  }
  return [column] + others
}

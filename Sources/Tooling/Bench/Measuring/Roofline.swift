import Metrics
import Values

/// What the machine can do at most: how fast memory is read in order, and out of it.
///
/// After Williams, Waterman, Patterson, Roofline, 2009. Measured with all processors, the best of
/// three.
package struct Roofline: Codable, Sendable {
  /// Bytes a second, read in order from memory.
  let bandwidth: Double
  /// Numbers a second, fetched at random from a column of doubles over everybody.
  let gathers: Double

  /// Measures the machine, for columns over so many people.
  init(people: Int) throws {
    var bandwidth = 0.0
    var gathers = 0.0
    let stream = [UInt64](repeating: 1, count: 1 << 26)
    let column = [Double](repeating: 1, count: people)
    var draws = Draws(seed: 1, stream: 1)
    let places = (0..<(1 << 25)).map { _ in UInt32(draws.number(below: people)) }
    for _ in 0..<3 {
      let read = try Roofline.seconds(stream.count) { range in
        var sum: UInt64 = 0
        let stream = stream.span
        for index in range { sum &+= stream[index] }
        return Double(sum)
      }
      bandwidth = max(bandwidth, Double(stream.count * 8) / read)
      let gather = try Roofline.seconds(places.count) { range in
        var sum = 0.0
        let places = places.span
        let column = column.span
        for index in range { sum += column[Int(places[index])] }
        return sum
      }
      gathers = max(gathers, Double(places.count) / gather)
    }
    self.bandwidth = bandwidth
    self.gathers = gathers
  }

  private static func seconds(
    _ count: Int,
    _ work: @Sendable (Range<Int>) -> Double
  ) throws -> Double {
    let ranges = ParallelRanges(count: count, size: 1 << 20)
    return try Sample.timed {
      try ranges.map(nil, threads: nil, watchedBy: .unwatched) { range in work(range) }
    } check: { _ in
      nil
    }.value
  }

  /// The time for so many bytes in order and so many numbers out of it: the longer of both, as they
  /// can overlap.
  ///
  /// Numbers are taken to be fetched from places that are equally likely; where some are fetched
  /// more often than others they stay in the cache, and work may go below.
  func floor(bytes: Int, gathers count: Int = 0) -> Double {
    max(Double(bytes) / bandwidth, Double(count) / gathers)
  }
}

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
package import Graph
package import Values

/// How many people are within some steps of everybody at once, estimated.
///
/// Each person has a HyperLogLog counter of the people within so many steps; a round takes the
/// greater of each register along every tie. A round moves `registers` bytes a tie at random. The
/// hash has a fixed seed, so an estimate is the same on every run. Source: P. Boldi, S. Vigna,
/// "In-core computation of geometric centralities with HyperBall", 2013; the counter from
/// P. Flajolet et al., "HyperLogLog", 2007.
package struct HyperBall: Sendable {
  /// How many registers a counter has: a power of two from 64 to 1,024, a byte each.
  package let registers: Int

  /// Counters of so many registers, a power of two from 64 to 1,024.
  package init(registers: Int) {
    precondition(registers.nonzeroBitCount == 1 && (64...1_024).contains(registers))
    self.registers = registers
  }

  /// Counters as exact as 128 MiB for everybody allow; a round holds that three times.
  package init(people: Int) {
    var registers = 1_024
    while registers > 64, registers * people > 128 << 20 { registers /= 2 }
    self.init(registers: registers)
  }

  /// The relative standard error of an estimate: 1.04 / sqrt(registers).
  package var standardError: Double { 1.04 / Double(registers).squareRoot() }

  /// Estimates of how many people are within `hops` steps of each, that person included.
  ///
  /// Stops early where a round changes nothing. Throws `cancelled`. Complexity: O(hops x ties x
  /// registers).
  package func sizes(
    over rows: Rows,
    within hops: Int,
    threads: Int? = nil,
    watchedBy monitor: WorkMonitor = .unwatched
  ) throws(MetricError) -> [Double] {
    let ranges = ranges(over: rows)
    var last: [UInt8] = []
    try grow(over: rows, within: hops, threads, monitor) { _, counters in last = counters }
    return try estimates(ranges, last, threads, monitor)
  }

  /// Estimates of the sum of 1 / steps over all others, for everybody.
  ///
  /// What a step adds is the difference of two estimates, and never less than nothing. Throws
  /// `cancelled`. Complexity: O(greatest distance x ties x registers).
  package func harmonicSums(
    over rows: Rows,
    threads: Int? = nil,
    watchedBy monitor: WorkMonitor = .unwatched
  ) throws(MetricError) -> [Double] {
    let ranges = ranges(over: rows)
    var sums = [Double](repeating: 0, count: rows.count)
    var before = [Double](repeating: 1, count: rows.count)
    try grow(over: rows, within: .max, threads, monitor) { hop, counters throws(MetricError) in
      let sizes = try estimates(ranges, counters, threads, monitor)
      for person in sums.indices {
        let size = rows.degree(of: PersonID(person)) == 0 ? 1 : max(sizes[person], before[person])
        sums[person] += (size - before[person]) / Double(hop)
        before[person] = size
      }
    }
    return sums
  }

  private func ranges(over rows: Rows) -> ParallelRanges {
    ParallelRanges(balancing: rows, work: max(1 << 10, (1 << 23) / registers))
  }

  /// Lets the counters grow step by step, and hands them to `visit` after each that changed any.
  private func grow(
    over rows: Rows,
    within hops: Int,
    _ threads: Int?,
    _ monitor: WorkMonitor,
    _ visit: (_ hop: Int, [UInt8]) throws(MetricError) -> Void
  ) throws(MetricError) {
    let ranges = ranges(over: rows)
    var counters = try ranges.map(nil, threads: threads, watchedBy: monitor) { range in
      balls(range, ofRadiusOneOver: rows)
    }.concatenated
    var hop = 1
    try visit(hop, counters)
    while hop < hops {
      let next = try ranges.map(nil, threads: threads, watchedBy: monitor) { [counters] range in
        grown(range, over: rows, from: counters)
      }.concatenated
      if next == counters { break }
      counters = next
      hop += 1
      try visit(hop, counters)
      monitor.report("distances", min(0.99, Double(hop) / Double(min(hops, 16))))
    }
  }

  private func estimates(
    _ ranges: ParallelRanges,
    _ counters: [UInt8],
    _ threads: Int?,
    _ monitor: WorkMonitor
  ) throws(MetricError) -> [Double] {
    try ranges.map(nil, threads: threads, watchedBy: monitor) { range in
      range.map { estimate(counters.span.extracting($0 * registers..<($0 + 1) * registers)) }
    }.concatenated
  }

  /// The counters of a range after the first step: each person and their neighbours, hash by hash.
  private func balls(_ range: Range<Int>, ofRadiusOneOver rows: Rows) -> [UInt8] {
    var counters = [UInt8](repeating: 0, count: range.count * registers)
    let bits = registers.trailingZeroBitCount
    func add(_ person: UInt32, to counter: Int) {
      let hash = HyperBall.hash(UInt64(person))
      let register = counter * registers + Int(truncatingIfNeeded: hash) & (registers - 1)
      counters[register] = max(
        counters[register],
        UInt8((hash >> bits).leadingZeroBitCount - bits + 1)
      )
    }
    for (counter, person) in range.enumerated() {
      add(UInt32(person), to: counter)
      for position in Int(rows.starts[person])..<Int(rows.starts[person + 1]) {
        add(rows.neighbours[position], to: counter)
      }
    }
    return counters
  }

  /// The counters of a range one step later.
  private func grown(_ range: Range<Int>, over rows: Rows, from counters: [UInt8]) -> [UInt8] {
    var grown = Array(counters[range.lowerBound * registers..<range.upperBound * registers])
    let starts = rows.starts
    let neighbours = rows.neighbours
    // Pointers, so that sixteen registers become one `pmaxub`: with the checks of spans the loop
    // stays scalar, eight times slower.
    unsafe grown.withUnsafeMutableBufferPointer { grown in
      unsafe counters.withUnsafeBufferPointer { counters in
        guard let own = grown.baseAddress, let all = counters.baseAddress else {
          return
        }
        for person in range {
          let mine = unsafe own + (person - range.lowerBound) * registers
          for position in Int(starts[person])..<Int(starts[person + 1]) {
            let theirs = unsafe all + Int(neighbours[position]) * registers
            for register in 0..<registers {
              unsafe mine[register] = max(mine[register], theirs[register])
            }
          }
        }
      }
    }
    return grown
  }

  /// The cardinality a counter stands for; linear counting where it is small.
  private func estimate(_ counter: Span<UInt8>) -> Double {
    let count = Double(registers)
    var sum = 0.0
    var zeros = 0
    for register in counter.indices {
      sum += HyperBall.halvings[Int(counter[register])]
      zeros += counter[register] == 0 ? 1 : 0
    }
    let bias = registers == 64 ? 0.709 : 0.7213 / (1 + 1.079 / count)
    let raw = bias * count * count / sum
    return raw <= 2.5 * count && zeros > 0 ? count * log(count / Double(zeros)) : raw
  }

  /// Powers of one half, down to the least a register can stand for.
  private static let halvings = (0...64).map { exp2(-Double($0)) }

  /// SplitMix64 of a person's id.
  private static func hash(_ person: UInt64) -> UInt64 {
    var hash = person &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678_9ABC_DEF1
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    return hash ^ (hash >> 31)
  }
}

/// Sorts words by some of their bits, with room for as many beside them.
///
/// Unsafe inside: loops over raw memory of `capacity` words, which it owns.
@safe struct WordSorter: ~Copyable {
  /// One pass: which bits it sorts by.
  struct Digit: Sendable {
    let shift: UInt64
    let mask: UInt64
  }

  private var spare: UnsafeMutablePointer<UInt64>
  private var capacity = 0
  private var counts: UnsafeMutablePointer<UInt32>
  private static let mostDigitBits = 11

  /// A sorter without room yet.
  init() {
    unsafe spare = .allocate(capacity: 1)
    unsafe counts = .allocate(capacity: 1 << WordSorter.mostDigitBits)
  }

  deinit {
    unsafe spare.deallocate()
    unsafe counts.deallocate()
  }

  /// The passes that sort by the bits from `low` up, below `high`: as few and as even as can be.
  static func digits(from low: Int, to high: Int) -> [Digit] {
    let bits = high - low
    guard bits > 0 else { return [] }
    let passes = (bits + mostDigitBits - 1) / mostDigitBits
    let width = (bits + passes - 1) / passes
    return stride(from: low, to: high, by: width).map { shift in
      Digit(shift: UInt64(shift), mask: (1 << UInt64(min(width, high - shift))) - 1)
    }
  }

  /// Sorts by the digits, the least significant first; equals keep their order.
  ///
  /// Complexity: O(count) a digit.
  @unsafe mutating func sort(_ block: UnsafeMutableBufferPointer<UInt64>, by digits: [Digit]) {
    guard let words = block.baseAddress else { return }
    let count = block.count
    if count > capacity {
      unsafe spare.deallocate()
      capacity = count + count / 4
      unsafe spare = .allocate(capacity: capacity)
    }
    var (from, to) = unsafe (words, spare)
    for digit in digits {
      unsafe pass(from, to, count, digit)
      unsafe swap(&from, &to)
    }
    if unsafe from != words { unsafe words.update(from: from, count: count) }
  }

  private func pass(
    _ from: UnsafeMutablePointer<UInt64>,
    _ to: UnsafeMutablePointer<UInt64>,
    _ count: Int,
    _ digit: Digit
  ) {
    let counts = unsafe counts
    unsafe counts.update(repeating: 0, count: Int(digit.mask) + 1)
    for index in 0..<count {
      unsafe counts[Int(from[index] >> digit.shift & digit.mask)] &+= 1
    }
    var sum: UInt32 = 0
    for value in 0...Int(digit.mask) {
      let held = unsafe counts[value]
      unsafe counts[value] = sum
      sum &+= held
    }
    for index in 0..<count {
      let word = unsafe from[index]
      let value = Int(word >> digit.shift & digit.mask)
      unsafe to[Int(counts[value])] = word
      unsafe counts[value] &+= 1
    }
  }
}

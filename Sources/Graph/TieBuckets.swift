/// Numbers cut into ranges, the buckets, that hold about as many ties each.
///
/// A range begins where a group of 64 numbers does and spans at most 65,536, so that the place of a
/// number in its bucket fits 16 bits.
struct TieBuckets: Sendable {
  /// The bucket of each group of `1 << groupBits` numbers.
  let bucketOf: [UInt16]
  /// The first number of each bucket, and one end.
  let starts: [UInt32]
  /// How many numbers are one group, as a power of two.
  static let groupBits: UInt32 = 6

  /// Buckets over `count` numbers, some `wanted` of them, judged by the numbers of a sample of ties.
  ///
  /// Complexity: O(sample + numbers).
  init(over count: Int, sample: [UInt32], wanted: Int) {
    let groups = (count + 63) >> 6
    var ties = [UInt32](repeating: 0, count: groups)
    for number in sample { ties[Int(number >> TieBuckets.groupBits)] += 1 }
    let share = max(1, sample.count / max(1, wanted))
    let mostGroups = 65_536 >> Int(TieBuckets.groupBits)
    var bucketOf = [UInt16](repeating: 0, count: groups)
    var starts: [UInt32] = [0]
    var first = 0
    var held = 0
    for group in 0..<groups {
      let isFull = held >= share || group - first >= mostGroups
      if isFull, group > first {
        starts.append(UInt32(group) << TieBuckets.groupBits)
        first = group
        held = 0
      }
      bucketOf[group] = UInt16(starts.count - 1)
      held += Int(ties[group])
    }
    starts.append(UInt32(count))
    self.bucketOf = bucketOf
    self.starts = starts
  }

  /// How many buckets there are.
  var count: Int { starts.count - 1 }

  /// The numbers of a bucket.
  func numbers(of bucket: Int) -> Range<Int> { Int(starts[bucket])..<Int(starts[bucket + 1]) }

  /// The most buckets there may be among so many numbers, with so many wanted.
  static func most(over count: Int, wanted: Int) -> Int { wanted + count / 65_536 + 2 }
}

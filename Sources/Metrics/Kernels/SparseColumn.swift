package import Graph

/// A column over everybody that is 0 for most: the others' values, one after the other.
///
/// A kernel that meets few of the others touches 1/8 byte a person, and for those it meets 8 bytes
/// among few; a plain column would be 8 bytes at random among many.
package struct SparseColumn: Sendable {
  /// Who has a value.
  package let mask: MemberMask
  /// How many have one before each 64 people.
  package let before: [UInt32]
  /// The values, in the order of people.
  package private(set) var values: [Double]

  /// The values of a column that are not 0.
  ///
  /// Complexity: O(people).
  package init(_ column: [Double]) {
    self.init(mask: MemberMask(count: column.count) { column[$0] != 0 })
    values = column.filter { $0 != 0 }
  }

  /// Everybody's interest in the one of some topics they are keenest on.
  ///
  /// Complexity: O(interests in them and below them + people / 64).
  package init(interestIn topics: [UInt32], of graph: Graph) {
    let runs = topics.flatMap { graph.interestRuns(in: $0) }
    var words = [UInt64](repeating: 0, count: (graph.personCount + 63) / 64)
    for run in runs {
      for person in run.people { words[Int(person >> 6)] |= 1 << UInt64(person & 63) }
    }
    self.init(mask: MemberMask(PersonSet(universe: graph.personCount, words: words)))
    if runs.count == 1 {
      // People are in ascending order there, as they are here.
      values = runs[0].weights
    } else {
      for run in runs {
        for (person, weight) in zip(run.people, run.weights) {
          let place = SparseColumn.place(of: Int(person), mask.words.span, before.span)
          values[place] = max(values[place], weight)
        }
      }
    }
  }

  /// 0 for each member of a mask.
  private init(mask: MemberMask) {
    self.mask = mask
    var before: [UInt32] = []
    before.reserveCapacity(mask.words.count)
    var count = 0
    for word in mask.words {
      before.append(UInt32(count))
      count += word.nonzeroBitCount
    }
    self.before = before
    values = Array(repeating: 0, count: count)
  }

  /// The value of a person; 0 where there is none.
  package subscript(person: Int) -> Double {
    guard mask[person] == 1 else { return 0 }
    return values[SparseColumn.place(of: person, mask.words.span, before.span)]
  }

  /// Where the value of a person lies, who has one.
  @inline(__always)
  static func place(of person: Int, _ mask: Span<UInt64>, _ before: Span<UInt32>) -> Int {
    let below = mask[person >> 6] & ((1 << UInt64(truncatingIfNeeded: person & 63)) - 1)
    return Int(before[person >> 6]) + below.nonzeroBitCount
  }
}

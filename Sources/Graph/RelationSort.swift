/// Makes a relation of ties by several threads.
///
/// Ties are dealt into buckets of sources, each of which fits a processor's cache, sorted there and
/// freed of repeats, dealt on into buckets of targets, and sorted there for the other direction.
/// Every step keeps the order of what it does not sort by, so that the result does not depend on
/// the number of threads. O(ties + rows) time; at its peak some 24 bytes a tie.
///
/// Unsafe inside: threads write to one block of memory each at places of their own, which were
/// counted before.
struct RelationSort {
  private let sources: TieBuckets
  private let targets: TieBuckets
  private let sharing: WorkSharing
  private let isWeighted: Bool
  /// A tie each, in the order of the buckets of one end.
  private var words: [UInt64] = []
  /// Where each bucket of sources begins in `words`, and one end.
  private var bucketStarts: [Int] = []
  /// How many ties of each bucket of sources stay.
  private var kept: [Int] = []
  /// Per bucket of sources, how many of its ties go to each bucket of targets.
  private var turns: [UInt32] = []
  private var forwardStarts: [UInt32]

  /// Makes ready to sort ties, some `bucketSize` at a time.
  init(
    _ ties: borrowing TieParts,
    sources: Int,
    targets: Int,
    sharedBy sharing: WorkSharing,
    bucketSize: Int
  ) {
    let wanted = max(1, min(1_024, ties.count / bucketSize))
    let sample = ties.sample()
    self.sources = TieBuckets(over: sources, sample: sample.sources, wanted: wanted)
    self.targets = TieBuckets(over: targets, sample: sample.targets, wanted: wanted)
    self.sharing = ties.count < bucketSize ? WorkSharing(threads: 1) : sharing
    isWeighted = ties.palette != nil
    forwardStarts = Array(unfilledInLargePages: sources + 1)
  }

  /// The relation of the ties, of which the last of several between the same two stays; nil where
  /// it was asked to stop.
  consuming func relation(of ties: consuming TieParts) -> Relation? {
    let palette = ties.palette
    guard deal(ties) else { return nil }
    ties = TieParts()
    guard sortBuckets(), let (forward, forwardCodes) = turn(),
      let (backward, backwardCodes) = sortTurned()
    else { return nil }
    return Relation(
      forward: forward,
      backward: backward,
      forwardWeights: palette.map { .coded(forwardCodes, palette: $0) },
      backwardWeights: palette.map { .coded(backwardCodes, palette: $0) }
    )
  }

  /// Deals the ties into the buckets of their sources, those of a bucket in the order they came.
  private mutating func deal(_ ties: borrowing TieParts) -> Bool {
    let slices = ties.slices()
    let parts = ties.parts
    let numbers = ties.numbers
    let buckets = sources
    let width = buckets.count
    var counts = [UInt32](repeating: 0, count: slices.count * width)
    var isWhole = unsafe counts.withUnsafeMutableBufferPointer { counts in
      nonisolated(unsafe) let counts = unsafe counts
      return sharing.run(slices.count) { next in
        while let index = next() {
          let slice = slices[index]
          let row = unsafe UnsafeMutableBufferPointer(rebasing: counts[(index * width)...])
          unsafe parts[slice.part].count(slice.range, numbers, buckets, into: row)
        }
      }
    }
    guard isWhole else { return false }
    bucketStarts = RelationSort.places(&counts, width: width)
    words = Array(unfilledInLargePages: ties.count)
    let recodings = ties.recodings
    isWhole = unsafe words.withUnsafeMutableBufferPointer { words in
      unsafe counts.withUnsafeMutableBufferPointer { counts in
        nonisolated(unsafe) let (words, counts) = unsafe (words, counts)
        return sharing.run(slices.count) { next in
          while let index = next() {
            let slice = slices[index]
            let row = unsafe UnsafeMutableBufferPointer(rebasing: counts[(index * width)...])
            unsafe parts[slice.part].deal(
              slice.range,
              numbers,
              recodings[slice.part],
              buckets,
              at: row,
              into: words
            )
          }
        }
      }
    }
    return isWhole
  }

  /// Turns counts, a row of `width` each, into places: those of a column one below the other, and
  /// the columns one behind the other; returns where each column begins, and one end.
  private static func places(_ counts: inout [UInt32], width: Int) -> [Int] {
    var starts: [Int] = []
    var sum: UInt32 = 0
    for column in 0..<width {
      starts.append(Int(sum))
      for index in stride(from: column, to: counts.count, by: width) {
        let held = counts[index]
        counts[index] = sum
        sum += held
      }
    }
    return starts + [Int(sum)]
  }

  /// Sorts each bucket by source and target, keeps the last of several ties between the same two,
  /// and counts the ties of each row and those that go to each bucket of targets.
  private mutating func sortBuckets() -> Bool {
    let (sources, targets, bucketStarts) = (sources, targets, bucketStarts)
    kept = Array(repeating: 0, count: sources.count)
    turns = Array(repeating: 0, count: sources.count * targets.count)
    let targetBits = UInt32.bitWidth - (targets.starts.last ?? 0).leadingZeroBitCount
    return unsafe words.withUnsafeMutableBufferPointer { words in
      unsafe kept.withUnsafeMutableBufferPointer { kept in
        unsafe turns.withUnsafeMutableBufferPointer { turns in
          unsafe forwardStarts.withUnsafeMutableBufferPointer { rows in
            nonisolated(unsafe) let (words, kept, turns, rows) = unsafe (words, kept, turns, rows)
            return sharing.run(sources.count) { next in
              var sorter = WordSorter()
              while let bucket = next() {
                let range = bucketStarts[bucket]..<bucketStarts[bucket + 1]
                let numbers = sources.numbers(of: bucket)
                let placeBits = Int.bitWidth - max(0, numbers.count - 1).leadingZeroBitCount
                let digits =
                  WordSorter.digits(from: 16, to: 16 + targetBits)
                  + WordSorter.digits(from: 48, to: 48 + placeBits)
                let own = unsafe UnsafeMutableBufferPointer(rebasing: words[range])
                unsafe sorter.sort(own, by: digits)
                let row = unsafe UnsafeMutableBufferPointer(
                  rebasing: turns[(bucket * targets.count)...]
                )
                let starts = unsafe UnsafeMutableBufferPointer(rebasing: rows[numbers])
                unsafe kept[bucket] = own.dropRepeats(starts: starts, targets, into: row)
              }
            }
          }
        }
      }
    }
  }

  /// Writes the rows of the sources, and deals the ties into the buckets of their targets, those of
  /// a bucket in the order of their sources.
  private mutating func turn() -> (Rows, codes: [UInt16])? {
    let (sources, targets, dealtStarts, kept) = (sources, targets, bucketStarts, kept)
    let isWeighted = isWeighted
    var offsets = [0]
    for count in kept { offsets.append((offsets.last ?? 0) + count) }
    let total = offsets.last ?? 0
    let rowOffsets = offsets
    let turnedStarts = RelationSort.places(&turns, width: targets.count)
    var neighbours = [UInt32](unfilledInLargePages: total)
    var codes = [UInt16](unfilledInLargePages: isWeighted ? total : 0)
    var turned = [UInt64](unfilledInLargePages: total)
    forwardStarts[forwardStarts.count - 1] = UInt32(total)
    let isWhole = unsafe neighbours.withUnsafeMutableBufferPointer { neighbours in
      unsafe codes.withUnsafeMutableBufferPointer { codes in
        unsafe turned.withUnsafeMutableBufferPointer { turned in
          unsafe forwardStarts.withUnsafeMutableBufferPointer { starts in
            unsafe turns.withUnsafeMutableBufferPointer { turns in
              nonisolated(unsafe) let (neighbours, codes, turned, starts, turns) =
                unsafe (neighbours, codes, turned, starts, turns)
              let words = words
              return sharing.run(sources.count) { next in
                while let bucket = next() {
                  let first = dealtStarts[bucket]
                  let offset = rowOffsets[bucket]
                  for row in sources.numbers(of: bucket) { unsafe starts[row] &+= UInt32(offset) }
                  unsafe TieTurn(
                    neighbours: neighbours,
                    codes: codes,
                    turned: turned,
                    places: UnsafeMutableBufferPointer(
                      rebasing: turns[(bucket * targets.count)...]
                    )
                  ).run(
                    words[first..<(first + kept[bucket])],
                    from: offset,
                    first: sources.starts[bucket],
                    targets
                  )
                }
              }
            }
          }
        }
      }
    }
    guard isWhole else { return nil }
    words = turned
    bucketStarts = turnedStarts
    return (Rows(starts: forwardStarts, neighbours: neighbours), codes)
  }

  /// Writes the rows of the targets.
  private mutating func sortTurned() -> (Rows, codes: [UInt16])? {
    let (targets, bucketStarts, isWeighted) = (targets, bucketStarts, isWeighted)
    let total = words.count
    var starts = [UInt32](unfilledInLargePages: Int(targets.starts.last ?? 0) + 1)
    var neighbours = [UInt32](unfilledInLargePages: total)
    var codes = [UInt16](unfilledInLargePages: isWeighted ? total : 0)
    starts[starts.count - 1] = UInt32(total)
    let isWhole = unsafe neighbours.withUnsafeMutableBufferPointer { neighbours in
      unsafe codes.withUnsafeMutableBufferPointer { codes in
        unsafe starts.withUnsafeMutableBufferPointer { starts in
          nonisolated(unsafe) let (neighbours, codes, starts) = unsafe (neighbours, codes, starts)
          let words = words
          return sharing.run(targets.count) { next in
            while let bucket = next() {
              let range = bucketStarts[bucket]..<bucketStarts[bucket + 1]
              let rows = targets.numbers(of: bucket)
              unsafe words[range].writeRows(
                from: range.lowerBound,
                starts: UnsafeMutableBufferPointer(rebasing: starts[rows]),
                neighbours,
                codes
              )
            }
          }
        }
      }
    }
    guard isWhole else { return nil }
    words = []
    return (Rows(starts: starts, neighbours: neighbours), codes)
  }
}

/// How ties move between buckets, one thread at a time.
///
/// Unsafe: the loops write at places that were counted before, and read columns of one length.
extension TieBuffer {
  /// Counts the ties of a range by the bucket of their source.
  @unsafe func count(
    _ range: Range<Int>,
    _ numbers: [UInt32]?,
    _ buckets: TieBuckets,
    into counts: UnsafeMutableBufferPointer<UInt32>
  ) {
    let bucketOf = buckets.bucketOf
    unsafe ends.withUnsafeBufferPointer { ends in
      unsafe bucketOf.withUnsafeBufferPointer { bucketOf in
        guard let numbers else {
          for index in range {
            let source = unsafe UInt32(truncatingIfNeeded: ends[index] >> 32)
            unsafe counts[Int(bucketOf[Int(source >> TieBuckets.groupBits)])] &+= 1
          }
          return
        }
        unsafe numbers.withUnsafeBufferPointer { numbers in
          for index in range {
            let source = unsafe numbers[Int(ends[index] >> 32)]
            unsafe counts[Int(bucketOf[Int(source >> TieBuckets.groupBits)])] &+= 1
          }
        }
      }
    }
  }

  /// Writes the ties of a range to their buckets, of which each is at its place.
  @unsafe func deal(
    _ range: Range<Int>,
    _ numbers: [UInt32]?,
    _ recoding: [UInt16],
    _ buckets: TieBuckets,
    at places: UnsafeMutableBufferPointer<UInt32>,
    into words: UnsafeMutableBufferPointer<UInt64>
  ) {
    let (bucketOf, firsts) = (buckets.bucketOf, buckets.starts)
    let (codes, numbers) = (weights?.codes ?? [], numbers ?? [])
    unsafe ends.withUnsafeBufferPointer { ends in
      unsafe bucketOf.withUnsafeBufferPointer { bucketOf in
        unsafe firsts.withUnsafeBufferPointer { firsts in
          unsafe numbers.withUnsafeBufferPointer { numbers in
            unsafe codes.withUnsafeBufferPointer { codes in
              unsafe recoding.withUnsafeBufferPointer { recoding in
                for index in range {
                  let pair = unsafe ends[index]
                  var source = UInt32(truncatingIfNeeded: pair >> 32)
                  var target = UInt32(truncatingIfNeeded: pair)
                  if !numbers.isEmpty {
                    unsafe (source, target) = (numbers[Int(source)], numbers[Int(target)])
                  }
                  var code = unsafe codes.isEmpty ? 0 : codes[index]
                  if !recoding.isEmpty { code = unsafe recoding[Int(code)] }
                  let bucket = unsafe Int(bucketOf[Int(source >> TieBuckets.groupBits)])
                  let first = unsafe firsts[bucket]
                  let place = unsafe places[bucket]
                  unsafe places[bucket] = place &+ 1
                  let word = TieWord(place: source &- first, other: target, code: code)
                  unsafe words[Int(place)] = word.bits
                }
              }
            }
          }
        }
      }
    }
  }
}

extension UnsafeMutableBufferPointer<UInt64> {
  /// Keeps, at the front, the last of several ties between the same two, of ties that are sorted.
  ///
  /// Writes where each row starts and counts the ties by the bucket of their target; returns how
  /// many are kept.
  func dropRepeats(
    starts: UnsafeMutableBufferPointer<UInt32>,
    _ targets: TieBuckets,
    into turns: UnsafeMutableBufferPointer<UInt32>
  ) -> Int {
    let bucketOf = targets.bucketOf
    return unsafe bucketOf.withUnsafeBufferPointer { bucketOf in
      var kept = 0
      var row = 0
      for index in 0..<count {
        let word = unsafe TieWord(bits: self[index])
        if index + 1 < count, unsafe TieWord(bits: self[index + 1]).ends == word.ends { continue }
        while row <= word.place {
          unsafe starts[row] = UInt32(truncatingIfNeeded: kept)
          row += 1
        }
        unsafe turns[Int(bucketOf[Int(word.other >> TieBuckets.groupBits)])] &+= 1
        unsafe self[kept] = word.bits
        kept += 1
      }
      while row < starts.count {
        unsafe starts[row] = UInt32(truncatingIfNeeded: kept)
        row += 1
      }
      return kept
    }
  }
}

/// Where the ties of one bucket of sources go.
///
/// Unsafe inside: blocks of memory that are written at places counted before.
@unsafe struct TieTurn {
  let neighbours: UnsafeMutableBufferPointer<UInt32>
  /// Empty where ties carry nothing.
  let codes: UnsafeMutableBufferPointer<UInt16>
  let turned: UnsafeMutableBufferPointer<UInt64>
  /// Per bucket of targets, where the next tie goes in `turned`.
  let places: UnsafeMutableBufferPointer<UInt32>

  /// Writes the ties of a bucket to the rows, beginning at `start`, and to the buckets of their
  /// targets.
  func run(_ words: ArraySlice<UInt64>, from start: Int, first: UInt32, _ targets: TieBuckets) {
    let (bucketOf, firsts) = (targets.bucketOf, targets.starts)
    unsafe words.withUnsafeBufferPointer { words in
      unsafe bucketOf.withUnsafeBufferPointer { bucketOf in
        unsafe firsts.withUnsafeBufferPointer { firsts in
          for index in 0..<words.count {
            let word = unsafe TieWord(bits: words[index])
            unsafe neighbours[start &+ index] = word.other
            let bucket = unsafe Int(bucketOf[Int(word.other >> TieBuckets.groupBits)])
            let place = unsafe places[bucket]
            unsafe places[bucket] = place &+ 1
            let turn = unsafe TieWord(
              place: word.other &- firsts[bucket],
              other: first &+ UInt32(truncatingIfNeeded: word.place),
              code: word.code
            )
            unsafe turned[Int(place)] = turn.bits
          }
          guard unsafe !codes.isEmpty else { return }
          for index in 0..<words.count {
            unsafe codes[start &+ index] = TieWord(bits: words[index]).code
          }
        }
      }
    }
  }
}

extension ArraySlice<UInt64> {
  /// Writes the rows of a bucket whose ties lie in the order of their other end, from `start` on,
  /// and where each row starts.
  @unsafe func writeRows(
    from start: Int,
    starts: UnsafeMutableBufferPointer<UInt32>,
    _ neighbours: UnsafeMutableBufferPointer<UInt32>,
    _ codes: UnsafeMutableBufferPointer<UInt16>
  ) {
    var next = [UInt32](repeating: 0, count: starts.count)
    unsafe next.withUnsafeMutableBufferPointer { next in
      unsafe withUnsafeBufferPointer { words in
        for index in 0..<words.count { unsafe next[TieWord(bits: words[index]).place] &+= 1 }
        var place = UInt32(truncatingIfNeeded: start)
        for row in 0..<next.count {
          let held = unsafe next[row]
          unsafe starts[row] = place
          unsafe next[row] = place
          place &+= held
        }
        for index in 0..<words.count {
          let word = unsafe TieWord(bits: words[index])
          let place = unsafe Int(next[word.place])
          unsafe next[word.place] &+= 1
          unsafe neighbours[place] = word.other
          if !codes.isEmpty { unsafe codes[place] = word.code }
        }
      }
    }
  }
}

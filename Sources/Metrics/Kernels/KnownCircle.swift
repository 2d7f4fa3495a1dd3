package import Graph
package import Values

/// The contacts of one person, by their places among them: who knows whom, and who alone joins whom.
///
/// Two who do not know each other are dispersed for a third whom both know where they know nobody
/// else of the circle in common. So each goes through those known to whom they know: who is come to
/// once is joined by that one alone. 8 bytes a tie of the circle, and 1/8 byte a member for whoever
/// knows many, whose row is read as bits.
package struct KnownCircle: Sendable {
  /// Whom of the circle each of it knows, by place.
  package let known: Rows
  /// For each, how many pairs they alone join.
  package let dispersions: [Int]

  /// The circle of a person's contacts.
  ///
  /// Throws `cancelled`. Complexity: O(sum over the ties of the circle of the lesser of how many the
  /// end knows and the circle / 64).
  package init(
    of person: PersonID,
    in contacts: Rows,
    reporting what: String? = nil,
    threads: Int? = nil,
    watchedBy monitor: WorkMonitor = .unwatched
  ) throws(MetricError) {
    let known = try Self.known(contacts[person], of: person, in: contacts, threads, monitor)
    let rows = BitRows(known)
    let ranges = ParallelRanges(count: known.count, size: max(16, known.count / 256))
    let counted = try ranges.map(
      what,
      threads: threads,
      watchedBy: monitor,
      scratch: { JoinedPairs(rows) }
    ) { pairs, range throws(MetricError) in
      var watch = StopWatch(monitor)
      for place in range { try pairs.count(from: UInt32(place), &watch) }
    }.scratches
    self.known = known
    dispersions = (0..<known.count).map { place in
      // Each pair was counted from both of its ends.
      counted.reduce(0) { $0 + $1.counts[place] } / 2
    }
  }

  /// Who of a circle knows whom, by place and ascending.
  private static func known(
    _ circle: ArraySlice<PersonID>,
    of person: PersonID,
    in contacts: Rows,
    _ threads: Int?,
    _ monitor: WorkMonitor
  ) throws(MetricError) -> Rows {
    var ties = try CircleTies(
      among: contacts,
      for: [person],
      circles: contacts,
      threads: threads,
      watchedBy: monitor
    )
    ties.take(circle)
    var places = [UInt32](repeating: nobody, count: contacts.count)
    for (place, member) in circle.enumerated() { places[Int(member)] = UInt32(place) }
    var buffer = TieBuffer(weighted: false)
    var watch = StopWatch(monitor)
    for (place, member) in circle.enumerated() {
      let work = ties.forEach(behind: member) { other in
        buffer.append(from: UInt32(place), to: places[Int(other)])
        buffer.append(from: places[Int(other)], to: UInt32(place))
      }
      try watch.worked(work)
    }
    return buffer.frozen(sources: circle.count, targets: circle.count).forward
  }
}

/// Rows over places, of which the long ones are bits as well.
private struct BitRows: Sendable {
  let rows: Rows
  /// How many words a row of bits has.
  let words: Int
  /// Where the bits of a long row begin; -1 for a short one.
  private let starts: [Int]
  private let bits: [UInt64]

  init(_ rows: Rows) {
    let words = (rows.count + 63) / 64
    var starts = [Int](repeating: -1, count: rows.count)
    var bits: [UInt64] = []
    for place in 0..<UInt32(rows.count) where rows.degree(of: place) > words / 2 {
      starts[Int(place)] = bits.count
      bits += repeatElement(0, count: words)
      for other in rows[place] {
        bits[starts[Int(place)] + Int(other >> 6)] |= 1 << UInt64(other & 63)
      }
    }
    self.rows = rows
    self.words = words
    self.starts = starts
    self.bits = bits
  }

  /// The bits of a long row; nil for a short one.
  func bits(of place: UInt32) -> ArraySlice<UInt64>? {
    let start = starts[Int(place)]
    return start < 0 ? nil : bits[start..<start + words]
  }
}

/// The pairs each joins alone, from both of their ends, as one thread has counted them.
private struct JoinedPairs: Sendable {
  /// For each place, how many.
  var counts: [Int]
  private let rows: BitRows
  /// Who was come to, and who more than once.
  private var once: [UInt64]
  private var again: [UInt64]

  init(_ rows: BitRows) {
    counts = Array(repeating: 0, count: rows.rows.count)
    self.rows = rows
    once = Array(repeating: 0, count: rows.words)
    again = once
  }

  /// Counts the pairs of one place.
  mutating func count(from place: UInt32, _ watch: inout StopWatch) throws(MetricError) {
    for word in once.indices { (once[word], again[word]) = (0, 0) }
    let friends = rows.rows[place]
    for friend in friends {
      try watch.worked(min(rows.rows.degree(of: friend), rows.words) + 1)
      come(by: friend)
    }
    // Whoever is known to the place makes no pair with it, nor does it itself.
    again[Int(place >> 6)] |= 1 << UInt64(place & 63)
    for friend in friends { again[Int(friend >> 6)] |= 1 << UInt64(friend & 63) }
    for word in once.indices { once[word] &= ~again[word] }
    for friend in friends {
      try watch.worked(min(rows.rows.degree(of: friend), rows.words) + 1)
      counts[Int(friend)] += joined(by: friend)
    }
  }

  /// Comes to all whom somebody knows.
  private mutating func come(by friend: UInt32) {
    guard let bits = rows.bits(of: friend) else {
      for other in rows.rows[friend] {
        let (word, bit) = (Int(other >> 6), UInt64(1) << UInt64(other & 63))
        again[word] |= once[word] & bit
        once[word] |= bit
      }
      return
    }
    for (word, row) in bits.enumerated() {
      again[word] |= once[word] & row
      once[word] |= row
    }
  }

  /// How many of those come to once somebody knows.
  private func joined(by friend: UInt32) -> Int {
    guard let bits = rows.bits(of: friend) else {
      return rows.rows[friend].reduce(0) { $0 + once.span.bit(Int($1)) }
    }
    return zip(bits, once).reduce(0) { $0 + ($1.0 & $1.1).nonzeroBitCount }
  }
}

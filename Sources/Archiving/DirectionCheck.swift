import Graph

/// Checks that both directions of a relation hold the same ties, with the same weights, in rows that
/// ascend.
///
/// Each direction is read once, in order: every tie is mixed into a number, and the sums of all
/// numbers must agree. They start from a key that is drawn anew each time, so that no file can be
/// made whose sums agree by design.
struct DirectionCheck: Sendable {
  /// The name the blocks begin with.
  let name: String
  /// The relation, of which the starts of the rows were checked.
  let relation: Relation

  private let key = UInt64.random(in: 0 ... .max)

  /// A check of a relation whose blocks begin with that name.
  init(_ relation: Relation, called name: String) {
    self.relation = relation
    self.name = name
  }

  /// Whether the ties carry weights.
  var isWeighted: Bool { relation.forwardWeights != nil }

  /// Sums both directions, by two threads; throws what is wrong with either, or differs.
  func run(in table: BlockTable, of file: borrowing SnapshotFile) throws(SnapshotError) {
    let sums = inParallel(2) { sum(isForward: $0 == 0, in: table, of: file) }
    guard try sums[0].get() == sums[1].get() else { throw difference(in: table) }
  }

  /// The sum over all ties of one direction, once its rows are seen to be right.
  ///
  /// Complexity: O(ties + rows).
  private func sum(
    isForward: Bool,
    in table: BlockTable,
    of file: borrowing SnapshotFile
  ) -> Result<UInt64, SnapshotError> {
    let rows = isForward ? relation.forward : relation.backward
    let weights = isForward ? relation.forwardWeights : relation.backwardWeights
    let targets = isForward ? relation.backward.count : relation.forward.count
    let block = "\(name).\(isForward ? "forward" : "backward")"
    do throws(SnapshotError) {
      let sum = try rows.sum(isForward, below: targets, weights, key, of: file)
      guard let sum else {
        try rows.findFlaw(below: targets, as: block, in: table)
        try weights?.findFlaw(as: block, in: table)
        throw table.flaw(in: "\(block).neighbours", "`\(block)` is not as it should be")
      }
      return .success(sum)
    } catch {
      return .failure(error)
    }
  }

  /// What differs between the two directions, and where.
  ///
  /// Complexity: O(ties + rows).
  private func difference(in table: BlockTable) -> SnapshotError {
    let (forward, backward) = (relation.forward, relation.backward)
    var next = backward.starts
    var odd = 0
    search: for source in 0..<UInt32(forward.count) {
      for position in forward.range(of: source) {
        let target = Int(forward.neighbours[position])
        odd = Int(next[target])
        guard odd < Int(backward.starts[target + 1]), backward.neighbours[odd] == source,
          relation.forwardWeights?[position].bitPattern
            == relation.backwardWeights?[odd].bitPattern
        else { break search }
        next[target] += 1
      }
    }
    return table.flaw(
      in: "\(name).backward.neighbours",
      at: odd,
      "`\(name)` differs between its two directions"
    )
  }
}

extension Rows {
  /// Throws where a neighbour is not below a limit, or a row does not ascend strictly.
  fileprivate func findFlaw(
    below limit: Int,
    as name: String,
    in table: BlockTable
  ) throws(SnapshotError) {
    let block = "\(name).neighbours"
    if let odd = neighbours.firstIndex(notBelow: limit) {
      let number = neighbours[odd]
      throw table.flaw(in: block, at: odd, "`\(block)` speaks of number \(number) of \(limit)")
    }
    for row in 0..<UInt32(count) {
      for position in range(of: row).dropFirst()
      where neighbours[position - 1] >= neighbours[position] {
        throw table.flaw(in: block, at: position, "a row of `\(name)` does not ascend")
      }
    }
  }

  /// The sum of the numbers that ties and their weights are mixed into; nil where a neighbour is not
  /// below a limit, a row does not ascend or a weight is not in its palette.
  ///
  /// Throws when asked to stop. Unsafe: reads parallel arrays without bounds checks, at positions
  /// below the length that all of them were checked to have; a code is looked up among all there
  /// can be.
  fileprivate func sum(
    _ isForward: Bool,
    below limit: Int,
    _ weights: WeightColumn?,
    _ key: UInt64,
    of file: borrowing SnapshotFile
  ) throws(SnapshotError) -> UInt64? {
    switch weights {
    case nil: return try sum(isForward, below: limit, of: file) { _ in key }
    case .single(let weights):
      return try sum(isForward, below: limit, of: file) { position in
        (UInt64(weights[position].bitPattern) ^ key).mixed
      }
    case .coded(let codes, let palette):
      guard codes.firstIndex(notBelow: palette.count) == nil else { return nil }
      let mixed = palette.map { ($0.bitPattern ^ key).mixed }
      return try unsafe codes.withUnsafeBufferPointer { codes throws(SnapshotError) in
        try unsafe mixed.withUnsafeBufferPointer { mixed throws(SnapshotError) in
          try sum(isForward, below: limit, of: file) { unsafe mixed[Int(codes[$0])] }
        }
      }
    }
  }

  @inline(__always)
  private func sum(
    _ isForward: Bool,
    below limit: Int,
    of file: borrowing SnapshotFile,
    _ weight: (Int) -> UInt64
  ) throws(SnapshotError) -> UInt64? {
    var sum: UInt64 = 0
    var isOdd = false
    var first = 0
    while first < count {
      try file.checkNotStopped()
      let end = min(first + 1 << 14, count)
      unsafe neighbours.withUnsafeBufferPointer { neighbours in
        for row in first..<end {
          var least: UInt64 = 0
          for position in Int(starts[row])..<Int(starts[row + 1]) {
            let neighbour = unsafe UInt64(neighbours[position])
            isOdd = isOdd || neighbour < least
            least = neighbour + 1
            let pair = isForward ? UInt64(row) << 32 | neighbour : neighbour << 32 | UInt64(row)
            sum &+= (pair ^ weight(position)).mixed
          }
          isOdd = isOdd || least > limit
        }
      }
      first = end
    }
    return isOdd ? nil : sum
  }
}

extension WeightColumn {
  /// Throws where a code is not in the palette.
  fileprivate func findFlaw(as name: String, in table: BlockTable) throws(SnapshotError) {
    guard case .coded(let codes, let palette) = self,
      let odd = codes.firstIndex(notBelow: palette.count)
    else { return }
    throw table.flaw(in: "\(name).codes", at: odd, "a weight of `\(name)` is not in its palette")
  }
}

extension UInt64 {
  /// The number with its bits mixed, by a multiplication whose halves are folded into each other.
  fileprivate var mixed: UInt64 {
    let product = (self ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
  }
}

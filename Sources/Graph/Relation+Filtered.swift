package import Values

extension Relation {
  /// The ties that began by a moment, from some people and to some people; undated ties stay.
  ///
  /// Nil leaves nothing out. Shares its storage where no tie is left out. Complexity: O(ties).
  package func filtered(
    until moment: Instant? = nil,
    from sources: PersonSet? = nil,
    to targets: PersonSet? = nil
  ) -> Relation {
    begun(by: moment).between(sources, targets)
  }

  private func between(_ sources: PersonSet?, _ targets: PersonSet?) -> Relation {
    guard sources != nil || targets != nil else { return self }
    let isBare = forwardWeights == nil && times == nil
    let kept = forward.filtered(rows: sources, neighbours: targets, isBare: isBare)
    guard kept.rows.neighbours.count < count else { return self }
    let turned = backward.filtered(rows: targets, neighbours: sources, isBare: isBare)
    return Relation(
      forward: kept.rows,
      backward: turned.rows,
      forwardWeights: forwardWeights?.gathered(kept.positions).compacted,
      backwardWeights: backwardWeights?.gathered(turned.positions).compacted,
      times: times.map { times in kept.positions.map { times[Int($0)] } }
    )
  }

  /// The ties that began by a moment, and the undated ones.
  private func begun(by moment: Instant?) -> Relation {
    guard let moment, let times else { return self }
    func stays(_ position: Int) -> Bool { times[position].map { $0 <= moment } ?? true }
    guard !times.indices.allSatisfy(stays) else { return self }
    return keeping(stays)
  }

  /// The ties whose position in the order of `forward` fulfils a condition.
  ///
  /// Complexity: O(ties).
  func keeping(_ stays: (Int) -> Bool) -> Relation {
    let kept = forward.filtered { position, _ in stays(position) }
    let weights = forwardWeights?.gathered(kept.positions).compacted
    let turned = kept.rows.transposed(rows: backward.count)
    return Relation(
      forward: kept.rows,
      backward: turned.rows,
      forwardWeights: weights,
      backwardWeights: weights?.gathered(turned.origin),
      times: times.map { times in kept.positions.map { times[Int($0)] } }
    )
  }
}

extension Interests {
  /// The interests of some people, scaled as if there were no others.
  ///
  /// Complexity: O(ties).
  package func filtered(to people: PersonSet) -> Interests {
    Interests(stated: stated.filtered(to: people), counted: counted.filtered(to: people))
  }
}

extension Rows {
  /// The neighbours that are in a set, in the rows that are in another, and where each was.
  ///
  /// Rows that are left out stay, empty. Where each was is not told if it is `bare` rows that are
  /// filtered. Complexity: O(neighbours + rows).
  fileprivate func filtered(
    rows: PersonSet?,
    neighbours: PersonSet?,
    isBare: Bool
  ) -> (rows: Rows, positions: [UInt32]) {
    guard let neighbours else { return filtered(rows: rows, isBare: isBare) { _, _ in true } }
    let mask = neighbours.words.span
    return filtered(rows: rows, isBare: isBare) { _, neighbour in
      mask[Int(neighbour >> 6)] >> UInt64(neighbour & 63) & 1 == 1
    }
  }

  /// The neighbours that fulfil a condition on their position and themselves, and where each was.
  ///
  /// Every neighbour is written to the next free place and the place moves on behind those that
  /// stay: no branch is guessed wrong. Unsafe: fills blocks of memory that nobody else sees yet.
  @inline(__always)
  fileprivate func filtered(
    rows: PersonSet? = nil,
    isBare: Bool = false,
    where stays: (_ position: Int, _ neighbour: UInt32) -> Bool
  ) -> (rows: Rows, positions: [UInt32]) {
    var starts = [UInt32](repeating: 0, count: count + 1)
    var kept: [UInt32] = []
    let positions = unsafe [UInt32](unsafeUninitializedCapacity: isBare ? 0 : neighbours.count) {
      places,
      placeCount in
      kept = unsafe [UInt32](unsafeUninitializedCapacity: neighbours.count) { block, blockCount in
        var next = 0
        for row in 0..<UInt32(count) {
          if rows?.contains(row) ?? true {
            for position in range(of: row) {
              let neighbour = neighbours[position]
              unsafe block[next] = neighbour
              if !isBare { unsafe places[next] = UInt32(truncatingIfNeeded: position) }
              next += stays(position, neighbour) ? 1 : 0
            }
          }
          starts[Int(row) + 1] = UInt32(next)
        }
        blockCount = next
      }
      placeCount = isBare ? 0 : kept.count
    }
    return (Rows(starts: starts, neighbours: kept), positions)
  }
}

extension WeightColumn {
  /// The same weights with a palette of the values that occur and no others.
  ///
  /// Complexity: O(weights + palette).
  fileprivate var compacted: WeightColumn {
    guard case .coded(let codes, let palette) = self else { return self }
    var isUsed = [Bool](repeating: false, count: palette.count)
    for code in codes { isUsed[Int(code)] = true }
    guard isUsed.contains(false) else { return self }
    var place = [UInt16](repeating: 0, count: palette.count)
    var values: [Double] = []
    for code in palette.indices where isUsed[code] {
      place[code] = UInt16(values.count)
      values.append(palette[code])
    }
    return .coded(codes.map { place[Int($0)] }, palette: values)
  }
}

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
    let kept = forward.filtered(rows: sources, neighbours: targets)
    guard kept.positions.count < count else { return self }
    let keptBackward = backward.filtered(rows: targets, neighbours: sources)
    return Relation(
      forward: kept.rows,
      backward: keptBackward.rows,
      forwardWeights: forwardWeights?.gathered(kept.positions).compacted,
      backwardWeights: backwardWeights?.gathered(keptBackward.positions).compacted,
      times: times.map { times in kept.positions.map { times[Int($0)] } }
    )
  }

  /// The ties that began by a moment, and the undated ones.
  private func begun(by moment: Instant?) -> Relation {
    guard let moment, let times else { return self }
    func stays(_ position: Int) -> Bool { times[position].map { $0 <= moment } ?? true }
    guard !times.indices.allSatisfy(stays) else { return self }
    let kept = forward.filtered { _, position in stays(position) }
    let weights = forwardWeights?.gathered(kept.positions).compacted
    let turned = kept.rows.transposed(rows: backward.count)
    return Relation(
      forward: kept.rows,
      backward: turned.rows,
      forwardWeights: weights,
      backwardWeights: weights?.gathered(turned.origin),
      times: kept.positions.map { times[Int($0)] }
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
  /// Rows that are left out stay, empty. Complexity: O(neighbours + rows).
  fileprivate func filtered(
    rows: PersonSet?,
    neighbours: PersonSet?
  ) -> (rows: Rows, positions: [UInt32]) {
    switch neighbours {
    case let neighbours?: filtered(rows: rows) { person, _ in neighbours.contains(person) }
    case nil: filtered(rows: rows) { _, _ in true }
    }
  }

  /// The neighbours that fulfil a condition on themselves and their position, and where each was.
  fileprivate func filtered(
    rows: PersonSet? = nil,
    where stays: (_ neighbour: UInt32, _ position: Int) -> Bool
  ) -> (rows: Rows, positions: [UInt32]) {
    var starts: [UInt32] = [0]
    starts.reserveCapacity(count + 1)
    var kept: [UInt32] = []
    var positions: [UInt32] = []
    for row in 0..<UInt32(count) {
      if rows?.contains(row) ?? true {
        for position in range(of: row) where stays(neighbours[position], position) {
          kept.append(neighbours[position])
          positions.append(UInt32(position))
        }
      }
      starts.append(UInt32(kept.count))
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

import Graph

extension Relations {
  /// Adds the relations, in the order of their names.
  func write(to writer: inout BlockWriter, as name: String) {
    NameTable(names).write(to: &writer, as: "\(name).names")
    for (index, relation) in names.compactMap({ self[$0] }).enumerated() {
      relation.write(to: &writer, as: "\(name).\(index)")
    }
  }

  /// The relations that were added; their ties come when they are asked for.
  init(of store: SnapshotStore, as name: String, people: Int) throws(SnapshotError) {
    var relations: [String: (ties: Deferred<Relation>, backwardStarts: Deferred<RowStarts>)] = [:]
    var reader = try BlockReader("\(name).names", of: store)
    let names = try NameTable(from: &reader, as: "\(name).names")
    for index in 0..<UInt32(names.count) {
      guard index == 0 || names[index - 1] < names[index] else {
        throw reader.flaw(in: "\(name).names.bytes", "the names of relations do not ascend")
      }
      let ties = "\(name).\(index)"
      let relation = try store.relation(ties, people, people)
      relations[names[index]] = (relation, store.starts("\(ties).backward", of: relation))
    }
    self.init(relations)
  }
}

extension SnapshotStore {
  /// Where the rows of one direction of a relation start, without the ties.
  fileprivate func starts(_ name: String, of relation: Deferred<Relation>) -> Deferred<RowStarts> {
    let (rows, ties) = (relation.summary.targets, relation.summary.count)
    let block = "\(name).starts"
    return deferred(block, rows, reading: [block]) { reader throws(SnapshotError) in
      RowStarts(try reader.starts(block, pieces: rows, upTo: ties))
    }
  }

  /// A relation that comes when it is asked for, whose weights lie within bounds.
  fileprivate func relation(
    _ name: String,
    _ sources: Int,
    _ targets: Int,
    weights bounds: ClosedRange<Double> = -.infinity ... .infinity
  ) throws(SnapshotError) -> Deferred<Relation> {
    let period = "\(name).period"
    var reader = try BlockReader(period, of: self)
    let summary = Relation.Summary(
      sources: sources,
      targets: targets,
      count: table.count(of: "\(name).forward.neighbours"),
      isWeighted: reader.has("\(name).forward.codes") || reader.has("\(name).forward.weights"),
      isDated: reader.has("\(name).times"),
      period: try reader.outline(period)
    )
    return deferred(name, summary) { reader throws(SnapshotError) in
      try Relation(
        from: &reader,
        as: name,
        sources: sources,
        targets: targets,
        weights: bounds
      )
    }
  }
}

extension Interests {
  /// Adds what was stated, what was counted, and both as one.
  func write(to writer: inout BlockWriter, as name: String) {
    stated.write(to: &writer, as: "\(name).stated")
    counted.write(to: &writer, as: "\(name).counted")
    all.write(to: &writer, as: "\(name).all")
  }

  /// The interests that were added; each comes when it is asked for.
  init(
    of store: SnapshotStore,
    as name: String,
    topics: Int,
    people: Int
  ) throws(SnapshotError) {
    self.init(
      stated: try store.relation("\(name).stated", topics, people, weights: 0...1),
      counted: try store.relation("\(name).counted", topics, people, weights: 0...(.infinity)),
      all: try store.relation("\(name).all", topics, people, weights: 0...1)
    )
  }
}

extension Relation {
  /// Adds the rows in both directions, and what the ties carry.
  func write(to writer: inout BlockWriter, as name: String) {
    forward.write(to: &writer, as: "\(name).forward")
    backward.write(to: &writer, as: "\(name).backward")
    forwardWeights?.write(to: &writer, as: "\(name).forward")
    backwardWeights?.write(to: &writer, as: "\(name).backward")
    if let times { writer.add(times, as: "\(name).times") }
    writer.add(outline: period, as: "\(name).period")
  }

  /// The relation that was added, whose weights lie within bounds.
  ///
  /// Complexity: O(ties + rows).
  init(
    from reader: inout BlockReader,
    as name: String,
    sources: Int,
    targets: Int,
    weights bounds: ClosedRange<Double> = -.infinity ... .infinity
  ) throws(SnapshotError) {
    let forward = "\(name).forward"
    let backward = "\(name).backward"
    let times = "\(name).times"
    let ties = try Rows(from: &reader, as: forward, rows: sources)
    self.init(
      forward: ties,
      backward: try Rows(from: &reader, as: backward, rows: targets),
      forwardWeights: try WeightColumn(from: &reader, forward, ties.neighbours.count, bounds),
      backwardWeights: try WeightColumn(from: &reader, backward, ties.neighbours.count, bounds),
      times: reader.has(times) ? try reader.moments(times, count: ties.neighbours.count) : nil
    )
    guard self.backward.neighbours.count == count,
      (forwardWeights == nil) == (backwardWeights == nil)
    else {
      throw reader.flaw(
        in: "\(name).backward.neighbours",
        "`\(name)` differs between its two directions"
      )
    }
    try reader.check(DirectionCheck(self, called: name))
  }
}

extension Rows {
  /// Adds the rows.
  func write(to writer: inout BlockWriter, as name: String) {
    writer.add(starts, as: "\(name).starts")
    writer.add(neighbours, as: "\(name).neighbours")
  }

  /// The rows that were added; their neighbours are still to be checked.
  init(
    from reader: inout BlockReader,
    as name: String,
    rows: Int
  ) throws(SnapshotError) {
    let neighbours: [UInt32] = try reader.array("\(name).neighbours")
    let starts: [UInt32] = try reader.starts(
      "\(name).starts",
      pieces: rows,
      upTo: neighbours.count
    )
    self.init(starts: starts, neighbours: neighbours)
  }
}

extension WeightColumn {
  /// Adds the weights, as codes with their palette or in single precision.
  func write(to writer: inout BlockWriter, as name: String) {
    switch self {
    case .coded(let codes, let palette):
      writer.add(codes, as: "\(name).codes")
      writer.add(palette, as: "\(name).palette")
    case .single(let weights): writer.add(weights, as: "\(name).weights")
    }
  }

  /// The weights that were added for so many ties, their codes still to be checked; nil where none
  /// were.
  init?(
    from reader: inout BlockReader,
    _ name: String,
    _ count: Int,
    _ bounds: ClosedRange<Double>
  ) throws(SnapshotError) {
    if reader.has("\(name).codes") {
      let codes: [UInt16] = try reader.array("\(name).codes", count: count)
      let palette = try reader.doubles("\(name).palette", where: bounds.contains)
      self = .coded(codes, palette: palette)
    } else if reader.has("\(name).weights") {
      let block = "\(name).weights"
      let weights: [Float] = try reader.array(block, count: count)
      if let odd = weights.firstIndex(where: { !bounds.contains(Double($0)) }) {
        throw reader.flaw(in: block, at: odd, "`\(name)` holds the weight \(weights[odd])")
      }
      self = .single(weights)
    } else {
      return nil
    }
  }
}

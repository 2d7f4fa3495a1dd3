/// Ties in several buffers, one behind the other, whose people may still be numbered apart.
package struct TieParts: Sendable {
  /// The buffers, in order.
  let parts: [TieBuffer]
  /// What the ends of all ties are to be numbered, by the numbers they have; nil where they stay.
  let numbers: [UInt32]?
  /// The different weights of all parts; nil where ties carry none, or too many.
  let palette: [Double]?
  /// For each part, the code in `palette` of each code of its own; empty where they are the same.
  let recodings: [[UInt16]]
  /// How many ties there are, repeats included.
  package let count: Int
  /// Whether a tie and what it carries fit one word, as several threads sort them.
  let isCompact: Bool

  /// Ties of these parts, which are all weighted or none.
  package init(_ parts: [TieBuffer] = [], numbers: [UInt32]? = nil) {
    self.parts = parts
    self.numbers = numbers
    count = parts.reduce(0) { $0 + $1.count }
    let isPlain = parts.allSatisfy { !$0.isTimed && $0.isCoded }
    var joint = JointPalette()
    var recodings: [[UInt16]] = []
    if isPlain { recodings = parts.map { joint.take($0.weights?.palette ?? []) } }
    let isWeighted = parts.contains { $0.isWeighted }
    isCompact = isPlain && !joint.isFull
    palette = isCompact && isWeighted ? joint.values : nil
    self.recodings = isCompact ? recodings : []
  }

  /// The ties as a relation, made by several threads; nil where they were asked to stop.
  ///
  /// Of several between the same two the last one added stays; about `bucketSize` ties are sorted at
  /// a time. O(ties + rows) time. Deterministic.
  package consuming func frozen(
    sources: Int,
    targets: Int,
    sharedBy sharing: WorkSharing,
    bucketSize: Int = 40_000
  ) -> Relation? {
    guard isCompact, max(sources, targets) < 1 << 31 else {
      return joined().sorted(sources: sources, targets: targets)
    }
    let sort = RelationSort(
      self,
      sources: sources,
      targets: targets,
      sharedBy: sharing,
      bucketSize: bucketSize
    )
    return sort.relation(of: self)
  }

  /// The first tie, in its last numbers; nil where there is none.
  package var first: (source: UInt32, target: UInt32, weight: Double)? {
    guard let part = parts.first(where: { $0.count > 0 }) else { return nil }
    let (source, target) = part.ends(of: 0)
    let weight = part.weight(of: 0)
    return (numbers?[Int(source)] ?? source, numbers?[Int(target)] ?? target, weight)
  }

  /// The ties in one buffer.
  ///
  /// Complexity: O(ties).
  package consuming func joined() -> TieBuffer {
    if parts.count == 1, numbers == nil { return parts[0] }
    let isCoded = parts.allSatisfy(\.isCoded)
    var all = TieBuffer(
      ends: [],
      weights: parts.contains { $0.isWeighted } ? WeightBuffer(coded: isCoded) : nil,
      times: parts.contains { $0.isTimed } ? [] : nil
    )
    all.reserve(count)
    for part in parts { all.append(contentsOf: part, numbered: numbers) }
    return all
  }

  /// The same ties in their last numbers, without those of a person with themselves, and how many
  /// those were.
  ///
  /// Complexity: O(ties).
  package consuming func withoutLoops() -> (ties: TieParts, loops: Int) {
    let all = joined()
    var kept = TieBuffer(
      ends: [],
      weights: all.weights.map { WeightBuffer(coded: $0.isCoded) },
      times: all.isTimed ? [] : nil
    )
    for index in 0..<all.count {
      let (source, target) = all.ends(of: index)
      if source != target {
        kept.append(
          from: source,
          to: target,
          weight: all.weight(of: index),
          time: all.time(of: index)
        )
      }
    }
    return (TieParts([kept]), all.count - kept.count)
  }

  /// The ends of some of the ties, evenly spread.
  func sample() -> (sources: [UInt32], targets: [UInt32]) {
    let step = max(1, count >> 18)
    var sources: [UInt32] = []
    var targets: [UInt32] = []
    for part in parts {
      for index in stride(from: 0, to: part.count, by: step) {
        let (source, target) = part.ends(of: index)
        sources.append(numbers?[Int(source)] ?? source)
        targets.append(numbers?[Int(target)] ?? target)
      }
    }
    return (sources, targets)
  }

  /// A piece of one part.
  struct Slice: Sendable {
    let part: Int
    let range: Range<Int>
  }

  /// All parts in pieces of some size, in order.
  func slices() -> [Slice] {
    let size = 1 << 18
    return parts.indices.flatMap { part in
      stride(from: 0, to: parts[part].count, by: size).map { start in
        Slice(part: part, range: start..<min(parts[part].count, start + size))
      }
    }
  }
}

/// The different weights of several palettes, in the order they come.
private struct JointPalette {
  var values: [Double] = []
  var isFull = false
  private var codeOfBits: [UInt64: UInt16] = [:]

  /// Takes a palette in; the code of each of its values here, nothing where they are the same.
  mutating func take(_ palette: [Double]) -> [UInt16] {
    if values.isEmpty {
      values = palette
      for (code, value) in palette.enumerated() { codeOfBits[value.bitPattern] = UInt16(code) }
      return []
    }
    return palette.map { value in
      if let code = codeOfBits[value.bitPattern] { return code }
      guard values.count <= Int(UInt16.max) else {
        isFull = true
        return 0
      }
      let code = UInt16(values.count)
      codeOfBits[value.bitPattern] = code
      values.append(value)
      return code
    }
  }
}

import Foundation
import Graph
import Metrics
import Values

/// Makes a graph that looks like a social one: R-MAT follows with a trust each, interests whose
/// topics are as popular as Zipf says, and interactions along follows.
///
/// Nobody follows themselves or anybody twice; names are drawn, so that a number says nothing about
/// its place. Beside the CSV files the same is written as numbers, for peers to read quickly.
struct GraphMaker {
  private let size: GraphSize
  private let folder: URL
  private var summary = GraphFiles.Summary()
  /// Follows in the order of the file, the source in the upper half.
  private var pairs: [UInt64] = []
  /// Each name's number by first appearance.
  private var numbers: [UInt32] = []

  /// A maker of that size of graph in a folder.
  init(_ size: GraphSize, in folder: URL) {
    self.size = size
    self.folder = folder
    numbers = Array(repeating: .max, count: size.people)
  }

  /// Writes all files.
  consuming func make() throws -> GraphFiles.Summary {
    try drawPairs()
    try writeFollows()
    try writeInterests()
    try writeInteractions()
    return summary
  }

  /// Draws follows, chunk by chunk in parallel, and keeps the first of each.
  private mutating func drawPairs() throws {
    let size = size
    var draws = Draws(seed: size.seed, stream: 0)
    let names = draws.permutation(of: 1 << size.scale)
    var known = KeySet(room: size.follows)
    pairs.reserveCapacity(size.follows)
    var batch = 0
    while pairs.count < size.follows {
      let chunks = ParallelRanges(count: 16, size: 1)
      let drawn = try chunks.map(nil, threads: nil, watchedBy: .unwatched) {
        [batch] chunk, _ in
        Self.chunk(UInt64(batch * 16 + chunk + 1), of: size, names)
      }
      for key in drawn.joined() where pairs.count < size.follows && known.insert(key) {
        pairs.append(key)
      }
      batch += 1
    }
  }

  private static func chunk(_ number: UInt64, of size: GraphSize, _ names: [UInt32]) -> [UInt64] {
    var draws = Draws(seed: size.seed, stream: number)
    var keys: [UInt64] = []
    keys.reserveCapacity(1 << 18)
    for _ in 0..<(1 << 18) {
      let pair = draws.pair(scale: size.scale)
      let source = names[Int(pair.source)]
      let target = names[Int(pair.target)]
      if source != target, source < size.people, target < size.people {
        keys.append(UInt64(source) << 32 | UInt64(target))
      }
    }
    return keys
  }

  /// The number of a name, by first appearance.
  private mutating func number(of name: UInt32) -> UInt32 {
    if numbers[Int(name)] == .max {
      numbers[Int(name)] = UInt32(summary.people)
      summary.people += 1
    }
    return numbers[Int(name)]
  }

  private mutating func writeFollows() throws {
    var plain = try ByteFile(folder.appending(path: "follows.csv"))
    var weighted = try ByteFile(folder.appending(path: "trust.csv"))
    var ties = try ByteFile(folder.appending(path: "follows.u32"))
    var weights = try ByteFile(folder.appending(path: "trust.u16"))
    try plain.add("source,target\n")
    try weighted.add("source,target,trust\n")
    var draws = Draws(seed: size.seed, stream: 1 << 32)
    var followers = [UInt32](repeating: 0, count: size.people)
    var isSeed: Set<UInt32> = []
    for pair in pairs {
      let (source, target) = (UInt32(pair >> 32), UInt32(truncatingIfNeeded: pair))
      let trust = UInt32(draws.number(below: 1_001))
      plain.addPair(source, target)
      try plain.endLine()
      weighted.addPair(source, target)
      weighted.add(byte: UInt8(ascii: ","))
      weighted.add(thousandths: trust)
      try weighted.endLine()
      ties.add(bytesOf: number(of: source))
      ties.add(bytesOf: number(of: target))
      try ties.writeIfFull()
      weights.add(bytesOf: UInt16(trust))
      try weights.writeIfFull()
      followers[Int(target)] += 1
      if isSeed.count < 100, isSeed.insert(source).inserted {
        summary.seeds.append(numbers[Int(source)])
        summary.seedNames.append("u\(source)")
      }
    }
    try plain.close()
    try weighted.close()
    try ties.close()
    try weights.close()
    summary.follows = pairs.count
    let most = followers.max() ?? 0
    let top = followers.indices.filter { followers[$0] == most }.min { numbers[$0] < numbers[$1] }
    summary.top = numbers[top ?? 0]
    summary.topName = "u\(top ?? 0)"
  }

  private mutating func writeInterests() throws {
    var file = try ByteFile(folder.appending(path: "interests.csv"))
    var rows = try ByteFile(folder.appending(path: "interests.u32"))
    try file.add("person,topic,weight\n")
    var shares: [Double] = []
    for topic in 1...200 { shares.append((shares.last ?? 0) + 1 / Double(topic)) }
    let total = shares.last ?? 1
    var draws = Draws(seed: size.seed, stream: 2 << 32)
    var known = KeySet(room: size.people * 6)
    for _ in 0..<(size.people * 28 / 5) where summary.interests < size.people * 5 {
      let person = UInt32(draws.number(below: size.people))
      let draw = Double(draws.next() >> 11) / 0x1p53 * total
      let topic = UInt32(shares.partitioningIndex { $0 > draw })
      let weight = UInt32(draws.number(below: 1_000) + 1)
      guard known.insert(UInt64(person) << 32 | UInt64(topic) | 1 << 63) else { continue }
      file.add(person: person)
      file.add(byte: UInt8(ascii: ","))
      file.add(byte: UInt8(ascii: "t"))
      file.add(topic)
      file.add(byte: UInt8(ascii: ","))
      file.add(thousandths: weight)
      try file.endLine()
      for number in [number(of: person), topic, weight] { rows.add(bytesOf: number) }
      try rows.writeIfFull()
      summary.interests += 1
    }
    try file.close()
    try rows.close()
  }

  private mutating func writeInteractions() throws {
    let kinds: [(name: StaticString, upTo: Int)] = [
      ("like", 50), ("reply", 70), ("share", 90), ("mention", 100),
    ]
    var file = try ByteFile(folder.appending(path: "interactions.csv"))
    try file.add("source,target,kind,time\n")
    var draws = Draws(seed: size.seed, stream: 3 << 32)
    for _ in 0..<size.interactions {
      let pair = pairs[draws.number(below: pairs.count)]
      let draw = draws.number(below: 100)
      let kind = kinds.first { draw < $0.upTo }?.name ?? "like"
      file.addPair(UInt32(pair >> 32), UInt32(truncatingIfNeeded: pair))
      try file.add(",")
      try file.add(kind)
      try file.add(",")
      file.add(moment: draws.number(below: 731 * 86_400))
      try file.endLine()
    }
    try file.close()
    summary.interactions = size.interactions
  }
}

extension ByteFile {
  /// Adds two people.
  fileprivate mutating func addPair(_ source: UInt32, _ target: UInt32) {
    add(person: source)
    add(byte: UInt8(ascii: ","))
    add(person: target)
  }

  /// Adds a moment, so many seconds after the beginning of 2024, as `2024-01-01T00:00:00Z`.
  fileprivate mutating func add(moment: Int) {
    let lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var day = moment / 86_400
    let isSecondYear = day >= 366
    if isSecondYear { day -= 366 }
    var month = 0
    while day >= lengths[month] - (month == 1 && isSecondYear ? 1 : 0) {
      day -= lengths[month] - (month == 1 && isSecondYear ? 1 : 0)
      month += 1
    }
    let second = UInt32(moment % 86_400)
    let parts: [(UInt32, Int, Character)] = [
      (isSecondYear ? 2025 : 2024, 4, "-"), (UInt32(month + 1), 2, "-"), (UInt32(day + 1), 2, "T"),
      (second / 3_600, 2, ":"), (second / 60 % 60, 2, ":"), (second % 60, 2, "Z"),
    ]
    for (number, width, sign) in parts {
      add(number, width: width)
      add(byte: sign.asciiValue ?? 0)
    }
  }
}

extension [Double] {
  /// The first index whose number fulfils a condition that holds from there on.
  fileprivate func partitioningIndex(where holds: (Double) -> Bool) -> Int {
    var low = 0
    var high = count - 1
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

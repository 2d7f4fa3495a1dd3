import Graph
import TestSupport
import Testing
import Values

/// Ties sorted by several threads, beside the same ties sorted in one go.
struct RelationSortTests {
  @Test(arguments: 0..<60)
  func `several threads and several parts make the same relation`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let people = Int.random(in: 1...900, using: &random)
    let isWeighted = seed % 3 != 0
    var numbers = (0..<UInt32(people)).map(\.self)
    numbers.shuffle(using: &random)
    var parts: [TieBuffer] = []
    // A column of times takes the way of ties that do not fit one word.
    var oracle = TieBuffer(weighted: isWeighted, timed: true)
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      var part = TieBuffer(weighted: isWeighted)
      for _ in 0..<Int.random(in: 0...900, using: &random) {
        // Some people have many ties.
        let reach = Bool.random(using: &random) ? people : max(1, people / 20)
        let source = Int.random(in: 0..<reach, using: &random)
        let target = Int.random(in: 0..<people, using: &random)
        let weight = Double(Int.random(in: 0...40, using: &random)) / 40
        part.append(from: UInt32(source), to: UInt32(target), weight: weight)
        oracle.append(from: numbers[source], to: numbers[target], weight: weight)
      }
      parts.append(part)
    }
    let expected = oracle.frozen(sources: people, targets: people)
    for threads in [1, 3] {
      let found = TieParts(parts, numbers: numbers).frozen(
        sources: people,
        targets: people,
        sharedBy: WorkSharing(threads: threads),
        bucketSize: 64
      )
      let relation = try #require(found)
      #expect(relation.forward == expected.forward)
      #expect(relation.backward == expected.backward)
      for position in 0..<relation.count where isWeighted {
        #expect(relation.forwardWeights?[position] == expected.forwardWeights?[position])
        #expect(relation.backwardWeights?[position] == expected.backwardWeights?[position])
      }
      #expect((relation.forwardWeights == nil) == !isWeighted)
    }
  }

  @Test func `weights too many for codes keep single precision in every part`() throws {
    var parts: [TieBuffer] = []
    for part in 0..<2 {
      var ties = TieBuffer(weighted: true)
      for tie in 0..<40_000 {
        ties.append(from: UInt32(part), to: UInt32(tie + 2), weight: Double(tie * 2 + part) / 1e6)
      }
      parts.append(ties)
    }
    let found = TieParts(parts).frozen(sources: 50_000, targets: 50_000, sharedBy: WorkSharing())
    let relation = try #require(found)
    #expect(relation.count == 80_000)
    #expect(relation.weight(from: 1, to: 2) == Double(Float(1e-6)))
    guard case .single = relation.forwardWeights else {
      Issue.record("80,000 weights have no codes")
      return
    }
  }

  @Test func `ties of a person with themselves can be left out`() {
    var ties = TieBuffer(weighted: true)
    ties.append(from: 0, to: 1, weight: 0.5)
    ties.append(from: 2, to: 1, weight: 0.25)
    let (others, loops) = TieParts([ties], numbers: [7, 7, 3]).withoutLoops()
    #expect(loops == 1)
    #expect(others.count == 1)
    #expect(others.first?.source == 3)
    #expect(others.first?.target == 7)
    #expect(others.first?.weight == 0.25)
  }

  @Test func `work that is stopped makes nothing`() {
    var ties = TieBuffer(weighted: false)
    for tie in 0..<100 { ties.append(from: 0, to: UInt32(tie + 1)) }
    let stopped = WorkSharing(watchedBy: WorkMonitor(isCancelled: { true }))
    let relation = TieParts([ties]).frozen(
      sources: 101,
      targets: 101,
      sharedBy: stopped,
      bucketSize: 10
    )
    #expect(relation == nil)
  }
}

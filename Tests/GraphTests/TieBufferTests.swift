import Graph
import TestSupport
import Testing
import Values

/// Ties on their way into rows, beside a dictionary.
struct TieBufferTests {
  /// From and to.
  struct Pair: Hashable {
    let source: UInt32
    let target: UInt32
  }

  @Test func `of several ties between two people the last one stays`() {
    var ties = TieBuffer(weighted: true, timed: true)
    ties.append(from: 0, to: 1, weight: 0.1, time: Instant(microseconds: 1))
    ties.append(from: 1, to: 0, weight: 0.5)
    ties.append(from: 0, to: 1, weight: 0.9, time: Instant(microseconds: 2))
    #expect(ties.count == 3)
    let relation = ties.frozen(sources: 2, targets: 2)
    #expect(relation.count == 2)
    #expect(relation.weight(from: 0, to: 1) == 0.9)
    #expect(relation.weight(from: 1, to: 0) == 0.5)
    #expect(relation.times == [Instant(microseconds: 2), nil])
  }

  @Test func `nothing becomes a relation of empty rows`() {
    let relation = TieBuffer(weighted: false).frozen(sources: 3, targets: 2)
    #expect(relation.count == 0)
    #expect(relation.forward.count == 3)
    #expect(relation.backward.count == 2)
  }

  @Test(arguments: 0..<50)
  func `random ties agree with a dictionary`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let sources = UInt32.random(in: 1...20, using: &random)
    let targets = UInt32.random(in: 1...20, using: &random)
    var ties = TieBuffer(weighted: true)
    var oracle: [Pair: Double] = [:]
    for _ in 0..<Int.random(in: 0...200, using: &random) {
      let source = UInt32.random(in: 0..<sources, using: &random)
      let target = UInt32.random(in: 0..<targets, using: &random)
      let weight = Double(Int.random(in: -3...10, using: &random)) / 7
      ties.append(from: source, to: target, weight: weight)
      oracle[Pair(source: source, target: target)] = weight
    }
    let relation = ties.frozen(sources: Int(sources), targets: Int(targets))
    #expect(relation.count == oracle.count)
    for source in 0..<sources {
      for target in 0..<targets {
        let expected = oracle[Pair(source: source, target: target)]
        #expect(relation.weight(from: source, to: target) == expected)
        #expect(relation.forward[source].contains(target) == (expected != nil))
      }
      #expect(Array(relation.forward[source]) == relation.forward[source].sorted())
    }
    expectBothDirectionsAgree(relation)
  }

  private func expectBothDirectionsAgree(_ relation: Relation) {
    for source in 0..<UInt32(relation.forward.count) {
      for position in relation.forward.range(of: source) {
        let target = relation.forward.neighbours[position]
        let back = relation.backward.position(of: source, in: target)
        #expect(back.map { relation.backwardWeights?[$0] } == relation.forwardWeights?[position])
      }
    }
  }

  @Test func `weights keep every bit until there are too many different ones`() {
    var few = WeightBuffer()
    var many = WeightBuffer()
    for number in 0..<70_000 {
      few.append(Double(number % 1_000) / 7)
      many.append(Double(number) / 7)
    }
    #expect(few.column[999] == 999.0 / 7)
    #expect(few.column.bounds == 0...(999.0 / 7))
    #expect(many.count == 70_000)
    guard case .single = many.column else {
      Issue.record("70,000 different weights are still coded")
      return
    }
    #expect(many.column[3] == Double(Float(3.0 / 7)))
    #expect(many.column.gathered([3, 0])[1] == 0)
  }
}

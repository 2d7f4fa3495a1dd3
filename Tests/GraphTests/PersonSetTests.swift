import Graph
import TestSupport
import Testing

/// Sets of people, beside the standard library's.
struct PersonSetTests {
  @Test(arguments: [0, 1, 63, 64, 65, 200])
  func `everybody is everybody and nobody else`(universe: Int) {
    let everybody = PersonSet.everybody(of: universe)
    #expect(everybody.count == universe)
    #expect(everybody.people == Array(0..<PersonID(universe)))
    #expect(everybody.isEmpty == (universe == 0))
    #expect(everybody == PersonSet(0..<PersonID(universe), universe: universe))
  }

  @Test(arguments: 0..<50)
  func `sets obey the laws of sets`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let universe = Int.random(in: 1...150, using: &random)
    let left = PersonSetTests.some(of: universe, using: &random)
    let right = PersonSetTests.some(of: universe, using: &random)
    let (a, b) = (
      PersonSet(left, universe: universe),
      PersonSet(right, universe: universe)
    )
    #expect(a.people == left.sorted() && a.count == left.count)
    #expect(a.intersection(b).people == left.intersection(right).sorted())
    #expect(a.union(b).people == left.union(right).sorted())
    #expect(a.subtracting(b).people == left.subtracting(right).sorted())
    let everybody = PersonSet.everybody(of: universe)
    let (notA, notB) = (everybody.subtracting(a), everybody.subtracting(b))
    #expect(everybody.subtracting(a.union(b)) == notA.intersection(notB))
    #expect(a.count + b.count == a.union(b).count + a.intersection(b).count)
    #expect(a.subtracting(b).union(a.intersection(b)) == a)
    #expect(a.intersection(notA).isEmpty)
  }

  @Test func `people come and go`() {
    var set = PersonSet(universe: 70)
    set.insert(64)
    set.insert(64)
    set.insert(3)
    #expect(set.people == [3, 64])
    #expect(set.contains(64) && !set.contains(63))
    set.remove(64)
    set.remove(64)
    #expect(set.people == [3])
  }

  private static func some(
    of universe: Int,
    using random: inout SeededRandom
  ) -> Set<PersonID> {
    Set((0..<PersonID(universe)).filter { _ in Bool.random(using: &random) })
  }
}

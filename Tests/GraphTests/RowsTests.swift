import Graph
import TestSupport
import Testing

/// Compressed rows.
struct RowsTests {
  /// 0: 1, 3; 1: nothing; 2: 0.
  let rows = Rows(starts: [0, 2, 2, 3], neighbours: [1, 3, 0])

  @Test func `rows give their neighbours`() {
    #expect(rows.count == 3)
    #expect(Array(rows[0]) == [1, 3])
    #expect(rows[1].isEmpty)
    #expect(rows.range(of: 2) == 2..<3)
    #expect(rows.degree(of: 0) == 2)
  }

  @Test func `a neighbour has its position, a stranger none`() {
    #expect(rows.position(of: 3, in: 0) == 1)
    #expect(rows.position(of: 0, in: 2) == 2)
    #expect(rows.position(of: 2, in: 0) == nil)
    #expect(rows.position(of: 1, in: 1) == nil)
  }

  @Test func `widening adds empty rows and shares the neighbours`() {
    let wide = rows.widened(to: 5)
    #expect(wide.count == 5)
    #expect(wide[4].isEmpty)
    #expect(Array(wide[2]) == [0])
    #expect(wide.sharesNeighbours(with: rows))
    #expect(rows.widened(to: 2) == rows)
  }

  @Test func `equal rows of another make are equal but not shared`() {
    let other = Rows(starts: [0, 2, 2, 3], neighbours: [1, 3, 0].map { $0 })
    #expect(other == rows)
    #expect(!other.sharesNeighbours(with: rows))
  }

  @Test func `turning rows twice gives them back`() {
    let turned = rows.transposed(rows: 4)
    #expect(Array(turned.rows[3]) == [0])
    #expect(turned.origin == [2, 0, 1])
    #expect(turned.rows.transposed(rows: 3).rows == rows)
  }

  @Test(arguments: 0..<20)
  func `positions agree with a linear search`(seed: UInt64) throws {
    let graph = Graph.random(people: 25, density: 0.3, seed: seed)
    let rows = try #require(graph.relations["follows"]).forward
    for source in 0..<25 as Range<UInt32> {
      for target in 0..<25 as Range<UInt32> {
        let found = rows.range(of: source).first { rows.neighbours[$0] == target }
        #expect(rows.position(of: target, in: source) == found)
      }
    }
  }
}

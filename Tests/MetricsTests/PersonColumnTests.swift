import Graph
import Metrics
import Synchronization
import TestSupport
import Testing

/// Columns that are kept, and columns that are made for whoever is asked about.
struct PersonColumnTests {
  /// Two columns over so many people: a number, and its square; how often they were made of how many.
  final class Maker: Sendable {
    let asked = Mutex<[Int]>([])

    func columns(_ people: Int) -> DeferredColumns {
      DeferredColumns(over: ParallelRanges(count: people, size: 64)) { range in
        self.asked.withLock { $0.append(range.count) }
        return [range.map(Double.init), range.map { Double($0 * $0) }]
      }
    }
  }

  @Test func `a few people's numbers are made for them alone`() {
    let maker = Maker()
    let column = PersonColumn.made(maker.columns(1_000), 1)
    #expect(column.of([3, 999]) == [9, 998_001])
    #expect(maker.asked.withLock { $0 } == [1, 1])
  }

  @Test func `everybody's numbers are made once, for all columns`() {
    let maker = Maker()
    let columns = maker.columns(1_000)
    let (numbers, squares) = (PersonColumn.made(columns, 0), PersonColumn.made(columns, 1))
    #expect(numbers.all == (0..<1_000).map(Double.init))
    #expect(squares.all[31] == 961)
    #expect(squares.of(Array(0..<1_000)) == squares.all)
    #expect(maker.asked.withLock { $0.reduce(0, +) } == 1_000)
  }

  @Test func `many people's numbers come of everybody's`() {
    let maker = Maker()
    let column = PersonColumn.made(maker.columns(1_000), 0)
    #expect(column.of(Array(0..<500)) == (0..<500).map(Double.init))
    #expect(maker.asked.withLock { $0.reduce(0, +) } == 1_000)
  }

  @Test func `derived numbers are those of a rule`() {
    let column = PersonColumn.derived(count: 3) { Double($0) / 2 }
    #expect(column.all == [0, 0.5, 1])
    #expect(column.of([2, 0]) == [1, 0])
  }

  @Test func `whoever is absent has no number, however the column is read`() {
    let present = PersonSet([0, 2], universe: 3)
    for column in [PersonColumn.kept([1, 2, 3]), .derived(count: 3) { Double($0 + 1) }] {
      let limited = PersonColumn.limited(column, to: present)
      #expect(limited.all.map(\.isNaN) == [false, true, false])
      #expect(limited.of([0, 1]).map(\.isNaN) == [false, true])
      #expect(limited.of([2]) == [3])
    }
  }

  @Test func `a sparse column is the column it is made of`() {
    let column = (0..<200).map { $0 % 7 == 3 ? Double($0) : 0 }
    let sparse = SparseColumn(column)
    #expect((0..<200).map { sparse[$0] } == column)
    #expect(sparse.values.count == column.count { $0 != 0 })
  }

  @Test(arguments: 0..<20)
  func `interest in several topics is that in the keenest`(seed: UInt64) throws {
    let graph = Graph.random(people: 40, density: 0.2, seed: seed)
    let topics = Array(0..<UInt32(graph.topics.count))
    let sparse = SparseColumn(interestIn: topics, of: graph)
    let each = topics.map { graph.interest(in: $0, orElse: 0) }
    #expect(
      (0..<40).map { sparse[$0] } == (0..<40).map { person in each.map { $0[person] }.max() ?? 0 }
    )
  }
}

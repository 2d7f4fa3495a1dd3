package import Graph
import Synchronization
import Values

/// One number for everybody, NaN where missing: kept, or made for whoever is asked about.
package enum PersonColumn: Sendable {
  /// The numbers, in the order of ids.
  case kept([Double])
  /// Numbers that are cheap to make of what is kept, of so many people.
  case derived(count: Int, @Sendable (Int) -> Double)
  /// A column of several that are made together, from its place among them.
  case made(DeferredColumns, Int)
  /// A column whose numbers are missing for whoever is not in a set.
  indirect case limited(PersonColumn, to: PersonSet)

  /// Everybody's numbers.
  ///
  /// Complexity: O(1), or that of making the columns, once.
  package var all: [Double] {
    switch self {
    case .kept(let numbers): numbers
    case .derived(let count, let number): (0..<count).map(number)
    case .made(let columns, let place): columns.all[place]
    case .limited(let column, let people): column.all.limited(to: people)
    }
  }

  /// The numbers of some people.
  ///
  /// Complexity: O(people), or that of making their columns.
  package func of(_ people: [PersonID]) -> [Double] {
    switch self {
    case .kept(let numbers): people.map { numbers[Int($0)] }
    case .derived(_, let number): people.map { number(Int($0)) }
    case .made(let columns, let place): columns.of(people, at: place)
    case .limited(let column, let present):
      zip(people, column.of(people)).map { present.contains($0) ? $1 : .nan }
    }
  }

  /// The same, missing for whoever is not in a set.
  func limited(to people: PersonSet) -> PersonColumn { .limited(self, to: people) }
}

/// Columns over everybody that are made together, when somebody asks for them.
///
/// What a question shows of a few people is made for these; where many are asked about, all is
/// made, once. The numbers are the same either way. Copies of a column share it.
package final class DeferredColumns: Sendable {
  private let ranges: ParallelRanges
  private let threads: Int?
  private let make: @Sendable (Range<Int>) -> [[Double]]
  private let everybodys = Mutex<[[Double]]?>(nil)

  /// Columns of which `make` gives the cells of a range, column by column.
  package init(
    over ranges: ParallelRanges,
    threads: Int? = nil,
    _ make: @escaping @Sendable (Range<Int>) -> [[Double]]
  ) {
    self.ranges = ranges
    self.threads = threads
    self.make = make
  }

  /// Everybody's numbers, column by column.
  package var all: [[Double]] {
    everybodys.withLock { kept in
      if let kept { return kept }
      let parts = made
      let all = (parts.first ?? []).indices.map { place in
        parts.map { $0[place] }.concatenated
      }
      kept = all
      return all
    }
  }

  /// The numbers of some people in the column at a place.
  package func of(_ people: [PersonID], at place: Int) -> [Double] {
    let everybody = ranges.ranges.last?.upperBound ?? 0
    let isMade = everybodys.withLock { $0 != nil }
    guard !isMade, people.count <= max(64, everybody / 4096) else {
      let column = all[place]
      return people.map { column[Int($0)] }
    }
    return people.map { make(Int($0)..<Int($0) + 1)[place][0] }
  }

  private var made: [[[Double]]] {
    do throws(MetricError) {
      return try ranges.map(nil, threads: threads, watchedBy: .unwatched, make)
    } catch {
      preconditionFailure("nothing stops a pass that nobody watches: \(error)")
    }
  }
}

extension [Double] {
  /// The values of some people as a column over so many, missing for the others.
  ///
  /// Complexity: O(count).
  init(_ values: [Double], of people: [PersonID], among count: Int) {
    self.init(repeating: .nan, count: count)
    for (person, value) in zip(people, values) { self[Int(person)] = value }
  }
}

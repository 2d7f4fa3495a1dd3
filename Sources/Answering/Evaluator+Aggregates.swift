import Graph
import Metrics
import Query
import Syntax
import Values

extension Evaluator {
  /// One row a group: a column a term, and beside a total its share of everybody's.
  ///
  /// Who has no value is left out; where nobody has one the cell is missing. Sums run in the order of
  /// the people given. Complexity: O(people log people) a term.
  mutating func aggregates(
    _ question: Question,
    _ aggregators: [AggregateQuestion.Aggregator],
    of groups: [[PersonID]]
  ) -> GroupRows {
    var rows = GroupRows(counts: groups.map { _ in 1 }, cuts: groups.map { _ in 0 })
    rows.keys = question.sortKeys.map { _ in nil }
    for (aggregator, measure) in zip(aggregators, question.measures) {
      let values = numbers(of: measure)
      let known = groups.map { group in
        group.lazy.map { values[Int($0)] }.filter { !$0.isNaN }
      }
      let cells = known.map { aggregator.number(of: Array($0)) }
      rows.missing.append(zip(groups, known).reduce(0) { $0 + $1.0.count - Array($1.1).count })
      rows.columns.append(
        Column(
          Reading.term(aggregator, measure),
          unit: unit(of: measure),
          cells: .numbers(cells),
          missingReason: missingReason(of: measure)
        )
      )
      guard aggregator == .total else { continue }
      let total = everybodysTotal(of: measure)
      rows.columns.append(
        Column(
          question.shareName(of: measure),
          unit: .share,
          cells: .numbers(cells.map { total == 0 ? .nan : $0 / total }),
          missingReason: "everybody's total is 0"
        )
      )
    }
    var seen: Set<String> = []
    rows.remarks = question.measures.flatMap(\.calls).flatMap { result(of: $0)?.remarks ?? [] }
      .filter { seen.insert($0).inserted }
    return rows
  }

  /// What the same total comes to for everybody.
  private mutating func everybodysTotal(of measure: BoundMeasure) -> Double {
    let known = wanted
    wanted = nil
    defer { wanted = known }
    let values = numbers(of: measure)
    let everybody = graph.everybody.people.map { values[Int($0)] }
    return AggregateQuestion.Aggregator.total.number(of: everybody.filter { !$0.isNaN })
  }
}

extension AggregateQuestion.Aggregator {
  /// One number for some, none of them missing; NaN for none at all, or where it has no bounds.
  ///
  /// The median of an even number of them is the mean of the middle two.
  func number(of values: [Double]) -> Double {
    guard let first = values.first else { return .nan }
    let number: Double
    switch self {
    case .total: number = values.reduce(0, +)
    case .average: number = values.reduce(0, +) / Double(values.count)
    case .minimum: number = values.reduce(first, min)
    case .maximum: number = values.reduce(first, max)
    case .median:
      let sorted = values.sorted()
      let middle = sorted.count / 2
      number =
        sorted.count.isMultiple(of: 2)
        ? sorted[middle - 1] / 2 + sorted[middle] / 2 : sorted[middle]
    }
    return number.isFinite ? number : .nan
  }
}

import Syntax

extension Question.Group {
  /// What the column of the groups is called.
  package var columnName: String {
    switch self {
    case .period(let unit): unit.rawValue
    case .topic: "topic"
    case .kind: "kind"
    case .attribute(let name): name
    case .decile: MathFunction.decile.rawValue
    }
  }

  /// Whether it makes parts of the graph, in each of which the measure is computed; otherwise it
  /// makes groups of the people.
  package var isOfGraph: Bool {
    switch self {
    case .period, .topic, .kind: true
    case .attribute, .decile: false
    }
  }
}

extension Question {
  /// The measures whose total for everybody is asked for beside that of the rows.
  package var totals: [BoundMeasure] {
    guard case .aggregate(let aggregators) = kind else { return [] }
    return zip(aggregators, measures).filter { $0.0 == .total }.map(\.1)
  }

  /// The names of the columns of its table that are there whatever the measures give; `sort by` may
  /// name them.
  ///
  /// Empty where names behind `sort by` mean measures and nothing else.
  package var tableColumns: [String] {
    var columns = group.map { [$0.columnName] } ?? []
    switch kind {
    case .aggregate(let aggregators):
      if group?.isOfGraph == false { columns.append("people") }
      for (aggregator, measure) in zip(aggregators, measures) {
        columns.append(Reading.term(aggregator, measure))
        if aggregator == .total { columns.append(shareName(of: measure)) }
      }
    case .count where group != nil: columns += ["count", "share"]
    case .rank where group != nil: columns += ["rank", "person"]
    default: break
    }
    return columns
  }

  /// The names of the columns that were asked for, which others come with.
  package var askedColumns: [String] {
    guard case .aggregate(let aggregators) = kind else { return measures.columnNames }
    return zip(aggregators, measures).map { Reading.term($0, $1) }
  }

  /// What the column with the share of everybody's total is called.
  package func shareName(of measure: BoundMeasure) -> String {
    totals.count == 1 ? "share" : "share of \(Reading.term(.total, measure))"
  }
}

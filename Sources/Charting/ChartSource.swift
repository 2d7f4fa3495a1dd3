import Rendering
package import Values

/// What a chart is made from: a table, the tables that came with it, and which columns matter most.
package struct ChartSource: Sendable {
  /// The rows.
  package let table: Table
  /// The tables that came with it.
  package let parts: [Answer.Part]
  /// The names of the columns that were asked for, the first one first; others came with them.
  package let asked: [String]
  /// Who may stop the work; what is made then is of no use.
  let monitor: WorkMonitor

  /// A table to be drawn.
  package init(
    _ table: Table,
    parts: [Answer.Part] = [],
    asked: [String] = [],
    watchedBy monitor: WorkMonitor = .unwatched
  ) {
    self.monitor = monitor
    self.table = table
    self.parts = parts
    self.asked = asked
  }

  /// The columns of numbers, those that were asked for first.
  ///
  /// A column of numbers at the left end of a table without any names names the rows.
  var measures: [ChartMeasure] {
    let wanted = asked.compactMap { name in
      measure(at: table.columns.firstIndex { $0.name == name })
    }
    let rest = table.columns.indices.filter { index in
      !asked.contains(table.columns[index].name) && index != leadingNumber
    }
    return wanted + rest.compactMap { measure(at: $0) }
  }

  private func measure(at index: Int?) -> ChartMeasure? {
    guard let index, case .numbers(let values) = table.columns[index].cells else { return nil }
    // Infinity is no place on a scale.
    return ChartMeasure(
      column: table.columns[index],
      values: values.map { $0.isFinite ? $0 : .nan }
    )
  }

  /// The column of numbers that names the rows: `decile` before `count`.
  private var leadingNumber: Int? {
    guard !table.columns.contains(where: \.isNaming), table.columns.count > 1,
      case .numbers? = table.columns.first?.cells
    else { return nil }
    let isAsked = asked.contains(table.columns[0].name)
    return isAsked || table.rowCount == 1 ? nil : 0
  }

  /// Whether the rows stand in an order that says something: a ranking, time, numbers.
  var isOrdered: Bool {
    if leadingNumber != nil || table.columns.contains(where: \.ranks) { return true }
    guard let first = names.first else { return true }
    if case .instants = first.cells { return true }
    if case .ranks? = table.columns.first?.cells { return true }
    return CellText.texts(of: first, first: 3).allSatisfy { PeriodName.number(of: $0) != nil }
  }

  /// The columns that name the rows: the first one with names, and a second where that one alone
  /// does not tell rows apart.
  var names: [Column] {
    if let leadingNumber { return [table.columns[leadingNumber]] }
    let naming = table.columns.filter(\.isNaming)
    guard let first = naming.first, naming.count > 1 else { return naming }
    let texts = CellText.texts(of: first)
    return Set(texts).count == texts.count ? [first] : Array(naming.prefix(2))
  }

  /// The names of the first rows, of all unless said.
  ///
  /// Complexity: O(characters).
  func labels(first count: Int = .max) -> [String] {
    let columns = names.map { CellText.texts(of: $0, first: count, watchedBy: monitor) }
    guard let first = columns.first else {
      let name = measures.first?.name ?? ""
      return Array(repeating: name, count: min(count, table.rowCount))
    }
    guard columns.count > 1 else { return first }
    return zip(first, columns[1]).map { "\($0) · \($1)" }
  }

  /// How many rows have no value of a measure, and why, as footers say it; nothing where all have.
  func without(_ measure: ChartMeasure) -> [String] {
    let count = measure.values.count(where: \.isNaN)
    guard count > 0 else { return [] }
    let reason = measure.column.missingReason.map { ": \(Escaping.visible($0))" } ?? ""
    return ["\(Tally.digits(count)) without \(measure.name)\(reason)"]
  }

  /// What rows are called, in the plural.
  var nouns: String { table.rowNoun == "row" ? "rows" : Escaping.visible(table.rowNoun) }
}

/// A column of numbers that can be drawn; NaN where missing.
struct ChartMeasure: Sendable {
  /// The column.
  let column: Column
  /// Its numbers, finite or NaN.
  let values: [Double]

  /// Its name, fit to be shown.
  var name: String { Escaping.visible(column.name) }

  /// Its name and unit, as an axis is called.
  var title: String {
    switch column.unit {
    case .count(let things), .amount(let things):
      name.contains(things) ? name : "\(name) (\(Escaping.visible(things)))"
    case .score: "\(name) (0 to 1)"
    case .index: "\(name) (100 = average)"
    case .points: "\(name) (points)"
    // Their numbers are written with it.
    case .share, .ratio, .milliseconds, .plain: name
    }
  }
}

extension Column {
  /// Whether its cells are names of rows.
  var isNaming: Bool {
    switch cells {
    case .people, .texts, .flags, .instants: true
    case .ranks, .numbers: false
    }
  }
}

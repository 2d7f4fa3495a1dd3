package import Diagnostics
import Graph
import Metrics
package import Syntax

extension Binder {
  /// A column of the table at hand, by its name.
  ///
  /// `column reach` is the column of that whole name where the table has one, else that called
  /// `reach`.
  mutating func tableColumn(
    _ name: Name,
    _ qualifiers: [QualifierSyntax],
    isExplicit: Bool = false
  ) -> BoundMeasure? {
    let known = columns ?? []
    let key = name.text.lowercased()
    let whole = isExplicit ? known.first { $0.name.lowercased() == "column \(key)" } : nil
    guard let column = whole ?? known.first(where: { $0.name.lowercased() == key }) else {
      reportUnknown("column", name, among: known.map(\.name))
      return nil
    }
    if let first = qualifiers.first {
      report(
        .unwantedQualifier,
        "the table has the column `\(column.name)`, which takes nothing behind it",
        at: first.range.lowerBound..<(qualifiers.last ?? first).range.upperBound,
        fix: ""
      )
      return nil
    }
    // A name that begins with `people` would be a set.
    let isBare = !key.hasPrefix("people") && Reading.bare(column.name) == column.name
    return .attribute(column.name, isExplicit: !isBare)
  }

  /// The column of the table at hand that arithmetic was computed in before, by its words.
  func computedColumn(_ measure: MeasureSyntax) -> BoundMeasure? {
    guard let columns, case .combined = measure else { return nil }
    let words = source.slice(measure.range)
    guard columns.contains(where: { $0.name == words }) else { return nil }
    return .attribute(words, isExplicit: true)
  }

  /// A condition on the columns of a table, bound.
  ///
  /// Throws all that is wrong with it.
  package mutating func condition(
    _ condition: ConditionSyntax,
    on columns: [ColumnOutline]
  ) throws(Diagnostics) -> BoundCondition {
    self.columns = columns
    let bound = bind(condition)
    guard diagnostics.isEmpty, let bound else { throw Diagnostics(sorting: diagnostics) }
    return bound
  }

  /// Measures made of the columns of a table, bound.
  ///
  /// Throws all that is wrong with them.
  package mutating func measures(
    _ measures: [MeasureSyntax],
    on columns: [ColumnOutline]
  ) throws(Diagnostics) -> [BoundMeasure] {
    self.columns = columns
    let bound = measures.compactMap { bind($0) }
    guard diagnostics.isEmpty else { throw Diagnostics(sorting: diagnostics) }
    return bound
  }

  /// Refuses a column that is asked for twice.
  package mutating func requireDistinct(
    _ measures: [BoundMeasure],
    at ranges: [Range<Int>]
  ) throws(Diagnostics) {
    var seen: Set<String> = []
    for (measure, range) in zip(measures, ranges) {
      let words = Reading.text(of: measure)
      if !seen.insert(words).inserted {
        report(.repeatedClause, "`\(words)` may stand once", at: range)
      }
    }
    guard diagnostics.isEmpty else { throw Diagnostics(sorting: diagnostics) }
  }

  /// The people of the last table, under the words that asked for them.
  mutating func those(at range: Range<Int>) -> BoundPeople? {
    let what = "`those` are the people of the last table"
    guard let last else {
      report(.nothingLoaded, "\(what), and there is none", at: range)
      return nil
    }
    guard last.isOfPeople || last.text != nil else {
      report(.nothingLoaded, "\(what), and it lists none", at: range)
      return nil
    }
    let people = last.people(in: graph)
    guard opened.isEmpty else {
      let handles = people.map { Reading.handle($0.handle) }
      report(
        .wrongKind,
        "\(what), which changes, so a definition cannot say it",
        at: range,
        choices: handles.isEmpty || handles.count > 5 ? [] : [handles.joined(separator: ", ")]
      )
      return nil
    }
    if let text = last.text { return .defined(name: text, .people(people)) }
    guard !people.isEmpty else {
      report(.nothingLoaded, "\(what), and nobody is in it", at: range)
      return nil
    }
    return .people(people)
  }
}

extension Binder {
  /// The names of the columns that the table of a question has, before it is answered; nil where
  /// only the answer tells them.
  ///
  /// Companions of the first measure are among them, also those that have nothing to say.
  package func columnNames(of question: Question) -> [String]? {
    let measures = question.measures.columnNames
    switch question.kind {
    case .rank:
      let things = outline(of: question.rows)?.map(\.name) ?? ["person"]
      let companions = question.measures.first?.soleCall?.metric.card.companions ?? []
      let groups = question.group.map { [$0.columnName] } ?? []
      let names = groups + ["rank"] + things + measures + companions.map(\.name)
      var seen: Set<String> = []
      return names.filter { seen.insert($0).inserted }
    case .list:
      let name = graph.attribute("name").map { [$0.name] } ?? []
      return outline(of: question.rows)?.map(\.name) ?? ["person"] + name
    case .show: return ["person"] + measures
    case .count where question.group == nil: return ["count", "share"]
    case .count, .aggregate: return question.tableColumns
    case .compare, .correlate, .explain, .choose, .overlap, .path: return nil
    }
  }

  /// A column as it is written behind `|`: its name, or `column` and its name in quotes.
  package static func written(column name: String) -> String { Reading.column(name) }
}

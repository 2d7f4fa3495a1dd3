import Diagnostics
import Graph
import Syntax

extension Binder {
  /// What `per` groups a question by; takes note of what cannot be grouped so.
  mutating func bind(_ group: Clauses.Group, of question: Question) -> Question.Group? {
    let what: String
    switch (question.kind, question.rows) {
    case (.rank, .people), (.count, .people), (.aggregate, _):
      return bind(group).flatMap { allowed($0, of: question, at: group.range) }
    case (.rank, _), (.count, _): what = "a question whose rows are no people"
    case (.list, _): what = "a list"
    case (.show, _): what = "`show`"
    case (.compare, _): what = "`compare`"
    case (.correlate, _): what = "`correlate`"
    case (.explain, _): what = "`explain`"
    case (.choose, _): what = "`choose`"
    case (.overlap, _): what = "`overlap between`"
    case (.path, _): what = "`path`"
    }
    report(
      .unwantedQualifier,
      "`per` has no meaning behind \(what)",
      at: group.range,
      choices: counted(question).map { ["total \($0) per \(source.slice(group.range))"] } ?? [],
      notes: [
        "rankings of people, `count`, `average`, `median`, `total`, `minimum` and `maximum` take it"
      ]
    )
    return nil
  }

  /// The measure that counts what a question counts, for each person, where there is one.
  private func counted(_ question: Question) -> String? {
    guard case .count = question.kind, case .posts(let filters) = question.rows else { return nil }
    switch filters.first {
    case nil: return "posts made"
    case .about(let topics, _)? where filters.count == 1 && topics.count == 1:
      return "posts made in \(Reading.topic(topics[0].name))"
    default: return nil
    }
  }

  /// A group, unless the question cannot be told apart by it.
  private mutating func allowed(
    _ group: Question.Group,
    of question: Question,
    at range: Range<Int>
  ) -> Question.Group? {
    if group.isOfGraph, case .count = question.kind {
      report(
        .unwantedQualifier,
        "`count` counts people, and nobody belongs to one \(group.columnName)",
        at: range,
        choices: graph.attributes.prefix(5).map { Reading.bare($0.name) } + ["decile(followers)"]
      )
      return nil
    }
    switch group {
    case .topic where graph.posts.posts.isEmpty:
      reportMissing("posts", at: range)
      return nil
    case .kind where graph.interactions.kinds.count == 0:
      reportMissing("interactions", at: range)
      return nil
    default: return group
    }
  }

  private mutating func reportMissing(_ things: String, at range: Range<Int>) {
    report(
      .nothingLoaded,
      "no \(things) are loaded",
      at: range,
      choices: ["load \(things) from \"FILE\""]
    )
  }

  /// The keys of `sort by`: columns of the table where it has groups or is one row, else measures.
  mutating func bind(_ keys: [Clauses.SortKey], of question: Question) -> [Question.SortKey] {
    let columns = question.tableColumns
    let isRanking = if case .rank = question.kind { true } else { false }
    return keys.compactMap { key in
      let measure: BoundMeasure?
      if let column = column(key.measure, among: columns) {
        measure = column
      } else if columns.isEmpty || isRanking {
        measure = bind(key.measure)
      } else {
        reportUnknown(
          "column",
          Name(words(of: key.measure), range: key.measure.range),
          among: columns
        ) {
          Reading.column($0)
        }
        measure = nil
      }
      return measure.map { Question.SortKey(measure: $0, isAscending: key.isAscending) }
    }
  }

  /// The column whose name a measure spells, as in `sort by average followers`.
  private func column(_ measure: MeasureSyntax, among columns: [String]) -> BoundMeasure? {
    func squeezed(_ text: String) -> String { text.lowercased().filter { !$0.isWhitespace } }
    let wanted = squeezed(words(of: measure))
    return columns.first { squeezed($0) == wanted }
      .map { .attribute($0, isExplicit: Reading.column($0) != $0) }
  }

  /// The words of a measure, as they were typed.
  private func words(of measure: MeasureSyntax) -> String {
    switch measure {
    case .column(let name): name.text
    case .named(let name, let qualifiers) where qualifiers.isEmpty: name.text
    default:
      measure.range.upperBound <= source.text.utf8.count ? source.slice(measure.range) : ""
    }
  }
}

extension Reading {
  /// A column of a table behind `sort by`, with `column` where its name is more than words.
  static func column(_ name: String) -> String {
    bare(name) == name ? name : "column \(bare(name))"
  }
}

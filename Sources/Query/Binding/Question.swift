package import Syntax

/// A question, bound: what is asked for, of whom, in which order.
package struct Question: Sendable {
  /// What it answers with.
  package enum Kind: Sendable, Hashable {
    /// People by the first measure.
    case rank(RankQuestion.Selection?)
    /// The people.
    case list
    /// Chosen columns.
    case show
    /// How many people.
    case count
  }

  /// One key of the order.
  package struct SortKey: Sendable {
    /// What to sort by.
    package let measure: BoundMeasure
    /// The direction that was asked for; nil leaves it to the kind.
    package let isAscending: Bool?
  }

  /// What it answers with.
  package let kind: Kind
  /// The people its rows are chosen from, before the condition.
  package let people: BoundPeople
  /// The measures, or the columns to show.
  package let measures: [BoundMeasure]
  /// The condition on rows.
  package let condition: BoundCondition?
  /// The order, where it was asked for.
  package let sortKeys: [SortKey]
  /// The most rows.
  package let limit: Int?
}

extension Question {
  /// Every measure it computes: shown, compared and sorted by.
  var allMeasures: [BoundMeasure] {
    measures + (condition?.measures ?? []) + sortKeys.map(\.measure)
  }

  /// Whether the interest threshold changes it.
  var readsInterest: Bool {
    people.readsInterest || allMeasures.contains(where: \.readsInterest)
  }
}

package import Graph
package import Syntax

/// A question, bound: what is asked for, of whom, in which order.
package struct Question: Sendable {
  /// What it answers with.
  package enum Kind: Sendable {
    /// Rows by the first measure.
    case rank(RankQuestion.Selection?)
    /// The rows.
    case list
    /// Chosen columns.
    case show
    /// How many rows.
    case count
    /// One number for many people, a measure each.
    case aggregate([AggregateQuestion.Aggregator])
    /// The measures side by side.
    case compare
    /// The measures against an outcome, with what is held constant.
    case correlate(against: BoundMeasure, controls: [BoundMeasure])
    /// A measure of one person; against another.
    case explain(person: Person, rival: Person?)
    /// The few who together reach most of a set.
    case choose(BoundChoice)
    /// How much sets share.
    case overlap([BoundPeople])
    /// The chain of ties from one person to another.
    case path(from: Person, to: Person, over: String, hops: Int?)
  }

  /// A person of the graph.
  package struct Person: Sendable, Hashable {
    /// The number.
    package let id: PersonID
    /// The handle.
    package let handle: String

    /// A person under their number and handle.
    package init(id: PersonID, handle: String) {
      self.id = id
      self.handle = handle
    }
  }

  /// What its rows are.
  package enum Rows: Sendable {
    case people(BoundPeople)
    case topics
    case posts([BoundPostFilter])
    case ties(over: String, from: BoundPeople?, to: BoundPeople?)
  }

  /// What `per` groups by.
  package enum Group: Sendable {
    /// A period of the calendar: events inside each.
    case period(CalendarUnit)
    /// Events on each topic.
    case topic
    /// Events of each kind.
    case kind
    /// People by what a file says of them.
    case attribute(String)
    /// People by the tenth a measure puts them in.
    case decile(BoundMeasure)
  }

  /// One key of the order.
  package struct SortKey: Sendable {
    /// What to sort by.
    package let measure: BoundMeasure
    /// The direction that was asked for; nil leaves it to the kind.
    package let isAscending: Bool?

    /// A key of an order.
    package init(measure: BoundMeasure, isAscending: Bool?) {
      self.measure = measure
      self.isAscending = isAscending
    }
  }

  /// What it answers with.
  package let kind: Kind
  /// The rows it chooses from, before the condition.
  package var rows: Rows
  /// The measures, or the columns to show.
  package var measures: [BoundMeasure] = []
  /// The condition on rows.
  package var condition: BoundCondition?
  /// The part of the graph it is about.
  package var scope = BoundScope()
  /// What it is grouped by.
  package var group: Group?
  /// The order, where it was asked for.
  package var sortKeys: [SortKey] = []
  /// The most rows.
  package var limit: Int?
  /// How many would be chosen by each measure, where that was asked for.
  package var chosen: Int?
  /// What to know about how its names were taken.
  package var remarks: [String] = []
}

/// Which posts.
package enum BoundPostFilter: Sendable {
  case by([BoundPeople])
  case that(Act, on: [BoundPeople], all: Bool)
  case about([(id: UInt32, name: String)], all: Bool)
}

/// Whom to choose, and whom they should reach.
package struct BoundChoice: Sendable {
  /// The most who may be chosen.
  package static let most = 1_000

  /// How many.
  package let count: Int
  /// How a message spreads, with whom it should reach behind `with`.
  package let spread: MetricCall
  /// The most to spend, and what each person costs.
  package let budget: (most: Double, cost: BoundMeasure)?
}

/// A unit of the calendar.
package enum CalendarUnit: String, Sendable, CaseIterable {
  case hour, day, week, month, quarter, year
}

extension Question {
  /// The people its rows are chosen from; everybody where its rows are no people.
  package var people: BoundPeople {
    if case .people(let people) = rows { people } else { .everyone }
  }

  /// Every measure it computes: shown, compared, grouped and sorted by.
  package var allMeasures: [BoundMeasure] {
    var all = measures + (condition?.measures ?? []) + sortKeys.map(\.measure)
    if case .decile(let measure)? = group { all.append(measure) }
    if case .correlate(let outcome, let controls) = kind { all += [outcome] + controls }
    if case .choose(let choice) = kind, let budget = choice.budget { all.append(budget.cost) }
    return all
  }

  /// Whether the interest threshold changes it.
  package var readsInterest: Bool {
    if case .overlap(let sets) = kind, sets.contains(where: \.readsInterest) { return true }
    if case .choose(let choice) = kind, BoundMeasure.metric(choice.spread).readsInterest {
      return true
    }
    return rows.readsInterest || scope.readsInterest || condition?.readsInterest == true
      || allMeasures.contains(where: \.readsInterest)
  }
}

extension Question.Rows {
  /// Whether a topic's threshold decides which they are.
  fileprivate var readsInterest: Bool {
    switch self {
    case .people(let people): people.readsInterest
    case .topics: true
    case .posts(let filters):
      filters.contains { filter in
        switch filter {
        case .by(let sets), .that(_, let sets, _): sets.contains(where: \.readsInterest)
        case .about: false
        }
      }
    case .ties(_, let from, let to): from?.readsInterest == true || to?.readsInterest == true
    }
  }
}

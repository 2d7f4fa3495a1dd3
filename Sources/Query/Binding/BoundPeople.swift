package import Graph
package import Syntax

/// A set of people, every name resolved against one graph.
package indirect enum BoundPeople: Sendable {
  case everyone
  case topic(UInt32, name: String)
  case interested(in: [(id: UInt32, name: String)], all: Bool)
  /// A topic the user defined as several: interest is that of the keenest.
  case topics([UInt32], name: String)
  case people([(id: PersonID, handle: String)])
  /// Those for whom a yes/no attribute says yes: `customers`.
  case flagged(attribute: String, name: String)
  /// The people that actions name as brands.
  case brands
  case defined(name: String, BoundPeople)
  case audience(of: [BoundPeople], all: Bool, over: String)
  case mutuals(of: [BoundPeople], all: Bool, over: String)
  case towards(Ties, of: [BoundPeople], all: Bool, hops: Int)
  case acting(Ties, isNegated: Bool, on: [BoundPeople], all: Bool)
  case intersection([BoundPeople])
  case union([BoundPeople])
  case difference(BoundPeople, [BoundPeople])
  case filtered(BoundPeople, BoundCondition)
  case scoped(BoundPeople, BoundScope)
  case ranking(Question)

  /// The ties an act leaves: those of a relation, of one sign where it is trust.
  package struct Ties: Sendable, Hashable {
    /// The act.
    package let act: Act
    /// The relation that holds them.
    package let relation: String
  }
}

extension BoundPeople.Ties {
  /// Whether a tie of a weight is meant; one without a weight counts as positive.
  package func includes(_ weight: Double) -> Bool {
    switch act {
    case .trust: weight > 0
    case .distrust: weight < 0
    default: true
    }
  }
}

extension BoundPeople {
  /// The topics it is, where it is nothing but topics: then interest is graded.
  package var bareTopics: [UInt32]? {
    switch self {
    case .topic(let id, _): [id]
    case .topics(let ids, _): ids
    case .interested(let topics, _) where topics.count == 1: [topics[0].id]
    case .defined(_, let meaning): meaning.bareTopics
    default: nil
    }
  }

  /// Whether a topic's threshold decides who is in it.
  var readsInterest: Bool {
    switch self {
    case .topic, .interested, .topics: true
    case .everyone, .people, .flagged, .brands: false
    case .defined(_, let meaning): meaning.readsInterest
    case .audience(let sets, _, _), .mutuals(let sets, _, _), .towards(_, let sets, _, _),
      .acting(_, _, let sets, _), .intersection(let sets), .union(let sets):
      sets.contains(where: \.readsInterest)
    case .difference(let base, let sets):
      base.readsInterest || sets.contains(where: \.readsInterest)
    case .filtered(let base, let condition):
      base.readsInterest || condition.readsInterest
    case .scoped(let base, let scope): base.readsInterest || scope.readsInterest
    case .ranking(let question): question.readsInterest
    }
  }
}

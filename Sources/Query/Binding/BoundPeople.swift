package import Graph

/// A set of people, every name resolved against one graph.
package indirect enum BoundPeople: Sendable {
  case everyone
  case topic(UInt32, name: String)
  case interested(in: [(id: UInt32, name: String)], all: Bool)
  case people([(id: PersonID, handle: String)])
  /// Those for whom a yes/no attribute says yes: `customers`.
  case flagged(attribute: String, name: String)
  case defined(name: String, BoundPeople)
  case audience(of: [BoundPeople], all: Bool, over: String)
  case intersection([BoundPeople])
  case union([BoundPeople])
  case difference(BoundPeople, [BoundPeople])
  case filtered(BoundPeople, BoundCondition)
  case ranking(Question)
}

extension BoundPeople {
  /// The topic it is, where it is nothing but one topic: then interest is graded.
  var bareTopic: UInt32? {
    switch self {
    case .topic(let id, _): id
    case .interested(let topics, _) where topics.count == 1: topics[0].id
    case .defined(_, let meaning): meaning.bareTopic
    default: nil
    }
  }

  /// Whether a topic's threshold decides who is in it.
  var readsInterest: Bool {
    switch self {
    case .topic, .interested: true
    case .everyone, .people, .flagged: false
    case .defined(_, let meaning): meaning.readsInterest
    case .audience(let sets, _, _), .intersection(let sets), .union(let sets):
      sets.contains(where: \.readsInterest)
    case .difference(let base, let sets):
      base.readsInterest || sets.contains(where: \.readsInterest)
    case .filtered(let base, let condition):
      base.readsInterest || condition.measures.contains(where: \.readsInterest)
    case .ranking(let question): question.readsInterest
    }
  }
}

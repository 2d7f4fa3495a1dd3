package import Values

/// People, what joins them, and what they did: the network at rest.
///
/// Immutable once built and free to copy: a copy shares its storage. It knows no file and no
/// question. Every column over people has `people.count` values.
package struct Graph: Sendable {
  /// The people, by handle, and their aliases.
  package internal(set) var people = PersonNames()
  /// What files said about people: typed columns, in the order they were loaded.
  package internal(set) var attributes: [Attribute] = []
  /// The ties between people, by the relation's name: "follows", "trust".
  package internal(set) var relations: [String: Relation] = [:]
  /// The topics, by name.
  package internal(set) var topics = NameTable()
  /// Who is interested in what.
  package internal(set) var interests = Interests(topics: 0, people: 0)
  /// The ids of posts, and of events that others answer.
  package internal(set) var postNames = NameTable()
  /// What people did to each other.
  package internal(set) var interactions = Interactions()
  /// What people wrote.
  package internal(set) var posts = Posts()
  /// What people did that somebody counts.
  package internal(set) var actions = Actions()
  /// Who vouched for whom.
  package internal(set) var vouches = Vouches()

  /// A graph without anybody.
  package init() {}
}

extension Graph {
  /// How many people there are.
  package var personCount: Int { people.count }

  /// Whether nothing was loaded.
  package var isEmpty: Bool { people.count == 0 && topics.count == 0 }

  /// Everybody.
  package var everybody: PersonSet { .everybody(of: personCount) }

  /// The names of the relations that are loaded, in order.
  package var relationNames: [String] { relations.keys.sorted() }

  /// The attribute of that name, whatever the case.
  package func attribute(_ name: String) -> Attribute? {
    attributes.first { $0.name == name }
      ?? attributes.first { $0.name.lowercased() == name.lowercased() }
  }

  /// Who is at least so interested in a topic.
  package func people(interestedIn topic: UInt32, atLeast threshold: Double) -> PersonSet {
    var set = PersonSet(universe: personCount)
    let all = interests.all
    for position in all.forward.range(of: topic)
    where (all.forwardWeights?[position] ?? 1) >= threshold {
      set.insert(all.forward.neighbours[position])
    }
    return set
  }

  /// Each person's interest in a topic, 0 where none is known.
  package func interest(in topic: UInt32) -> [Double] {
    var interest = [Double](repeating: 0, count: personCount)
    let all = interests.all
    for position in all.forward.range(of: topic) {
      interest[Int(all.forward.neighbours[position])] = all.forwardWeights?[position] ?? 1
    }
    return interest
  }

  /// The earliest and the latest moment in the data; nil where nothing is dated.
  package var period: ClosedRange<Instant>? {
    var moments: [Instant] = []
    for times in [
      interactions.events.lazy.compactMap(\.time).minAndMax,
      posts.posts.lazy.compactMap(\.time).minAndMax,
      actions.actions.lazy.compactMap(\.time).minAndMax,
      vouches.vouches.lazy.compactMap(\.time).minAndMax,
    ] {
      if let times { moments += [times.lowerBound, times.upperBound] }
    }
    return moments.minAndMax
  }
}

extension Sequence where Element: Comparable {
  /// The least and the greatest element; nil of none.
  fileprivate var minAndMax: ClosedRange<Element>? {
    var bounds: ClosedRange<Element>?
    for element in self {
      guard let known = bounds else {
        bounds = element...element
        continue
      }
      bounds = Swift.min(known.lowerBound, element)...Swift.max(known.upperBound, element)
    }
    return bounds
  }
}

import Graph
import Rendering
import Values

extension Card {
  /// What is known of a person.
  ///
  /// Complexity: O(people + events).
  init(person: PersonID, in graph: Graph) {
    self.init(Handle.typed(graph.people[person]))
    add("also called", Card.list(graph.people.aliases(of: person).map(Handle.typed)))
    for attribute in graph.attributes {
      add(attribute.name, attribute.cells.text(of: person))
    }
    let unknown = graph.attributes.filter { $0.cells.text(of: person) == nil }.map(\.name)
    add("not known", unknown.isEmpty ? nil : unknown.joined(separator: ", "))
    for name in graph.relationNames {
      guard let relation = graph.relations[name] else { continue }
      let isFollows = name == "follows"
      let ends = isFollows ? ("followers", "following") : ("\(name), received", "\(name), given")
      let noun = isFollows ? "people" : "ties"
      add(ends.0, Card.ties(relation.backward, relation.backwardWeights, of: person, noun))
      add(ends.1, Card.ties(relation.forward, relation.forwardWeights, of: person, noun))
    }
    add("interests", Card.interests(of: person, in: graph))
    let posts = graph.posts.posts.filter { $0.author == person }
    addEvents("posts", posts.map(\.time))
    let topics = posts.flatMap(\.topics).map { "#" + graph.topics[$0] }
    add("posts on", Card.list(Card.ranked(topics.counted)))
    addInteractions(of: person, in: graph)
    let vouches = graph.vouches.vouches.filter { $0.source == person || $0.target == person }
    addEvents("vouch, done", vouches.filter { $0.source == person }.map(\.time))
    addEvents("vouch, received", vouches.filter { $0.target == person }.map(\.time))
    addActions(of: person, in: graph)
  }

  /// Adds how many events there are, and when; nothing without any.
  private mutating func addEvents(_ term: String, _ times: [Instant?]) {
    if !times.isEmpty { add(term, Card.tally(times)) }
  }

  private mutating func addInteractions(of person: PersonID, in graph: Graph) {
    let events = graph.interactions.events.filter { $0.source == person || $0.target == person }
    for kind in 0..<UInt32(graph.interactions.kinds.count) {
      let name = graph.interactions.kinds[kind]
      let ofKind = events.filter { $0.kind == kind }
      addEvents("\(name), done", ofKind.filter { $0.source == person }.map(\.time))
      addEvents("\(name), received", ofKind.filter { $0.target == person }.map(\.time))
    }
  }

  private mutating func addActions(of person: PersonID, in graph: Graph) {
    let actions = graph.actions.actions.filter { $0.person == person || $0.brand == person }
    for kind in 0..<UInt32(graph.actions.kinds.count) {
      let name = graph.actions.kinds[kind]
      for (term, ofKind) in [
        ("\(name), done", actions.filter { $0.kind == kind && $0.person == person }),
        ("\(name), as a brand", actions.filter { $0.kind == kind && $0.brand == person }),
      ] where !ofKind.isEmpty {
        let values = ofKind.map(\.value).filter { !$0.isNaN }
        let worth = values.isEmpty ? nil : "worth \(NumberText.text(values.reduce(0, +)))"
        add(term, Card.joined([Card.tally(ofKind.map(\.time)), worth]))
      }
    }
  }

  /// How many ties a person has at one end, the place that gives them, and what the ties weigh.
  private static func ties(
    _ rows: Rows,
    _ weights: WeightColumn?,
    of person: PersonID,
    _ noun: String
  ) -> String {
    let count = rows.degree(of: person)
    let others = (0..<UInt32(rows.count)).lazy.map { rows.degree(of: $0) }
    let above = others.count { $0 > count }
    let isShared = others.count { $0 == count } > 1
    let place = "place \(Tally.digits(above + 1))\(isShared ? "=" : "")"
    let known = rows.range(of: person).compactMap { weights?[$0] }
    return joined([
      Tally.text(count, noun), count > 0 ? "\(place) of \(Tally.digits(rows.count))" : nil,
      Card.weights(known),
    ])
  }

  /// The mean of some weights, and their range; nil without any.
  static func weights(_ weights: some Sequence<Double>) -> String? {
    var (count, sum, least, most) = (0, 0.0, Double.infinity, -Double.infinity)
    for weight in weights {
      count += 1
      sum += weight
      (least, most) = (min(least, weight), max(most, weight))
    }
    guard count > 0 else { return nil }
    let range = least == most ? "" : ", \(NumberText.text(least)) to \(NumberText.text(most))"
    return "mean weight \(NumberText.text(sum / Double(count), unit: .score))\(range)"
  }

  /// A person's interests, the greatest first.
  private static func interests(of person: PersonID, in graph: Graph) -> String? {
    let all = graph.interests.all
    let interests = all.backward.range(of: person).map { position in
      ("#" + graph.topics[all.backward.neighbours[position]], all.backwardWeights?[position] ?? 1)
    }
    return list(interests.keenestFirst)
  }

  /// How many events there are, and when they were.
  static func tally(_ times: [Instant?]) -> String {
    joined([Tally.digits(times.count), period(times)])
  }

  /// Parts with dots between them.
  static func joined(_ parts: [String?]) -> String {
    parts.compactMap(\.self).joined(separator: " · ")
  }
}

extension [(String, Double)] {
  /// Names with their weights, the greatest first, equals by name.
  var keenestFirst: [String] {
    sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map { "\($0.0) \(NumberText.text($0.1))" }
  }
}

extension [String] {
  /// Each different text with how often it occurs.
  var counted: [(name: String, count: Int)] {
    var counts: [String: Int] = [:]
    for text in self { counts[text, default: 0] += 1 }
    return counts.map { ($0.key, $0.value) }
  }
}

extension PersonNames {
  /// The other names of a person, in order.
  fileprivate func aliases(of person: PersonID) -> [String] {
    owners.indices.filter { owners[$0] == person }.map { aliases[UInt32($0)] }.sorted()
  }
}

extension Attribute.Cells {
  /// What a person's cell says; nil where it is missing.
  fileprivate func text(of person: PersonID) -> String? {
    switch self {
    case .numbers(let numbers):
      let number = numbers[Int(person)]
      return number.isNaN ? nil : NumberText.text(number)
    case .texts(let texts): return texts[Int(person)]
    case .flags(let flags): return flags[Int(person)].map { $0 ? "yes" : "no" }
    case .instants(let instants): return instants[Int(person)]?.description
    }
  }
}

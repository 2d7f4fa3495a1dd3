import Graph
import Rendering
import Values

extension Card {
  /// What is known of a relation between people.
  ///
  /// Density is the part of all ordered pairs of two people that are tied; reciprocity the part of
  /// the ties that are returned. Complexity: O(ties log degree + people log people).
  ///
  /// Once cancelled it is not whole.
  init(
    relation name: String,
    _ relation: Relation,
    of people: PersonNames,
    watchedBy monitor: WorkMonitor
  ) {
    self.init("\(Escaping.visible(name)): a relation")
    let (forward, backward) = (relation.forward, relation.backward)
    let persons = 0..<UInt32(forward.count)
    add("ties", Tally.digits(relation.count))
    add("from", Tally.text(persons.count { forward.degree(of: $0) > 0 }, "people"))
    add("to", Tally.text(persons.count { backward.degree(of: $0) > 0 }, "people"))
    let pairs = people.count * (people.count - 1)
    add("density", Card.share(relation.count, of: pairs).map { "\($0) of all pairs" })
    let reciprocity = Card.reciprocity(of: relation, watchedBy: monitor)
    add("reciprocity", reciprocity.map { "\($0) of ties are returned" })
    if let column = relation.forwardWeights {
      let weights = (0..<column.count).lazy.map { column[$0] }.watched(by: monitor)
      add("weights", Card.weights(weights))
      let positive = Card.share(weights.count { $0 > 0 }, of: column.count)
      let negative = Card.share(weights.count { $0 < 0 }, of: column.count)
      add("signs", positive.map { "\($0) positive" + (negative.map { ", \($0) negative" } ?? "") })
    }
    if let times = relation.times {
      let watched = times.watched(by: monitor)
      let undated = watched.count { $0 == nil }
      let rest = undated > 0 ? "\(Tally.digits(undated)) undated" : nil
      add("dates", Card.joined([Card.period(watched), rest]))
    }
    if monitor.isCancelled() { return }
    add("most received", Card.largest(backward, of: people))
    add("most given", Card.largest(forward, of: people))
  }

  /// What part of the ties is returned; nil without any, and when cancelled.
  ///
  /// Complexity: O(ties log degree).
  static func reciprocity(of relation: Relation, watchedBy monitor: WorkMonitor) -> String? {
    let forward = relation.forward
    var returned = 0
    for person in 0..<UInt32(forward.count) {
      if person & 1023 == 0, monitor.isCancelled() { return nil }
      returned += forward[person].count { forward.position(of: person, in: $0) != nil }
    }
    return Card.share(returned, of: relation.count)
  }

  /// The people with most ties at one end, equals by handle.
  private static func largest(_ rows: Rows, of people: PersonNames) -> String? {
    let persons = (0..<UInt32(rows.count)).filter { rows.degree(of: $0) > 0 }
    let degrees = persons.map { rows.degree(of: $0) }.sorted(by: >)
    // Handles are made for those only who may be listed.
    guard let least = degrees.prefix(most).last else { return nil }
    let largest = persons.filter { rows.degree(of: $0) >= least }
      .map { (name: Handle.typed(people[$0]), count: rows.degree(of: $0)) }
    return ranked(largest).prefix(most).joined(separator: ", ")
  }
}

extension Sequence {
  /// The elements one after the other, up to where the person stops.
  func watched(by monitor: WorkMonitor) -> some Sequence<Element> {
    enumerated().lazy
      .prefix { $0.offset & 0xFFFF != 0 || !monitor.isCancelled() }
      .map(\.element)
  }
}

/// The new numbers of people, some of whom turned out to be one.
///
/// Who stays keeps the order there was. Where two people become one and both have a value, the
/// value of the one who stays is kept, as a later row's is.
struct Renumbering {
  /// How many people are left.
  let count: Int
  private let numbers: [UInt32]
  private let leaving: PersonSet

  /// Numbers for so many people, given whom those who leave become; that one stays.
  init(of people: Int, joining owners: [PersonID: PersonID]) {
    leaving = PersonSet(owners.keys, universe: people)
    var numbers = [UInt32](repeating: nobody, count: people)
    var next: UInt32 = 0
    for person in 0..<people where !leaving.contains(PersonID(person)) {
      numbers[person] = next
      next += 1
    }
    for (person, owner) in owners { numbers[Int(person)] = numbers[Int(owner)] }
    self.numbers = numbers
    count = Int(next)
  }

  /// The new number of a person; nobody stays nobody.
  subscript(person: PersonID) -> PersonID { person == nobody ? nobody : numbers[Int(person)] }

  /// Whether a person became another one.
  func leaves(_ person: PersonID) -> Bool { leaving.contains(person) }

  /// Ties between people in the new numbers, without those of a person with themselves.
  ///
  /// Complexity: O(ties + people).
  func joined(_ relation: Relation) -> Relation {
    joined(relation, from: { self[$0] }, isMoved: { leaves($0) || leaves($1) }) { $0 != $1 }
      .frozen(sources: count, targets: count)
  }

  /// Ties from topics to people in the new numbers.
  ///
  /// Complexity: O(ties + people).
  func joinedTargets(of relation: Relation) -> Relation {
    joined(relation, from: { $0 }, isMoved: { leaves($1) }, keeps: { _, _ in true })
      .frozen(sources: relation.forward.count, targets: count)
  }

  /// Counts of people touching topics in the new numbers, added up.
  ///
  /// Complexity: O(ties log ties + people).
  func summedTargets(of relation: Relation) -> Relation {
    var counts: [TopicTouch: Double] = [:]
    for topic in 0..<UInt32(relation.forward.count) {
      for position in relation.forward.range(of: topic) {
        let person = self[relation.forward.neighbours[position]]
        let touch = TopicTouch(topic: topic, person: person)
        counts[touch, default: 0] += relation.forwardWeights?[position] ?? 1
      }
    }
    return Relation(counts, topics: relation.forward.count, people: count)
  }

  /// A column over people in the new numbers.
  ///
  /// Complexity: O(people).
  func joined(_ attribute: Attribute) -> Attribute {
    let cells: Attribute.Cells =
      switch attribute.cells {
      case .numbers(let numbers): .numbers(joined(numbers, missing: .nan) { $0.isNaN })
      case .texts(let texts): .texts(joined(texts, missing: nil) { $0 == nil })
      case .flags(let flags): .flags(joined(flags, missing: nil) { $0 == nil })
      case .instants(let instants): .instants(joined(instants, missing: nil) { $0 == nil })
      }
    return Attribute(name: attribute.name, cells: cells)
  }

  private func joined<Value>(
    _ values: [Value],
    missing: Value,
    isMissing: (Value) -> Bool
  ) -> [Value] {
    var joined = Array(repeating: missing, count: count)
    // Those who stay come last, so that what they have replaces what the others brought.
    for stays in [false, true] {
      for (person, value) in values.enumerated()
      where leaves(PersonID(person)) != stays && !isMissing(value) {
        joined[Int(self[PersonID(person)])] = value
      }
    }
    return joined
  }

  private func joined(
    _ relation: Relation,
    from source: (UInt32) -> UInt32,
    isMoved: (UInt32, UInt32) -> Bool,
    keeps: (UInt32, UInt32) -> Bool
  ) -> TieBuffer {
    let isWeighted = relation.forwardWeights != nil
    var ties = TieBuffer(weighted: isWeighted, timed: relation.times != nil)
    for stays in [false, true] {
      for row in 0..<UInt32(relation.forward.count) {
        for position in relation.forward.range(of: row) {
          let target = relation.forward.neighbours[position]
          guard isMoved(row, target) != stays else { continue }
          let (from, to) = (source(row), self[target])
          guard keeps(from, to) else { continue }
          ties.append(
            from: from,
            to: to,
            weight: relation.forwardWeights?[position] ?? 1,
            time: relation.times?[position]
          )
        }
      }
    }
    return ties
  }
}

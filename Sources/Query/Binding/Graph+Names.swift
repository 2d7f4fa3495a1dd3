import Diagnostics
package import Graph

extension Graph {
  /// The yes/no attributes.
  var flagNames: [String] {
    attributes.compactMap { $0.form == .flags ? $0.name : nil }
  }

  /// The sets that yes/no attributes define.
  package var flagSetNames: [String] { flagNames.map(\.setName) }

  /// The one person whose handle differs only in case.
  ///
  /// Complexity: O(people).
  package func person(ignoringCaseOf handle: String) -> PersonID? {
    let wanted = handle.lowercased()
    let length = wanted.utf8.count
    let people = people
    return (0..<UInt32(personCount)).first { id in
      let known = people[id]
      return known.utf8.count == length && known.lowercased() == wanted
    }
  }

  /// Handles that could be meant, for `NearestName` to choose from; of a large graph only those
  /// which begin alike.
  ///
  /// Complexity: O(people).
  func handles(near handle: String) -> [String] {
    let start = handle.prefix(2).lowercased()
    let isLarge = personCount > 50_000
    let people = people
    return (0..<UInt32(personCount)).compactMap { id in
      let known = people[id]
      return isLarge && !known.lowercased().hasPrefix(start) ? nil : known
    }
  }

  /// The relations that can be read: those loaded, and one for each kind of interaction.
  package var readableRelations: [String] {
    let kinds = (0..<UInt32(interactions.kinds.count)).map { interactions.kinds[$0].plural }
    return (relationNames + kinds.filter { !relations.has($0) }).sorted()
  }

  /// Whether a relation can be read.
  package func canRead(_ name: String) -> Bool { readableRelations.contains(name) }

  /// This graph with a relation made of interactions of one kind, where `name` is one: weights are
  /// how often.
  ///
  /// Complexity: O(interactions).
  package func reading(_ name: String) -> Graph {
    guard !relations.has(name),
      let kind = (0..<UInt32(interactions.kinds.count)).first(where: {
        interactions.kinds[$0].plural == name
      })
    else { return self }
    return addingRelation(named: name, ofInteractions: kind)
  }
}

extension Graph {
  /// The kind of action, or vouches, that a name asks for and that no measure reads; nil of others.
  func eventsWithoutMeasure(named key: String) -> String? {
    let kinds = (0..<UInt32(actions.kinds.count)).map { actions.kinds[$0].plural }
    let loaded = kinds + (vouches.vouches.isLoaded ? ["vouches"] : [])
    return loaded.first { key == $0 || key.hasPrefix($0 + " ") }
  }
}

extension String {
  /// The name of many: mention, mentions; reply, replies.
  package var plural: String {
    let word = lowercased()
    if word.hasSuffix("s") { return word }
    let isVowel = word.dropLast().last.map { "aeiou".contains($0) } == true
    return word.hasSuffix("y") && !isVowel ? word.dropLast() + "ies" : word + "s"
  }
}

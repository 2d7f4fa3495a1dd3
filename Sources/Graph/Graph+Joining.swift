extension Graph {
  /// Makes each alias mean the person of a handle, and whoever was in the graph under the alias
  /// one with that person.
  ///
  /// Returns how many people became one with another. No handle of the list is an alias, in the
  /// list or before, and no alias in it has aliases of its own: that is the caller's to see to.
  /// Complexity: O(aliases), and O(all that is in the graph) where people become one.
  mutating func join(_ list: [(alias: String, handle: String)]) -> Int {
    var owners: [PersonID: PersonID] = [:]
    for (alias, handle) in list {
      let owner = people.intern(handle)
      if let person = people.handles.number(of: alias), person != owner { owners[person] = owner }
    }
    if !owners.isEmpty { renumber(Renumbering(of: personCount, joining: owners)) }
    for (alias, handle) in list where alias != handle {
      people.add(alias: alias, of: people.intern(handle))
    }
    return owners.count
  }

  private mutating func renumber(_ numbers: Renumbering) {
    let before = people
    people = PersonNames(
      handles: NameTable(
        (0..<UInt32(before.count)).lazy.filter { !numbers.leaves($0) }.map { before[$0] }
      )
    )
    for (alias, owner) in before.owners.enumerated() {
      people.add(alias: before.aliases[UInt32(alias)], of: numbers[owner])
    }
    attributes = attributes.map(numbers.joined)
    relations = relations.changed(by: numbers.joined)
    interests = Interests(
      stated: numbers.joinedTargets(of: interests.stated),
      counted: numbers.summedTargets(of: interests.counted)
    )
    interactions.events.edit { events in
      events = events.compactMap { event in
        var event = event
        event.source = numbers[event.source]
        event.target = numbers[event.target]
        return event.source == event.target ? nil : event
      }
    }
    vouches.vouches.edit { vouches in
      vouches = vouches.compactMap { vouch in
        var vouch = vouch
        vouch.source = numbers[vouch.source]
        vouch.target = numbers[vouch.target]
        return vouch.source == vouch.target ? nil : vouch
      }
    }
    posts.posts.edit { posts in
      for index in posts.indices { posts[index].author = numbers[posts[index].author] }
    }
    actions.actions.edit { actions in
      for index in actions.indices {
        let action = actions[index]
        actions[index].person = numbers[action.person]
        actions[index].brand = numbers[action.brand]
        actions[index].through = numbers[action.through]
      }
    }
  }
}

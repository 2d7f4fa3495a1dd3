package import Values

/// What people are imagined to do to people: each of some to each of others.
package struct Move: Sendable {
  /// What they do, or stop doing.
  package enum Deed: Sendable, Hashable {
    /// There is a tie of a relation, which weighs so much where its ties carry weights.
    case tie(String, weight: Double)
    /// There is no tie of a relation that is positive or not, as asked, or that is of any weight.
    case noTie(String, positive: Bool?)
    /// Something of a kind happens so many times.
    case event(UInt32, times: Int)
    /// Nothing of a kind ever happened.
    case noEvent(UInt32)
  }

  /// Who does it.
  package let sources: [PersonID]
  /// What.
  package let deed: Deed
  /// To whom; never to themselves.
  package let targets: [PersonID]

  /// A move.
  package init(_ sources: [PersonID], _ deed: Deed, _ targets: [PersonID]) {
    self.sources = sources
    self.deed = deed
    self.targets = targets
  }
}

extension Graph {
  /// This graph with so many more people, wholly interested in some topics.
  ///
  /// They come behind everybody else, so that all keep their numbers, and have handles nobody has:
  /// "new1", "new2". The graph must be no view. Complexity: O(people + interests).
  package func adding(newPeople count: Int, interestedIn topics: [UInt32]) -> Graph {
    var builder = GraphBuilder(extending: self)
    var interests = TieBuffer(weighted: true)
    var number = 0
    for _ in 0..<count {
      repeat { number += 1 } while people.number(of: "new\(number)") != nil
      let person = builder.person("new\(number)")
      for topic in topics { interests.append(from: topic, to: person, weight: 1) }
    }
    if !topics.isEmpty { _ = builder.add(statedInterests: interests) }
    return builder.frozen()
  }

  /// This graph after a move at a moment; nil where the move changes nothing.
  ///
  /// Only the relation or the events it is about are copied. A tie that is there stays as it is, but
  /// for what it weighs. A share, a like, a quote or a reply is on the latest post, by that moment,
  /// of whom it is aimed at. The graph must be no view. Complexity: O(ties of the relation) or
  /// O(events + posts), plus the pairs.
  package func changed(by move: Move, at moment: Instant?) -> Graph? {
    switch move.deed {
    case .tie(let name, let weight): adding(ties(of: move, name, weight, moment), to: name)
    case .noTie(let name, let positive): removing(name, positive, move)
    case .event(let kind, let times): adding(events(of: move, kind, times, moment))
    case .noEvent(let kind): removing(kind, move)
    }
  }

  private func adding(_ ties: consuming TieBuffer, to name: String) -> Graph? {
    if ties.count == 0 { return nil }
    var builder = GraphBuilder(extending: self)
    _ = builder.add(ties, to: name)
    return builder.frozen()
  }

  /// The ties of a move that are not there, or weigh something else.
  private func ties(
    of move: Move,
    _ name: String,
    _ weight: Double,
    _ moment: Instant?
  ) -> TieBuffer {
    let relation = relations[name]
    let isWeighted = relation?.forwardWeights != nil
    var ties = TieBuffer(weighted: isWeighted, timed: relation?.times != nil)
    for source in move.sources {
      for target in move.targets where target != source {
        guard let position = relation?.forward.position(of: target, in: source) else {
          ties.append(from: source, to: target, weight: weight, time: moment)
          continue
        }
        guard let old = relation?.forwardWeights?[position], old != weight else { continue }
        let time = relation?.times?[position]
        ties.append(from: source, to: target, weight: weight, time: time)
      }
    }
    return ties
  }

  private func removing(_ name: String, _ positive: Bool?, _ move: Move) -> Graph? {
    guard let relation = relations[name] else { return nil }
    let targets = PersonSet(move.targets, universe: personCount)
    var gone: Set<Int> = []
    for source in Set(move.sources) {
      for position in relation.forward.range(of: source)
      where targets.contains(relation.forward.neighbours[position]) {
        let weight = relation.forwardWeights?[position] ?? 1
        if positive.map({ $0 ? weight > 0 : weight < 0 }) ?? true { gone.insert(position) }
      }
    }
    if gone.isEmpty { return nil }
    var graph = self
    graph.relations[name] = relation.keeping { !gone.contains($0) }
    graph.shareRows()
    graph.checkInvariants()
    return graph
  }

  private func adding(_ events: [Interactions.Event]) -> Graph? {
    if events.isEmpty { return nil }
    var builder = GraphBuilder(extending: self)
    builder.add(events)
    return builder.frozen()
  }

  private func events(
    of move: Move,
    _ kind: UInt32,
    _ times: Int,
    _ moment: Instant?
  ) -> [Interactions.Event] {
    let targets = PersonSet(move.targets, universe: personCount)
    let latest = interactions.kinds[kind] == "mention" ? [:] : latestPosts(of: targets, moment)
    var events: [Interactions.Event] = []
    for source in move.sources {
      for target in move.targets where target != source {
        let event = Interactions.Event(
          source: source,
          target: target,
          kind: kind,
          time: moment,
          post: latest[target] ?? nobody
        )
        events += repeatElement(event, count: times)
      }
    }
    return events
  }

  private func removing(_ kind: UInt32, _ move: Move) -> Graph? {
    let sources = PersonSet(move.sources, universe: personCount)
    let targets = PersonSet(move.targets, universe: personCount)
    func goes(_ event: Interactions.Event) -> Bool {
      event.kind == kind && sources.contains(event.source) && targets.contains(event.target)
    }
    guard interactions.events.contains(where: goes) else { return nil }
    var graph = self
    graph.interactions.events.edit { $0.removeAll(where: goes) }
    return graph
  }
}

extension Graph {
  /// This graph as if after a moment nothing had happened but what somebody did, wrote or began, or
  /// what was done to them or begun towards them.
  ///
  /// Undated ties and events stay. The graph must be no view. Complexity: O(events + ties).
  package func held(since moment: Instant, butFor person: PersonID) -> Graph {
    func stays(_ time: Instant?, _ isOwn: Bool) -> Bool {
      isOwn || (time.map { $0 <= moment } ?? true)
    }
    let authors = postAuthors
    func wrote(_ post: UInt32) -> Bool { post != nobody && authors[Int(post)] == person }
    var graph = self
    graph.interactions.events.edit { events in
      events.removeAll { !stays($0.time, $0.source == person || $0.target == person) }
    }
    graph.posts.posts.edit { posts in posts.removeAll { !stays($0.time, $0.author == person) } }
    graph.actions.actions.edit { actions in
      actions.removeAll { action in
        let isOwn =
          action.person == person || action.brand == person || action.through == person
          || wrote(action.post)
        return !stays(action.time, isOwn)
      }
    }
    graph.vouches.vouches.edit { vouches in
      vouches.removeAll { !stays($0.time, $0.source == person || $0.target == person) }
    }
    graph.relations = relations.changed(where: { $1.isDated }) { relation in
      guard let times = relation.times else { return relation }
      var sources = [PersonID](repeating: nobody, count: relation.count)
      for source in 0..<PersonID(personCount) {
        for position in relation.forward.range(of: source) { sources[position] = source }
      }
      return relation.keeping { position in
        let isOwn =
          sources[position] == person || relation.forward.neighbours[position] == person
        return stays(times[position], isOwn)
      }
    }
    graph.shareRows()
    graph.checkInvariants()
    return graph
  }

  /// How many things that are dated within a period somebody had a part in, and how many all had.
  ///
  /// Complexity: O(events + ties).
  package func doings(
    after start: Instant,
    until end: Instant,
    of person: PersonID
  ) -> (own: Int, all: Int) {
    let authors = postAuthors
    var (own, all) = (0, 0)
    func count(_ time: Instant?, _ isOwn: Bool) {
      guard let time, time > start, time <= end else { return }
      all += 1
      if isOwn { own += 1 }
    }
    for event in interactions.events {
      count(event.time, event.source == person || event.target == person)
    }
    for post in posts.posts { count(post.time, post.author == person) }
    for action in actions.actions {
      let isAuthor = action.post != nobody && authors[Int(action.post)] == person
      let isOwn = action.person == person || action.brand == person || action.through == person
      count(action.time, isOwn || isAuthor)
    }
    for vouch in vouches.vouches {
      count(vouch.time, vouch.source == person || vouch.target == person)
    }
    for relation in relations.values {
      guard let times = relation.times else { continue }
      for source in 0..<PersonID(personCount) {
        for position in relation.forward.range(of: source) {
          let target = relation.forward.neighbours[position]
          count(times[position], source == person || target == person)
        }
      }
    }
    return (own, all)
  }
}

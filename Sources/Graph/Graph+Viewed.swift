import Values

extension Graph {
  /// The graph as it is within a scope: a view that shares what the scope does not touch.
  ///
  /// Events are kept inside the period; undated ones are outside of every period. Ties and
  /// interests stand as they were at its end: undated ones, and those that began by then. With
  /// `among`, only the ties and events that come from its people count; interests stay, and so do
  /// the people. With `without`, its people are not there: no tie, event, post or interest of
  /// theirs is, an action for them as a brand is not, they get no credit for the actions of others,
  /// and derived interests are scaled as if they never were. A person keeps their number in every
  /// view. With `topic`, posts about it count, and events on such posts, whoever wrote them and
  /// whenever; a `kind` chooses among interactions only.
  ///
  /// A view of a view shows what both show. A relation that the scope touches is filtered if it
  /// stands in `relations`, which is all of them when nil, and is not in the view if it does not.
  ///
  /// Complexity: O(1) for a whole scope. O(log events) for a period, O(ties) for each relation read
  /// that is touched, O(interests) with `without`, O(posts) with `topic`.
  package func viewed(in scope: Scope, reading relations: Set<String>? = nil) -> Graph {
    if scope.isWhole { return self }
    var view = self
    view.isWhole = false
    view.filter = filter.narrowed(to: scope, in: self)
    view.interactions.events = view.seen(interactions.events, in: scope)
    view.posts.posts = view.seen(posts.posts, in: scope)
    view.actions.actions = view.seen(actions.actions, in: scope)
    view.vouches.vouches = view.seen(vouches.vouches, in: scope)
    let rest = scope.without.map(everybody.subtracting)
    if let rest { view.interests = interests.filtered(to: rest) }
    let sources = scope.among.map { rest?.intersection($0) ?? $0 } ?? rest
    func isTouched(_: String, _ ties: Relation.Summary) -> Bool {
      sources != nil || (scope.until != nil && ties.isDated)
    }
    view.relations = self.relations
      .removing { isTouched($0, $1) && relations?.contains($0) == false }
      .changed(where: isTouched) { $0.filtered(until: scope.until, from: sources, to: rest) }
    view.shareRows()
    view.checkInvariants()
    return view
  }

  private func seen<Event>(_ events: Timeline<Event>, in scope: Scope) -> Timeline<Event> {
    events.viewed(
      since: scope.since,
      until: scope.until,
      through: filter.isOpen ? nil : filter
    )
  }

  /// What each post is about, by its number in `postNames`, whenever it was written: events on a
  /// post are about the same, also in a period behind it.
  ///
  /// Nothing for posts of people who are not in the graph. Complexity: O(posts).
  package var postTopics: [[UInt32]] {
    var topics = [[UInt32]](repeating: [], count: postNameCount)
    for post in posts.posts.stored where filter.isPresent(post.author) {
      topics[Int(post.id)] = post.topics
    }
    return topics
  }

  /// Who wrote each post, by its number in `postNames`, whenever that was: an action in a period
  /// may have come through a post from before it.
  ///
  /// `nobody` for posts of people who are not in the graph. Complexity: O(posts).
  package var postAuthors: [PersonID] {
    var authors = [PersonID](repeating: nobody, count: postNameCount)
    for post in posts.posts.stored where filter.isPresent(post.author) {
      authors[Int(post.id)] = post.author
    }
    return authors
  }
}

/// The relations of a graph, by name.
///
/// Each is brought as a whole when it is first asked for: both directions are checked against each
/// other then, and whoever holds a relation has plain rows. A question about a name, a count or what
/// ties carry brings none, and one about how many ties end at somebody only where rows start.
package struct Relations: Sendable {
  private var parts: [String: Part<Relation>] = [:]
  /// Where the rows of relations start that may not be there.
  private var backwardStarts: [String: Deferred<RowStarts>] = [:]

  /// No relations.
  package init() {}

  /// Relations that are there.
  package init(_ relations: [String: Relation]) { parts = relations.mapValues(Part.held) }

  /// Relations that are brought when they are asked for.
  package init(
    _ relations: [String: (ties: Deferred<Relation>, backwardStarts: Deferred<RowStarts>)]
  ) {
    parts = relations.mapValues { .deferred($0.ties) }
    backwardStarts = relations.mapValues(\.backwardStarts)
  }

  /// A relation; nil where there is none of that name.
  package subscript(name: String) -> Relation? {
    get { parts[name]?.value }
    set {
      parts[name] = newValue.map(Part.held)
      backwardStarts[name] = nil
    }
  }

  /// How many ties of a relation end at each target, without bringing the ties; nil where there is
  /// none of that name.
  ///
  /// Complexity: O(targets).
  package func backwardDegrees(of name: String) -> [Double]? {
    guard let part = parts[name] else { return nil }
    if part.present == nil, let starts = backwardStarts[name] { return starts.value.degrees }
    return part.value.backward.degrees
  }

  /// The names, in order.
  package var names: [String] { parts.keys.sorted() }

  /// Whether there is a relation of that name.
  package func has(_ name: String) -> Bool { parts[name] != nil }

  /// What is known of a relation without bringing it; nil where there is none.
  package func summary(of name: String) -> Relation.Summary? { parts[name]?.summary }

  /// A relation if it is there already.
  package func present(_ name: String) -> Relation? { parts[name]?.present }

  /// The summaries of all.
  package var summaries: [Relation.Summary] { parts.values.map(\.summary) }

  /// The relations that were in memory from the beginning.
  var held: [String: Relation] { parts.filter(\.value.isHeld).mapValues(\.value) }

  /// All of them, brought.
  package var values: [Relation] { parts.values.map(\.value) }

  /// The same relations, those changed that fulfil a condition; the others are not brought.
  func changed(
    where isTouched: (_ name: String, Relation.Summary) -> Bool = { _, _ in true },
    by change: (Relation) -> Relation?
  ) -> Relations {
    var changed = self
    for (name, part) in parts where isTouched(name, part.summary) {
      changed[name] = change(part.value)
    }
    return changed
  }

  /// The same but for some names.
  func removing(where isGone: (_ name: String, Relation.Summary) -> Bool) -> Relations {
    var rest = self
    rest.parts = parts.filter { !isGone($0.key, $0.value.summary) }
    return rest
  }
}

extension Relations: Sequence {
  /// All relations with their names, each brought as its turn comes.
  package func makeIterator() -> AnyIterator<(key: String, value: Relation)> {
    var rest = parts.makeIterator()
    return AnyIterator { rest.next().map { (key: $0.key, value: $0.value.value) } }
  }
}

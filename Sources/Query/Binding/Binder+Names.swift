package import Diagnostics
package import Graph
package import Syntax
import Values

extension Binder {
  /// The ties an act leaves, where they are loaded.
  mutating func ties(of act: Act, at range: Range<Int>) -> BoundPeople.Ties? {
    let relation = act.relation
    return isLoaded(relation, at: range) ? BoundPeople.Ties(act: act, relation: relation) : nil
  }

  mutating func topic(_ name: Name) -> (id: UInt32, name: String)? {
    guard !graph.isEmpty else {
      reportNothingLoaded(at: name.range)
      return nil
    }
    guard graph.topicCount > 0 else {
      report(
        .nothingLoaded,
        "no interests are loaded",
        at: name.range,
        choices: ["load interests from \"FILE\""]
      )
      return nil
    }
    if let id = graph.topics.number(of: name.text) { return known(id) }
    let wanted = name.text.lowercased()
    let all = (0..<UInt32(graph.topicCount)).map { graph.topics[$0] }
    if let index = all.firstIndex(where: { $0.lowercased() == wanted }) {
      return known(UInt32(index))
    }
    reportUnknown("topic", name, among: all, written: Reading.topic)
    return nil
  }

  /// A topic, and a note of what it takes in.
  private mutating func known(_ topic: UInt32) -> (id: UInt32, name: String) {
    remarkParts(of: topic)
    return (topic, graph.topics[topic])
  }

  /// Takes note of the topics that a topic takes in; of none where none are below it.
  mutating func remarkParts(of topic: UInt32) {
    let parts = graph.topicForest.branch(of: topic).dropFirst()
    guard !parts.isEmpty else { return }
    let names = parts.map { Reading.topic(graph.topics[$0]) }.sorted()
    let more = names.count > 4 ? " and \(Tally.digits(names.count - 3)) more" : ""
    let shown = names.prefix(more.isEmpty ? 4 : 3).joined(separator: ", ")
    remark("\(Reading.topic(graph.topics[topic])) takes in \(shown)\(more)")
  }

  mutating func person(_ name: Name) -> (id: PersonID, handle: String)? {
    var wanted = name.text
    if wanted.lowercased() == "me" {
      guard let me = settings.me else {
        report(.unknownName, "`@me` is not set", at: name.range, choices: ["set me @HANDLE"])
        return nil
      }
      wanted = me
    }
    guard graph.personCount > 0 else {
      reportNothingLoaded(at: name.range)
      return nil
    }
    if let id = graph.people.number(of: wanted) { return (id, graph.people[id]) }
    if let id = graph.person(ignoringCaseOf: wanted) { return (id, graph.people[id]) }
    let near = graph.handles(near: wanted)
    let typed = Name(wanted, range: name.range)
    reportUnknown("person", typed, among: near, written: Reading.handle)
    return nil
  }

  /// Takes note that nothing is there to ask about.
  mutating func reportNothingLoaded(at range: Range<Int>) {
    guard !diagnostics.contains(where: { $0.code == .nothingLoaded }) else { return }
    report(
      .nothingLoaded,
      "nothing is loaded",
      at: range,
      choices: [
        "load follows from \"FILE\"", "describe \"FILE\"", "run \"kith:village/load.kith\"",
      ]
    )
  }

  /// Whether a relation can be read; takes note where not.
  mutating func isLoaded(_ relation: String, at range: Range<Int>) -> Bool {
    if graph.canRead(relation) { return true }
    if graph.isEmpty {
      reportNothingLoaded(at: range)
    } else {
      let loaded = graph.readableRelations
      report(
        .relationNotLoaded,
        "the relation `\(relation)` is not loaded",
        at: range,
        fix: NearestName.clear(for: relation, among: loaded),
        choices: loaded,
        notes: loaded.isEmpty ? ["no relation is loaded"] : []
      )
    }
    return false
  }
}

extension Binder {
  /// The one person of a handle or an alias; `@me` is whoever that is.
  ///
  /// Throws what is wrong with the name.
  package mutating func personNamed(_ name: Name) throws(Diagnostics) -> PersonID {
    guard let person = person(name) else { throw Diagnostics(sorting: diagnostics) }
    return person.id
  }

  /// The one topic of a name.
  ///
  /// Throws what is wrong with it.
  package mutating func topicNamed(_ name: Name) throws(Diagnostics) -> UInt32 {
    guard let topic = topic(name) else { throw Diagnostics(sorting: diagnostics) }
    return topic.id
  }

  /// Why nothing has a name, with what it may be instead: a person or a topic of that name, else
  /// the nearest names.
  package mutating func nothingNamed(_ name: Name, among known: [String]) -> Diagnostics {
    if let marked = marked(name) {
      report(.unknownName, "nothing is called `\(name.text)`", at: name.range, fix: marked)
    } else {
      let near = NearestName.candidates(for: name.text, among: known)
      let clear = NearestName.clear(for: name.text, among: known)
      report(
        .unknownName,
        "nothing is called `\(name.text)`",
        at: name.range,
        fix: clear.map(Reading.bare),
        choices: clear == nil ? near.map(Reading.bare) : [],
        notes: near.isEmpty ? ["`describe graph` lists what there is"] : []
      )
    }
    return Diagnostics(sorting: diagnostics)
  }
}

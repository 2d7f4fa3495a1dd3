package import Diagnostics
package import Graph
package import Syntax

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

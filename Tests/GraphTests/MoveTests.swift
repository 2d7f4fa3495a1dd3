import Graph
import TestSupport
import Testing
import Values

@Suite struct MoveTests {
  private static let moment = Instant(year: 2026, month: 5, day: 1)

  private func pairs(_ relation: Relation?) -> Set<[UInt32]> {
    guard let relation else { return [] }
    var pairs: Set<[UInt32]> = []
    for source in 0..<UInt32(relation.forward.count) {
      for target in relation.forward[source] { pairs.insert([source, target]) }
    }
    return pairs
  }

  /// Moves on random graphs do to the set of pairs what they say.
  @Test(arguments: UInt64(1)...8)
  func `ties come and go`(_ seed: UInt64) throws {
    let graph = Graph.random(people: 25, density: 0.15, seed: seed)
    var random = SeededRandom(seed: seed)
    let people = (0..<PersonID(25)).filter { _ in Bool.random(using: &random) }
    let others = (0..<PersonID(25)).filter { _ in Bool.random(using: &random) }
    let asked = Set(people.flatMap { one in others.filter { $0 != one }.map { [one, $0] } })
    for name in ["follows", "trust"] {
      let before = pairs(graph.relations[name])
      let more = graph.changed(
        by: Move(people, .tie(name, weight: 0.25), others),
        at: Self.moment
      )
      let added = try #require(more)
      #expect(pairs(added.relations[name]) == before.union(asked))
      let fewer = added.changed(by: Move(people, .noTie(name, positive: nil), others), at: nil)
      #expect(pairs(try #require(fewer).relations[name]) == before.subtracting(asked))
      // What is so already changes nothing.
      let again = added.changed(by: Move(people, .tie(name, weight: 0.25), others), at: nil)
      #expect(again == nil)
    }
    let trust = try #require(
      graph.changed(by: Move(people, .tie("trust", weight: 0.25), others), at: nil)
    )
    for pair in asked {
      #expect(trust.relations["trust"]?.weight(from: pair[0], to: pair[1]) == 0.25)
    }
    #expect(pairs(graph.relations["follows"]) == pairs(trust.relations["follows"]))
  }

  @Test func `only ties of the sign asked for go`() throws {
    let graph = Graph(literal: "a!b:0.5 c!b:-0.5 d!b:0.2")
    let people = Array(graph.everybody.people)
    let left = try #require(
      graph.changed(by: Move(people, .noTie("trust", positive: false), people), at: nil)
    )
    #expect(left.relations["trust"]?.count == 2)
    let none = graph.changed(by: Move([1], .noTie("trust", positive: true), people), at: nil)
    #expect(none == nil)
  }

  @Test func `events are on the latest post, and go again`() throws {
    let graph = Graph(literal: "a^ b^ a^ b@share@a:p0")
    let share = try #require(graph.interactions.kinds.number(of: "share"))
    let ann = try #require(graph.people.number(of: "a"))
    let bob = try #require(graph.people.number(of: "b"))
    let more = try #require(
      graph.changed(by: Move([bob, ann], .event(share, times: 2), [ann]), at: Self.moment)
    )
    let added = more.interactions.events.filter { $0.time == Self.moment }
    #expect(added.count == 2)
    #expect(added.allSatisfy { $0.source == bob && graph.postNames[$0.post] == "p2" })
    let none = try #require(more.changed(by: Move([bob], .noEvent(share), [ann]), at: nil))
    #expect(none.interactions.events.isEmpty)
    #expect(none.changed(by: Move([bob], .noEvent(share), [ann]), at: nil) == nil)
  }

  @Test func `new people come behind all others, and are interested`() throws {
    let graph = Graph(literal: "new1 a>b:0.5 a~yoga:0.4")
    let yoga = try #require(graph.topics.number(of: "yoga"))
    let more = graph.adding(newPeople: 3, interestedIn: [yoga])
    #expect((0..<6).map { more.people[$0] } == ["new1", "a", "b", "new2", "new3", "new4"])
    #expect(more.people(interestedIn: yoga, atLeast: 1).people == [3, 4, 5])
    #expect(more.relations["follows"]?.count == 1)
    #expect(graph.personCount == 3)
  }
}

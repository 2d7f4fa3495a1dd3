import Graph
import TestSupport
import Testing
import Values

/// People who turn out to be one.
struct JoiningTests {
  @Test func `an alias means its person, who takes over what was known under it`() throws {
    var builder = GraphBuilder(extending: Graph(literal: "a>b:0.5 c>x x>b:0.9 x>c x~yoga:0.3"))
    builder.add(Attribute(name: "age", cells: .numbers([30, .nan, .nan, 40])))
    builder.add(Attribute(name: "town", cells: .texts([nil, nil, nil, "Ghent"])))
    builder.join([(alias: "x", handle: "a"), (alias: "mail", handle: "b")])
    #expect(builder.joinedCount == 1)
    let graph = builder.frozen()
    #expect((0..<3).map { graph.people[$0] } == ["a", "b", "c"])
    #expect(graph.people.number(of: "x") == 0 && graph.people.number(of: "mail") == 1)
    #expect(graph.people.handles.number(of: "x") == nil)
    let follows = try #require(graph.relations["follows"])
    #expect(follows.count == 3)
    #expect(follows.weight(from: 0, to: 2) == 1 && follows.weight(from: 2, to: 0) == 1)
    #expect(try #require(graph.relations["trust"]).weight(from: 0, to: 1) == 0.5)
    #expect(graph.interest(in: 0, orElse: 0) == [0.3, 0, 0])
    guard case .numbers(let ages)? = graph.attribute("age")?.cells,
      case .texts(let towns)? = graph.attribute("town")?.cells
    else {
      Issue.record("a column has changed its kind")
      return
    }
    #expect(ages[0] == 30 && ages[1].isNaN && ages[2].isNaN)
    #expect(towns == ["Ghent", nil, nil])
  }

  @Test func `events are the person's, and none with themselves is left`() {
    var builder = GraphBuilder(extending: Graph(literal: "a b x x@share@b a@like@x b@like@x"))
    let (like, click) = (builder.interactionKind("like"), builder.actionKind("click"))
    let (post, topic) = (builder.post("p"), builder.topic("yoga"))
    builder.add([Posts.Post(id: post, author: 2)])
    builder.add([Actions.Action(person: 1, kind: click, brand: 2, through: 2)])
    builder.add([
      Vouches.Vouch(source: 2, target: 1, topic: topic, time: Instant(microseconds: 7)),
      Vouches.Vouch(source: 0, target: 2, topic: topic),
    ])
    builder.join([(alias: "x", handle: "a")])
    let graph = builder.frozen()
    #expect(graph.personCount == 2)
    #expect(graph.interactions.events.map(\.source) == [0, 1])
    #expect(graph.interactions.events.map(\.target) == [1, 0])
    #expect(Array(graph.interactions.events)[1].kind == like)
    #expect(Array(graph.posts.posts)[0].author == 0)
    let action = Array(graph.actions.actions)[0]
    #expect(action.person == 1 && action.brand == 0 && action.through == 0)
    #expect(graph.vouches.vouches.map(\.source) == [0])
    #expect(graph.period == Instant(microseconds: 7)...Instant(microseconds: 7))
  }

  @Test func `a view shows the vouches of its people in its period`() {
    var builder = GraphBuilder(extending: Graph(literal: "a b c"))
    let topic = builder.topic("yoga")
    builder.add([
      Vouches.Vouch(source: 0, target: 1, topic: topic, time: Instant(microseconds: 5)),
      Vouches.Vouch(source: 1, target: 2, topic: topic, time: Instant(microseconds: 9)),
      Vouches.Vouch(source: 2, target: 0, topic: topic),
    ])
    let graph = builder.frozen()
    func seen(_ scope: Scope) -> [PersonID] {
      graph.viewed(in: scope).vouches.vouches.map(\.source)
    }
    #expect(seen(Scope()) == [2, 0, 1])
    #expect(seen(Scope(since: Instant(microseconds: 6))) == [1])
    #expect(seen(Scope(among: PersonSet([0, 2], universe: 3))) == [2, 0])
    #expect(seen(Scope(without: PersonSet([0], universe: 3))) == [1])
  }

  @Test func `touches of a topic add up`() {
    var builder = GraphBuilder(extending: Graph(literal: "a b x"))
    let yoga = builder.topic("yoga")
    builder.add(countedInterests: [
      TopicTouch(topic: yoga, person: 0): 1, TopicTouch(topic: yoga, person: 1): 3,
      TopicTouch(topic: yoga, person: 2): 2,
    ])
    builder.join([(alias: "x", handle: "a")])
    #expect(builder.frozen().interest(in: yoga, orElse: 0) == [1, 1])
  }

  @Test func `an alias is interned as its person, by the graphs that extend this one too`() {
    var builder = GraphBuilder()
    builder.join([(alias: "mail", handle: "a"), (alias: "phone", handle: "a")])
    #expect(builder.joinedCount == 0)
    var later = GraphBuilder(extending: builder.frozen())
    #expect(later.person("mail") == 0 && later.person("b") == 1 && later.person("phone") == 0)
    #expect(later.frozen().people.owner(ofAlias: "b") == nil)
  }

  @Test(arguments: 0..<40)
  func `joined ties are those of renamed people`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let before = Graph.random(people: 12, density: 0.4, seed: seed)
    let aliases = Array((0..<12).shuffled(using: &random).prefix(5))
    let owners = (0..<12).filter { !aliases.contains($0) }
    let list = try aliases.map { alias in
      (alias: "p\(alias)", handle: "p\(try #require(owners.randomElement(using: &random)))")
    }
    var builder = GraphBuilder(extending: before)
    builder.join(list)
    let after = builder.frozen()
    #expect(after.personCount == 7 && handles(after) == owners.map { "p\($0)" })
    let handleOf = Dictionary(uniqueKeysWithValues: list)
    func name(_ person: PersonID) -> String {
      handleOf[before.people[person]] ?? before.people[person]
    }
    for relation in ["follows", "trust"] {
      let (old, new) = (
        try #require(before.relations[relation]), try #require(after.relations[relation])
      )
      // The pairs there must be, each with the weight of its own tie, or of the last moved one.
      var wanted: [String: Double] = [:]
      for isMoved in [true, false] {
        for source in PersonID(0)..<12 {
          for target in old.forward[source] where name(source) != name(target) {
            let moves = [source, target].contains { handleOf[before.people[$0]] != nil }
            guard moves == isMoved else { continue }
            wanted["\(name(source)) \(name(target))"] = old.weight(from: source, to: target)
          }
        }
      }
      var found: [String: Double] = [:]
      for source in PersonID(0)..<7 {
        for target in new.forward[source] {
          let pair = "\(after.people[source]) \(after.people[target])"
          found[pair] = new.weight(from: source, to: target)
        }
      }
      #expect(found == wanted)
    }
  }

  private func handles(_ graph: Graph) -> [String] {
    (0..<PersonID(graph.personCount)).map { graph.people[$0] }
  }
}

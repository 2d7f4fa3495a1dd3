import Graph
import Metrics
import TestSupport
import Testing
import Values

/// Who comes when called, who is heard, and what joins people to a brand.
struct TogethernessTests {
  static let graphs = (0..<10).map { number in
    Graph.dated(people: 12, density: [0.2, 0.4][number % 2], seed: UInt64(number + 400))
  }

  @Test func `those who answer a question are counted once`() throws {
    var builder = GraphBuilder(
      extending: Graph(literal: "a>v c>v v^ v^ a@reply@v:p0 a@reply@v:p0 d@reply@v:p0 c@reply@v:p1")
    )
    let v = builder.person("v")
    let question = builder.postKind("question")
    let third = builder.post("q")
    builder.add([Posts.Post(id: third, author: v, kind: question)])
    for person in ["a", "d", "a"] {
      builder.add([
        Interactions.Event(
          source: builder.person(person),
          target: v,
          kind: builder.interactionKind("reply"),
          post: third
        )
      ])
    }
    let graph = builder.frozen()
    let rate = try AskRate().evaluate(on: graph, with: MetricArguments(), watchedBy: .unwatched)
    #expect(rate.values[Int(v)] == 1)
    #expect(rate["questions"]?.values[Int(v)] == 1)
  }

  @Test func `hands count the different others who follow in time`() throws {
    for graph in Self.graphs {
      let found = try HelpingHands().evaluate(
        on: graph,
        with: MetricArguments(parameters: ["window": 3]),
        watchedBy: .unwatched
      )
      let acts = graph.interactions.events.filter { $0.post != nobody && $0.time != nil }
      var followed = [Double](repeating: 0, count: graph.personCount)
      for act in acts {
        let others = acts.filter { other in
          guard other.post == act.post, let time = act.time, let later = other.time else {
            return false
          }
          return later > time && later.microseconds <= time.microseconds + 3 * 86_400_000_000
        }
        followed[Int(act.source)] += Double(
          Set(others.map(\.source)).subtracting([act.source]).count
        )
      }
      #expect(agree(try #require(found["followed"]).values, followed))
      let usual = followed.reduce(0, +) / Double(acts.count)
      for person in 0..<graph.personCount {
        let own = Double(acts.count { Int($0.source) == person })
        #expect(agree([found.values[person]], [own > 0 ? followed[person] - own * usual : .nan]))
      }
    }
  }

  @Test func `ears are shared out among the voices`() throws {
    for graph in Self.graphs {
      let some = PersonSet([0, 3, 5, 7], universe: 12)
      let found = try ShareOfEar().evaluate(
        on: graph,
        with: MetricArguments(to: some),
        watchedBy: .unwatched
      )
      let follows = try #require(graph.relations["follows"])
      let posts = (0..<PersonID(12)).map { person in
        Double(graph.posts.posts.count { $0.author == person })
      }
      let feeds = some.people.map { ear in follows.forward[ear].reduce(0) { $0 + posts[Int($1)] } }
      let hearing = Double(feeds.count { $0 > 0 })
      let expected = (0..<PersonID(12)).map { voice -> Double in
        let shares = zip(some.people, feeds).map { ear, feed in
          feed > 0 && follows.forward[ear].contains(voice) ? posts[Int(voice)] / feed : 0
        }
        return shares.reduce(0, +) / hearing
      }
      #expect(agree(found.values, expected))
      #expect(hearing == 0 || abs(found.values.reduce(0, +) - 1) < 1e-9)
    }
  }

  @Test func `parts of an affinity stand apart`() throws {
    let graph = Graph(
      literal: """
        a@reply@b=0.5/30 a@like@b/0 c@like@x/30 c@mention@b=-1/30 a!b:0.8 c~yoga:0.6 b^yoga/1 \
        a$purchase$b=9/3 c$click$x/3
        """
    )
    let b = try #require(graph.people.number(of: "b"))
    let found = try BrandAffinity().evaluate(
      on: graph,
      with: MetricArguments(to: PersonSet([b], universe: graph.personCount), now: Graph.day(30)),
      watchedBy: .unwatched
    )
    func values(_ handle: String) throws -> [Double] {
      let person = Int(try #require(graph.people.number(of: handle)))
      return found.companions.map { $0.values[person] }
    }
    #expect(agree(try values("a"), [4.5, 0.5, 1, 0.8, .nan, 1]))
    #expect(agree(try values("c"), [3, -1, 0, .nan, 0.6, 0.5]))
    // Whoever never had to do with the brand has no parts, and no affinity made of nothing.
    #expect(try values("x").allSatisfy(\.isNaN))
  }

  @Test func `the card of a relationship`() throws {
    let graph = Graph(
      literal: """
        a@mention@b#i1=0.5/20 b@reply@a:i1/22 a@mention@b#i2/60 a@like@b=-0.5/62 c@like@a/64 \
        b@like@d/64
        """
    )
    let b = try #require(graph.people.number(of: "b"))
    let found = try DaysSinceContact().evaluate(
      on: graph,
      with: MetricArguments(to: PersonSet([b], universe: graph.personCount), now: Graph.day(64)),
      watchedBy: .unwatched
    )
    #expect(agree(found.values, [2, .nan, .nan, 0]))
    #expect(agree(found.companions.map { $0.values[0] }, [2, 42, 2, 2, -0.5, 0.5, 1]))
  }
}

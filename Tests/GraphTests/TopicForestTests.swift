import Graph
import TestSupport
import Testing

/// Topics that are parts of topics.
struct TopicForestTests {
  static let graphs = (0..<20).map { Graph.wooded(people: 15, seed: UInt64($0)) }

  @Test func `a branch is a topic and all below it`() throws {
    // 0 above 3 and 1, 3 above 2, 4 alone, 6 above 5.
    let forest = try TopicForest(parents: [nobody, 0, 3, 0, nobody, 6])
    #expect(Array(forest.branch(of: 0)) == [0, 1, 3, 2])
    #expect(Array(forest.branch(of: 3)) == [3, 2])
    #expect(Array(forest.branch(of: 4)) == [4] && Array(forest.branch(of: 99)) == [99])
    #expect(Array(forest.branch(of: 6)) == [6, 5])
    #expect(forest.children(of: 0) == [1, 3] && forest.children(of: 2).isEmpty)
    #expect(Array(forest.ancestors(of: 2)) == [3, 0] && Array(forest.ancestors(of: 9)) == [])
    #expect(forest.parent(of: 5) == 6 && forest.parent(of: 6) == nil)
    #expect(forest.parent(of: 99) == nil && !forest.isEmpty)
  }

  @Test func `branches and ancestors are what following parents finds`() {
    for graph in TopicForestTests.graphs {
      let forest = graph.topicForest
      let topics = 0..<UInt32(graph.topics.count)
      for topic in topics {
        let above = graph.ancestors(of: topic)
        #expect(Array(forest.ancestors(of: topic)) == above)
        let below = topics.filter { graph.ancestors(of: $0).contains(topic) }
        #expect(forest.branch(of: topic).first == topic)
        #expect(forest.branch(of: topic).dropFirst().sorted() == below)
        #expect(
          forest.children(of: topic) == topics.filter { graph.topicParents[$0] == topic }
        )
        for other in topics {
          #expect(
            forest.takes(anyOf: [other], into: topic) == (other == topic || below.contains(other))
          )
        }
        #expect(!forest.takes(anyOf: [], into: topic))
      }
    }
  }

  @Test(
    arguments: [
      ([0], [0]), ([1, 0], [0, 1]), ([nobody, 2, 3, 1], [1, 2, 3]), ([1, 2, 3, 2], [2, 3]),
    ] as [([UInt32], [UInt32])]
  )
  func `a topic is no part of itself`(_ parents: [UInt32], _ cycle: [UInt32]) {
    let error = #expect(throws: TopicCycle.self) { try TopicForest(parents: parents) }
    #expect(error?.topics == cycle)
  }

  @Test func `parents that close a cycle change nothing`() {
    var builder = GraphBuilder(extending: Graph(literal: "a~run b~sport run<sport"))
    let (run, sport) = (builder.topic("run"), builder.topic("sport"))
    let yoga = builder.topic("yoga")
    do throws(TopicCycle) {
      _ = try builder.add(topicParents: [yoga: sport, sport: run])
      Issue.record("a cycle was taken")
    } catch {
      #expect(error.topics == [run, sport])
    }
    let graph = builder.frozen()
    #expect(graph.topicParents == [run: sport])
  }

  @Test func `a later parent takes the place of an earlier one`() throws {
    var builder = GraphBuilder(extending: Graph(literal: "a~run run<sport"))
    let numbers = ["run", "sport", "health", "walk"].map { builder.topic($0) }
    let first = try builder.add(topicParents: [numbers[0]: numbers[2], numbers[3]: numbers[1]])
    let second = try builder.add(topicParents: [numbers[0]: numbers[2]])
    #expect(first == 0 && second == 1)
    #expect(
      builder.frozen().topicParents == [numbers[0]: numbers[2], numbers[3]: numbers[1]]
    )
  }
}

/// What a topic takes in.
struct TopicInterestTests {
  @Test func `interest is the greatest of a topic's own and of those below it`() {
    for graph in TopicForestTests.graphs {
      for topic in 0..<UInt32(graph.topics.count) {
        var greatest = [Double?](repeating: nil, count: graph.personCount)
        for tie in graph.interests.all.ties
        where tie.source == topic || graph.ancestors(of: tie.source).contains(topic) {
          greatest[Int(tie.target)] = max(greatest[Int(tie.target)] ?? 0, tie.weight)
        }
        #expect(graph.interest(in: topic, orElse: -1) == greatest.map { $0 ?? -1 })
        for threshold in [0, 0.3, 0.5, 1] {
          let people = graph.people(interestedIn: topic, atLeast: threshold).people
          let wanted = greatest.indices.filter { greatest[$0].map { $0 >= threshold } ?? false }
          #expect(people.map { Int($0) } == wanted)
          #expect(graph.audiences(atLeast: threshold)[Int(topic)] == wanted.count)
        }
      }
    }
  }

  @Test func `a parent has the people of each topic below it`() {
    for graph in TopicForestTests.graphs {
      for (topic, parent) in graph.topicParents {
        let people = graph.people(interestedIn: parent, atLeast: 0.5)
        let part = graph.people(interestedIn: topic, atLeast: 0.5)
        #expect(part.subtracting(people).isEmpty)
        let (own, all) = (
          graph.interest(in: topic, orElse: 0), graph.interest(in: parent, orElse: 0)
        )
        #expect(zip(own, all).allSatisfy { $0 <= $1 })
      }
    }
  }

  @Test func `where nobody says what is part of what, nothing is taken in`() {
    for seed in 0..<5 {
      let graph = Graph.random(people: 20, density: 0.2, seed: UInt64(seed))
      #expect(graph.topicForest.isEmpty)
      // Below a topic that nobody cares for, or above one, nothing changes for the others.
      let nested = graph.nesting([("jazz", "pop"), ("yoga", "wellness")])
      for topic in 0..<UInt32(graph.topics.count) {
        #expect(nested.interest(in: topic, orElse: 0) == graph.interest(in: topic, orElse: 0))
      }
      let wellness = nested.topics.number(of: "wellness") ?? .max
      let yoga = nested.topics.number(of: "yoga") ?? .max
      #expect(nested.interest(in: wellness, orElse: 0) == nested.interest(in: yoga, orElse: 0))
    }
  }

  @Test func `posts, and vouches, on a part are on the whole`() throws {
    var builder = GraphBuilder(
      extending: Graph(literal: "a^run b^sport c^pop d^ run<sport pop<art")
    )
    let topics = ["run", "sport", "pop"].map { builder.topic($0) }
    builder.add(topics.map { Vouches.Vouch(source: 0, target: 1, topic: $0) })
    let graph = builder.frozen()
    let sport = graph.viewed(in: Scope(topic: topics[1]))
    #expect(sport.posts.posts.map(\.author) == [0, 1])
    #expect(sport.vouches.vouches.map(\.topic) == [topics[0], topics[1]])
    let run = sport.viewed(in: Scope(topic: topics[0]))
    #expect(run.posts.posts.map(\.author) == [0])
    #expect(run.vouches.vouches.map(\.topic) == [topics[0]])
    let none = sport.viewed(in: Scope(topic: topics[2]))
    #expect(none.posts.posts.isEmpty && none.vouches.vouches.isEmpty)
  }
}

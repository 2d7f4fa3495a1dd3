import Graph
import Metrics
import TestSupport
import Testing
import Values

/// Measures of the survey of 2016 beside counts made one by one.
struct SurveyMeasureTests {
  private func answer(
    _ metric: some Metric,
    _ graph: Graph,
    _ arguments: MetricArguments = MetricArguments()
  ) throws -> Measured {
    try metric.evaluate(on: graph, with: arguments, watchedBy: .unwatched)
  }

  /// How often somebody did or got something of a kind, event by event.
  private func count(
    _ kind: String,
    in graph: Graph,
    where includes: (Interactions.Event) -> Bool
  ) -> Double {
    Double(
      graph.interactions.events.count { event in
        graph.interactions.kinds[event.kind] == kind && includes(event)
      }
    )
  }

  @Test func `activity, conversation and acquaintance are what the events add up to`() throws {
    let graph = Graph.eightPeople
    let follows = try #require(graph.relations["follows"])
    let activity = try answer(GeneralActivity(), graph)
    let ratio = try answer(ConversationRatio(), graph)
    let acquaintance = try answer(AcquaintanceScore(), graph)
    for person in graph.everybody.people {
      let own = Double(graph.posts.posts.count { $0.author == person })
      let made = ["reply", "share", "like"].map { kind in
        count(kind, in: graph) { $0.source == person }
      }
      #expect(activity.values[Int(person)] == own + made.reduce(0, +))
      let shares = count("share", in: graph) { $0.target == person }
      let talk = ["reply", "mention"].reduce(0) { sum, kind in
        sum + count(kind, in: graph) { $0.target == person }
      }
      let value = ratio.values[Int(person)]
      #expect(talk > 0 ? value == shares / talk : value.isNaN)
      let known = ["mention", "reply", "share"].reduce(follows.backward.degree(of: person)) {
        sum,
        kind in
        let events = graph.interactions.events.filter {
          graph.interactions.kinds[$0.kind] == kind && $0.target == person
        }
        return sum + Set(events.map(\.source)).count
      }
      #expect(agree([acquaintance.values[Int(person)]], [Double(known) / 8]))
    }
  }

  @Test func `a post that answers is a reply, and counts once with the event of its id`() throws {
    var builder = GraphBuilder(extending: Graph(literal: "a b"))
    let (first, second) = (builder.post("p"), builder.post("q"))
    builder.add([
      Posts.Post(id: first, author: 0), Posts.Post(id: second, author: 1, parent: first),
    ])
    let reply = builder.interactionKind("reply")
    builder.add([
      Interactions.Event(source: 1, target: 0, kind: reply, post: first, id: second),
      Interactions.Event(source: 0, target: 1, kind: reply, post: second),
    ])
    let measured = try answer(NonChatSignal(), builder.frozen())
    #expect(measured["own posts"]?.values == [1, 0])
    #expect(measured["replies"]?.values == [1, 1])
    #expect(measured["in own talks"]?.values == [1, 0])
    #expect(agree(measured.values, [0.5, 0.025]))
  }

  @Test func `the influence metric is its four factors`() throws {
    // v follows one, has ten followers, and two posts with two shares each and one like.
    var words = (0..<10).map { "f\($0)>v" } + ["v>f0", "v^/1", "v^/2"]
    for post in 0..<2 { words += ["f1@share@v:p\(post)/3", "f2@share@v:p\(post)/3"] }
    words.append("f1@like@v:p0/3")
    let graph = Graph(literal: words.joined(separator: " "))
    let v = Int(try #require(graph.people.number(of: "v")))
    let measured = try answer(InfluenceMetric(), graph)
    #expect(measured["h shares"]?.values[v] == 2 && measured["h likes"]?.values[v] == 1)
    let rate = try #require(measured["posts a day"]?.values[v])
    #expect(agree([measured.values[v]], [rate * 1 * 1.041_392_685_158_225 * 3], within: 1e-9))
  }
}

/// Weights that are learned.
struct LearnedWeightTests {
  private static func columns(_ count: Int, rows: Int, seed: UInt64) -> [[Double]] {
    var random = SeededRandom(seed: seed)
    return (0..<count).map { _ in (0..<rows).map { _ in Double.random(in: 0...1, using: &random) } }
  }

  @Test func `what was planted is found, and what was planted against is left out`() {
    let columns = Self.columns(4, rows: 200, seed: 7)
    let goal = (0..<200).map { row in
      5 + 2 * columns[0][row] + 0.5 * columns[2][row]
    }
    let fit = NonNegativeFit(of: columns, to: goal)
    #expect(agree(fit.weights, [2, 0, 0.5, 0], within: 1e-9))
    #expect(agree([fit.explained], [1], within: 1e-9))
    let against = NonNegativeFit(of: [columns[0]], to: columns[0].map { -$0 })
    #expect(against.weights == [0] && against.explained == 0)
  }

  @Test func `no step from the weights comes nearer`() {
    for seed in 0..<40 {
      let columns = Self.columns(5, rows: 12, seed: UInt64(seed))
      let goal = Self.columns(1, rows: 12, seed: UInt64(seed) + 1_000)[0]
      let fit = NonNegativeFit(of: columns, to: goal)
      func distance(_ weights: [Double]) -> Double {
        let rest = goal.indices.map { row in
          goal[row] - zip(weights, columns).reduce(0) { $0 + $1.0 * $1.1[row] }
        }
        let mean = rest.reduce(0, +) / Double(rest.count)
        return rest.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      }
      let best = distance(fit.weights)
      for column in columns.indices {
        for step in [-1e-3, 1e-3] where fit.weights[column] + step >= 0 {
          var weights = fit.weights
          weights[column] += step
          #expect(distance(weights) >= best - 1e-12)
        }
      }
    }
  }

  @Test func `a score is the sum of its parts and more never lowers it`() throws {
    let graph = Graph.eightPeople
    let shares = try SharesReceived().evaluate(
      on: graph,
      with: MetricArguments(),
      watchedBy: .unwatched
    )
    let arguments = MetricArguments(operand: shares.values)
    let metric = LearnedInfluence()
    let measured = try metric.evaluate(on: graph, with: arguments, watchedBy: .unwatched)
    for person in graph.everybody.people {
      let parts = try metric.parts(of: person, in: measured, on: graph, with: arguments).parts
      #expect(agree([parts.reduce(0) { $0 + $1.amount }], [measured.values[Int(person)]]))
      #expect(parts.allSatisfy { $0.amount >= 0 })
    }
    let order = graph.everybody.people.sorted { shares.values[Int($0)] < shares.values[Int($1)] }
    let scores = order.map { measured.values[Int($0)] }
    #expect(scores.first ?? 0 < scores.last ?? 0)
  }
}

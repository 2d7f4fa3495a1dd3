import Foundation
import Graph
import Metrics
import TestSupport
import Testing
import Values

/// What people did that somebody counts, and who gets the credit.
struct ActionMetricTests {
  static let graphs = (0..<12).map { number in
    Graph.random(people: 14, density: 0.3, seed: UInt64(number))
      .addingActions(seed: UInt64(number + 50))
  }

  @Test func `what was made is what was received and what nobody received`() throws {
    for graph in Self.graphs {
      let made = try values(PurchasesMade(), on: graph)
      let received = try values(PurchasesReceived(), on: graph)
      let purchase = graph.actions.kinds.number(of: "purchase")
      let without = graph.actions.actions.count { $0.kind == purchase && $0.brand == nobody }
      #expect(made.reduce(0, +) == received.reduce(0, +) + Double(without))
      #expect(made == graph.purchaseCounts)
      let spent = try values(Spending(), on: graph)
      for person in 0..<PersonID(graph.personCount) {
        let own = graph.actions.actions.filter { $0.kind == purchase && $0.person == person }
        #expect(abs(spent[Int(person)] - own.reduce(0) { $0 + $1.value }) < 1e-9)
      }
    }
  }

  @Test(arguments: Attribution.allCases)
  func `each rule gives what a search from every purchase gives`(_ rule: Attribution) throws {
    for graph in Self.graphs {
      let arguments = MetricArguments(
        parameters: ["lookback": 20],
        options: ["attribution": rule.rawValue]
      )
      let found = try RevenueDriven().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
      var expected = [Double](repeating: 0, count: graph.personCount)
      var direct = 0.0
      for (value, touches) in journeys(in: graph, lookback: 20) {
        if touches.isEmpty { direct += value }
        for (person, part) in parts(of: touches, by: rule) { expected[person] += part * value }
      }
      #expect(agree(found.values, expected))
      let total = try values(Spending(), on: graph).reduce(0, +)
      #expect(abs(found.values.reduce(direct, +) - total) < 1e-6)
    }
  }

  @Test func `assisted is what was touched and not last`() throws {
    for graph in Self.graphs {
      let arguments = MetricArguments(parameters: ["lookback": 20])
      let found = try AssistedValue().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
      var expected = [Double](repeating: 0, count: graph.personCount)
      for (value, touches) in journeys(in: graph, lookback: 20) {
        for person in Set(touches.map(\.driver)) where person != touches.last?.driver {
          expected[person] += value
        }
      }
      #expect(agree(found.values, expected))
    }
  }

  @Test func `who clicked and then bought is a part of who clicked`() throws {
    for graph in Self.graphs {
      let rate = try ConversionRate().evaluate(
        on: graph,
        with: MetricArguments(),
        watchedBy: .unwatched
      )
      let authors = graph.postAuthors
      let actions = Array(graph.actions.actions)
      let (click, purchase) = (
        graph.actions.kinds.number(of: "click"), graph.actions.kinds.number(of: "purchase")
      )
      for person in 0..<PersonID(graph.personCount) {
        let clicks = actions.filter {
          $0.kind == click && $0.post != nobody && authors[Int($0.post)] == person
            && $0.person != person
        }
        let people = Set(clicks.map(\.person))
        let buyers = people.filter { buyer in
          clicks.contains { click in
            guard click.person == buyer, let time = click.time else { return false }
            return actions.contains { action in
              guard action.kind == purchase, action.person == buyer, let later = action.time,
                action.brand == click.brand || action.brand == nobody || click.brand == nobody
              else { return false }
              return later >= time && later < time.adding(days: 30)
            }
          }
        }
        let expected = Double(buyers.count) / Double(people.count)
        #expect(agree([rate.values[Int(person)]], [expected]))
      }
    }
  }

  @Test func `without logged bounces a click bounces that nothing follows in time`() throws {
    let graph = Graph(
      literal: "v^/0 a$click$b:p0/1 a$visit$b/2 c$click$b:p0/1 c$visit$b/9 d$click$b:p0/1"
    )
    let days = MetricArguments(parameters: ["session": 3])
    let rate = try BounceRate().evaluate(on: graph, with: days, watchedBy: .unwatched)
    #expect(agree([rate.values[0]], [2.0 / 3]))
  }

  @Test func `an interval of clicks draws people, so one busy clicker widens it`() throws {
    let audience = (0..<40).map { "u\($0)>v u\($0)>w" }.joined(separator: " ")
    let many = (0..<12).map { "u\($0)$click$b:p0" }.joined(separator: " ")
    let one = (0..<12).map { _ in "u7$click$b:p12" }.joined(separator: " ")
    let posts =
      (0..<12).map { _ in "v^" }.joined(separator: " ") + " "
      + (0..<12).map { _ in "w^" }.joined(separator: " ")
    let graph = Graph(literal: "v w \(posts) \(audience) \(many) \(one)")
    let rate = try ClickThroughRate().evaluate(
      on: graph,
      with: MetricArguments(),
      watchedBy: .unwatched
    )
    let low = try #require(rate["low"]).values
    let high = try #require(rate["high"]).values
    #expect(abs(rate.values[0] - 0.025) < 1e-12 && rate.values[0] == rate.values[1])
    #expect(low[1] == 0 && low[0] > 0.01)
    #expect(high[1] - low[1] > 1.5 * (high[0] - low[0]))
  }

  @Test func `lifetime value with a retention that is given`() throws {
    let graph = Graph(literal: "cal$purchase$hal=40/3 fay$purchase$hal=60/9 cal$purchase$hal=30/10")
    let value = try LifetimeValue().evaluate(
      on: graph,
      with: MetricArguments(parameters: ["retention": 0.8], now: Graph.day(10)),
      watchedBy: .unwatched
    )
    #expect(agree(Array(value.values.prefix(2)), [70 * 0.8 / 0.3, 0]))
  }

  private func values(_ metric: some Metric, on graph: Graph) throws -> [Double] {
    try metric.evaluate(on: graph, with: MetricArguments(), watchedBy: .unwatched).values
  }
}

/// The oracle: everything is looked for anew from each purchase.
extension ActionMetricTests {
  typealias Touch = (driver: Int, age: Double)

  private func journeys(in graph: Graph, lookback: Double) -> [(value: Double, touches: [Touch])] {
    let actions = Array(graph.actions.actions)
    let authors = graph.postAuthors
    let (click, purchase) = (
      graph.actions.kinds.number(of: "click"), graph.actions.kinds.number(of: "purchase")
    )
    func isSame(_ left: PersonID, _ right: PersonID) -> Bool {
      left == right || left == nobody || right == nobody
    }
    return actions.indices.filter { actions[$0].kind == purchase }.map { place in
      let goal = actions[place]
      let touches: [Touch] = actions[..<place].indices.compactMap { earlier in
        let touch = actions[earlier]
        guard touch.kind == click, touch.person == goal.person, isSame(touch.brand, goal.brand),
          touch.post != nobody, authors[Int(touch.post)] != touch.person,
          let time = touch.time, let end = goal.time
        else { return nil }
        let isUsed = actions[earlier..<place].contains {
          $0.kind == purchase && $0.person == goal.person && isSame($0.brand, touch.brand)
        }
        let age = Double(end.microseconds - time.microseconds) / 86_400_000_000
        return isUsed || age >= lookback ? nil : (Int(authors[Int(touch.post)]), age)
      }
      return (goal.value, touches)
    }
  }

  /// The parts by each rule's definition; by Shapley's as a mean over all orders of arrival.
  private func parts(of touches: [Touch], by rule: Attribution) -> [(Int, Double)] {
    let count = Double(touches.count)
    guard let first = touches.first, let last = touches.last else { return [] }
    switch rule {
    case .firstTouch: return [(first.driver, 1)]
    case .lastTouch: return [(last.driver, 1)]
    case .linear: return touches.map { ($0.driver, 1 / count) }
    case .timeDecay:
      let weights = touches.map { pow(0.5, $0.age / 7) }
      return zip(touches, weights).map { ($0.driver, $1 / weights.reduce(0, +)) }
    case .position:
      if touches.count == 1 { return [(first.driver, 1)] }
      if touches.count == 2 { return [(first.driver, 0.5), (last.driver, 0.5)] }
      let middle = touches.dropFirst().dropLast()
      return [(first.driver, 0.4), (last.driver, 0.4)]
        + middle.map { ($0.driver, 0.2 / Double(middle.count)) }
    case .shapley:
      let people = Array(Set(touches.map(\.driver)))
      let orders = permutations(people)
      // Only whoever comes last completes the coalition that is worth the purchase.
      return people.map { person in
        (person, Double(orders.count { $0.last == person }) / Double(orders.count))
      }
    }
  }

  private func permutations(_ people: [Int]) -> [[Int]] {
    guard people.count > 1 else { return [people] }
    return people.indices.flatMap { place -> [[Int]] in
      var rest = people
      let person = rest.remove(at: place)
      return permutations(rest).map { [person] + $0 }
    }
  }
}

extension Instant {
  /// So many days later.
  fileprivate func adding(days: Int64) -> Instant {
    Instant(microseconds: microseconds + days * 86_400_000_000)
  }
}

import Graph
import Metrics
import TestSupport
import Testing
import Values

/// What two people have in common, by going through everybody.
struct SharedContactTests {
  private func answer(
    _ metric: some Metric,
    _ graph: Graph,
    from people: [PersonID]
  ) throws -> Measured {
    var arguments = MetricArguments()
    arguments.from = PersonSet(people, universe: graph.personCount)
    return try metric.evaluate(on: graph, with: arguments, watchedBy: .unwatched)
  }

  @Test func `ada and cal share fay and hal`() throws {
    let measured = try answer(SharedContacts(), .eightPeople, from: [0])
    #expect(measured.values[2] == 2)
    #expect(agree([measured["adamic-adar"]?.values[2] ?? 0], [2.3529], within: 0.000_05))
    #expect(agree([measured["resource allocation"]?.values[2] ?? 0], [1 / 2.0 + 1 / 3.0]))
  }

  @Test func `shared contacts are those both have`() throws {
    for graph in InfluentialsTests.graphs where graph.personCount > 1 {
      let circles = Steps(graph).distance.map { row in
        Set(row.indices.filter { row[$0] == 1 })
      }
      let all = try answer(SharedContacts(), graph, from: [0, 1])
      for source in 0..<2 {
        let measured = try answer(SharedContacts(), graph, from: [PersonID(source)])
        for person in circles.indices where person != source {
          let shared = circles[source].intersection(circles[person])
          #expect(measured.values[person] == Double(shared.count))
          let others =
            person == 1 - source ? 0 : circles[1 - source].intersection(circles[person]).count
          #expect(person < 2 || all.values[person] == Double(shared.count + others))
        }
        #expect(measured.values[source].isNaN)
      }
    }
  }

  @Test func `dispersed are pairs with nothing else in common`() throws {
    var dispersed = 0.0
    for graph in InfluentialsTests.graphs where graph.personCount > 0 {
      let circles = Steps(graph).distance.map { row in
        Set(row.indices.filter { row[$0] == 1 })
      }
      let measured = try answer(Dispersion(), graph, from: [0])
      for person in circles.indices {
        guard circles[0].contains(person) else {
          #expect(measured.values[person].isNaN)
          continue
        }
        let shared = circles[0].intersection(circles[person]).sorted()
        let pairs = shared.flatMap { one in shared.filter { $0 > one }.map { (one, $0) } }
        let apart = pairs.count { one, other in
          let third = circles[0].intersection(circles[one]).intersection(circles[other])
          return !circles[one].contains(other) && third.subtracting([person]).isEmpty
        }
        #expect(measured.values[person] == Double(apart))
        #expect(measured["shared"]?.values[person] == Double(shared.count))
        dispersed += Double(apart)
      }
    }
    #expect(dispersed > 10)
  }
}

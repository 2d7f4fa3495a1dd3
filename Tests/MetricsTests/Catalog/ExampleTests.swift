import Graph
import Metrics
import TestSupport
import Testing
import Values

/// The worked examples of the cards.
struct ExampleTests {
  @Test(arguments: CatalogEntry.all)
  func `worked examples hold to four decimals`(_ entry: CatalogEntry) throws {
    for example in entry.card.examples {
      let graph = Graph(literal: example.graph)
      var arguments = entry.arguments(
        on: graph,
        topic: example.topic ?? "yoga",
        weightedByTrust: example.isWeightedByTrust
      )
      arguments.parameters = [:]
      let measured = try entry.metric.evaluate(on: graph, with: arguments, watchedBy: .unwatched)
      for (handle, expected) in example.expected {
        let person = try #require(graph.people.number(of: handle))
        let value = measured.values[Int(person)]
        #expect(
          agree([value], [expected], within: 0.00005),
          "\(example.caption): \(handle) has \(value), not \(expected)"
        )
      }
    }
  }

  @Test(arguments: CatalogEntry.all)
  func `examples name a topic exactly where one is needed`(_ entry: CatalogEntry) {
    for example in entry.card.examples {
      let needsTopic = entry.card.requires.contains(.with) || entry.card.requires.contains(.in)
      #expect((example.topic != nil) == needsTopic)
      #expect(!example.isWeightedByTrust || entry.card.accepts.contains(.weightedBy))
    }
  }
}

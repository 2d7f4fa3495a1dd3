import Graph
import TestSupport
import Testing
import Values

/// The interactions of one kind, in sequence.
struct InteractionPairsTests {
  @Test(arguments: ViewTests.scopes)
  func `they are the events of a kind that are seen`(_ scope: Scope) {
    for graph in ViewTests.graphs {
      let view = graph.viewed(in: scope)
      for kind in 0..<UInt32(graph.interactions.kinds.count + 1) {
        guard let (sources, targets) = view.interactions.events.pairs(ofKind: kind) else {
          #expect(
            scope.among != nil || scope.without != nil || scope.topic != nil || scope.kind != nil
          )
          continue
        }
        let events = view.interactions.events.filter { $0.kind == kind }
        #expect(Array(sources) == events.map(\.source))
        #expect(Array(targets) == events.map(\.target))
      }
    }
  }

  @Test func `they follow a change of the events`() {
    let graph = ViewTests.graphs[0]
    let kind = graph.interactions.events.first { _ in true }?.kind ?? 0
    let before = graph.interactions.events.pairs(ofKind: kind)?.sources.count ?? 0
    var builder = GraphBuilder(extending: graph)
    builder.add([Interactions.Event(source: 1, target: 2, kind: kind)])
    let after = builder.frozen().interactions.events.pairs(ofKind: kind)
    #expect(before > 0)
    #expect(after?.sources.count == before + 1)
    #expect(graph.interactions.events.pairs(ofKind: kind)?.sources.count == before)
  }
}

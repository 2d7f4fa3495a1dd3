import Archiving
import Diagnostics
import Graph
import TestSupport
import Testing
import Values

/// What is opened is what was saved.
@Suite struct RoundTripTests {
  @Test func `a graph with something of every kind`() throws {
    let back = try checkRoundTrip(.varied)
    for (old, new) in zip(Graph.varied.attributes, back.attributes) {
      #expect(old.name == new.name)
      #expect("\(old.cells)" == "\(new.cells)")
    }
    #expect("\(Array(back.actions.actions))" == "\(Array(Graph.varied.actions.actions))")
    #expect(back.relations["follows"]?.times?.count == 3)
    #expect(back.interests.all.count == 2)
  }

  @Test(arguments: [(0, 0.0), (1, 0.0), (7, 0.5), (40, 0.2), (90, 0.05)])
  func `random graphs`(_ people: Int, _ density: Double) throws {
    for seed in UInt64(1)...5 {
      try checkRoundTrip(.random(people: people, density: density, seed: seed))
    }
  }

  @Test func `a graph of nobody, and one of eight`() throws {
    try checkRoundTrip(Graph())
    try checkRoundTrip(.eightPeople)
  }

  @Test func `topics that are parts of topics`() throws {
    for seed in UInt64(1)...10 {
      let graph = Graph.wooded(people: 9, seed: seed)
      let back = try checkRoundTrip(graph)
      #expect(back.topicForest == graph.topicForest && !graph.topicForest.isEmpty)
    }
    let plain = Graph.random(people: 9, density: 0.2, seed: 1)
    let names = ForgedSnapshot(try bytes(of: plain)).names
    #expect(!names.contains("topics.parents"), "a file without parents is as files ever were")
  }

  /// A part that is added to the graph fails here until `Graph+Blocks.swift` keeps it.
  @Test func `every part of a graph is one that is kept`() {
    let parts = Mirror(reflecting: Graph()).children.compactMap(\.label)
    let kept = [
      "attributes", "relations", "interests", "interactions", "posts", "actions", "vouches",
      "names", "topicNames", "topicTrees", "postIDs",
    ]
    // What a view shows is no part of what was loaded, nor is what is wrong with the file.
    let ofViews: Set = ["isWhole", "filter", "damage"]
    #expect(parts.filter { !ofViews.contains($0) } == kept)
  }

  @Test func `weights in single precision`() throws {
    var builder = GraphBuilder()
    for person in 0..<300 { _ = builder.person("p\(person)") }
    var ties = TieBuffer(weighted: true)
    for number in 0..<70_000 {
      let (source, target) = (UInt32(number / 299), UInt32(number % 299))
      let weight = Double(number + 1) / 100_000
      ties.append(from: source, to: target >= source ? target + 1 : target, weight: weight)
    }
    _ = builder.add(ties, to: "trust")
    let back = try checkRoundTrip(builder.frozen())
    guard case .single = back.relations["trust"]?.forwardWeights else {
      Issue.record("the weights are not kept in single precision")
      return
    }
  }

  @Test func `rows that are shared are written once and shared again`() throws {
    var builder = GraphBuilder()
    let people = UInt32(200)
    for person in 0..<people { _ = builder.person("p\(person)") }
    var ties = TieBuffer(weighted: true)
    for source in 0..<people {
      for step in 1...50 { ties.append(from: source, to: (source + UInt32(step)) % people) }
    }
    _ = builder.addFollowsWithTrust(ties)
    let graph = builder.frozen()
    let written = try bytes(of: graph)
    let ofRows = Int(people) * 50 * 4 * 2
    #expect(written.count < ofRows * 2, "two relations take the room of one, and of the weights")
    let back = try SnapshotBench().read(written)
    let (follows, trust) = (back.relations["follows"], back.relations["trust"])
    let areShared = try #require(follows).forward.sharesNeighbours(with: #require(trust).forward)
    #expect(areShared)
  }

  @Test func `writing stops where its reader does`() {
    struct Full: Error {}
    let full = Diagnostics([Diagnostic(.unwritableFile, "full")])
    #expect(throws: full) {
      try Snapshot.write(.varied) { _ throws(Diagnostics) in throw full }
    }
  }

  @Test func `reading stops when asked to`() throws {
    let bench = try SnapshotBench()
    let monitor = WorkMonitor(isCancelled: { true })
    let refusal = try bench.refusal(bytes(of: .varied), watchedBy: monitor)
    #expect(refusal?.code == .interrupted)
  }
}

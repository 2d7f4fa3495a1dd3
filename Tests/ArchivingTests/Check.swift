import Archiving
import Diagnostics
import Foundation
import Graph
import TestSupport
import Testing
import Values

/// The bytes of a graph's snapshot.
func bytes(of graph: Graph) throws -> [UInt8] {
  var bytes: [UInt8] = []
  try Snapshot.write(graph) { piece throws(Diagnostics) in
    unsafe piece.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
  }
  return bytes
}

/// Asks for every part of a graph, and throws what is wrong with it.
func bringAll(of graph: Graph) throws {
  for names in [graph.people.handles, graph.topics, graph.postNames] {
    _ = names.number(of: "nobody")
  }
  _ = try bytes(of: graph)
}

/// A file that holds one snapshot after the other.
final class SnapshotBench {
  private let folder: ScratchFolder
  let path: String

  init() throws {
    folder = try ScratchFolder()
    path = folder.url.appending(path: "a.kithgraph").path
  }

  /// The graph of a snapshot of these bytes, as it is opened.
  func open(_ bytes: [UInt8], watchedBy monitor: WorkMonitor = .unwatched) throws -> Graph {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return try Snapshot.open(path: path, shownPath: "a.kithgraph", watchedBy: monitor)
  }

  /// The graph of a snapshot of these bytes, of which every part was asked for.
  func read(_ bytes: [UInt8], watchedBy monitor: WorkMonitor = .unwatched) throws -> Graph {
    let graph = try open(bytes, watchedBy: monitor)
    try bringAll(of: graph)
    return graph
  }

  /// What is said about a snapshot of these bytes; nil where it is opened.
  func refusal(_ bytes: [UInt8], watchedBy monitor: WorkMonitor = .unwatched) throws -> Diagnostic?
  {
    do {
      _ = try read(bytes, watchedBy: monitor)
      return nil
    } catch let error as Diagnostics {
      return error.all.first
    }
  }
}

/// Checks that a graph comes back from its snapshot as it was.
@discardableResult
func checkRoundTrip(
  _ graph: Graph,
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> Graph {
  let written = try bytes(of: graph)
  let back = try SnapshotBench().read(written)
  let again = try bytes(of: back)
  #expect(again == written, sourceLocation: sourceLocation)
  #expect(back.people.handles.bytes == graph.people.handles.bytes, sourceLocation: sourceLocation)
  for number in 0..<UInt32(graph.personCount) {
    let handle = graph.people[number]
    #expect(back.people.number(of: handle) == number, sourceLocation: sourceLocation)
  }
  #expect(back.relationNames == graph.relationNames, sourceLocation: sourceLocation)
  for name in graph.relationNames {
    let (old, new) = (graph.relations[name], back.relations[name])
    #expect(new?.forward == old?.forward, sourceLocation: sourceLocation)
    #expect(new?.backward == old?.backward, sourceLocation: sourceLocation)
    #expect(new?.times == old?.times, sourceLocation: sourceLocation)
    let weights = (0..<(old?.count ?? 0)).allSatisfy {
      old?.forwardWeights?[$0].bitPattern == new?.forwardWeights?[$0].bitPattern
    }
    #expect(weights, sourceLocation: sourceLocation)
  }
  #expect(
    Array(back.interactions.events) == Array(graph.interactions.events),
    sourceLocation: sourceLocation
  )
  #expect(Array(back.posts.posts) == Array(graph.posts.posts), sourceLocation: sourceLocation)
  #expect(
    Array(back.vouches.vouches) == Array(graph.vouches.vouches),
    sourceLocation: sourceLocation
  )
  #expect(back.people.owners == graph.people.owners, sourceLocation: sourceLocation)
  #expect(back.actions.actions.count == graph.actions.actions.count)
  #expect(back.period == graph.period, sourceLocation: sourceLocation)
  return back
}

extension Graph {
  /// A graph of five people that has something of every kind.
  static let varied: Graph = {
    var builder = GraphBuilder()
    let people = ["ann", "bob", "Çelik 田中", "dee", ""].map { builder.person($0) }
    let noon = Instant(year: 2026, month: 1, day: 31, secondsOfDay: 43_200)
    builder.join([(alias: "annie", handle: "ann")])
    builder.add([Vouches.Vouch(source: 0, target: 1, topic: builder.topic("yoga"), time: noon)])
    builder.add(Attribute(name: "age", cells: .numbers([1.5, .nan, -0.0, 3, 1e300])))
    builder.add(Attribute(name: "city", cells: .texts(["Köln", nil, "", "日本", "x"])))
    builder.add(Attribute(name: "customer", cells: .flags([true, false, nil, true, nil])))
    builder.add(Attribute(name: "joined", cells: .instants([noon, nil, nil, noon, nil])))
    var follows = TieBuffer(weighted: true, timed: true)
    follows.append(from: 0, to: 1, weight: 0.5, time: noon)
    follows.append(from: 2, to: 1, weight: -0.25)
    follows.append(from: 1, to: 0, weight: 1, time: noon)
    _ = builder.addFollowsWithTrust(follows)
    var met = TieBuffer(weighted: false)
    met.append(from: 3, to: 0)
    _ = builder.add(met, to: "met")
    let topics = ["yoga", "hot yoga"].map { builder.topic($0) }
    _ = try? builder.add(topicParents: [topics[1]: topics[0]])
    var stated = TieBuffer(weighted: true)
    stated.append(from: topics[0], to: 2, weight: 0.75)
    _ = builder.add(statedInterests: stated)
    builder.add(countedInterests: [TopicTouch(topic: topics[1], person: 3): 4])
    let post = builder.post("p1")
    let link = builder.postKind("link")
    builder.add([
      Posts.Post(id: post, author: people[0], time: noon, topics: topics),
      Posts.Post(id: builder.post("p2"), author: people[1], parent: post, kind: link),
    ])
    let share = builder.interactionKind("share")
    builder.add([
      Interactions.Event(source: 1, target: 0, kind: share, time: noon, post: post),
      Interactions.Event(
        source: 1,
        target: 0,
        kind: share,
        post: post,
        id: builder.post("p2"),
        sentiment: Sentiment(-0.3) ?? .unknown
      ),
      Interactions.Event(source: 2, target: 0, kind: share),
    ])
    let bought = builder.actionKind("purchase")
    builder.add([
      Actions.Action(person: 1, kind: bought, time: noon, value: 9.5, brand: 3, post: post),
      Actions.Action(person: 2, kind: bought, through: 0),
    ])
    return builder.frozen()
  }()
}

import Archiving
import Diagnostics
import Dispatch
import Foundation
import Graph
import Synchronization
import TestSupport
import Testing
import Values

/// Parts that come when they are first asked for.
@Suite struct FirstTouchTests {
  private let bench: SnapshotBench
  private let whole: [UInt8]

  init() throws {
    bench = try SnapshotBench()
    whole = try bytes(of: .varied)
  }

  @Test func `what the table says brings nothing`() throws {
    let graph = try bench.open(whole)
    let varied = Graph.varied
    #expect(graph.personCount == varied.personCount && graph.topicCount == varied.topicCount)
    #expect(graph.postNameCount == varied.postNameCount)
    #expect(graph.relationNames == varied.relationNames)
    for name in varied.relationNames {
      #expect(graph.relations.summary(of: name) == varied.relations.summary(of: name))
    }
    #expect(graph.attributes.map(\.kind) == varied.attributes.map(\.kind))
    #expect(graph.attributes.map(\.count) == varied.attributes.map(\.count))
    #expect(graph.interactions.events.count == varied.interactions.events.count)
    #expect(graph.posts.posts.isLoaded && graph.vouches.vouches.isLoaded)
    #expect(graph.period == varied.period && graph.latest == varied.latest)
    #expect(graph.relationNames.allSatisfy { graph.relations.present($0) == nil })
    #expect(graph.attributes.allSatisfy { $0.presentCells == nil })
    #expect(graph.interests.presentAll == nil)
  }

  @Test func `one part brings no other`() throws {
    let graph = try bench.open(whole)
    #expect(graph.relations["met"]?.count == 1)
    #expect(graph.relations.present("met") != nil && graph.relations.present("trust") == nil)
    #expect(graph.attributes.allSatisfy { $0.presentCells == nil })
    #expect(graph.interests.presentAll == nil)
  }

  @Test func `how many ties end at somebody brings no ties`() throws {
    let graph = try bench.open(whole)
    for name in graph.relationNames {
      let degrees = graph.relations.backwardDegrees(of: name)
      #expect(graph.relations.present(name) == nil)
      #expect(degrees == Graph.varied.relations[name]?.backward.degrees)
      #expect(degrees == graph.relations[name]?.backward.degrees)
      #expect(degrees == graph.relations.backwardDegrees(of: name))
    }
    #expect(graph.relations.backwardDegrees(of: "nothing") == nil)
  }

  @Test func `threads that ask at once get one and the same`() throws {
    let graph = try bench.open(whole)
    let found = Mutex<[Relation]>([])
    DispatchQueue.concurrentPerform(iterations: 16) { index in
      guard let relation = graph.relations[index.isMultiple(of: 2) ? "follows" : "trust"] else {
        return
      }
      found.withLock { $0.append(relation) }
    }
    let relations = found.withLock { $0 }
    let first = try #require(relations.first).backward
    #expect(relations.count == 16)
    for relation in relations where relation.summary == relations[0].summary {
      #expect(relation.backward.sharesNeighbours(with: first))
    }
    #expect(graph.damage?.isFound == false)
  }

  @Test func `a file that is shortened while it is open is found out`() throws {
    let graph = try bench.open(whole)
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: bench.path))
    try file.truncate(atOffset: UInt64(whole.count / 2))
    #expect(throws: Diagnostics.self) { try bringAll(of: graph) }
    let found = try #require(graph.damage?.diagnostics?.all.first)
    #expect(found.code == .damagedFile)
    #expect(found.message.contains("ends at byte \(whole.count / 2)"), "\(found.message)")
  }

  @Test func `a file that is replaced while it is open stays as it was`() throws {
    let graph = try bench.open(whole)
    let other = bench.path + ".other"
    try Data("another file".utf8).write(to: URL(fileURLWithPath: other))
    #expect(unsafe rename(other, bench.path) == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: bench.path)).count < whole.count)
    #expect(try bytes(of: graph) == whole)
  }

  @Test func `what was stopped is brought when it is asked for again`() throws {
    let isStopped = Mutex(false)
    let monitor = WorkMonitor(isCancelled: { isStopped.withLock { $0 } })
    let graph = try bench.open(whole, watchedBy: monitor)
    isStopped.withLock { $0 = true }
    #expect(graph.relations["follows"]?.count == 0)
    #expect(graph.damage?.diagnostics?.all.first?.code == .interrupted)
    isStopped.withLock { $0 = false }
    #expect(graph.relations["follows"]?.count == 0, "the statement goes on with what it has")
    graph.damage?.forget()
    #expect(graph.relations["follows"]?.count == 3)
    #expect(graph.damage?.isFound == false)
  }

  @Test func `every block that changes leaves the other parts as they are`() throws {
    let forged = ForgedSnapshot(whole)
    for name in forged.names {
      let range = try #require(forged.range(of: name))
      guard !range.isEmpty else { continue }
      var changed = whole
      changed[range.lowerBound + range.count / 2] ^= 0x10
      guard let graph = try? bench.open(changed) else { continue }
      #expect(throws: Diagnostics.self, "\(name)") { try bringAll(of: graph) }
      #expect(graph.damage?.isFound == true, "\(name)")
      // A stand-in has the size that was promised, so that work that began can end.
      #expect(graph.people.count == 5 && graph.topics.count == 2 && graph.postNames.count == 2)
      #expect(graph.attributes.allSatisfy { $0.cells.summary.count == 5 })
      for relation in graph.relations.values {
        #expect(relation.forward.count == 5 && relation.backward.count == 5)
      }
    }
  }

  @Test func `a graph that is added to keeps what nobody asked for`() throws {
    let graph = try bench.open(whole)
    var builder = GraphBuilder(extending: graph)
    var ties = TieBuffer(weighted: false)
    ties.append(from: 0, to: 1)
    _ = builder.add(ties, to: "met")
    let more = builder.frozen()
    #expect(more.relations["met"]?.count == 2)
    #expect(more.relations.present("follows") == nil && more.damage != nil)
    #expect(more.relations["follows"]?.count == 3)
  }
}

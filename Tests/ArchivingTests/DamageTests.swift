import Archiving
import Diagnostics
import Foundation
import Graph
import TestSupport
import Testing

/// Files that are not what was saved.
@Suite struct DamageTests {
  private let bench: SnapshotBench
  private let whole: [UInt8]

  init() throws {
    bench = try SnapshotBench()
    whole = try bytes(of: .varied)
  }

  @Test func `every byte that changes is found`() throws {
    let masks: [UInt8] = [0x01, 0xFF, 0x80]
    for index in whole.indices {
      var changed = whole
      changed[index] ^= masks[index % masks.count]
      let refusal = try bench.refusal(changed)
      #expect(refusal != nil, "byte \(index) of \(whole.count)")
    }
  }

  @Test func `every shorter file is refused`() throws {
    for length in whole.indices {
      let refusal = try bench.refusal(Array(whole.prefix(length)))
      #expect(refusal != nil, "\(length) of \(whole.count) bytes")
      #expect(length < 8 || refusal?.message.contains(" byte \(length)") == true)
    }
  }

  @Test func `what is wrong and where is said`() throws {
    var changed = whole
    changed[try #require(ForgedSnapshot(whole).range(of: "vouches.time")).lowerBound] ^= 1
    let refusal = try bench.refusal(changed)
    #expect(refusal?.code == .damagedFile)
    #expect(refusal?.message.contains("\"a.kithgraph\" is damaged at byte") == true)
    #expect(refusal?.message.contains("`vouches.time`") == true)
    let longer = try bench.refusal(whole + [0])
    #expect(longer?.message.contains("the header says \(whole.count)") == true)
  }

  @Test func `another version is told from damage`() throws {
    var changed = whole
    changed[8] = 2
    let refusal = try bench.refusal(changed)
    #expect(refusal?.code == .unreadableFile)
    #expect(refusal?.message.contains("version 2") == true)
  }

  @Test func `what is no snapshot is told from damage`() throws {
    for text in ["", "a,b\n1,2\n", String(repeating: "x", count: 500)] {
      let refusal = try bench.refusal(Array(text.utf8))
      #expect(refusal?.code == .unreadableFile)
      #expect(refusal?.message.contains("no graph that `save` wrote") == true)
    }
    for path in ["/nowhere/a.kithgraph", "/", "/dev/null"] {
      #expect(throws: Diagnostics.self) { try Snapshot.open(path: path) }
    }
  }

  @Test func `a file of holes that is larger than the memory is refused`() throws {
    _ = try bench.read(whole)
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: bench.path))
    // Some file systems do not take files of eight terabytes.
    guard (try? file.truncate(atOffset: 1 << 43)) != nil else { return }
    do throws(Diagnostics) {
      _ = try Snapshot.open(path: bench.path)
      Issue.record("it was opened")
    } catch {
      #expect(error.all.first?.message.contains("more than this machine has memory") == true)
    }
  }
}

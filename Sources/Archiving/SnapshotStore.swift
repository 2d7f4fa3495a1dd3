import Diagnostics
import Graph
import Synchronization

/// A snapshot whose table was checked, and whose blocks come as they are asked for.
///
/// Parts are brought one at a time, each by several threads. It goes, and the file is closed, when
/// every part was brought or the graph is let go of.
final class SnapshotStore: Sendable {
  private struct Shared {
    /// Blocks of several names, until all of these were asked for.
    var blocks: [BlockEntry: (block: LoadedBlock, names: Set<String>)] = [:]
    /// The rows whose directions were checked against each other, by their blocks.
    var checked: Set<[BlockEntry]> = []
  }

  /// The file.
  let file: SnapshotFile
  /// Which blocks there are.
  let table: BlockTable
  /// Where the graph's parts report what is wrong with them.
  let damage = Damage()
  private let shownPath: String
  private let turn = Mutex(())
  private let shared = Mutex(Shared())

  /// The blocks of a file whose table was checked.
  init(_ file: consuming SnapshotFile, _ table: BlockTable, shownPath: String) {
    self.file = file
    self.table = table
    self.shownPath = shownPath
  }

  /// A part of the graph, made of its blocks.
  ///
  /// Throws where they are not as they were written, or not what the table promises.
  func bring<Value: Deferrable>(
    _ part: String,
    promising summary: Value.Summary,
    reading names: Set<String>,
    _ make: (inout BlockReader) throws(SnapshotError) -> Value
  ) throws(SnapshotError) -> Value {
    let result = turn.withLock { _ in
      Result { () throws(SnapshotError) in
        var reader = try BlockReader(reading: names, of: self)
        let value = try make(&reader)
        try reader.finish()
        guard value.summary == summary else {
          let name = names.min() ?? part
          throw table.flaw(in: name, "`\(part)` is not what the table says")
        }
        return value
      }
    }
    return try result.get()
  }

  /// A part of the graph that is brought when it is first asked for: made of its blocks, or of some.
  func deferred<Value: Deferrable>(
    _ part: String,
    _ summary: Value.Summary,
    reading names: Set<String>? = nil,
    _ make: @escaping @Sendable (inout BlockReader) throws(SnapshotError) -> Value
  ) -> Deferred<Value> {
    let names = names ?? table.names(in: part)
    return Deferred(summary, reportingTo: damage) {
      do throws(SnapshotError) {
        return .success(try self.bring(part, promising: summary, reading: names, make))
      } catch {
        return .failure(self.diagnostics(error))
      }
    }
  }

  /// The words for what is wrong with a part.
  func diagnostics(_ error: SnapshotError) -> Diagnostics {
    error.diagnostics(file: shownPath, isOpen: true)
  }

  /// Reads blocks for some names; those that were read for others are not read again.
  func load(
    _ places: [BlockEntry],
    for names: Set<String>
  ) throws(SnapshotError) -> [BlockEntry: Result<LoadedBlock, SnapshotError>] {
    var blocks: [BlockEntry: Result<LoadedBlock, SnapshotError>] = [:]
    shared.withLock { shared in
      for place in places {
        if let known = shared.blocks[place] { blocks[place] = .success(known.block) }
      }
    }
    let missing = places.filter { blocks[$0] == nil }
      .sorted { ($0.length, $0.offset) > ($1.length, $1.offset) }
    file.begin(bytes: missing.reduce(0) { $0 + $1.length })
    for (place, block) in zip(missing, LoadedBlock.load(missing, from: file)) {
      blocks[place] = block
    }
    try file.checkNotStopped()
    keep(blocks, for: names)
    return blocks
  }

  /// Keeps blocks that have further names, until all of these were asked for.
  private func keep(
    _ blocks: [BlockEntry: Result<LoadedBlock, SnapshotError>],
    for names: Set<String>
  ) {
    shared.withLock { shared in
      for (place, block) in blocks where (table.shares[place] ?? 1) > 1 {
        guard case .success(let block) = block, block.checksum == place.checksum else { continue }
        let asked = names.filter { table.entries[$0]?.place == place }
        let all = asked.union(shared.blocks[place]?.names ?? [])
        let isDone = all.count == table.shares[place]
        shared.blocks[place] = isDone ? nil : (block, all)
      }
    }
  }

  /// Whether both directions of rows were seen to hold the same ties.
  func isChecked(_ rows: [BlockEntry]) -> Bool { shared.withLock { $0.checked.contains(rows) } }

  /// Takes down that they do.
  func markChecked(_ rows: [BlockEntry]) { shared.withLock { _ = $0.checked.insert(rows) } }
}

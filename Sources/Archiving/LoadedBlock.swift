import Dispatch
import Synchronization

/// A block that was read: its elements, and the checksum of what was read.
struct LoadedBlock: Sendable {
  /// An array of the kind that the table says.
  let elements: any Sendable
  /// The checksum of its bytes.
  let checksum: UInt64

  /// Reads blocks, by several threads.
  static func load(
    _ entries: [BlockEntry],
    from file: borrowing SnapshotFile
  ) -> [Result<LoadedBlock, SnapshotError>] {
    inParallel(entries.count) { load(entries[$0], from: file) }
  }

  private static func load(
    _ entry: BlockEntry,
    from file: borrowing SnapshotFile
  ) -> Result<LoadedBlock, SnapshotError> {
    do throws(SnapshotError) {
      return .success(try read(entry.kind.element, entry, from: file))
    } catch {
      return .failure(error)
    }
  }

  private static func read<Element: BlockElement>(
    _: Element.Type,
    _ entry: BlockEntry,
    from file: borrowing SnapshotFile
  ) throws(SnapshotError) -> LoadedBlock {
    let count = entry.length / entry.kind.width
    let (elements, checksum): ([Element], UInt64) = try file.elements(count, at: entry.offset)
    return LoadedBlock(elements: elements, checksum: checksum)
  }
}

/// What `work` makes of each number below a count, by as many threads as there are processors.
///
/// The first numbers are begun first.
func inParallel<Made: Sendable>(
  _ count: Int,
  _ work: @Sendable (Int) -> Made
) -> [Made] {
  let made = Mutex([Made?](repeating: nil, count: count))
  DispatchQueue.concurrentPerform(iterations: count) { index in
    let one = work(index)
    made.withLock { $0[index] = one }
  }
  return made.withLock { $0 }.compactMap(\.self)
}

package import Diagnostics
package import Graph
package import Values

/// A graph in a file, as it lies in memory: written and read in the time the disk takes.
package enum Snapshot {
  /// The ending of its files, without the dot.
  package static let ending = "kithgraph"

  /// Whether a file that begins so is one.
  package static func begins(with head: [UInt8]) -> Bool {
    head.starts(with: SnapshotLayout.magic)
  }

  /// Hands on the bytes of a graph's snapshot, in order and in pieces of a few megabytes.
  ///
  /// The same graph gives the same bytes. Stops where the sink throws. Complexity: O(graph).
  package static func write(
    _ graph: Graph,
    reporting report: (_ part: Double) -> Void = { _ in },
    to sink: (RawSpan) throws(Diagnostics) -> Void
  ) throws(Diagnostics) {
    var writer = BlockWriter()
    graph.write(to: &writer)
    try writer.write(reporting: report, to: sink)
  }

  /// The graph of a snapshot, which answers every question as the one that was written.
  ///
  /// Every checksum and everything that must hold of a graph is checked before it is returned.
  /// Throws what is wrong and at which byte. Complexity: O(bytes).
  package static func read(
    path: String,
    shownPath: String? = nil,
    watchedBy monitor: WorkMonitor = .unwatched
  ) throws(Diagnostics) -> Graph {
    let shownPath = shownPath ?? path
    do throws(SnapshotError) {
      let file = try SnapshotFile(path: path, shownPath: shownPath, watchedBy: monitor)
      var reader = try BlockReader(file)
      let graph = try Graph(from: &reader)
      try reader.finish()
      return graph
    } catch {
      throw error.diagnostics(file: shownPath)
    }
  }
}

package import Diagnostics
package import Graph
package import Values

/// A graph in a file, as it lies in memory: written in the time the disk takes, open at once.
package enum Snapshot {
  /// The ending of its files, without the dot.
  package static let ending = "kithgraph"

  /// Whether a file that begins so is one.
  package static func begins(with head: [UInt8]) -> Bool {
    head.starts(with: SnapshotLayout.magic)
  }

  /// Hands on the bytes of a graph's snapshot, in order and in pieces of a few megabytes.
  ///
  /// The same graph gives the same bytes. Stops where the sink throws; throws in front of the first
  /// byte where a part of an opened graph is damaged. Complexity: O(graph).
  package static func write(
    _ graph: Graph,
    reporting report: (_ part: Double) -> Void = { _ in },
    to sink: (RawSpan) throws(Diagnostics) -> Void
  ) throws(Diagnostics) {
    var writer = BlockWriter()
    graph.write(to: &writer)
    try graph.checkUndamaged()
    try writer.write(reporting: report, to: sink)
  }

  /// The graph of a snapshot, which answers every question as the one that was written.
  ///
  /// The header and the table are checked now, and each part when it is first asked for: its
  /// checksums, and everything that must hold of it. What is wrong then is reported to the graph's
  /// damage box as `Diagnostics`, with the byte. Throws what is wrong now. Complexity: O(blocks).
  package static func open(
    path: String,
    shownPath: String? = nil,
    watchedBy monitor: WorkMonitor = .unwatched
  ) throws(Diagnostics) -> Graph {
    let shownPath = shownPath ?? path
    do throws(SnapshotError) {
      let file = try SnapshotFile(path: path, shownPath: shownPath, watchedBy: monitor)
      var table = try BlockTable(of: file)
      try table.divide(among: GraphParts.names(in: table))
      return try Graph(of: SnapshotStore(file, table, shownPath: shownPath))
    } catch {
      throw error.diagnostics(file: shownPath)
    }
  }
}

extension Damage {
  /// What was come upon, in words; nil where nothing was.
  package var diagnostics: Diagnostics? {
    error.map { ($0 as? Diagnostics) ?? Diagnostics([Diagnostic(.damagedFile, "\($0)")]) }
  }
}

extension Graph {
  /// Throws what is wrong with parts that were asked for since the damage was last forgotten.
  package func checkUndamaged() throws(Diagnostics) {
    if let diagnostics = damage?.diagnostics { throw diagnostics }
  }
}

import Graph

extension NameTable {
  /// Adds the names.
  func write(to writer: inout BlockWriter, as name: String) {
    writer.add(bytes, as: "\(name).bytes")
    writer.add(starts, as: "\(name).starts")
  }

  /// The names that were added.
  init(from reader: inout BlockReader, as name: String) throws(SnapshotError) {
    let (bytes, starts): ([UInt8], [UInt32]) = try reader.text(name)
    guard starts.count - 1 <= GraphLimits.people,
      let table = NameTable(bytes: bytes, starts: starts)
    else { throw reader.flaw(in: "\(name).bytes", "`\(name)` holds a name twice") }
    self = table
  }

  /// The names that were added, indexed when one is first looked up.
  init(
    indexedLaterFrom reader: inout BlockReader,
    as name: String,
    of store: SnapshotStore
  ) throws(SnapshotError) {
    let (bytes, starts): ([UInt8], [UInt32]) = try reader.text(name)
    let repeated = reader.flaw(in: "\(name).bytes", "`\(name)` holds a name twice")
    self.init(bytes: bytes, starts: starts, reportingTo: store.damage) {
      store.diagnostics(repeated)
    }
  }
}

import Graph

extension PersonNames {
  /// Adds the handles, the aliases and whom each of these means.
  func write(to writer: inout BlockWriter, as name: String) {
    handles.write(to: &writer, as: name)
    aliases.write(to: &writer, as: "\(name).aliases")
    writer.add(owners, as: "\(name).owners")
  }

  /// The names that were added.
  init(
    from reader: inout BlockReader,
    as name: String,
    of store: SnapshotStore
  ) throws(SnapshotError) {
    self.init(handles: try NameTable(indexedLaterFrom: &reader, as: name, of: store))
    let aliases = try NameTable(from: &reader, as: "\(name).aliases")
    let owners = try reader.numbers("\(name).owners", count: aliases.count, below: count)
    for (alias, owner) in owners.enumerated() {
      add(alias: aliases[UInt32(alias)], of: owner)
    }
  }
}

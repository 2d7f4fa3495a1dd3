import Graph

extension PersonNames {
  /// Adds the handles, the aliases and whom each of these means.
  func write(to writer: inout BlockWriter, as name: String) {
    handles.write(to: &writer, as: name)
    aliases.write(to: &writer, as: "\(name).aliases")
    writer.add(owners, as: "\(name).owners")
  }

  /// The names as they lie in blocks, checked but for names that stand twice.
  struct Text: Sendable {
    /// What the blocks' names begin with.
    let name: String
    /// How many people there are.
    var count: Int { starts.count - 1 }

    private let bytes: [UInt8]
    private let starts: [UInt32]
    private let aliases: NameTable
    private let owners: [PersonID]

    /// The names that were added.
    init(from reader: inout BlockReader, as name: String) throws(SnapshotError) {
      self.name = name
      (bytes, starts) = try reader.text(name)
      let aliases = try NameTable(from: &reader, as: "\(name).aliases")
      self.aliases = aliases
      owners = try reader.numbers(
        "\(name).owners",
        count: aliases.count,
        below: starts.count - 1
      )
    }

    /// The people of these names; nil where a handle stands twice.
    ///
    /// Complexity: O(bytes), expected.
    var people: PersonNames? {
      guard count <= GraphLimits.people, let handles = NameTable(bytes: bytes, starts: starts)
      else { return nil }
      var people = PersonNames(handles: handles)
      for (alias, owner) in owners.enumerated() {
        people.add(alias: aliases[UInt32(alias)], of: owner)
      }
      return people
    }
  }
}

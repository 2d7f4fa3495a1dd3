extension TableFormatCatalog {
  /// The format of a name, as `--format` takes it.
  package static func format(named name: String) -> (any TableFormat)? {
    all.first { $0.card.name == name.lowercased() }
  }

  /// The format a file's ending stands for; the ending comes without its dot.
  package static func format(ending: String) -> (any TableFormat)? {
    all.first { $0.card.endings.contains(ending.lowercased()) }
  }
}

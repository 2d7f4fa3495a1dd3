/// A catalogue: each file of a `Catalog` folder holds one type of the file's name, and the woven
/// list holds an instance of each, in the order of their names.
struct Catalogue {
  /// What the entries of a target's catalogue are: the protocol they conform to.
  static let protocols = [
    "Bench": "Workload", "Charting": "ChartKind", "Metrics": "Metric",
    "Rendering": "TableFormat", "Shell": "Command",
  ]

  /// The protocol of the entries.
  let entry: String
  /// The types, in order.
  let types: [String]

  /// The catalogue of a target, from the paths of its files.
  init(target: String, files: [String]) throws(LoomError) {
    guard let entry = Catalogue.protocols[target] else { throw .noProtocol(target: target) }
    self.entry = entry
    types =
      files
      .compactMap { $0.split(separator: "/").last?.split(separator: ".").first.map(String.init) }
      .sorted()
  }

  /// The Swift source that registers them.
  var woven: String {
    """
    // Woven by Loom from the names of the files in Catalog; do not edit.

    /// Every entry of the catalogue, one a file, in the order of the files' names.
    package enum \(entry)Catalog {
      /// The entries.
      package static let all: [any \(entry)] = [
    \(types.map { "    \($0)()," }.joined(separator: "\n"))
      ]
    }

    """
  }
}

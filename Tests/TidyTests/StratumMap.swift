/// The table of targets in `README.md`: what each may import.
struct StratumMap {
  /// The modules a target may import, by the target's name.
  private(set) var allowed: [String: Set<String>] = [:]

  /// Reads the table that stands between `<!-- map -->` and `<!-- end -->`.
  ///
  /// The first column names the target, the third what it may import; the row `every target` holds
  /// for all of them.
  init(readme: String) throws {
    guard let start = readme.firstRange(of: "<!-- map -->"),
      let end = readme[start.upperBound...].firstRange(of: "<!-- end -->")
    else { throw Missing.map }
    for line in readme[start.upperBound..<end.lowerBound].split(separator: "\n") {
      let cells = line.split(separator: "|").map { String($0) }
      guard cells.count >= 4 else { continue }
      let target = Self.names(in: cells[0]).first ?? "every target"
      if target == "every target", !cells[0].contains(target) { continue }
      allowed[target] = Set(Self.names(in: cells[2]))
    }
  }

  /// The targets it has a row for.
  var targets: Set<String> { Set(allowed.keys).subtracting(["every target"]) }

  /// Whether a target may import a module.
  func allows(_ target: String, _ module: String) -> Bool {
    allowed[target]?.contains(module) == true || allowed["every target"]?.contains(module) == true
  }

  enum Missing: Error { case map }

  /// What stands in backquotes.
  private static func names(in cell: String) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
  }
}

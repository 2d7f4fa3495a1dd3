package import Values

/// The last lines under a table: how many, what was missing, how long.
package enum Footer {
  /// The parts as `8 people · 3 missing: no audience · 0.4 ms`, wrapped between them; without a
  /// line feed at the end.
  package static func text(_ parts: [String], width: Int = 80, indent: Int = 2) -> String {
    let room = width - indent
    guard parts.allSatisfy({ DisplayWidth.of($0) <= room }) else {
      return Paragraph.wrap(parts.joined(separator: " · "), width: width, indent: indent)
        .joined(separator: "\n")
    }
    return Paragraph.lines(of: parts, joint: " · ", width: width, indent: indent, hanging: indent)
      .joined(separator: "\n")
  }

  /// What a table says about itself: how many rows, then for each column how many cells are missing
  /// and why, once where columns agree.
  package static func parts(of table: Table) -> [String] {
    var parts = [Tally.text(table.rowCount, table.rowNoun)]
    for column in table.columns {
      let count = column.missingCount
      guard count > 0 else { continue }
      let reason = column.missingReason ?? "no \(column.name)"
      let part = "\(Tally.digits(count)) missing: \(Escaping.visible(reason))"
      if !parts.contains(part) { parts.append(part) }
    }
    return parts
  }
}

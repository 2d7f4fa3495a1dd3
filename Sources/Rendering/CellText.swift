package import Values

/// The cells of a column as a person reads them.
package enum CellText {
  /// The texts of the first rows, of all unless said; `-` for what is missing.
  ///
  /// Once cancelled, those of the rest are empty.
  /// Complexity: O(characters).
  package static func texts(
    of column: Column,
    first count: Int = .max,
    watchedBy monitor: WorkMonitor = .unwatched
  ) -> [String] {
    let style = TableStyle(monitor: monitor)
    return texts(of: column, rows: Array(0..<min(count, column.count)), style: style)
  }

  /// The texts of some rows; once cancelled those of the rest are empty.
  static func texts(of column: Column, rows: [Int], style: TableStyle) -> [String] {
    let (missing, monitor) = (Escaping.visible(style.missing), style.monitor)
    switch column.cells {
    case .ranks(let ranks):
      let shared = rows.contains { ranks[$0].isShared }
      return rows.map(watchedBy: monitor) { row in
        guard ranks[row].place > 0 else { return missing + (shared ? " " : "") }
        return "\(ranks[row].place)" + (ranks[row].isShared ? "=" : shared ? " " : "")
      }
    case .people(let people, let labels):
      return rows.map(watchedBy: monitor) { Handle.typed(labels.handle(of: people[$0])) }
    case .numbers(let numbers):
      return NumberText.cells(rows.map { numbers[$0] }, unit: column.unit, style: style)
    case .texts(let texts):
      return rows.map(watchedBy: monitor) { texts[$0].map(Escaping.visible) ?? missing }
    case .flags(let flags):
      return rows.map(watchedBy: monitor) { row in
        flags[row].map { $0 ? "yes" : "no" } ?? missing
      }
    case .instants(let instants):
      return rows.map(watchedBy: monitor) { instants[$0]?.description ?? missing }
    }
  }
}

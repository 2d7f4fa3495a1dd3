import Values

/// The shape of a row in a format for machines: what stands before each cell, and how a cell is
/// spelled.
struct RowTemplate<Spelling: CellSpelling> {
  /// How texts, flags and what is missing are spelled.
  let spelling: Spelling
  /// What stands before each cell of a row, one a column.
  let leads: [String]
  /// What ends a row.
  let ending: String
  /// What stands between two rows.
  var separator = ""

  /// Writes every row, between an opening and a closing.
  ///
  /// Once cancelled it stops before the next row, without the closing: what is cut short should not
  /// look whole.
  func write(
    _ table: Table,
    opening: String,
    closing: String = "",
    monitor: WorkMonitor,
    to output: inout some TextOutputStream
  ) {
    var buffer = RowBuffer()
    buffer.append(opening)
    let holdsTimes = table.columns.map { InstantText.holdsTimes($0.cells) }
    for row in 0..<table.rowCount {
      if row & 63 == 0, monitor.isCancelled() {
        buffer.flush(to: &output)
        return
      }
      if row > 0 { buffer.append(separator) }
      for index in table.columns.indices {
        buffer.append(leads[index])
        append(table.columns[index].cells, row: row, holdsTimes: holdsTimes[index], to: &buffer)
      }
      buffer.append(ending)
      buffer.flushIfFull(to: &output)
    }
    buffer.append(closing)
    buffer.flush(to: &output)
  }

  private func append(
    _ cells: Column.Cells,
    row: Int,
    holdsTimes: Bool,
    to buffer: inout RowBuffer
  ) {
    switch cells {
    case .numbers(let numbers):
      let number = numbers[row]
      assert(!number.isInfinite, "an infinite number reached a table")
      if number.isFinite { buffer.append(number) } else { spelling.appendMissing(to: &buffer) }
    case .ranks(let ranks):
      guard ranks[row].place > 0 else { return spelling.appendMissing(to: &buffer) }
      buffer.append(ranks[row].place)
    case .people(let people, let labels):
      spelling.append(text: labels.handle(of: people[row]), to: &buffer)
    case .texts(let texts):
      if let text = texts[row] { return spelling.append(text: text, to: &buffer) }
      spelling.appendMissing(to: &buffer)
    case .flags(let flags):
      if let flag = flags[row] { return spelling.append(flag: flag, to: &buffer) }
      spelling.appendMissing(to: &buffer)
    case .instants(let instants):
      guard let instant = instants[row] else { return spelling.appendMissing(to: &buffer) }
      spelling.append(text: InstantText.exact(instant, withTime: holdsTimes), to: &buffer)
    }
  }
}

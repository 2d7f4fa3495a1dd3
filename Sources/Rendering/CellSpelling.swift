/// How one format for machines spells what is not a number.
protocol CellSpelling {
  /// A text: a name, a handle without its `@`, a date.
  func append(text: String, to buffer: inout RowBuffer)
  /// Yes or no.
  func append(flag: Bool, to buffer: inout RowBuffer)
  /// Nothing known.
  func appendMissing(to buffer: inout RowBuffer)
}

extension CellSpelling {
  func append(flag: Bool, to buffer: inout RowBuffer) {
    buffer.append(flag ? "yes" : "no")
  }

  func appendMissing(to buffer: inout RowBuffer) {}
}

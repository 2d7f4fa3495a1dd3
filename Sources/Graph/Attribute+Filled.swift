import Values

extension Attribute {
  /// This column with the values `newer` has put over those here.
  ///
  /// Where the kinds differ the newer column replaces this one whole.
  package func filled(from newer: Attribute) -> Attribute {
    let wide = widened(to: max(count, newer.count))
    let other = newer.widened(to: wide.count)
    let cells: Cells =
      switch (wide.cells, other.cells) {
      case (.numbers(let old), .numbers(let new)):
        .numbers(zip(old, new).map { $1.isNaN ? $0 : $1 })
      case (.texts(let old), .texts(let new)):
        .texts(zip(old, new).map { $1 ?? $0 })
      case (.flags(let old), .flags(let new)):
        .flags(zip(old, new).map { $1 ?? $0 })
      case (.instants(let old), .instants(let new)):
        .instants(zip(old, new).map { $1 ?? $0 })
      default: other.cells
      }
    return Attribute(name: name, cells: cells)
  }
}

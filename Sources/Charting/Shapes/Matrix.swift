/// A number for each pair, shown by how dark its field is.
package struct Matrix: Sendable {
  /// What stands in a field.
  package struct Field: Sendable, Hashable {
    /// The number; NaN where there is none.
    package let value: Double
    /// The number as it is written; nothing where the pair was not asked about.
    package let text: String
  }

  /// What the rows and, in the same order, the columns stand for.
  package let names: [String]
  /// The fields, row by row.
  package let fields: [[Field]]
  /// The number with the darkest field.
  package let most: Double

  /// How dark the field of a number is, 0 to 1; the sign is told by the number.
  package func depth(of value: Double) -> Double {
    value.isNaN || most <= 0 ? 0 : min(1, abs(value) / most)
  }
}

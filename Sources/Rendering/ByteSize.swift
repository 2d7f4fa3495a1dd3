/// Sizes of memory and files in words.
package enum ByteSize {
  /// So many bytes in the largest unit that has one of them: "2 GB", "1.5 MB", "12 bytes".
  ///
  /// Decimal units, at most one digit behind the point.
  package static func text(_ bytes: Int) -> String {
    for (unit, name) in [(1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "KB")]
    where bytes >= unit {
      let tenths = Int((Double(bytes) / Double(unit) * 10).rounded())
      return tenths % 10 == 0 ? "\(tenths / 10) \(name)" : "\(tenths / 10).\(tenths % 10) \(name)"
    }
    return bytes == 1 ? "1 byte" : "\(bytes) bytes"
  }
}

package import Graph

extension Graph {
  /// What tells this graph from others: a checksum of all that its snapshot holds, as 16 hexadecimal
  /// digits.
  ///
  /// The same files loaded in the same order give the same one. It finds change, not forgery.
  /// Complexity: O(graph).
  package var fingerprint: String {
    var writer = BlockWriter()
    write(to: &writer)
    let digits = String(writer.fingerprint(), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

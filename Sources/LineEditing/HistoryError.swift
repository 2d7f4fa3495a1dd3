/// Why history cannot be kept.
///
/// The session carries on without.
package enum HistoryError: Error, Hashable, Sendable {
  /// The file cannot be read; `code` is the system's errno.
  case unreadable(path: String, code: Int32)
  /// The file, or a folder above it, cannot be made or written; `code` is the system's errno.
  case unwritable(path: String, code: Int32)
  /// Another program's file stands in the way and cannot be renamed; `code` is the errno.
  case inTheWay(path: String, code: Int32)
}

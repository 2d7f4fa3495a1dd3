#if canImport(Glibc)
import Glibc
#endif

/// Why a system call failed, by its errno.
struct SystemCode: Error, Hashable, Sendable {
  /// The errno.
  let value: Int32

  /// The errno of the call that failed just now on this thread.
  static var last: SystemCode { SystemCode(value: errno) }

  /// Whether it says that nothing stands at a path.
  var isAbsence: Bool { value == ENOENT || value == ENOTDIR }
}

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How much memory this process takes.
package enum MemoryUse {
  /// The bytes that lie in memory; elsewhere than on Linux the most that ever did.
  ///
  /// Nil where the system does not tell.
  package static var bytes: Int? {
    #if os(Linux)
    guard let file = unsafe fopen("/proc/self/statm", "r") else { return nil }
    defer { unsafe fclose(file) }
    var line = [UInt8](repeating: 0, count: 128)
    let count = unsafe fread(&line, 1, line.count, file)
    let fields = String(decoding: line[..<count], as: UTF8.self).split(separator: " ")
    guard fields.count > 1, let pages = Int(fields[1]) else { return nil }
    return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
    #else
    var usage = rusage()
    return unsafe getrusage(RUSAGE_SELF, &usage) == 0 ? Int(usage.ru_maxrss) : nil
    #endif
  }
}

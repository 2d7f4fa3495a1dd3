#if canImport(Glibc)
import Glibc
#endif

extension Array where Element: BitwiseCopyable {
  /// So many equal elements, in large pages where the system has them.
  ///
  /// Large pages are quicker to reach out of sequence, and to get. Complexity: O(count).
  ///
  /// Unsafe: gives advice about a block of memory and fills it before anybody reads it.
  package init(repeating element: Element, inLargePages count: Int) {
    self = unsafe Array(unsafeUninitializedCapacity: count) { block, filled in
      #if canImport(Glibc)
      let page: UInt = 2 << 20
      let start = UInt(bitPattern: block.baseAddress)
      let first = (start + page - 1) / page * page
      let end = (start + UInt(count * MemoryLayout<Element>.stride)) / page * page
      if end > first {
        _ = unsafe madvise(
          UnsafeMutableRawPointer(bitPattern: first),
          Int(end - first),
          Int32(MADV_HUGEPAGE)
        )
      }
      #endif
      unsafe block.initialize(repeating: element)
      filled = count
    }
  }
}

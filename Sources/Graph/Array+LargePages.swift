#if canImport(Glibc)
import Glibc
#endif

/// Arrays in large pages where the system has them, which are quicker to reach out of sequence, and
/// to get.
extension Array where Element: BitwiseCopyable {
  /// So many equal elements.
  ///
  /// Complexity: O(count).
  ///
  /// Unsafe: gives advice about a block of memory and fills it before anybody reads it.
  @inlinable
  package init(repeating element: Element, inLargePages count: Int) {
    self = unsafe Array(unsafeUninitializedCapacity: count) { block, filled in
      unsafe UnsafeMutableRawBufferPointer(block).adviseLargePages()
      unsafe block.initialize(repeating: element)
      filled = count
    }
  }

  /// No elements, and room for so many.
  ///
  /// Unsafe: gives advice about a block of memory.
  package init(roomInLargePages count: Int) {
    self = unsafe Array(unsafeUninitializedCapacity: count) { block, _ in
      unsafe UnsafeMutableRawBufferPointer(block).adviseLargePages()
    }
  }

  /// So many elements of no particular value; each is to be written before it is read.
  ///
  /// Unsafe: takes memory as it comes, which any bits are a value in.
  init(unfilledInLargePages count: Int) {
    self = unsafe Array(unsafeUninitializedCapacity: count) { block, filled in
      unsafe UnsafeMutableRawBufferPointer(block).adviseLargePages()
      filled = count
    }
  }
}

extension UnsafeMutableRawBufferPointer {
  /// Asks for large pages for as much of the block as whole ones cover.
  @usableFromInline
  package func adviseLargePages() {
    #if canImport(Glibc)
    let page: UInt = 2 << 20
    let start = UInt(bitPattern: baseAddress)
    let first = (start + page - 1) / page * page
    let end = (start + UInt(count)) / page * page
    guard end > first else { return }
    let pages = unsafe UnsafeMutableRawPointer(bitPattern: first)
    _ = unsafe madvise(pages, Int(end - first), Int32(MADV_HUGEPAGE))
    #endif
  }
}

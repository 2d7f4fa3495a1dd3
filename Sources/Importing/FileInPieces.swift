#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How a file is read by several threads, in pieces.
package struct FileSharing: Sendable {
  /// How many threads read at most; nil means as many as there are processors.
  let threads: Int?
  /// About how many bytes a piece has.
  let pieceSize: Int

  /// Reading by so many threads, in pieces of about that size.
  package init(threads: Int? = nil, pieceSize: Int = 8 << 20) {
    self.threads = threads
    self.pieceSize = max(1, pieceSize)
  }
}

/// An open file whose rows can be read from the start of any line.
struct FileInPieces: Sendable {
  /// The open file.
  let descriptor: Int32
  /// How it is written.
  let dialect: Dialect
  /// How many columns rows have.
  let expectedColumns: Int
  /// The pieces: ascending, without gaps, each from the start of a line to the end of one.
  private(set) var pieces: [Range<Int>] = []

  /// The rest of the file a scanner reads, in pieces of about that size; nil where lines are too
  /// long to find them, or it is no file to read out of order.
  init?(_ scanner: borrowing RowScanner, pieceSize: Int) {
    descriptor = scanner.window.descriptor
    dialect = scanner.dialect
    expectedColumns = scanner.expectedColumns
    let size = scanner.window.size
    var start = scanner.fileOffset
    guard scanner.window.isRegular, size < FileInPieces.largest, !scanner.numbersLines else {
      return nil
    }
    while start < size {
      guard start + pieceSize < size else {
        pieces.append(start..<size)
        break
      }
      guard let end = lineStart(from: start + pieceSize, of: size) else { return nil }
      pieces.append(start..<end)
      start = end
    }
  }

  /// The largest file whose rows and places of names can be numbered out of order.
  private static let largest = 1 << 34

  /// Where the first line begins that does so at `place` or behind it; nil where that is too far
  /// away, or cannot be read.
  ///
  /// Unsafe: reads into a block of its own.
  private func lineStart(from place: Int, of size: Int) -> Int? {
    var block = [UInt8](repeating: 0, count: 4 << 10)
    var start = place - 1
    while start < min(size, place + ByteWindow.longestRow) {
      let got = unsafe pread(descriptor, &block, block.count, off_t(start))
      guard got > 0 else { return nil }
      if let found = block[..<got].firstIndex(of: dialect.newline) { return start + found + 1 }
      start += got
    }
    return start < size ? nil : size
  }
}

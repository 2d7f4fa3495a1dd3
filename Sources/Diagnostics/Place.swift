/// Where something is, in a form a person or an editor can open: `file:line:column`.
package struct Place: Sendable, Hashable {
  /// The file as it was named by whoever opened it, or "input".
  package let file: String
  /// The line, counted from 1.
  package let line: Int
  /// The column in characters, counted from 1.
  package let column: Int
  /// The column behind what the message is about, on that line.
  package let endColumn: Int
  /// The line, when it is at hand and worth showing; of a very long one the part around the place.
  package let excerpt: String?
  /// The characters of `excerpt` the message is about; empty marks a point.
  package let marked: Range<Int>

  /// A place, with the line it is on where there is one to show.
  ///
  /// It ends where its mark does, unless `endColumn` says otherwise.
  package init(
    file: String,
    line: Int,
    column: Int,
    endColumn: Int? = nil,
    excerpt: String? = nil,
    marked: Range<Int> = 0..<0
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.endColumn = endColumn ?? column + marked.count
    self.excerpt = excerpt
    self.marked = marked
  }
}

extension Place: CustomStringConvertible {
  /// `file:line:column`.
  package var description: String { "\(file):\(line):\(column)" }
}

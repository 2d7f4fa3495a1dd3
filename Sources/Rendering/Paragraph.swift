/// Running text, wrapped between words.
package enum Paragraph {
  /// The lines of a text, none wider than `width` columns as long as the indents leave any room.
  ///
  /// A line feed in the text begins a new paragraph; an empty one is kept. A word wider than a line
  /// is cut; a no-break space does not part words.
  ///
  /// - Parameters:
  ///   - text: what is to be wrapped.
  ///   - width: the columns of a line.
  ///   - indent: the spaces before the first line of each paragraph.
  ///   - hanging: the spaces before its other lines; `indent` unless said.
  /// - Returns: the lines, without line feeds.
  package static func wrap(
    _ text: String,
    width: Int,
    indent: Int = 0,
    hanging: Int? = nil
  ) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
      lines(
        of: paragraph.split(separator: " ").map(String.init),
        joint: " ",
        width: width,
        indent: indent,
        hanging: hanging ?? indent
      )
    }
  }

  /// A text of so many characters at most, its middle left out between two words where it is longer.
  ///
  /// Two thirds of what stays are its beginning. Complexity: O(text).
  package static func shortened(_ text: String, to most: Int) -> String {
    guard text.count > most else { return text }
    let beginning = text.prefix(most * 2 / 3)
    let end = text.suffix(most - beginning.count)
    let head = beginning.lastIndex(of: " ").map { beginning[..<$0] } ?? beginning
    let tail = end.firstIndex(of: " ").map { end[$0...] } ?? end
    return head + " ..." + tail
  }

  /// The lines of a list whose parts stay whole while they fit on a line of their own.
  ///
  /// - Parameters:
  ///   - parts: what is not to be parted.
  ///   - joint: what stands between two of them on a line.
  ///   - tail: what stays of the joint where a line ends between two.
  ///   - width: the columns of a line.
  ///   - indent: the spaces before the first line.
  ///   - hanging: the spaces before the other lines.
  /// - Returns: the lines, without line feeds.
  static func lines(
    of parts: [String],
    joint: String,
    tail: String = "",
    width: Int,
    indent: Int,
    hanging: Int
  ) -> [String] {
    var filler = LineFiller(joint: joint, tail: tail, width: width, hanging: hanging)
    filler.margin = indent
    for (index, part) in parts.enumerated() {
      filler.add(part, tail: index == parts.count - 1 ? "" : tail)
    }
    return filler.finished()
  }
}

/// Puts parts on lines, as many on each as fit.
private struct LineFiller {
  let joint: String
  let tail: String
  let width: Int
  let hanging: Int
  /// The spaces before the line being filled.
  var margin = 0
  private var lines: [String] = []
  private var line = ""
  private var used = 0

  init(joint: String, tail: String, width: Int, hanging: Int) {
    self.joint = joint
    self.tail = tail
    self.width = width
    self.hanging = hanging
  }

  /// Adds a part; `tail` is what must follow it on its line if no other part does.
  mutating func add(_ part: String, tail: String) {
    let (partWidth, tailWidth) = (DisplayWidth.of(part), DisplayWidth.of(tail))
    if !line.isEmpty {
      if margin + used + DisplayWidth.of(joint) + partWidth + tailWidth <= width {
        line += joint + part
        used += DisplayWidth.of(joint) + partWidth
        return
      }
      end(line + self.tail)
    }
    guard margin + partWidth + tailWidth > width else {
      (line, used) = (part, partWidth)
      return
    }
    for character in part {
      let columns = DisplayWidth.of(character)
      if used > 0, margin + used + columns + tailWidth > width { end(line) }
      line.append(character)
      used += columns
    }
  }

  /// All lines, the last one included.
  mutating func finished() -> [String] {
    end(line)
    return lines
  }

  private mutating func end(_ text: String) {
    lines.append(text.isEmpty ? "" : String(repeating: " ", count: margin) + text)
    (line, used, margin) = ("", 0, hanging)
  }
}

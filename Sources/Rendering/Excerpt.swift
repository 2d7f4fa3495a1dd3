import Diagnostics

/// A line someone wrote, as a screen can show it, with the columns that are to be underlined.
///
/// Tabs become spaces, control characters are written out, and where the line is too long only the
/// part around the mark is kept.
struct Excerpt {
  /// The line, without control characters.
  let text: String
  /// What stands under it: spaces, then `~` below the marked characters or `^` below a point.
  let underline: String

  private static let tabStop = 4

  /// The line of a place in so many columns, its mark in sight.
  init(_ line: String, marked: Range<Int>, width: Int) {
    let pieces = Self.pieces(of: line)
    let end = pieces.last?.end ?? 0
    let start = marked.lowerBound < pieces.count ? pieces[max(0, marked.lowerBound)].start : end
    let stop = min(marked.upperBound, pieces.count)
    // A mark has at least one column, also where nothing is marked or what is has no width.
    let length = max(1, stop > marked.lowerBound ? pieces[stop - 1].end - start : 0)

    let window = Window(
      whole: max(end, start + length),
      mark: start..<(start + length),
      room: width
    )
    let shown = pieces.filter {
      window.columns.lowerBound <= $0.start && $0.end <= window.columns.upperBound
    }
    let first = shown.first?.start ?? window.columns.lowerBound
    let last = shown.last?.end ?? first
    let lead = window.cutsStart ? "…" : ""
    text = lead + shown.map(\.text).joined() + (last < end ? "…" : "")
    let offset = max(0, start - first) + DisplayWidth.of(lead)
    let visible = max(1, min(length, max(last, start + 1) - start))
    underline =
      String(repeating: " ", count: offset)
      + String(repeating: marked.isEmpty ? "^" : "~", count: visible)
  }

  /// One character as it is shown, and the columns it takes on the whole line.
  private struct Piece {
    let text: String
    let start: Int
    let end: Int
  }

  private static func pieces(of line: String) -> [Piece] {
    var column = 0
    return line.map { character in
      let text =
        character == "\t"
        ? String(repeating: " ", count: tabStop - column % tabStop)
        : Escaping.visible(String(character))
      let start = column
      column += DisplayWidth.of(text)
      return Piece(text: text, start: start, end: column)
    }
  }

  /// The columns of a long line that are shown: a little before the mark, and what follows.
  private struct Window {
    let columns: Range<Int>
    let cutsStart: Bool

    init(whole: Int, mark: Range<Int>, room: Int) {
      let room = max(room, 4)
      if whole <= room {
        columns = 0..<whole
        cutsStart = false
      } else if mark.upperBound < room {
        columns = 0..<(room - 1)
        cutsStart = false
      } else if whole - mark.lowerBound < room - 1 - room / 4 {
        columns = (whole - room + 1)..<whole
        cutsStart = true
      } else {
        let start = mark.lowerBound - max(0, min(room / 4, room - 2 - mark.count))
        columns = start..<(start + room - 2)
        cutsStart = start > 0
      }
    }
  }
}

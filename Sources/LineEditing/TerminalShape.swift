import CEditline
#if canImport(Glibc)
import Glibc
#endif

/// How large a terminal is.
package struct TerminalShape: Sendable, Hashable {
  /// The width in columns.
  package let columns: Int
  /// The height in rows.
  package let rows: Int

  /// A size given by hand.
  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  /// The size of the terminal behind a descriptor; where there is none, `COLUMNS` and `LINES`
  /// from the environment, else 80 by 24.
  package static func current(
    of descriptor: Int32 = 1,
    environment: [String: String] = [:]
  ) -> TerminalShape {
    var columns: Int32 = 0
    var rows: Int32 = 0
    if unsafe ceditline_window_size(descriptor, &columns, &rows) {
      return TerminalShape(columns: Int(columns), rows: rows > 0 ? Int(rows) : 24)
    }
    return TerminalShape(
      columns: positive(environment["COLUMNS"]) ?? 80,
      rows: positive(environment["LINES"]) ?? 24
    )
  }

  /// Whether a descriptor is a terminal.
  package static func isTerminal(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1
  }

  private static func positive(_ text: String?) -> Int? {
    text.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
  }
}

/// What the terminal of standard input shows of itself while nobody reads from it.
package enum TerminalEcho {
  /// Whether what is typed appears at once; else it waits, unseen, for whoever reads next.
  package static func set(_ isOn: Bool) { ceditline_set_echo(0, isOn) }
}

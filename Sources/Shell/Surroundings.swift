package import Values

/// Where a conversation takes place: what it writes to, how much room there is, who watches.
package struct Surroundings {
  /// Where result tables go.
  package var results: (String) -> Void
  /// Where everything else goes: reading lines, footers, load reports.
  package var messages: (String) -> Void
  /// Where diagnostics go.
  package var errors: (String) -> Void
  /// How diagnostics are written.
  package var errorStyle: ErrorStyle
  /// Whether results go to a person's screen rather than to a pipe or a file.
  package var isScreen: Bool
  /// Whether all results go to one file, which is read as a whole by a machine.
  package var gathersResults = false
  /// The columns and rows of the screen, as they are now.
  private var screen: () -> (columns: Int, rows: Int)
  /// Whether the screen can show line characters.
  package var drawsLines: Bool
  /// Whether the screen may show colour.
  package var showsColor: Bool
  /// Whether times are told; not in transcripts, which are compared.
  package var tellsTime: Bool
  /// Watches long work.
  package var monitor: WorkMonitor
  /// Called when long work is over, to take a progress line away.
  package var workIsOver: () -> Void
  /// The statements of before; nil where nobody keeps them.
  package var history: StatementHistory?
  /// The keys there are, and what they do; none where nobody types.
  package var keys: [(keys: String, meaning: String)] = []
  /// Called before and behind what is to be read as one page: a pager may show it.
  package var page: (begins: () -> Void, ends: () -> Void) = ({}, {})
  /// How long the statement at hand may take.
  let timeLimit = TimeLimit()

  /// A place to talk; leave out what is plain.
  ///
  /// Diagnostics go where messages go, unless `errors` says otherwise.
  package init(
    results: @escaping (String) -> Void,
    messages: @escaping (String) -> Void,
    errors: ((String) -> Void)? = nil,
    errorStyle: ErrorStyle = .text,
    isScreen: Bool = false,
    screen: @escaping () -> (columns: Int, rows: Int) = { (80, 48) },
    drawsLines: Bool = true,
    showsColor: Bool = false,
    tellsTime: Bool = true,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (_ what: String, _ part: Double) -> Void = { _, _ in },
    workIsOver: @escaping () -> Void = {}
  ) {
    self.results = results
    self.messages = messages
    self.errors = errors ?? messages
    self.errorStyle = errorStyle
    self.isScreen = isScreen
    self.screen = screen
    self.drawsLines = drawsLines
    self.showsColor = showsColor
    self.tellsTime = tellsTime
    let limit = timeLimit
    monitor = WorkMonitor(isCancelled: { isCancelled() || limit.isOver }, report: progress)
    self.workIsOver = workIsOver
  }
}

extension Surroundings {
  /// The same place, where nothing is heard but diagnostics.
  var hushed: Surroundings {
    var hushed = self
    hushed.results = { _ in }
    hushed.messages = { _ in }
    hushed.isScreen = false
    return hushed
  }

  /// Makes the screen one of so many columns and rows, whatever it is.
  package mutating func fix(columns: Int, rows: Int) { screen = { (columns, rows) } }

  /// The columns of the screen.
  package var width: Int { screen().columns }

  /// The rows of the screen.
  package var height: Int { screen().rows }
}

/// A text stream that hands on what it is given.
struct Stream: TextOutputStream {
  let sink: (String) -> Void

  mutating func write(_ string: String) { sink(string) }
}

/// How diagnostics are written.
package enum ErrorStyle: String, Sendable, CaseIterable {
  /// For a person: what, where, the line with its mark, a fix.
  case text
  /// For a reader that speaks: a line each, without marks.
  case plain
  /// For an editor: an object a line.
  case json
}

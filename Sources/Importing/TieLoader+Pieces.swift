import Graph
import Synchronization
import Values

/// Reading a file by several threads.
extension TieLoader {
  /// All rows, read by several threads; nil where they are to be read in their order.
  ///
  /// Throws where it was asked to stop.
  mutating func readTogether(
    _ scanner: borrowing RowScanner
  ) throws(ImportError) -> [TiePiece]? {
    let size = scanner.window.size
    guard sharing.threads > 1, size > pieceSize,
      let file = FileInPieces(scanner, pieceSize: pieceSize)
    else { return nil }
    plan.isPiecewise = true
    let board = PieceBoard(scanner.watch, size: size)
    let rowsOfByte = Double(rows) / Double(size)
    var ranges = file.pieces
    while !ranges.isEmpty {
      guard readRound(ranges, of: file, board, rowsOfByte) else { throw .stopped }
      guard let rest = board.takeRest() else { return nil }
      ranges = rest
      if numbering.isFull { numbering = numbering.grown() }
    }
    var start = TiePiece(ties: TieBuffer(weighted: plan.isWeighted, timed: plan.time > 0))
    start.lines = scanner.nextLine - 1
    start.commentLines = scanner.commentLines
    start.latin1 = scanner.latin1
    return [start] + board.takePieces()
  }

  /// Reads pieces until the numbering is full; false where it was asked to stop.
  private func readRound(
    _ ranges: [Range<Int>],
    of file: FileInPieces,
    _ board: PieceBoard,
    _ rowsOfByte: Double
  ) -> Bool {
    let (plan, numbering) = (plan, numbering)
    return sharing.run(ranges.count) { next in
      while let index = next() {
        let range = ranges[index]
        guard !numbering.isFull, !board.needsOrder else {
          board.leave(range)
          continue
        }
        do throws(ImportError) {
          var scanner = try RowScanner(range, of: file, watch: board.watch)
          let rows = Int(Double(range.count) * rowsOfByte)
          var intake = TieIntake(plan, numbering, expecting: rows, coded: board.isCoded)
          try intake.takeAll(&scanner)
          board.take(intake.piece, of: range)
        } catch {
          // Whatever it is, reading in order comes upon it too, and can say where.
          board.giveUp()
        }
      }
    }
  }
}

/// What threads have read of a file so far.
private final class PieceBoard: Sendable {
  private struct State: Sendable {
    var read: [(start: Int, piece: TiePiece)] = []
    var rest: [Range<Int>] = []
    var isCoded = true
    var needsOrder = false
    var watch: WorkWatch
    var bytes = 0
  }

  /// The watch over the reading of the file.
  let watch: WorkWatch
  private let size: Int
  private let state: Mutex<State>

  init(_ watch: WorkWatch, size: Int) {
    self.watch = watch
    self.size = size
    state = Mutex(State(watch: watch))
  }

  /// Whether no piece has had too many weights for codes.
  var isCoded: Bool { state.withLock { $0.isCoded } }

  /// Whether the rows must be read in their order.
  var needsOrder: Bool { state.withLock { $0.needsOrder } }

  /// Notes that the rows must be read in their order.
  func giveUp() { state.withLock { $0.needsOrder = true } }

  /// Leaves a piece for later.
  func leave(_ range: Range<Int>) { state.withLock { $0.rest.append(range) } }

  /// Takes what a piece came to, and tells how far the file is read.
  func take(_ piece: consuming TiePiece, of range: Range<Int>) {
    let piece = piece
    state.withLock { state in
      let end = piece.rest ?? range.upperBound
      if end < range.upperBound { state.rest.append(end..<range.upperBound) }
      if piece.needsOrder { state.needsOrder = true }
      if !piece.ties.isCoded { state.isCoded = false }
      state.read.append((range.lowerBound, piece))
      state.bytes += end - range.lowerBound
      // Where it was asked to stop, the next piece is not handed out.
      try? state.watch.reached(state.bytes, of: size)
    }
  }

  /// What is left to read, in order; nil where the rows must be read in their order.
  func takeRest() -> [Range<Int>]? {
    state.withLock { state in
      defer { state.rest = [] }
      return state.needsOrder ? nil : state.rest.sorted { $0.lowerBound < $1.lowerBound }
    }
  }

  /// The pieces that were read, in order.
  func takePieces() -> [TiePiece] {
    let read = state.withLock { state in
      defer { state.read = [] }
      return state.read
    }
    return read.sorted { $0.start < $1.start }.map(\.piece)
  }
}

/// What is to be done with the rows of a file of ties.
struct TiePlan: Sendable {
  /// The whole plan.
  let load: LoadPlan
  /// The columns of a tie; -1 for one that is not there.
  let source: Int
  let target: Int
  let weight: Int
  let time: Int
  /// How weights become ours.
  let scale: Scale
  /// Whether ties carry weights.
  let isWeighted: Bool
  /// Where plain rows have their cells; nil where every row takes a closer look.
  let plain: PlainLayout?
  /// Whether the file is read in pieces, so that a name's place in it counts.
  var isPiecewise = false
  /// How many people there were, and how many bytes their names take.
  private let people: Int
  private let nameBytes: Int

  /// What a plan says about ties that come to a graph.
  init(_ plan: LoadPlan, into graph: Graph) {
    load = plan
    source = plan[.source]
    target = plan[.target]
    weight = plan[.weight]
    time = plan[.time]
    scale = plan.scale
    isWeighted = plan.thing == .trust || plan[.weight] > 0
    people = graph.people.count
    nameBytes = graph.people.memory
    let isPlain = source > 0 && target > 0 && weight != 0 && time < 0
    if isPlain, !plan.usesLines, case .byte(let separator) = plan.dialect.separator {
      plain = PlainLayout(
        source: source,
        target: target,
        weight: weight,
        width: plan.columns.count,
        separator: separator
      )
    } else {
      plain = nil
    }
  }

  /// Whether there is room for a few more rows from each of many threads.
  func hasRoom(beside numbering: NameNumbering, ties: Int) -> Bool {
    let margin = 64 * 2 * TieIntake.batch
    return numbering.count < NameNumbering.mostNames - margin
      && people + numbering.count < GraphLimits.people - margin
      && nameBytes + numbering.bytes < GraphLimits.nameBytes - margin * GraphLimits.nameLength
      && ties < GraphLimits.ties - margin
  }
}

/// What one piece of a file of ties comes to; a piece may be the whole file.
struct TiePiece: Sendable {
  /// The ties, whose people are numbered by the numbering of the load.
  var ties: TieBuffer
  /// How many rows it has, and how many of them cannot be used.
  var rows = 0
  var refused = 0
  /// The first rows that cannot be used, at lines of the piece.
  var refusals: [LoadReport.Refusal] = []
  /// How many ties of somebody with themselves were dropped.
  var selfTies = 0
  /// How many ties have no weight where others do.
  var unweighted = 0
  /// From where to where the weights run, before scaling, at lines of the piece.
  var span = WeightSpan()
  /// How many lines it has, of which so many are comments.
  var lines = 0
  var commentLines = 0
  /// How many cells were not UTF-8, and the line of the first.
  var latin1 = (cells: 0, firstLine: 0)
  /// Where reading is to go on, behind what there was room for; nil at the end.
  var rest: Int?
  /// Whether something in it depends on what stands before: a quote opens on one line and does not
  /// close there, so that no line behind it is known to begin a row, or there is no room.
  var needsOrder = false

  /// A piece of these ties.
  init(ties: TieBuffer) { self.ties = ties }

  /// The pieces of a file, in order, as one; their ties apart.
  static func joined(_ pieces: [TiePiece]) -> (whole: TiePiece, ties: [TieBuffer]) {
    var whole = TiePiece(ties: TieBuffer(weighted: false))
    for piece in pieces {
      whole.rows += piece.rows
      whole.refused += piece.refused
      let lines = whole.lines
      whole.refusals += piece.refusals.prefix(5 - whole.refusals.count).map {
        LoadReport.Refusal(line: $0.line + lines, column: $0.column, reason: $0.reason)
      }
      whole.selfTies += piece.selfTies
      whole.unweighted += piece.unweighted
      whole.span.take(piece.span, behind: lines)
      if whole.latin1.cells == 0 { whole.latin1.firstLine = piece.latin1.firstLine + lines }
      whole.latin1.cells += piece.latin1.cells
      whole.commentLines += piece.commentLines
      whole.lines += piece.lines
    }
    return (whole, pieces.map(\.ties))
  }
}

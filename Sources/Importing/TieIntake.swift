import Graph
import Values

/// Takes rows that are ties between people: follows, trust, any other relation.
///
/// Rows wait until there are some dozens, and are numbered together. Unsafe inside: the names that
/// wait are pointers into the window, which does not move before they are numbered.
@safe struct TieIntake: ~Copyable {
  /// How many rows wait for each other.
  static let batch = 64

  private let plan: TiePlan
  private var clerk: NameClerk
  private(set) var piece: TiePiece
  private var ends: [UInt64] = []
  private var weights: WeightBuffer?
  private var times: [Instant?]?
  private var codes = CodeCache()
  private var waiting = 0
  private let names: UnsafeMutablePointer<PlacedName>
  private let numbers: UnsafeMutablePointer<UInt32>
  private let pairs: UnsafeMutablePointer<UInt64>
  private let waitingCodes: UnsafeMutablePointer<UInt16>
  private let waitingWeights: UnsafeMutablePointer<Double>

  /// An intake by the plan, which expects about so many rows.
  init(_ plan: TiePlan, _ numbering: NameNumbering, expecting rows: Int, coded: Bool) {
    self.plan = plan
    clerk = NameClerk(numbering)
    weights = plan.isWeighted ? WeightBuffer(coded: coded) : nil
    times = plan.time > 0 ? [] : nil
    piece = TiePiece(ties: TieBuffer(weighted: false))
    ends = Array(roomInLargePages: rows)
    weights?.reserve(rows)
    unsafe names = .allocate(capacity: 2 * TieIntake.batch)
    unsafe numbers = .allocate(capacity: 2 * TieIntake.batch)
    unsafe pairs = .allocate(capacity: TieIntake.batch)
    unsafe waitingCodes = .allocate(capacity: TieIntake.batch)
    unsafe waitingCodes.initialize(repeating: 0, count: TieIntake.batch)
    unsafe waitingWeights = .allocate(capacity: TieIntake.batch)
    unsafe waitingWeights.initialize(repeating: 1, count: TieIntake.batch)
  }

  deinit {
    unsafe names.deallocate()
    unsafe numbers.deallocate()
    unsafe pairs.deallocate()
    unsafe waitingCodes.deallocate()
    unsafe waitingWeights.deallocate()
  }

  /// Takes all rows of a scanner, or of a piece of a file those until the numbering is full.
  ///
  /// Throws what is wrong with the file.
  mutating func takeAll(_ row: inout RowScanner) throws(ImportError) {
    let firstLine = row.nextLine
    while try takeSome(&row) {
      guard clerk.numbering.isFull else { continue }
      if plan.isPiecewise {
        piece.rest = row.fileOffset
        break
      }
      clerk.numbering = clerk.numbering.grown()
    }
    piece.lines = row.nextLine - firstLine
    piece.commentLines = row.commentLines
    piece.latin1 = row.latin1
    piece.ties = TieBuffer(ends: ends, weights: weights, times: times)
    ends = []
  }

  /// The numbering, which may have grown.
  var numbering: NameNumbering { clerk.numbering }

  /// Takes rows until some dozens wait, or one that is unusual was taken; false at the end.
  private mutating func takeSome(_ row: inout RowScanner) throws(ImportError) -> Bool {
    if let layout = plan.plain, plan.hasRoom(beside: clerk.numbering, ties: ends.count) {
      let isCoded = weights?.isCoded ?? false
      while waiting < TieIntake.batch {
        let before = (row.position, row.nextLine)
        guard let plain = row.plainRow(layout) else { break }
        if plan.weight > 0, !weigh(plain, isCoded, row.line) {
          row.goBack(to: before)
          break
        }
        let places = unsafe places(
          row.offset(of: plain.source.start),
          row.offset(of: plain.target.start)
        )
        unsafe wait(
          PlacedName(
            key: plain.sourceKey,
            place: places.source,
            start: plain.source.start,
            length: plain.source.count
          ),
          PlacedName(
            key: plain.targetKey,
            place: places.target,
            start: plain.target.start,
            length: plain.target.count
          )
        )
        piece.rows += 1
      }
      let isBatch = waiting == TieIntake.batch
      settle()
      if isBatch { return true }
    }
    guard try row.advance() else { return false }
    piece.rows += 1
    do throws(RowTrouble) {
      if let trouble = row.trouble { throw trouble }
      try take(&row)
    } catch {
      if error.kind == .unclosedQuote || error.kind == .noRoom { piece.needsOrder = true }
      piece.refused += 1
      if piece.refused <= 5 { piece.refusals.append(row.refusal(of: error, by: plan.load)) }
    }
    if row.nextLine > row.line + 1 { piece.needsOrder = true }
    return !(piece.needsOrder && plan.isPiecewise)
  }

  /// Notes what the weight of a plain row is; false where that takes a closer look.
  private mutating func weigh(_ row: PlainRow, _ isCoded: Bool, _ line: Int) -> Bool {
    let (start, count) = unsafe row.weight
    let key = unsafe count <= 8 ? NameBytes.word(start, count: count) : 0
    if isCoded, key != 0, let code = codes[key] {
      unsafe waitingCodes[waiting] = code
      return true
    }
    let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
    guard case .number(let written) = unsafe DecimalText.read(bytes.span) else { return false }
    let weight = plan.scale == .none ? written : plan.scale.apply(written)
    if isCoded {
      guard let code = weights?.code(of: weight) else { return false }
      unsafe waitingCodes[waiting] = code
      codes.keep(code, for: key)
    } else {
      unsafe waitingWeights[waiting] = weight
    }
    piece.span.take(written) {
      (line, unsafe RowScanner.character(at: start, from: row.start))
    }
    return true
  }

  /// The places of two names of a row, by where they stand.
  ///
  /// A source comes before its target, whichever column is first. Read in order, names need none.
  @inline(__always)
  private func places(_ source: UInt64, _ target: UInt64) -> (source: UInt64, target: UInt64) {
    plan.isPiecewise ? (min(source, target), max(source, target)) : (0, 0)
  }

  private mutating func wait(_ source: PlacedName, _ target: PlacedName) {
    unsafe names[2 * waiting] = source
    unsafe names[2 * waiting + 1] = target
    waiting += 1
  }

  /// Adds the ties that wait, in the order they came.
  private mutating func settle() {
    guard waiting > 0 else { return }
    let isCoded = plan.weight > 0 && weights?.isCoded == true
    unsafe clerk.number(UnsafeBufferPointer(start: names, count: 2 * waiting), into: numbers)
    var kept = 0
    for index in 0..<waiting {
      let source = unsafe numbers[2 * index]
      let target = unsafe numbers[2 * index + 1]
      unsafe pairs[kept] = UInt64(source) << 32 | UInt64(target)
      unsafe waitingCodes[kept] = waitingCodes[index]
      unsafe waitingWeights[kept] = waitingWeights[index]
      kept += source == target ? 0 : 1
    }
    piece.selfTies += waiting - kept
    waiting = 0
    unsafe ends.append(contentsOf: UnsafeBufferPointer(start: pairs, count: kept))
    if isCoded {
      unsafe weights?.append(codes: UnsafeBufferPointer(start: waitingCodes, count: kept))
    } else if weights != nil {
      for index in 0..<kept {
        unsafe weights?.append(plan.weight > 0 ? waitingWeights[index] : 1)
      }
    }
  }

  /// Takes the row the scanner stands on; nothing waits.
  private mutating func take(_ row: inout RowScanner) throws(RowTrouble) {
    let weighs = plan.weight > 0 ? try weight(of: row) : 1
    let moment = plan.time > 0 ? try row.time(plan.time) : nil
    guard let from = try row.name(plan.source, .source, sigil: UInt8(ascii: "@")) else {
      throw RowTrouble(.missing, column: plan.source, role: .source)
    }
    guard let to = try row.name(plan.target, .target, sigil: UInt8(ascii: "@")) else {
      throw RowTrouble(.missing, column: plan.target, role: .target)
    }
    guard plan.hasRoom(beside: clerk.numbering, ties: ends.count) else {
      throw RowTrouble(.noRoom, column: plan.source, role: .source)
    }
    let places = places(row.offset(of: plan.source), row.offset(of: plan.target))
    wait(from.placed(at: places.source), to.placed(at: places.target))
    unsafe clerk.number(UnsafeBufferPointer(start: names, count: 2), into: numbers)
    waiting = 0
    guard unsafe numbers[0] != numbers[1] else {
      piece.selfTies += 1
      return
    }
    unsafe ends.append(UInt64(numbers[0]) << 32 | UInt64(numbers[1]))
    weights?.append(weighs)
    times?.append(moment)
  }

  /// The scaled weight; NaN where follows come without trust.
  private mutating func weight(of row: borrowing RowScanner) throws(RowTrouble) -> Double {
    guard let written = try row.number(plan.weight, .weight) else {
      guard plan.load.thing == .follows else {
        throw RowTrouble(.missing, column: plan.weight, role: .weight)
      }
      piece.unweighted += 1
      return .nan
    }
    piece.span.take(written, in: plan.weight, of: row)
    return plan.scale == .none ? written : plan.scale.apply(written)
  }
}

/// The codes of the weights seen last, by their text; a text has two slots it may be in.
private struct CodeCache {
  private var kept = Array(repeating: (key: UInt64(0), code: UInt16(0)), count: 4_096)

  /// The code of a text of up to eight bytes.
  subscript(key: UInt64) -> UInt16? {
    let slot = CodeCache.slot(key)
    if kept[slot].key == key { return kept[slot].code }
    return kept[slot ^ 1].key == key ? kept[slot ^ 1].code : nil
  }

  /// Keeps the code of a text; a key of 0 is none.
  mutating func keep(_ code: UInt16, for key: UInt64) {
    guard key != 0 else { return }
    let slot = CodeCache.slot(key)
    kept[slot ^ 1] = kept[slot]
    kept[slot] = (key, code)
  }

  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 52)
  }
}

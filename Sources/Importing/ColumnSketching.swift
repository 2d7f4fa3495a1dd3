/// Gathers what the cells of one column have in common.
struct ColumnSketching {
  /// How many different values are counted one by one before they are estimated.
  private static let exactly = 2_000

  private var counts: [CellKind: Int] = [:]
  private var samples: [String] = []
  private var missing = 0
  private var seen: Set<UInt64> = []
  /// The part of all hashes that is kept: those below 2^(64 - `thinning`).
  private var thinning: UInt64 = 0
  private var least = Double.infinity
  private var greatest = -Double.infinity

  /// Takes the cell of one more row.
  ///
  /// Values are told apart by a hash of their bytes. Where there are many, half of the hashes are
  /// forgotten, again and again, and what is left stands for the rest.
  mutating func take(_ cell: String) {
    guard let kind = CellKind(cell) else {
      missing += 1
      return
    }
    counts[kind, default: 0] += 1
    if kind == .number, let number = CellKind.number(cell) {
      least = min(least, number)
      greatest = max(greatest, number)
    }
    if samples.count < 5, !samples.contains(cell) { samples.append(cell) }
    let hash = ColumnSketching.hash(cell)
    guard hash.leadingZeroBitCount >= thinning else { return }
    seen.insert(hash)
    if seen.count > ColumnSketching.exactly {
      thinning += 1
      seen = seen.filter { $0.leadingZeroBitCount >= thinning }
    }
  }

  /// The kind of the column: that of all its cells, else text; nil of none.
  var kind: CellKind? { counts.count == 1 ? counts.keys.first : counts.isEmpty ? nil : .text }

  /// What was gathered.
  func sketch(number: Int, name: String) -> FileDescription.ColumnSketch {
    FileDescription.ColumnSketch(
      number: number,
      name: name,
      kind: kind?.rawValue ?? "",
      samples: samples,
      distinct: seen.count << Int(thinning),
      isEstimate: thinning > 0,
      missing: missing,
      bounds: least <= greatest ? least...greatest : nil
    )
  }

  /// A 64-bit FNV-1a hash, mixed so that its leading bits may be counted; the same on every run.
  private static func hash(_ cell: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in cell.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
    return hash ^ hash >> 32
  }
}

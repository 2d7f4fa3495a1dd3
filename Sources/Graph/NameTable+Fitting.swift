extension NameTable {
  /// How a name fits what was typed of it, best first.
  package enum Fit: Int, Sendable, Comparable, CaseIterable {
    /// It begins so.
    case beginning
    /// A later part of it begins so: behind `_`, `.`, `-`, `:` or a space.
    case part
    /// It has what was typed inside.
    case inside
    /// It has the letters that were typed, in their order.
    case scattered

    package static func < (left: Fit, right: Fit) -> Bool { left.rawValue < right.rawValue }
  }

  /// The numbers of the names that fit best what was typed, whatever the case of the letters a to
  /// z: at most so many, those of most weight first, then those of lower number.
  ///
  /// Those that fit less well are left out where others fit better. Complexity: O(bytes).
  package func fitting(
    _ typed: String,
    limit: Int,
    weight: (UInt32) -> Int
  ) -> (fit: Fit, numbers: [UInt32])? {
    let wanted = typed.utf8.map(\.foldingCase)
    var beginnings = Heaviest(limit: limit)
    unsafe bytes.withUnsafeBufferPointer { bytes in
      for number in 0..<UInt32(count) {
        let name = unsafe UnsafeBufferPointer(rebasing: bytes[range(of: number)])
        if unsafe name.has(wanted, at: 0) { beginnings.add(number, weight(number)) }
      }
    }
    if !beginnings.isEmpty { return (.beginning, beginnings.numbers) }
    var others = Fit.allCases.map { (fit: $0, names: Heaviest(limit: limit)) }
    var best = Fit.scattered
    unsafe bytes.withUnsafeBufferPointer { bytes in
      for number in 0..<UInt32(count) {
        let name = unsafe UnsafeBufferPointer(rebasing: bytes[range(of: number)])
        guard let fit = unsafe name.fit(wanted, atLeast: best) else { continue }
        others[fit.rawValue].names.add(number, weight(number))
        best = fit
      }
    }
    return others.first { !$0.names.isEmpty }.map { ($0.fit, $0.names.numbers) }
  }

  /// The number of the first name that is the same but for the case of the letters a to z; nil
  /// where there is none.
  ///
  /// Complexity: O(bytes).
  package func number(ignoringCaseOf name: String) -> UInt32? {
    let wanted = name.utf8.map(\.foldingCase)
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      (0..<UInt32(count)).first { number in
        let range = range(of: number)
        guard range.count == wanted.count else { return false }
        return unsafe UnsafeBufferPointer(rebasing: bytes[range]).has(wanted, at: 0)
      }
    }
  }
}

/// The numbers of most weight among those it is given, in order.
private struct Heaviest {
  private let limit: Int
  private var held: [(weight: Int, number: UInt32)] = []

  /// Room for so many.
  init(limit: Int) { self.limit = limit }

  var isEmpty: Bool { held.isEmpty }
  var numbers: [UInt32] { held.map(\.number) }

  /// Takes a number in where it is among the heaviest; numbers come in ascending order.
  mutating func add(_ number: UInt32, _ weight: Int) {
    if held.count >= limit {
      guard let lightest = held.last, lightest.weight < weight else { return }
      held.removeLast()
    }
    var (low, high) = (0, held.count)
    while low < high {
      let middle = (low + high) / 2
      if held[middle].weight >= weight { low = middle + 1 } else { high = middle }
    }
    held.insert((weight, number), at: low)
  }
}

extension UInt8 {
  /// The small letter of a capital one of a to z; else itself.
  fileprivate var foldingCase: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }

  /// Whether a part of a name ends with it.
  fileprivate var isJoint: Bool { " _-.:".utf8.contains(self) }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether what is wanted stands at a place, whatever the case.
  fileprivate func has(_ wanted: [UInt8], at start: Int) -> Bool {
    guard count - start >= wanted.count else { return false }
    for offset in 0..<wanted.count
    where unsafe self[start + offset].foldingCase != wanted[offset] {
      return false
    }
    return true
  }

  /// How it fits what is wanted, but for a beginning; nil where it does not fit as well as others.
  fileprivate func fit(_ wanted: [UInt8], atLeast least: NameTable.Fit) -> NameTable.Fit? {
    guard count > wanted.count, wanted.count > 1 else { return nil }
    // Most names lack a letter, and then fit in no way.
    let mayBeScattered = wanted.count > 2 && least == .scattered
    if mayBeScattered, unsafe !hasLetters(of: wanted) { return nil }
    var isInside = false
    for start in 1...(count - wanted.count) where unsafe has(wanted, at: start) {
      if unsafe self[start - 1].isJoint { return .part }
      isInside = true
    }
    if isInside { return least == .part ? nil : .inside }
    return mayBeScattered ? .scattered : nil
  }

  /// Whether it has these letters in their order.
  private func hasLetters(of wanted: [UInt8]) -> Bool {
    var found = 0
    for offset in 0..<count where unsafe self[offset].foldingCase == wanted[found] {
      found += 1
      if found == wanted.count { return true }
    }
    return false
  }
}

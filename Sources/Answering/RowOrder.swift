import Graph
import Query
import Values

/// A total order of people: keys, then handles; what is missing comes last in any direction.
///
/// Once cancelled the rows come back in some order: whoever watches throws them away.
struct RowOrder {
  /// One key: everybody's values, and the direction.
  struct Key {
    let cells: Attribute.Cells
    let isAscending: Bool

    /// A key; without a direction numbers go down, texts and dates up.
    init(_ cells: Attribute.Cells, isAscending: Bool? = nil) {
      self.cells = cells
      if case .numbers = cells {
        self.isAscending = isAscending ?? false
      } else {
        self.isAscending = isAscending ?? true
      }
    }
  }

  let keys: [Key]
  let people: PersonNames
  /// Tells when to stop.
  var monitor = WorkMonitor.unwatched

  /// The people in order, at least the first so many of them and all who equal the last of these;
  /// nil means all.
  ///
  /// Complexity: O(n log n) comparisons; for the first few by one number O(n).
  func sorted(_ rows: [PersonID], first count: Int? = nil) -> [PersonID] {
    if keys.count == 1, case .numbers(let numbers) = keys[0].cells {
      let values = rows.map { numbers[Int($0)] }
      return sorted(rows, first: count, by: values, isAscending: keys[0].isAscending)
    }
    guard !keys.isEmpty else { return byHandle(rows) }
    return rows.sorted(watchedBy: monitor) { left, right in
      for key in keys {
        let order = key.compare(Int(left), Int(right))
        if order != 0 { return order < 0 }
      }
      return people[left] < people[right]
    }
  }

  /// The common case: one number a person, given beside the rows.
  ///
  /// Equals are put in the order of their handles after the numbers are sorted, so that handles are
  /// read for equals only.
  func sorted(
    _ rows: [PersonID],
    first count: Int?,
    by numbers: [Double],
    isAscending: Bool
  ) -> [PersonID] {
    let sign: Double = isAscending ? 1 : -1
    let last = count.flatMap { self.last(ofFirst: $0, of: numbers, sign) }
    var keyed: [(key: Double, person: PersonID)] = []
    var missing: [PersonID] = []
    for (number, person) in zip(numbers, rows) {
      let key = number * sign
      if let last {
        if key <= last { keyed.append((key, person)) }
      } else if key.isNaN {
        missing.append(person)
      } else {
        keyed.append((key, person))
      }
    }
    keyed = keyed.sorted(watchedBy: monitor) { $0.key < $1.key }
    var result: [PersonID] = []
    result.reserveCapacity(keyed.count + missing.count)
    var start = 0
    while start < keyed.count {
      var end = start + 1
      while end < keyed.count, keyed[end].key == keyed[start].key { end += 1 }
      result += byHandle(keyed[start..<end].map(\.person))
      start = end
    }
    return result + byHandle(missing)
  }

  /// The least number that the first so many do not exceed; nil where not many more have one.
  ///
  /// Gathers twice as many of the least as are wanted, and halves them again and again. Complexity:
  /// O(n) comparisons, expected.
  private func last(ofFirst count: Int, of numbers: [Double], _ sign: Double) -> Double? {
    guard count > 0, numbers.count / 4 > count else { return nil }
    var least: [Double] = []
    var bound = Double.infinity
    for number in numbers {
      let key = number * sign
      guard key < bound else { continue }
      least.append(key)
      if least.count == count * 2 {
        least.sort()
        least.removeLast(count)
        bound = least[count - 1]
      }
    }
    least.sort()
    return least.count < count ? nil : least[count - 1]
  }

  /// People in the order of their handles.
  private func byHandle(_ rows: [PersonID]) -> [PersonID] {
    guard rows.count > 1, !monitor.isCancelled() else { return rows }
    if let ordered = byBeginning(rows) { return ordered }
    var isStopped = false
    let handles = rows.enumerated().map { index, person in
      if index & 0x3FFF == 0 { isStopped = isStopped || monitor.isCancelled() }
      return (handle: isStopped ? "" : people[person], person: person)
    }
    return handles.sorted(watchedBy: monitor) { $0.handle < $1.handle }.map(\.person)
  }

  /// The same where all handles are ASCII: their beginnings are compared, and the handles themselves
  /// only of those that begin alike; nil elsewhere.
  private func byBeginning(_ rows: [PersonID]) -> [PersonID]? {
    var keyed: [(beginning: UInt64, person: PersonID)] = []
    keyed.reserveCapacity(rows.count)
    for person in rows {
      guard let beginning = people.handles.beginning(of: person) else { return nil }
      keyed.append((beginning, person))
    }
    return keyed.sorted(watchedBy: monitor) { left, right in
      guard left.beginning == right.beginning else { return left.beginning < right.beginning }
      return people[left.person] < people[right.person]
    }.map(\.person)
  }
}

extension Array {
  /// The elements in order; once cancelled as they are.
  fileprivate func sorted(
    watchedBy monitor: WorkMonitor,
    by precedes: (Element, Element) -> Bool
  ) -> [Element] {
    var asked = 0
    let sorted = try? self.sorted { left, right in
      asked &+= 1
      if asked & 0xFFFF == 0, monitor.isCancelled() { throw Cancelled() }
      return precedes(left, right)
    }
    return sorted ?? self
  }
}

extension RowOrder.Key {
  /// Below 0 where the left row comes first, above 0 where the right one does, else 0.
  func compare(_ left: Int, _ right: Int) -> Int {
    let missing = (cells.isMissing(left), cells.isMissing(right))
    if missing.0 || missing.1 {
      return missing.0 == missing.1 ? 0 : missing.0 ? 1 : -1
    }
    let order =
      switch cells {
      case .numbers(let numbers): order(numbers[left], numbers[right])
      case .texts(let texts): order(texts[left] ?? "", texts[right] ?? "")
      case .flags(let flags): order(flags[left] == true ? 1 : 0, flags[right] == true ? 1 : 0)
      case .instants(let instants):
        order(instants[left]?.microseconds ?? 0, instants[right]?.microseconds ?? 0)
      }
    return isAscending ? order : -order
  }

  private func order<Value: Comparable>(_ left: Value, _ right: Value) -> Int {
    left < right ? -1 : right < left ? 1 : 0
  }
}

extension Double {
  /// The number rounded to 43 of its 53 bits: equal for what differs by rounding only.
  var withoutLastBits: Double {
    guard isNormal else { return self }
    let half: UInt64 = 1 << 9
    let rounded = Double(bitPattern: (bitPattern &+ half) & ~(2 * half - 1))
    return rounded.isFinite ? rounded : self
  }
}

import Graph
import Values

extension BlockReader {
  /// Numbers of things of which there are so many; `nobody` may stand where it says so.
  mutating func numbers(
    _ name: String,
    count: Int? = nil,
    below limit: Int,
    orNobody allowsNobody: Bool = false
  ) throws(SnapshotError) -> [UInt32] {
    let numbers: [UInt32] = try array(name, count: count)
    let odd =
      allowsNobody
      ? numbers.firstIndex { Int($0) >= limit && $0 != nobody }
      : numbers.firstIndex(notBelow: limit)
    if let odd {
      throw flaw(in: name, at: odd, "`\(name)` speaks of number \(numbers[odd]) of \(limit)")
    }
    return numbers
  }

  /// Where each of several pieces starts in an array of that length, and one end.
  mutating func starts<Number: BlockElement & FixedWidthInteger & Sendable>(
    _ name: String,
    pieces: Int? = nil,
    upTo end: Int
  ) throws(SnapshotError) -> [Number] {
    let starts: [Number] = try array(name, count: pieces.map { $0 + 1 })
    guard starts.first == 0, let last = starts.last, last == end else {
      throw flaw(in: name, "`\(name)` does not run from 0 to \(end)")
    }
    if let odd = starts.firstDescent { throw flaw(in: name, at: odd, "`\(name)` does not ascend") }
    return starts
  }

  /// Bytes that are UTF-8, cut into texts only between its characters.
  mutating func text<Number: BlockElement & FixedWidthInteger & Sendable>(
    _ name: String,
    pieces: Int? = nil
  ) throws(SnapshotError) -> (bytes: [UInt8], starts: [Number]) {
    let bytes: [UInt8] = try array("\(name).bytes")
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let place = error.byteOffsets.lowerBound
      throw flaw(in: "\(name).bytes", at: place, "`\(name)` is no UTF-8")
    }
    let starts: [Number] = try starts("\(name).starts", pieces: pieces, upTo: bytes.count)
    let cut = starts.firstIndex { start in
      start < bytes.count && UTF8.isContinuation(bytes[Int(start)])
    }
    if let cut { throw flaw(in: "\(name).starts", at: cut, "`\(name)` cuts a character") }
    return (bytes, starts)
  }

  /// Moments, nothing where there is none; in the order of time where that is asked for.
  mutating func moments(
    _ name: String,
    count: Int,
    inOrder isOrdered: Bool = false
  ) throws(SnapshotError) -> [Instant?] {
    let moments: [Int64] = try array(name, count: count)
    if isOrdered {
      let pairs = zip(moments, moments.dropFirst())
      if let odd = pairs.enumerated().first(where: { $0.element.0 > $0.element.1 })?.offset {
        throw flaw(in: name, at: odd + 1, "`\(name)` is not in the order of time")
      }
    }
    return moments.map { $0 == missingMoment ? nil : Instant(microseconds: $0) }
  }

  /// The first and the last moment of some; nil where none were written.
  mutating func outline(_ name: String) throws(SnapshotError) -> ClosedRange<Instant>? {
    guard has(name) else { return nil }
    let bounds = try moments(name, count: 2, inOrder: true)
    guard let first = bounds[0], let last = bounds[1] else {
      throw flaw(in: name, "`\(name)` lacks a moment")
    }
    return first...last
  }

  /// Numbers, each of which fulfils a condition.
  mutating func doubles(
    _ name: String,
    count: Int? = nil,
    where isSound: (Double) -> Bool
  ) throws(SnapshotError) -> [Double] {
    let numbers: [Double] = try array(name, count: count)
    if let odd = numbers.firstIndex(where: { !isSound($0) }) {
      throw flaw(in: name, at: odd, "`\(name)` holds \(numbers[odd])")
    }
    return numbers
  }

  /// Sentiments of so many events, each -1 to 1 or unknown.
  mutating func sentiments(_ name: String, count: Int) throws(SnapshotError) -> [Sentiment] {
    let steps: [UInt32] = try array(name, count: count)
    let sentiments = steps.map { Sentiment(steps: Int32(bitPattern: $0)) }
    if let odd = sentiments.firstIndex(where: { $0 != .unknown && Sentiment($0.value ?? 2) == nil })
    {
      throw flaw(in: name, at: odd, "`\(name)` holds what is no sentiment")
    }
    return sentiments
  }
}

extension Array where Element: FixedWidthInteger {
  /// Where the first number stands that is not below a limit; nil where all are.
  ///
  /// Complexity: O(count), as fast as memory where all are.
  func firstIndex(notBelow limit: Int) -> Int? {
    var most: Element = 0
    for number in self { most = Swift.max(most, number) }
    return isEmpty || most < limit ? nil : firstIndex { $0 >= limit }
  }

  /// Where a number stands before a smaller one; nil where none does.
  fileprivate var firstDescent: Int? {
    let numbers = span
    var isAscending = true
    for index in stride(from: 1, to: count, by: 1) {
      isAscending = isAscending && numbers[index - 1] <= numbers[index]
    }
    return isAscending ? nil : zip(self, dropFirst()).enumerated().first { $1.0 > $1.1 }?.offset
  }
}

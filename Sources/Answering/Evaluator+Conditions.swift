import Graph
import Query
import Syntax
import Values

/// For whom a condition holds, and for whom it does not; for the others it is unknown.
struct Truth {
  /// For whom it holds.
  var yes: PersonSet
  /// For whom it does not.
  var no: PersonSet
}

extension Truth {
  /// For whom a number compares with another, the commonest condition; unknown where it is missing.
  ///
  /// Complexity: O(people), 8 bytes read for each.
  fileprivate init(
    of numbers: [Double],
    _ comparator: ConditionSyntax.Comparator,
    _ number: Double
  ) {
    switch comparator {
    case .equal: self.init(of: numbers) { $0 == number }
    case .notEqual: self.init(of: numbers) { $0 != number }
    case .atMost: self.init(of: numbers) { $0 <= number }
    case .atLeast: self.init(of: numbers) { $0 >= number }
    case .less: self.init(of: numbers) { $0 < number }
    case .greater: self.init(of: numbers) { $0 > number }
    }
  }

  /// Whose number fulfils a condition, a word of 64 people at a time and without a branch.
  @inline(__always)
  private init(of numbers: [Double], where holds: (Double) -> Bool) {
    let values = numbers.span
    var yes: [UInt64] = []
    var no: [UInt64] = []
    for first in stride(from: 0, to: values.count, by: 64) {
      var (holding, failing): (UInt64, UInt64) = (0, 0)
      for place in 0..<min(64, values.count - first) {
        let value = values[first + place]
        let isKnown: UInt64 = value == value ? 1 : 0
        let isHeld: UInt64 = holds(value) ? isKnown : 0
        holding |= isHeld << UInt64(truncatingIfNeeded: place)
        failing |= (isKnown ^ isHeld) << UInt64(truncatingIfNeeded: place)
      }
      yes.append(holding)
      no.append(failing)
    }
    self.yes = PersonSet(universe: values.count, words: yes)
    self.no = PersonSet(universe: values.count, words: no)
  }
}

extension Evaluator {
  /// For whom a condition holds.
  ///
  /// A comparison with a missing value is unknown, and so is not it.
  mutating func truth(of condition: BoundCondition) throws(EvaluationError) -> Truth {
    switch condition {
    case .not(let inner):
      let truth = try truth(of: inner)
      return Truth(yes: truth.no, no: truth.yes)
    case .all(let parts):
      var result = Truth(yes: graph.everybody, no: PersonSet(universe: graph.personCount))
      for part in parts {
        let truth = try truth(of: part)
        result.yes = result.yes.intersection(truth.yes)
        result.no = result.no.union(truth.no)
      }
      return result
    case .any(let parts):
      var result = Truth(yes: PersonSet(universe: graph.personCount), no: graph.everybody)
      for part in parts {
        let truth = try truth(of: part)
        result.yes = result.yes.union(truth.yes)
        result.no = result.no.intersection(truth.no)
      }
      return result
    case .member(.flagged(let name, _)):
      return try truth(of: .flag(.attribute(name, isExplicit: true)))
    case .member(let set):
      let members = try people(set)
      return Truth(yes: members, no: graph.everybody.subtracting(members))
    case .compare(let left, let comparator, .number(let number, _)):
      return Truth(of: numbers(of: left), comparator, number)
    default: return truth(condition.test(numbers: numbers, cells: cells))
    }
  }

  private func truth(_ holds: (Int) -> Bool?) -> Truth {
    var yes = PersonSet(universe: graph.personCount)
    var no = yes
    for row in 0..<graph.personCount {
      switch holds(row) {
      case true?: yes.insert(PersonID(row))
      case false?: no.insert(PersonID(row))
      case nil: break
      }
    }
    return Truth(yes: yes, no: no)
  }

  /// A measure's values for everybody, of whatever kind.
  func cells(of measure: BoundMeasure) -> Attribute.Cells {
    switch measure {
    case .attribute(let name, _): graph.attribute(name)?.cells ?? .numbers([])
    case .defined(_, let inner): cells(of: inner)
    default: .numbers(numbers(of: measure))
    }
  }
}

extension BoundCondition {
  /// Tells of each row whether a condition that is made of no others holds; nil where that is
  /// unknown, because a value is missing.
  func test(
    numbers: (BoundMeasure) -> [Double],
    cells: (BoundMeasure) -> Attribute.Cells
  ) -> (Int) -> Bool? {
    switch self {
    case .compare(let left, let comparator, let right):
      let (first, second) = (numbers(left), numbers(right))
      return { row in
        first[row].isNaN || second[row].isNaN
          ? nil : comparator.holds(first[row], second[row])
      }
    case .between(let measure, let low, let high):
      let (values, lower, upper) = (numbers(measure), numbers(low), numbers(high))
      return { row in
        values[row].isNaN || lower[row].isNaN || upper[row].isNaN
          ? nil : lower[row] <= values[row] && values[row] <= upper[row]
      }
    case .isMissing(let measure):
      let cells = cells(measure)
      return { cells.isMissing($0) }
    case .compareText(let measure, _, _), .comparePerson(let measure, _, _),
      .matches(let measure, _):
      guard case .texts(let texts) = cells(measure) else { return { _ in nil } }
      return textTest(texts)
    case .flag(let measure):
      guard case .flags(let flags) = cells(measure) else { return { _ in nil } }
      return { flags[$0] }
    case .compareInstant(let measure, let comparator, let date):
      guard case .instants(let instants) = cells(measure) else { return { _ in nil } }
      return { instants[$0].map { comparator.holds($0, date) } }
    case .betweenInstants(let measure, let low, let high):
      guard case .instants(let instants) = cells(measure) else { return { _ in nil } }
      return { instants[$0].map { low.first <= $0 && $0 <= high.last } }
    case .member, .not, .all, .any: return { _ in nil }
    }
  }

  private func textTest(_ texts: [String?]) -> (Int) -> Bool? {
    switch self {
    case .compareText(_, let comparator, let text):
      let wanted = text.lowercased()
      return { texts[$0].map { comparator.holds($0.lowercased(), wanted) } }
    case .comparePerson(_, let comparator, let handle):
      return { texts[$0].map { comparator.holds($0, handle) } }
    case .matches(_, let pattern):
      let glob = Glob(pattern)
      return { texts[$0].map(glob.matches) }
    default: return { _ in nil }
    }
  }
}

extension Attribute.Cells {
  /// Whether a row has no value.
  func isMissing(_ row: Int) -> Bool {
    switch self {
    case .numbers(let numbers): numbers[row].isNaN
    case .texts(let texts): texts[row] == nil
    case .flags(let flags): flags[row] == nil
    case .instants(let instants): instants[row] == nil
    }
  }
}

extension ConditionSyntax.Comparator {
  /// Whether it holds between two values.
  func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .atMost: left <= right
    case .atLeast: left >= right
    case .less: left < right
    case .greater: left > right
    }
  }

  /// Whether it holds between a moment and a date, which stands for all its moments.
  func holds(_ moment: Instant, _ date: BoundDate) -> Bool {
    let isWithin = date.first <= moment && moment <= date.last
    return switch self {
    case .equal: isWithin
    case .notEqual: !isWithin
    case .atMost: moment <= date.last
    case .atLeast: moment >= date.first
    case .less: moment < date.first
    case .greater: moment > date.last
    }
  }
}

/// A pattern with `*` for any text and `?` for one character; case does not matter.
struct Glob {
  private let pattern: [Character]

  /// A pattern.
  init(_ pattern: String) { self.pattern = Array(pattern.lowercased()) }

  /// Whether a whole text fits.
  ///
  /// Complexity: O(pattern x text), without recursion.
  func matches(_ text: String) -> Bool {
    let text = Array(text.lowercased())
    var (at, position) = (0, 0)
    var star: (at: Int, position: Int)?
    while position < text.count {
      if at < pattern.count, pattern[at] == "*" {
        star = (at, position)
        at += 1
      } else if at < pattern.count, pattern[at] == "?" || pattern[at] == text[position] {
        (at, position) = (at + 1, position + 1)
      } else if let last = star {
        star = (last.at, last.position + 1)
        (at, position) = (last.at + 1, last.position + 1)
      } else {
        return false
      }
    }
    return pattern[at...].allSatisfy { $0 == "*" }
  }
}

import Diagnostics
import Graph
import Metrics
import Syntax
import Values

extension Binder {
  mutating func bind(_ condition: ConditionSyntax) -> BoundCondition? {
    switch condition {
    case .not(let inner): return bind(inner).map { .not($0) }
    case .all(let parts): return bindAll(parts).map { .all($0) }
    case .any(let parts): return bindAll(parts).map { .any($0) }
    case .isMissing(let measure): return bind(measure).map { .isMissing($0) }
    case .flag(let measure): return flag(measure)
    case .topic(let name):
      guard columns == nil else {
        reportTopicOfTable(name)
        return nil
      }
      return topic(name).map { .member(.topic($0.id, name: $0.name)) }
    case .matches(let measure, let pattern, _):
      guard let bound = bind(measure) else { return nil }
      guard kind(of: bound) == .text else {
        reportKind(bound, .text, at: measure.range)
        return nil
      }
      return .matches(attribute: bound, pattern: pattern)
    case .comparison(let measure, let comparator, let operand):
      return comparison(measure, comparator, operand)
    case .between(let measure, let low, let high): return between(measure, low, high)
    }
  }

  /// The kind of a value in a comparison, in words.
  fileprivate enum Kind: String {
    case number = "a number"
    case text = "text"
    case flag = "yes/no"
    case instant = "a date"
  }

  private func kind(of measure: BoundMeasure) -> Kind {
    switch cellKind(of: measure) {
    case .text, .person: .text
    case .flag: .flag
    case .instant: .instant
    case .number: .number
    }
  }

  private mutating func bindAll(_ parts: [ConditionSyntax]) -> [BoundCondition]? {
    var bound: [BoundCondition] = []
    for part in parts {
      if let condition = bind(part) { bound.append(condition) }
    }
    return bound.count == parts.count ? bound : nil
  }

  /// A bare name as a condition: a yes/no attribute, or a set.
  private mutating func flag(_ measure: MeasureSyntax) -> BoundCondition? {
    if case .named(let name, let qualifiers) = measure, qualifiers.isEmpty,
      columns == nil, graph.attribute(name.text) == nil
    {
      let known = diagnostics.count
      if let people = namedPeople(name, reporting: false) { return .member(people) }
      // It is a set, and what is wrong inside it has been said.
      if diagnostics.count > known { return nil }
    }
    guard let bound = bind(measure) else { return nil }
    guard kind(of: bound) == .flag else {
      let words = Reading.text(of: bound)
      report(
        .wrongKind,
        "`\(words)` is \(kind(of: bound).rawValue), a condition compares it with something",
        at: measure.range,
        choices: kind(of: bound) == .text ? ["\(words) = \"...\""] : ["\(words) > 0"]
      )
      return nil
    }
    return .flag(bound)
  }

  private mutating func comparison(
    _ measure: MeasureSyntax,
    _ comparator: ConditionSyntax.Comparator,
    _ operand: ConditionSyntax.Operand
  ) -> BoundCondition? {
    guard let bound = bind(measure) else { return nil }
    switch (kind(of: bound), operand) {
    case (.text, .person(let name)) where cellKind(of: bound) == .person:
      return person(name).map { .comparePerson(attribute: bound, comparator, $0.handle) }
    case (.text, .text(let text, _)):
      return .compareText(attribute: bound, comparator, text)
    case (.instant, _) where operand.date != nil:
      guard let (text, range) = operand.date else { return nil }
      return date(text, at: range).map { .compareInstant(attribute: bound, comparator, $0) }
    case (.flag, _):
      let yes = operand.flag.map { $0 == (comparator == .equal) }
      let words = Reading.text(of: bound)
      report(
        .wrongKind,
        "`\(words)` is yes/no, it is not compared",
        at: measure.range.lowerBound..<operand.range.upperBound,
        fix: yes.map { $0 ? words : "not \(words)" },
        choices: yes == nil ? ["where \(words)", "where not \(words)"] : []
      )
      return nil
    case (.number, .measure(let other)):
      guard let second = bind(other), requireNumber(second, at: other.range) else { return nil }
      guard checkShare(bound, second, at: other.range),
        checkShare(second, bound, at: measure.range)
      else { return nil }
      return .compare(bound, comparator, second)
    case (.text, .measure(.named(let name, _))):
      report(
        .wrongKind,
        "text stands in quotes",
        at: name.range,
        fix: Reading.quoted(name.text)
      )
      return nil
    default:
      reportKind(bound, operand.kind, at: measure.range)
      return nil
    }
  }

  private mutating func between(
    _ measure: MeasureSyntax,
    _ low: ConditionSyntax.Operand,
    _ high: ConditionSyntax.Operand
  ) -> BoundCondition? {
    guard let bound = bind(measure) else { return nil }
    switch (kind(of: bound), low, high) {
    case (.number, .measure(let first), .measure(let second)):
      let lower = bind(first)
      guard let upper = bind(second), let lower, requireNumber(lower, at: first.range),
        requireNumber(upper, at: second.range), checkShare(bound, upper, at: second.range)
      else { return nil }
      return .between(bound, lower, upper)
    case (.instant, _, _) where low.date != nil && high.date != nil:
      guard let (first, at) = low.date, let (second, other) = high.date else { return nil }
      let lower = date(first, at: at)
      guard let upper = date(second, at: other), let lower else { return nil }
      return .betweenInstants(attribute: bound, lower, upper)
    default:
      reportKind(bound, low.kind, at: measure.range)
      return nil
    }
  }

  mutating func date(_ text: String, at range: Range<Int>) -> BoundDate? {
    if let date = BoundDate(text) { return date }
    report(
      .outOfRange,
      "`\(text)` is no date",
      at: range,
      notes: ["dates are written 2026-01-31 or 2026-01"]
    )
    return nil
  }

  private mutating func reportTopicOfTable(_ name: Name) {
    let topic = Reading.topic(name.text)
    report(
      .wrongKind,
      "\(topic) is a set of people, and a condition on a table is about its columns",
      at: name.range,
      notes: ["`where \(topic)` has its place in a question about people"]
    )
  }

  /// Refuses to compare a share with a plain number above 1, which it never reaches.
  private mutating func checkShare(
    _ measure: BoundMeasure,
    _ other: BoundMeasure,
    at range: Range<Int>
  ) -> Bool {
    guard isShare(measure), case .number(let number, isPercentage: false) = other, number > 1 else {
      return true
    }
    let words = Reading.text(of: measure)
    report(
      .outOfRange,
      "`\(words)` runs from 0% to 100%, so it is never \(Reading.literal(number, false))",
      at: range,
      fix: Reading.literal(number, false) + "%"
    )
    return false
  }

  private func isShare(_ measure: BoundMeasure) -> Bool {
    guard let columns, case .attribute(let name, _) = measure else { return measure.isShare }
    return columns.first { $0.name == name }?.isShare == true
  }

  private mutating func reportKind(_ measure: BoundMeasure, _ other: Kind, at range: Range<Int>) {
    report(
      .wrongKind,
      "`\(Reading.text(of: measure))` is \(kind(of: measure).rawValue), not \(other.rawValue)",
      at: range
    )
  }
}

extension ConditionSyntax.Operand {
  /// The date it is, where it can be one: a bare year counts among dates.
  fileprivate var date: (text: String, range: Range<Int>)? {
    switch self {
    case .date(let text, let range): return (text, range)
    case .measure(.number(let number, isPercentage: false, let range)):
      guard let year = Int(exactly: number), (1000...9999).contains(year) else { return nil }
      return (String(year), range)
    case .measure, .text, .person: return nil
    }
  }

  /// Its bytes in the source.
  fileprivate var range: Range<Int> {
    switch self {
    case .measure(let measure): measure.range
    case .person(let name): name.range
    case .text(_, let range), .date(_, let range): range
    }
  }

  /// Yes or no, where it is one of the ways people write it.
  fileprivate var flag: Bool? {
    switch self {
    case .measure(.number(let number, _, _)): number == 1 ? true : number == 0 ? false : nil
    case .measure(.named(let name, let qualifiers)) where qualifiers.isEmpty:
      Self.flag(name.text)
    case .text(let text, _): Self.flag(text)
    case .measure, .person, .date: nil
    }
  }

  private static func flag(_ word: String) -> Bool? {
    switch word.lowercased() {
    case "yes", "true", "y": true
    case "no", "false", "n": false
    default: nil
    }
  }

  fileprivate var kind: Binder.Kind {
    switch self {
    case .measure: .number
    case .text, .person: .text
    case .date: .instant
    }
  }
}

extension BoundMeasure {
  /// Whether it is a part of a whole.
  fileprivate var isShare: Bool {
    switch self {
    case .metric(let call): call.metric.card.unit == .share
    case .function(.percentile, _): true
    case .scoped(let inner, _): inner.isShare
    case .companion(let name, let call):
      call.metric.card.isProportion && (name == "low" || name == "high")
    case .defined(_, let inner): inner.isShare
    default: false
    }
  }
}

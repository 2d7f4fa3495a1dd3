import Metrics
import Syntax

/// Writes bound things in the language's one canonical way.
///
/// What is written parses and binds to the same thing.
struct Reading {
  /// The metrics of the question, as texts: their companions stand bare in its clauses.
  private var own: Set<String> = []

  /// A whole question.
  static func text(of question: Question) -> String {
    var reading = Reading()
    let calls = question.measures.compactMap(\.soleCall)
    reading.own = Set(calls.map { reading.text(of: $0, name: $0.metric.card.name) })
    return reading.text(question)
  }

  /// A set of people; in brackets where it is a part of another and has parts itself.
  static func text(of people: BoundPeople, isPart: Bool = false) -> String {
    Reading().text(of: people, isPart: isPart)
  }

  /// A measure.
  static func text(of measure: BoundMeasure) -> String { Reading().text(of: measure) }

  /// A metric with what it takes, under its own name or a companion's.
  static func text(of call: MetricCall, name: String) -> String {
    Reading().text(of: call, name: name)
  }

  /// A condition.
  static func text(of condition: BoundCondition) -> String { Reading().text(of: condition) }

  private func text(_ question: Question) -> String {
    let measures = question.measures.map { Reading().text(of: $0) }.joined(separator: ", ")
    let people = text(of: question.people)
    var words: String
    switch question.kind {
    case .rank(let selection?):
      let end = selection.isFromBottom ? "bottom" : "top"
      words = "\(end) \(selection.count) \(subject(people, question)) by \(measures)"
    case .rank(nil):
      words = measures
      if !question.people.isEveryone { words += " for \(people)" }
    case .list: words = people
    case .count: words = "count \(people)"
    case .show:
      words = "show \(measures)"
      if !question.people.isEveryone { words += " for \(people)" }
    }
    if let condition = question.condition { words += " where \(text(of: condition))" }
    if !question.sortKeys.isEmpty {
      words += " sort by " + question.sortKeys.map(text).joined(separator: ", ")
    }
    if let limit = question.limit { words += " limit \(limit)" }
    return words
  }

  private func subject(_ people: String, _ question: Question) -> String {
    question.people.isEveryone ? "people" : people
  }

  private func text(of key: Question.SortKey) -> String {
    let direction = key.isAscending.map { $0 ? " ascending" : " descending" } ?? ""
    return text(of: key.measure) + direction
  }

  /// A set of people; in brackets where it is a part of another and has parts itself.
  private func text(of people: BoundPeople, isPart: Bool = false) -> String {
    switch people {
    case .everyone: return "people"
    case .topic(_, let name): return Reading.topic(name)
    case .interested(let topics, let all):
      let joint = all ? " and " : " or "
      return "people interested in "
        + topics.map { Reading.topic($0.name) }.joined(separator: joint)
    case .people(let people):
      let words = people.map { Reading.handle($0.handle) }.joined(separator: ", ")
      return isPart && people.count > 1 ? "(\(words))" : words
    case .flagged(_, let name), .defined(let name, _): return name
    case .audience(let sets, let all, let relation):
      let joint = all ? " and " : " or "
      let speakers = sets.map { speaker($0) }.joined(separator: joint)
      return relation == "follows"
        ? "followers of \(speakers)" : "audience of \(speakers) over \(relation)"
    case .intersection(let sets): return bracketed(sets, " and ", isPart)
    case .union(let sets): return bracketed(sets, " or ", isPart)
    case .difference(let base, let sets):
      let words = ([text(of: base)] + sets.map { text(of: $0, isPart: true) })
        .joined(separator: " but not ")
      return isPart ? "(\(words))" : words
    case .filtered(let base, let condition):
      return "(\(text(of: base)) where \(text(of: condition)))"
    case .ranking(let question): return "(\(Reading.text(of: question)))"
    }
  }

  /// A set behind `of`, where a phrase of several words stands in brackets.
  private func speaker(_ people: BoundPeople) -> String {
    let words = text(of: people, isPart: true)
    return switch people {
    case .everyone, .interested, .audience: "(\(words))"
    default: words
    }
  }

  private func bracketed(_ sets: [BoundPeople], _ joint: String, _ isPart: Bool) -> String {
    let parts = sets.indices.map { index in
      let words = text(of: sets[index], isPart: true)
      let next = index + 1 < sets.count ? sets[index + 1].opening : nil
      return next != nil && next == sets[index].listed ? "(\(words))" : words
    }
    let words = parts.joined(separator: joint)
    return isPart ? "(\(words))" : words
  }

  /// A measure; in brackets where it is a part of another and binds less tightly.
  private func text(of measure: BoundMeasure, within strength: Int = 0) -> String {
    switch measure {
    case .number(let number, let isPercentage): return Reading.literal(number, isPercentage)
    case .metric(let call): return text(of: call, name: call.metric.card.name)
    case .companion(let name, let call):
      if own.contains(text(of: call, name: call.metric.card.name)) { return name }
      return text(of: call, name: "\(name) \(call.metric.card.name)")
    case .attribute(let name, let isExplicit):
      return isExplicit ? "column \(Reading.bare(name))" : name
    case .myTrust: return "my trust"
    case .defined(let name, _): return name
    case .function(let function, let inner): return "\(function.rawValue)(\(text(of: inner)))"
    case .negative(let inner):
      let words = "-\(text(of: inner, within: 3))"
      return strength > 0 ? "(\(words))" : words
    case .combined(let left, let operation, let right):
      let own = operation == .plus || operation == .minus ? 1 : 2
      let words =
        "\(text(of: left, within: own)) \(operation.rawValue) \(text(of: right, within: own + 1))"
      return own < strength ? "(\(words))" : words
    }
  }

  /// A metric with what it takes, under its own name or a companion's.
  private func text(of call: MetricCall, name: String) -> String {
    var words = name
    if !call.parameters.isEmpty {
      let settings = call.parameters.map { "\($0.name) \(Reading.literal($0.value, false))" }
      words += " (\(settings.joined(separator: ", ")))"
    }
    if let group = call.group { words += " with \(text(of: group, isPart: true))" }
    if let weight = call.weight { words += " weighted by \(text(of: weight))" }
    if let relation = call.relation { words += " over \(relation)" }
    if let hops = call.hops { words += " within \(hops) \(hops == 1 ? "hop" : "hops")" }
    return words
  }

  private func text(of weight: BoundWeight) -> String {
    switch weight {
    case .ties(let relation): return relation
    case .interest(_, let name): return "interest in \(Reading.topic(name))"
    case .measure(let measure):
      if case .metric(let call) = measure, call.group == nil, call.weight == nil,
        call.relation == nil, call.hops == nil
      {
        return text(of: measure)
      }
      if case .attribute(let name, isExplicit: false) = measure { return name }
      if case .defined(let name, _) = measure { return name }
      if case .myTrust = measure { return text(of: measure) }
      return "(\(text(of: measure)))"
    }
  }

  /// A condition; in brackets where it is a part of another and has parts itself.
  private func text(of condition: BoundCondition, isPart: Bool = false) -> String {
    switch condition {
    case .compare(let left, let comparator, let right):
      return "\(text(of: left)) \(comparator.rawValue) \(text(of: right))"
    case .compareText(let attribute, let comparator, let words):
      return "\(text(of: attribute)) \(comparator.rawValue) \(Reading.quoted(words))"
    case .compareInstant(let attribute, let comparator, let date):
      return "\(text(of: attribute)) \(comparator.rawValue) \(date.text)"
    case .between(let measure, let low, let high):
      return "\(text(of: measure)) between \(text(of: low)) and \(text(of: high))"
    case .betweenInstants(let attribute, let low, let high):
      return "\(text(of: attribute)) between \(low.text) and \(high.text)"
    case .isMissing(let measure): return "\(text(of: measure)) is missing"
    case .matches(let attribute, let pattern):
      return "\(text(of: attribute)) matches \(Reading.quoted(pattern))"
    case .flag(let attribute): return text(of: attribute)
    case .member(let people): return text(of: people, isPart: true)
    case .not(let inner): return "not \(text(of: inner, isPart: true))"
    case .all(let parts): return bracketed(parts, " and ", isPart)
    case .any(let parts): return bracketed(parts, " or ", isPart)
    }
  }

  private func bracketed(
    _ parts: [BoundCondition],
    _ joint: String,
    _ isPart: Bool
  ) -> String {
    let words = parts.map { text(of: $0, isPart: true) }.joined(separator: joint)
    return isPart ? "(\(words))" : words
  }
}

/// What a list of names is a list of.
private enum Listed {
  case people, topics
}

extension BoundPeople {
  /// What it ends with a list of: names that follow a joint would join the list.
  fileprivate var listed: Listed? {
    switch self {
    case .people(let people) where people.count == 1: .people
    case .audience(let speakers, _, "follows"): speakers.last?.listed
    case .interested: .topics
    default: nil
    }
  }

  /// What name it begins with, where it begins with one.
  fileprivate var opening: Listed? {
    switch self {
    case .people(let people) where people.count == 1: .people
    case .topic: .topics
    default: nil
    }
  }

  /// Whether it is everybody, without any choice.
  var isEveryone: Bool {
    if case .everyone = self { true } else { false }
  }
}

import Metrics
package import Syntax

extension Reading {
  /// A measure; in brackets where it is a part of another and binds less tightly.
  func text(of measure: BoundMeasure, within strength: Int = 0) -> String {
    switch measure {
    case .number(let number, let isPercentage): return Reading.literal(number, isPercentage)
    case .metric(let call):
      let words = text(of: call, name: call.metric.card.name)
      // `M weighted by W * x` could be taken for a weight of `W * x`.
      return strength > 0 && call.weight != nil ? "(\(words))" : words
    case .companion(let name, let call):
      if own.contains(text(of: call, name: call.metric.card.name)) { return name }
      let words = text(of: call, name: "\(name) \(call.metric.card.name)")
      return strength > 0 && call.weight != nil ? "(\(words))" : words
    case .attribute(let name, let isExplicit):
      return isExplicit ? "column \(Reading.bare(name))" : name
    case .myTrust: return "my trust"
    case .tieWeight(let relation): return Reading.bare(relation)
    case .inferredTie(let call): return text(of: call, name: call.metric.card.name)
    case .defined(let name, _): return name
    case .scoped(let inner, let scope):
      return "(\(text(of: inner))\(Reading.clauses(of: scope)))"
    case .function(let function, let inner): return "\(function.rawValue)(\(text(of: inner)))"
    case .negative(let inner):
      // Brackets would nest, and two dashes side by side begin a comment.
      let isTwice = if case .negative = inner { true } else { false }
      let words = isTwice ? "- \(text(of: inner))" : "-\(text(of: inner, within: 3))"
      return strength > 0 ? "(\(words))" : words
    case .combined(let left, let operation, let right):
      let own = operation == .plus || operation == .minus ? 1 : 2
      let words =
        "\(text(of: left, within: own)) \(operation.rawValue) \(text(of: right, within: own + 1))"
      return own < strength ? "(\(words))" : words
    }
  }

  /// A measure behind an aggregator, which reaches one name or one bracket.
  func aggregated(_ measure: BoundMeasure) -> String {
    let words = text(of: measure)
    return switch measure {
    case .metric, .companion, .attribute, .myTrust, .defined, .scoped: words
    default: "(\(words))"
    }
  }

  /// A metric with what it takes, under its own name or a companion's.
  func text(of call: MetricCall, name: String) -> String {
    var words = name
    if let operand = call.operand {
      let inner = text(of: operand)
      words += operand.isBare ? " in \(inner)" : " in (\(inner))"
    }
    if let topic = call.topic { words += " in \(Reading.topic(topic.name))" }
    if !call.parameters.isEmpty {
      words += " (\(call.parameters.map(Reading.parameter).joined(separator: ", ")))"
    }
    if let group = call.group { words += " with \(text(of: group, isPart: true))" }
    if let weight = call.weight { words += " weighted by \(text(of: weight))" }
    if let relation = call.relation { words += " over \(Reading.bare(relation))" }
    if let from = call.from { words += " from \(speaker(from))" }
    if let to = call.to {
      // Trust is in somebody, and `in` takes handles only.
      let isIn = call.metric is any TieMetric && to.isHandles
      words += isIn ? " in \(text(of: to))" : " to \(speaker(to))"
    }
    if let hops = call.hops { words += " within \(Reading.hops(hops))" }
    if let among = call.among { words += " among \(text(of: among, isPart: true))" }
    return words
  }

  private static func parameter(_ parameter: (name: String, value: ParameterValue)) -> String {
    let text = parameter.value.text
    if case .option = parameter.value { return text }
    return "\(parameter.name) \(text)"
  }

  /// A length of time as typed.
  package static func duration(_ duration: DurationSyntax) -> String {
    let unit = duration.unit.rawValue
    return "\(literal(duration.count, false)) \(duration.count == 1 ? unit : unit + "s")"
  }

  /// A number of hops as typed.
  package static func hops(_ hops: Int) -> String { "\(hops) \(hops == 1 ? "hop" : "hops")" }

  func text(of weight: BoundWeight) -> String {
    switch weight {
    case .ties(let relation): return relation
    case .mixed(let measure, _), .measure(let measure):
      let words = text(of: measure)
      return measure.isWeightName ? words : "(\(words))"
    }
  }

  /// A condition; in brackets where it is a part of another and has parts itself.
  func text(of condition: BoundCondition, isPart: Bool = false) -> String {
    switch condition {
    case .compare(let left, let comparator, let right):
      return "\(text(of: left)) \(comparator.rawValue) \(text(of: right))"
    case .compareText(let attribute, let comparator, let words):
      return "\(text(of: attribute)) \(comparator.rawValue) \(Reading.quoted(words))"
    case .comparePerson(let attribute, let comparator, let handle):
      return "\(text(of: attribute)) \(comparator.rawValue) \(Reading.handle(handle))"
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

extension BoundMeasure {
  /// Whether it is a name with nothing behind it.
  fileprivate var isBare: Bool {
    switch self {
    case .metric(let call):
      call.metric.card.name == Reading.text(of: self)
    case .defined, .attribute(_, isExplicit: false), .myTrust, .scoped: true
    default: false
    }
  }

  /// Whether it is one name with its own settings, as a weight may be without brackets.
  fileprivate var isWeightName: Bool {
    switch self {
    case .metric(let call), .inferredTie(let call):
      call.group == nil && call.weight == nil && call.relation == nil && call.hops == nil
        && call.from == nil
        && (call.to == nil || call.metric is any TieMetric && call.to?.isHandles == true)
        && call.operand == nil && call.among == nil
    case .attribute(_, isExplicit: false), .defined, .myTrust, .scoped: true
    default: false
    }
  }
}

/// A condition on rows, as it was asked for.
package indirect enum ConditionSyntax: Sendable {
  /// A comparison sign.
  package enum Comparator: String, Sendable {
    case equal = "="
    case notEqual = "!="
    case atMost = "<="
    case atLeast = ">="
    case less = "<"
    case greater = ">"
  }

  /// What a measure is compared with.
  package enum Operand: Sendable {
    case measure(MeasureSyntax)
    case person(Name)
    case text(String, range: Range<Int>)
    case date(String, range: Range<Int>)
  }

  case comparison(MeasureSyntax, Comparator, Operand)
  case between(MeasureSyntax, Operand, Operand)
  case isMissing(MeasureSyntax)
  case matches(MeasureSyntax, pattern: String, range: Range<Int>)
  /// A yes/no attribute by its name.
  case flag(MeasureSyntax)
  /// The people interested in a topic.
  case topic(Name)
  case not(ConditionSyntax)
  case all([ConditionSyntax])
  case any([ConditionSyntax])
}

extension ConditionSyntax {
  /// A condition from a node of the rules `condition`, `part` or `comparison`.
  init(_ node: SyntaxNode) throws(SyntaxFault) {
    switch node.rule {
    case .condition:
      var parts: [ConditionSyntax] = []
      for inner in node.all(.part) { parts.append(try ConditionSyntax(inner)) }
      if parts.count == 1 {
        self = parts[0]
      } else {
        self = try node.isConjunction() ? .all(parts) : .any(parts)
      }
    case .part:
      guard let inner = node.nodes.first else { throw .unlowered(.part) }
      if inner.rule == .topic {
        self = .topic(Name(topic: inner))
        return
      }
      let condition = try ConditionSyntax(inner.first(.condition) ?? inner)
      self = node.has("not") ? .not(condition) : condition
    case .comparison: self = try ConditionSyntax(comparison: node)
    default: throw .unlowered(node.rule)
    }
  }

  private init(comparison node: SyntaxNode) throws(SyntaxFault) {
    guard let inner = node.first(.measure) else { throw .unlowered(.comparison) }
    let measure = try MeasureSyntax(inner)
    var operands: [Operand] = []
    for operand in node.all(.operand) { operands.append(try Operand(operand)) }
    if let sign = node.first(.comparator)?.leaves.first, operands.count == 1,
      let comparator = Comparator(rawValue: sign.text)
    {
      self = .comparison(measure, comparator, operands[0])
    } else if operands.count == 2 {
      self = .between(measure, operands[0], operands[1])
    } else if node.has("missing") {
      self = .isMissing(measure)
    } else if let pattern = node.leaf(.text) {
      self = .matches(measure, pattern: pattern.text, range: pattern.range)
    } else {
      self = .flag(measure)
    }
  }
}

extension ConditionSyntax.Operand {
  fileprivate init(_ node: SyntaxNode) throws(SyntaxFault) {
    if let text = node.leaf(.text) {
      self = .text(text.text, range: text.range)
    } else if let date = node.leaf(.date) {
      self = .date(date.text, range: date.range)
    } else if let person = node.leaf(.handle) {
      self = .person(Name(person))
    } else if let measure = node.first(.measure) {
      self = .measure(try MeasureSyntax(measure))
    } else {
      throw .unlowered(.operand)
    }
  }
}

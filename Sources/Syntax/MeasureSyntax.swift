/// A measure, as it was asked for.
package indirect enum MeasureSyntax: Sendable {
  /// An arithmetic sign.
  package enum Operation: String, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
  }

  case number(Double, isPercentage: Bool, range: Range<Int>)
  /// A name with what it takes: a metric, an attribute, a definition, a companion.
  case named(Name, [QualifierSyntax])
  /// `column followers`: an attribute for certain.
  case column(Name)
  case function(Name, MeasureSyntax)
  case negative(MeasureSyntax, range: Range<Int>)
  case combined(MeasureSyntax, Operation, MeasureSyntax)

  /// Its bytes in the source.
  package var range: Range<Int> {
    switch self {
    case .number(_, _, let range), .negative(_, let range): range
    case .named(let name, let qualifiers):
      name.range.lowerBound..<(qualifiers.last?.range.upperBound ?? name.range.upperBound)
    case .column(let name): name.range
    case .function(let name, let inner): name.range.lowerBound..<inner.range.upperBound
    case .combined(let left, _, let right): left.range.lowerBound..<right.range.upperBound
    }
  }
}

/// What stands after a metric's name.
package struct QualifierSyntax: Sendable {
  /// Which, and what it says.
  package enum Kind: Sendable {
    case with(PeopleSyntax)
    case weighted(by: WeightSyntax)
    case over(Name)
    case within(hops: Double)
    case of(PeopleSyntax)
    case parameters([(name: Name, value: Double)])
  }

  /// Which, and what it says.
  package let kind: Kind
  /// Its bytes in the source.
  package let range: Range<Int>

  /// A qualifier that stands somewhere.
  package init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

/// What each member of an audience weighs, as it was asked for.
package indirect enum WeightSyntax: Sendable {
  /// `trust`, or a measure by its name.
  case named(Name, parameters: [(name: Name, value: Double)])
  /// `interest in #yoga`.
  case interest(in: Name)
  /// `(followers + 1)`.
  case measure(MeasureSyntax)
}

extension MeasureSyntax {
  /// A measure from a node of the rules `measure`, `product`, `factor` or `primary`.
  init(_ node: SyntaxNode) throws(SyntaxFault) {
    switch node.rule {
    case .measure, .product: self = try MeasureSyntax(chain: node)
    case .factor:
      guard let inner = node.nodes.first else { throw .unlowered(node.rule) }
      let measure = try MeasureSyntax(inner)
      self = node.has("-") ? .negative(measure, range: node.range) : measure
    case .primary: self = try MeasureSyntax(primary: node)
    default: throw .unlowered(node.rule)
    }
  }

  /// The most terms that signs may join at one level: measures nest, and so do those who read them.
  private static let mostTerms = 100

  private init(chain node: SyntaxNode) throws(SyntaxFault) {
    guard node.nodes.count <= MeasureSyntax.mostTerms else {
      throw .tooManyTerms(node.range, most: MeasureSyntax.mostTerms)
    }
    var result: MeasureSyntax?
    var operation: Operation?
    for part in node.parts {
      switch part {
      case .leaf(let leaf): operation = Operation(rawValue: leaf.text)
      case .node(let inner):
        let next = try MeasureSyntax(inner)
        if let left = result, let operation {
          result = .combined(left, operation, next)
        } else {
          result = next
        }
      }
    }
    guard let result else { throw .unlowered(node.rule) }
    self = result
  }

  private init(primary node: SyntaxNode) throws(SyntaxFault) {
    if let leaf = node.leaf(.number), let number = leaf.number {
      self = .number(number, isPercentage: leaf.isPercentage, range: leaf.range)
      return
    }
    guard let inner = node.nodes.first else { throw .unlowered(.primary) }
    switch inner.rule {
    case .measure: self = try MeasureSyntax(inner)
    case .function:
      guard let name = inner.leaf(.functionName), let argument = inner.first(.measure) else {
        throw .unlowered(.function)
      }
      self = .function(Name(name), try MeasureSyntax(argument))
    case .column:
      guard let name = inner.leaf(.name) else { throw .unlowered(.column) }
      self = .column(Name(name))
    case .metric:
      guard let name = inner.leaf(.measureName) else { throw .unlowered(.metric) }
      var qualifiers: [QualifierSyntax] = []
      for part in inner.all(.qualifier) { qualifiers.append(try QualifierSyntax(part)) }
      self = .named(Name(name), qualifiers)
    default: throw .unlowered(inner.rule)
    }
  }
}

extension QualifierSyntax {
  /// A qualifier from a node of the rule `qualifier`.
  init(_ node: SyntaxNode) throws(SyntaxFault) {
    range = node.range
    if let set = node.first(.setTerm) {
      kind = .with(try PeopleSyntax(term: set))
    } else if let weight = node.first(.weight) {
      kind = .weighted(by: try WeightSyntax(weight))
    } else if let name = node.leaf(.relationName) {
      kind = .over(Name(name))
    } else if let hops = node.leaf(.number)?.number {
      kind = .within(hops: hops)
    } else if let of = node.first(.audienceOf) {
      let (people, _) = try PeopleSyntax.speakers(of)
      kind = .of(people.count == 1 ? people[0] : .union(people))
    } else if let parameters = node.first(.parameters) {
      kind = .parameters(parameters.parameters)
    } else {
      throw .unlowered(.qualifier)
    }
  }
}

extension WeightSyntax {
  /// A weight from a node of the rule `weight`.
  init(_ node: SyntaxNode) throws(SyntaxFault) {
    if let measure = node.first(.measure) {
      self = .measure(try MeasureSyntax(measure))
    } else if let topic = node.first(.topic) {
      self = .interest(in: Name(topic: topic))
    } else if let name = node.leaf(.measureName) {
      self = .named(Name(name), parameters: node.first(.parameters)?.parameters ?? [])
    } else {
      throw .unlowered(.weight)
    }
  }
}

extension SyntaxNode {
  /// The settings in a node of the rule `parameters`.
  fileprivate var parameters: [(name: Name, value: Double)] {
    all(.parameter).compactMap { parameter in
      guard let name = parameter.leaf(.parameterName), let value = parameter.leaf(.number)?.number
      else { return nil }
      return (Name(name), value)
    }
  }
}

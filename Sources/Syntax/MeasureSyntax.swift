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
  /// `(klout score without bots)`: what is in brackets binds there.
  case scoped(MeasureSyntax, ScopeSyntax, range: Range<Int>)

  /// Its bytes in the source.
  package var range: Range<Int> {
    switch self {
    case .number(_, _, let range), .negative(_, let range), .scoped(_, _, let range): range
    case .named(let name, let qualifiers):
      // A clause of the question may put a qualifier here that stands elsewhere.
      name.range.lowerBound..<max(name.range.upperBound, qualifiers.last?.range.upperBound ?? 0)
    case .column(let name): name.range
    case .function(let name, let inner): name.range.lowerBound..<inner.range.upperBound
    case .combined(let left, _, let right): left.range.lowerBound..<right.range.upperBound
    }
  }
}

extension MeasureSyntax {
  /// A measure from a node of the rules `measure`, `product`, `factor`, `primary` or `group`.
  init(_ node: SyntaxNode) throws(SyntaxFault) {
    switch node.rule {
    case .measure, .product: self = try MeasureSyntax(chain: node)
    case .factor:
      guard let inner = node.nodes.first else { throw .unlowered(node.rule) }
      let measure = try MeasureSyntax(inner)
      self = node.has("-") ? .negative(measure, range: node.range) : measure
    case .primary: self = try MeasureSyntax(primary: node)
    case .group:
      let scope = try ScopeSyntax(of: node)
      let inner = try node.measure()
      self = scope.isWhole ? inner : .scoped(inner, scope, range: node.range)
    case .metric: self = try MeasureSyntax(metric: node)
    case .column:
      guard let name = node.leaf(.name) else { throw .unlowered(.column) }
      self = .column(Name(name))
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
    case .function:
      guard let name = inner.leaf(.functionName), let argument = inner.first(.measure) else {
        throw .unlowered(.function)
      }
      self = .function(Name(name), try MeasureSyntax(argument))
    default: self = try MeasureSyntax(inner)
    }
  }

  private init(metric node: SyntaxNode) throws(SyntaxFault) {
    guard let name = node.leaf(.measureName) else { throw .unlowered(.metric) }
    var qualifiers: [QualifierSyntax] = []
    for part in node.all(.qualifier) { qualifiers.append(try QualifierSyntax(part)) }
    self = .named(Name(name), qualifiers)
  }
}

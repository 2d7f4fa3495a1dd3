/// What stands after a metric's name.
package struct QualifierSyntax: Sendable {
  /// What a preposition joins to a metric: a topic, people, or another measure.
  package enum Operand: Sendable {
    case topic(Name)
    case people(PeopleSyntax)
    case measure(MeasureSyntax)
  }

  /// A setting in brackets.
  package struct Parameter: Sendable {
    /// What it is set to.
    package enum Value: Sendable {
      /// `damping 0.5`.
      case number(Double)
      /// `half-life 30 days`.
      case duration(DurationSyntax)
      /// `anchors @hal, @ada`.
      case people([Name])
      case topic(Name)
      case text(String)
      /// `last touch`: one of several ways, by its name.
      case chosen
    }

    /// Which setting.
    package let name: Name
    /// What it is set to.
    package let value: Value
  }

  /// Which, and what it says.
  package enum Kind: Sendable {
    case with(PeopleSyntax)
    case weighted(by: WeightSyntax)
    case over(Name)
    case within(hops: Double)
    case of(PeopleSyntax)
    case among(PeopleSyntax)
    case from(PeopleSyntax)
    case to(PeopleSyntax)
    case `in`(Operand)
    case parameters([Parameter])
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
  /// `trust`, or a measure by its name: `recency (half-life 30 days)`, `interest in #yoga`.
  case named(Name, [QualifierSyntax])
  /// `(followers + 1)`.
  case measure(MeasureSyntax)
}

extension QualifierSyntax {
  /// A qualifier from a node of the rules `qualifier`, `weightQualifier` or `reachQualifier`.
  init(_ node: SyntaxNode) throws(SyntaxFault) {
    range = node.range
    if let set = node.first(.setTerm) {
      let people = try PeopleSyntax(term: set)
      kind = node.has("among") ? .among(people) : .with(people)
    } else if let weight = node.first(.weight) {
      kind = .weighted(by: try WeightSyntax(weight))
    } else if let name = node.leaf(.relationName) {
      kind = .over(Name(name))
    } else if let hops = node.leaf(.count)?.number {
      kind = .within(hops: hops)
    } else if let of = node.first(.audienceOf) {
      let (people, _) = try PeopleSyntax.speakers(of)
      let set = people.count == 1 ? people[0] : .union(people)
      kind = node.has("from") ? .from(set) : node.has("to") ? .to(set) : .of(set)
    } else if let parameters = node.first(.parameters) {
      var all: [Parameter] = []
      for parameter in parameters.all(.parameter) { all.append(try Parameter(parameter)) }
      kind = .parameters(all)
    } else {
      kind = .in(try Operand(node.first(.inQualifier) ?? node))
    }
  }
}

extension QualifierSyntax.Operand {
  /// What stands behind `in`.
  fileprivate init(_ node: SyntaxNode) throws(SyntaxFault) {
    if let topic = node.first(.topic) {
      self = .topic(Name(topic: topic))
    } else if let handles = node.first(.handles) {
      self = .people(.handles(handles.handleNames))
    } else if let group = node.first(.group) {
      self = .measure(try MeasureSyntax(group))
    } else if let name = node.leaf(.measureName) {
      self = .measure(.named(Name(name), []))
    } else {
      throw .unlowered(node.rule)
    }
  }
}

extension QualifierSyntax.Parameter {
  fileprivate init(_ node: SyntaxNode) throws(SyntaxFault) {
    guard let name = node.leaf(.parameterName) else { throw .unlowered(.parameter) }
    self.name = Name(name)
    if let duration = node.first(.duration) {
      value = .duration(try DurationSyntax(duration))
    } else if let number = node.leaf(.number)?.number {
      value = .number(node.has("-") ? -number : number)
    } else if let handles = node.first(.handles) {
      value = .people(handles.handleNames)
    } else if let topic = node.first(.topic) {
      value = .topic(Name(topic: topic))
    } else if let text = node.leaf(.text) {
      value = .text(text.text)
    } else {
      value = .chosen
    }
  }
}

extension WeightSyntax {
  /// A weight from a node of the rule `weight`.
  init(_ node: SyntaxNode) throws(SyntaxFault) {
    if let group = node.first(.group) {
      self = .measure(try MeasureSyntax(group))
    } else if let name = node.leaf(.measureName) {
      var qualifiers: [QualifierSyntax] = []
      for part in node.all(.weightQualifier) { qualifiers.append(try QualifierSyntax(part)) }
      self = .named(Name(name), qualifiers)
    } else {
      throw .unlowered(.weight)
    }
  }
}

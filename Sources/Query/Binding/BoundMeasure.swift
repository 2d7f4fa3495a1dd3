package import Metrics
package import Syntax

/// A measure, every name resolved.
package indirect enum BoundMeasure: Sendable {
  case number(Double, isPercentage: Bool)
  case metric(MetricCall)
  /// A companion of a metric: `expected audience overlap with #yoga`.
  case companion(String, of: MetricCall)
  /// What a file said about people; `isExplicit` prints `column`.
  case attribute(String, isExplicit: Bool)
  /// How much @me trusts each person.
  case myTrust
  /// What a tie weighs; only in the brackets of a weight.
  case tieWeight(relation: String)
  /// What a tie of trust weighs, inferred where it is missing; only in a weight.
  case inferredTie(MetricCall)
  case defined(name: String, BoundMeasure)
  case function(MathFunction, BoundMeasure)
  case negative(BoundMeasure)
  case combined(BoundMeasure, MeasureSyntax.Operation, BoundMeasure)
  /// A measure on a part of the graph: `(followers without bots)`.
  case scoped(BoundMeasure, BoundScope)
}

/// A metric with everything it takes.
package struct MetricCall: Sendable {
  /// The metric.
  package let metric: any Metric
  /// The set after `with`.
  package var group: BoundPeople?
  /// The weight after `weighted by`.
  package var weight: BoundWeight?
  /// The relation after `over`.
  package var relation: String?
  /// The hops after `within`.
  package var hops: Int?
  /// The topic after `in`.
  package var topic: (id: UInt32, name: String)?
  /// The people after `from`.
  package var from: BoundPeople?
  /// The people after `to`.
  package var to: BoundPeople?
  /// The people after `among`: only what comes from them counts.
  package var among: BoundPeople?
  /// The measure after `in`: `change in followers`.
  package var operand: BoundMeasure?
  /// The part of the question's graph it is computed on.
  package var scope = BoundScope()
  /// The settings in brackets, in the order of their names.
  package var parameters: [(name: String, value: ParameterValue)] = []

  /// A metric that takes nothing.
  init(_ metric: any Metric) { self.metric = metric }
}

/// What a setting of a metric is set to.
package enum ParameterValue: Sendable, Hashable {
  /// A number.
  case number(Double)
  /// A length of time, as it was typed.
  case duration(DurationSyntax)
  /// One of several ways, by its name; the setting's own name is only shown.
  case option(String)
}

/// What each member of an audience weighs.
package indirect enum BoundWeight: Sendable {
  /// The tie from the member to the speaker.
  case ties(relation: String)
  /// A measure: what it gives each member.
  case measure(BoundMeasure)
  /// A measure with what the ties of a relation weigh in it: what it gives each tie.
  case mixed(BoundMeasure, relation: String)
}

extension BoundWeight {
  /// The measure in it; nil where only ties weigh.
  package var measure: BoundMeasure? {
    switch self {
    case .ties: nil
    case .measure(let measure), .mixed(let measure, _): measure
    }
  }
}

extension BoundWeight {
  /// Whether what ties weigh stands in it.
  var readsTies: Bool {
    switch self {
    case .ties, .mixed: true
    case .measure: false
    }
  }
}

extension MetricCall {
  /// Whether it is about ties, from each person to another: neither `from` nor `to` says whose.
  var isTie: Bool { metric is any TieMetric && from == nil && to == nil }

  /// The text under which its result is kept.
  package var key: String {
    Reading.text(of: self, name: metric.card.name) + Reading.clauses(of: scope)
  }
}

extension BoundMeasure {
  /// The metric calls in it, left to right.
  package var calls: [MetricCall] {
    switch self {
    case .number, .attribute, .myTrust, .tieWeight, .inferredTie: []
    case .metric(let call), .companion(_, let call): [call]
    case .defined(_, let inner), .function(_, let inner), .negative(let inner),
      .scoped(let inner, _):
      inner.calls
    case .combined(let left, _, let right): left.calls + right.calls
    }
  }

  /// The one metric it is, where it is nothing else: then companions come with it.
  package var soleCall: MetricCall? {
    switch self {
    case .metric(let call), .companion(_, let call): call
    case .defined(_, let inner), .scoped(let inner, _): inner.soleCall
    default: nil
    }
  }

  /// The measure with every metric in it computed on a part of the graph.
  package func narrowed(to scope: BoundScope) -> BoundMeasure {
    switch self {
    case .number, .attribute, .myTrust, .tieWeight: return self
    case .metric(var call):
      call.scope = scope.narrowed(by: call.scope)
      return .metric(call)
    case .inferredTie(var call):
      call.scope = scope.narrowed(by: call.scope)
      return .inferredTie(call)
    case .companion(let name, var call):
      call.scope = scope.narrowed(by: call.scope)
      return .companion(name, of: call)
    case .defined(let name, let inner): return .defined(name: name, inner.narrowed(to: scope))
    case .function(let function, let inner): return .function(function, inner.narrowed(to: scope))
    case .negative(let inner): return .negative(inner.narrowed(to: scope))
    case .combined(let left, let sign, let right):
      return .combined(left.narrowed(to: scope), sign, right.narrowed(to: scope))
    case .scoped(let inner, let own): return .scoped(inner.narrowed(to: scope), own)
    }
  }

  /// The relations whose weights stand in it.
  package var tieRelations: Set<String> {
    switch self {
    case .tieWeight(let relation): [relation]
    case .inferredTie: [Reading.text(of: self)]
    case .number, .attribute, .myTrust, .metric, .companion: []
    case .defined(_, let inner), .function(_, let inner), .negative(let inner),
      .scoped(let inner, _):
      inner.tieRelations
    case .combined(let left, _, let right): left.tieRelations.union(right.tieRelations)
    }
  }

  /// The metric that infers what ties lack, where one stands in it.
  package var inferredTie: MetricCall? {
    switch self {
    case .inferredTie(let call): call
    case .number, .attribute, .myTrust, .tieWeight, .metric, .companion: nil
    case .defined(_, let inner), .function(_, let inner), .negative(let inner),
      .scoped(let inner, _):
      inner.inferredTie
    case .combined(let left, _, let right): left.inferredTie ?? right.inferredTie
    }
  }

  /// Whether the interest threshold changes it.
  var readsInterest: Bool {
    if case .scoped(_, let scope) = self, scope.readsInterest { return true }
    return calls.contains { call in
      // Interest that is graded has no threshold.
      let isGraded = call.metric.card.isGraded && call.group?.bareTopics != nil
      let sets = [isGraded ? nil : call.group, call.from, call.to, call.among]
      if sets.contains(where: { $0?.readsInterest == true }) { return true }
      if call.operand?.readsInterest == true { return true }
      return call.weight?.measure?.readsInterest == true
    }
  }
}

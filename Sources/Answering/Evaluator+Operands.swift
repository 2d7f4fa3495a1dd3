import Graph
import Metrics
import Query
import Values

extension Evaluator {
  /// Gives a metric what it asks of the measure behind `in`.
  mutating func take(
    _ operand: BoundMeasure,
    of metric: any Metric,
    into arguments: inout MetricArguments
  ) throws(EvaluationError) {
    switch metric {
    case is any MomentMetric:
      var after = standingAtEnd
      arguments.operand = try after.everybodys(operand)
      if var before = standingBefore {
        arguments.operandBefore = try before.everybodys(operand).padded(to: graph.personCount)
      }
    case is any TrialMetric: arguments.trial = trial(of: operand)
    default:
      arguments.operand = try everybodys(operand)
      arguments.operandBefore = try everybodysBefore(operand)
    }
  }

  /// What a measure gives everybody, whoever's rows are shown.
  mutating func everybodys(_ measure: BoundMeasure) throws(EvaluationError) -> [Double] {
    let known = wanted
    wanted = nil
    defer { wanted = known }
    try compute([measure])
    return numbers(of: measure)
  }

  /// What a measure gave everybody before the period asked about; nil where that has no beginning.
  private func everybodysBefore(_ measure: BoundMeasure) throws(EvaluationError) -> [Double]? {
    guard let start = scope.start else { return nil }
    let before = whole.viewed(
      in: Scope(
        until: Instant(microseconds: start.microseconds - 1),
        without: whole.everybody.subtracting(graph.everybody)
      )
    )
    var evaluator = sibling(part: before, scope: BoundScope())
    evaluator.keeping = nil
    return try evaluator.everybodys(measure)
  }
}

extension Evaluator {
  /// A measure to be tried on other graphs than the whole one, each seen as this one's part.
  private func trial(of operand: BoundMeasure) -> MetricArguments.Trial {
    let absent = whole.everybody.subtracting(graph.everybody).people
    var base = sibling(part: graph, scope: scope, reporting: false)
    base.keeping = nil
    return MetricArguments.Trial(
      graph: whole,
      moment: windowEnd(of: scope),
      topics: operand.topics,
      range: operand.range
    ) { [base, scope, imagined] other throws(MetricError) in
      let count = other.personCount
      let part = other.viewed(
        in: Scope(
          since: scope.start,
          until: scope.end,
          without: absent.isEmpty ? nil : PersonSet(absent, universe: count),
          topic: scope.topic,
          kind: scope.kind
        )
      )
      let newcomers = imagined.newcomers + count - imagined.graph.personCount
      var judge = base.sibling(
        on: Imagined(graph: other, newcomers: newcomers),
        part: part,
        scope: scope
      )
      do throws(EvaluationError) {
        return try judge.everybodys(operand)
      } catch {
        switch error {
        case .metric(_, let reason): throw reason
        case .cancelled: throw .cancelled
        case .grouping, .moves: throw .untried
        }
      }
    }
  }
}

extension BoundMeasure {
  /// Where the values of a metric lie, on any graph; nil of a companion, of arithmetic and of what
  /// has no such law.
  fileprivate var range: ClosedRange<Double>? {
    guard case .metric(let call) = opened else { return nil }
    let ranges = call.metric.card.laws.compactMap { law in
      if case .liesIn(let range) = law { range } else { nil }
    }
    return ranges.first
  }

  /// The topics it asks about, each once.
  fileprivate var topics: [UInt32] {
    Set(calls.flatMap { ($0.topic.map { [$0.id] } ?? []) + ($0.group?.bareTopics ?? []) }).sorted()
  }
}

extension Evaluator {
  /// An evaluator on everything up to the end of the period, after what is assumed.
  var standingAtEnd: Evaluator { standing(on: imagined, in: scope.standing(at: nil)) }

  /// An evaluator on everything as it was before the period, and before anything is assumed; nil
  /// where there is neither.
  var standingBefore: Evaluator? {
    guard scope.start != nil || !scope.moves.isEmpty else { return nil }
    var before = scope.standing(at: scope.start.map { Instant(microseconds: $0.microseconds - 1) })
    before.moves = []
    return standing(on: Imagined(graph: actual), in: before)
  }

  /// An evaluator on everything as it was at the end of the period, with nothing assumed.
  var standingUnassumed: Evaluator {
    var end = scope.standing(at: nil)
    end.moves = []
    return standing(on: Imagined(graph: actual), in: end)
  }

  /// An evaluator on a graph seen in a scope, without those who are not in this one's part.
  func standing(on imagined: Imagined, in scope: BoundScope) -> Evaluator {
    let absent = whole.everybody.subtracting(graph.everybody).people
    let count = imagined.graph.personCount
    let part = imagined.graph.viewed(
      in: Scope(
        until: scope.end,
        without: absent.isEmpty
          ? nil : PersonSet(absent.filter { $0 < count }, universe: count),
        topic: scope.topic,
        kind: scope.kind
      )
    )
    var evaluator = sibling(on: imagined, part: part, scope: scope)
    evaluator.keeping = nil
    return evaluator
  }

  /// What to know about a change: which of the ties it rests on carry no date.
  func undatedRemarks(_ call: MetricCall) -> [String] {
    guard scope.start != nil, let operand = call.operand else { return [] }
    let names = Set(operand.calls.compactMap { $0.relation ?? $0.metric.card.relation })
    return names.sorted().compactMap { name in
      guard let ties = actual.relations.summary(of: name), !ties.isDated else { return nil }
      return "the ties of `\(name)` carry no date: what changed of them is not seen"
    }
  }
}

extension [Double] {
  /// The values, with missing ones behind them up to so many.
  fileprivate func padded(to count: Int) -> [Double] {
    self + repeatElement(.nan, count: Swift.max(0, count - self.count))
  }
}

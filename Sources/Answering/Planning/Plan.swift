import Graph
import Metrics
import Query

/// The order in which a question is answered: sets, then each metric once, then rows.
///
/// A metric that is dear for everybody is told which people will be shown.
struct Plan {
  /// One computation of a metric.
  struct Step {
    /// The metric with what it takes.
    let call: MetricCall
    /// Its canonical text, under which the result is kept.
    let key: String
    /// Whether everybody must have a value: another metric weighs by it, or everybody's total is
    /// asked for.
    let isForEverybody: Bool
  }

  /// The question.
  let question: Question
  /// Each metric it needs, once, those that everybody needs first.
  let steps: [Step]

  /// The plan of a question.
  init(_ question: Question) {
    self.question = question
    var steps: [Step] = []
    // What is opened is searched for when it is, more widely.
    var opensTrials = false
    if case .explain = question.kind {
      opensTrials = question.measures.allSatisfy { measure in
        if case .metric(let call) = measure.opened { call.metric is any TrialMetric } else { false }
      }
    }
    func plan(_ measure: BoundMeasure, isForEverybody: Bool = false) {
      for call in measure.calls where !opensTrials || !(call.metric is any TrialMetric) {
        let isTried = call.metric is any MomentMetric || call.metric is any TrialMetric
        let operand = isTried ? nil : call.operand
        for inner in [call.weight?.measure, operand].compactMap(\.self) {
          plan(inner.narrowed(to: call.scope), isForEverybody: true)
        }
        let key = call.key
        guard !steps.contains(where: { $0.key == key && ($0.isForEverybody || !isForEverybody) })
        else {
          continue
        }
        steps.append(Step(call: call, key: key, isForEverybody: isForEverybody))
      }
    }
    if question.group?.isOfGraph == true {
      // The parts of the graph have plans of their own.
      for measure in question.condition?.measures ?? [] { plan(measure) }
    } else {
      for measure in question.totals { plan(measure, isForEverybody: true) }
      for measure in question.allMeasures { plan(measure) }
    }
    self.steps = steps
  }
}

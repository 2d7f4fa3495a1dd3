import Graph
import Metrics

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
    /// Whether another metric weighs by it, so that everybody must have a value.
    let weighsOthers: Bool
  }

  /// The question.
  let question: Question
  /// Each metric it needs, once, those that others weigh by first.
  let steps: [Step]

  /// The plan of a question.
  init(_ question: Question) {
    self.question = question
    var steps: [Step] = []
    func plan(_ measure: BoundMeasure, weighsOthers: Bool = false) {
      for call in measure.calls {
        if case .measure(let weight)? = call.weight { plan(weight, weighsOthers: true) }
        if let operand = call.operand { plan(operand, weighsOthers: true) }
        let key = call.key
        guard !steps.contains(where: { $0.key == key && ($0.weighsOthers || !weighsOthers) }) else {
          continue
        }
        steps.append(Step(call: call, key: key, weighsOthers: weighsOthers))
      }
    }
    for measure in question.allMeasures { plan(measure) }
    self.steps = steps
  }
}

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
  }

  /// The question.
  let question: Question
  /// Each metric it needs, once, those that others weigh by first.
  let steps: [Step]
  /// The relations among them that are made of interactions.
  let relations: [String]

  /// The plan of a question.
  init(_ question: Question) {
    self.question = question
    var steps: [Step] = []
    var relations: [String] = []
    func plan(_ measure: BoundMeasure) {
      for call in measure.calls {
        if case .measure(let weight)? = call.weight { plan(weight) }
        if let relation = call.relation, !relations.contains(relation) {
          relations.append(relation)
        }
        let key = Reading.text(of: call, name: call.metric.card.name)
        if !steps.contains(where: { $0.key == key }) { steps.append(Step(call: call, key: key)) }
      }
    }
    question.allMeasures.forEach(plan)
    self.steps = steps
    self.relations = relations
  }
}

import Graph
import Query
import Values

extension Question {
  /// Whether it ranks things that are no people by measures of people: topics, posts.
  var ranksThings: Bool {
    switch (kind, rows) {
    case (.rank, .topics), (.rank, .posts): true
    default: false
    }
  }
}

extension Evaluator {
  /// The answer to a question that ranks topics or posts by a measure of people.
  ///
  /// A measure of a topic is that of somebody whom those follow who are interested in it; a measure
  /// of a post that of somebody to whom was done what others did on it. They are put among the
  /// people of the whole graph, and the question is asked of these.
  mutating func thingsAnswer(_ question: Question) throws(EvaluationError) -> Answer {
    var part = question.scope.isWhole ? self : try evaluator(on: question.scope)
    let names: [String]
    let column: String
    let projected: (graph: Graph, nodes: [PersonID])
    switch question.rows {
    case .posts(let filters):
      let posts = try part.posts(meeting: filters)
      column = "post"
      names = posts.map { part.graph.postNames[$0.id] }
      projected = part.whole.adding(posts)
    default:
      let topics = 0..<UInt32(graph.topicCount)
      column = "topic"
      names = topics.map { graph.topics[$0] }
      var audiences: [PersonSet] = []
      for topic in topics {
        guard !monitor.isCancelled() else { throw .cancelled }
        audiences.append(part.interested(in: topic))
      }
      projected = part.whole.adding(names, followedBy: audiences)
    }
    guard !monitor.isCancelled() else { throw .cancelled }
    var asked = question
    asked.rows = .people(
      .people(projected.nodes.map { ($0, handle: projected.graph.people[$0]) })
    )
    asked.scope = scope.narrowed(by: question.scope)
    asked.scope.moves = []
    asked.remarks = []
    var inner = Evaluator(graph: projected.graph, settings: settings, monitor: monitor)
    inner.noun = column + "s"
    inner.record = record
    let answer = try inner.answer(asked)
    record = inner.record
    let nameOf = Dictionary(zip(projected.nodes, names), uniquingKeysWith: { first, _ in first })
    var defaults = answer.defaults
    if question.readsInterest, !defaults.contains(interestDefault) {
      defaults.insert(interestDefault, at: 0)
    }
    return Answer(
      reading: Reading.text(of: question),
      defaults: defaults,
      table: answer.table.naming(column, by: nameOf),
      remarks: names.isEmpty
        ? ["there are no `\(Reading.text(of: question.rows))`"] : answer.remarks
    )
  }
}

extension Table {
  /// The table with names of things in place of its column of people.
  fileprivate func naming(_ name: String, by nameOf: [UInt32: String]) -> Table {
    let columns = columns.map { column in
      guard column.name == "person", case .people(let people, _) = column.cells else {
        return column
      }
      return Column(name, cells: .texts(people.map { nameOf[$0] }))
    }
    return Table(columns, rowNoun: name + "s")
  }
}

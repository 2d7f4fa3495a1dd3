import Graph
import Query
import Syntax
import Values

/// What moves made of a graph.
struct Imagined: Sendable {
  /// The graph after them.
  var graph: Graph
  /// How many people are new; they come behind everybody else.
  var newcomers = 0
  /// The moves that changed nothing, in words.
  var idle: [String] = []
}

extension Evaluator {
  /// The whole graph after some moves, one after the other, at the end of a period.
  ///
  /// Each move's sets are those of the graph the moves before it made. Complexity: O(ties and events
  /// touched) for each move.
  func imagined(
    _ moves: [BoundMove],
    within period: BoundScope
  ) throws(EvaluationError) -> Imagined {
    var made = imagined
    var newest: [PersonID] = []
    let moment = windowEnd(of: period)
    var done = BoundScope()
    done.moves = scope.moves
    for move in moves {
      guard !monitor.isCancelled() else { throw .cancelled }
      if case .new(let count, let topics) = move.movers {
        let first = PersonID(made.graph.personCount)
        made.graph = made.graph.adding(newPeople: count, interestedIn: topics.map(\.id))
        made.newcomers += count
        newest = Array(first..<first + PersonID(count))
      }
      var judge = sibling(on: made, part: made.graph, scope: done)
      var sources = newest
      if case .people(let people) = move.movers { sources = try judge.people(people).people }
      let targets = try move.moved.map { people throws(EvaluationError) in
        try judge.people(people).people
      }
      let step = Move(sources, move.deed(in: made.graph), targets ?? newest)
      let pairs = sources.count.multipliedReportingOverflow(by: step.targets.count)
      let all = pairs.partialValue.multipliedReportingOverflow(by: move.times ?? 1)
      guard !pairs.overflow, !all.overflow, all.partialValue <= Evaluator.mostMoves else {
        throw .moves(limit: Evaluator.mostMoves)
      }
      if let changed = made.graph.changed(by: step, at: moment) {
        made.graph = changed
      } else {
        made.idle.append(Reading.text(of: [move]))
      }
      done.moves.append(move)
    }
    return made
  }

  /// The most ties or events one move makes.
  private static let mostMoves = 10_000_000

  /// Everybody who is in the graph and was there before any move: whose rows are shown where nobody
  /// says whose.
  var shown: PersonSet {
    guard imagined.newcomers > 0 else { return graph.everybody }
    let first = PersonID(graph.personCount - imagined.newcomers)
    let newcomers = PersonSet(first..<PersonID(graph.personCount), universe: graph.personCount)
    return graph.everybody.subtracting(newcomers)
  }

  /// What to know about what is assumed: who is not shown, and what changes nothing.
  var assumptionRemarks: [String] {
    var remarks = imagined.idle.map { "`\($0)` changes nothing: it is so already" }
    if imagined.newcomers > 0 {
      let people = Tally.text(imagined.newcomers, "people")
      remarks.append("\(people) assumed, counted and not among `people`")
    }
    return remarks
  }
}

extension BoundMove {
  /// What is done to a graph: ties where a relation has the name, else events.
  func deed(in graph: Graph) -> Move.Deed {
    let kinds = graph.interactions.kinds
    guard isEvent, !graph.relations.has(ties.relation),
      let kind = (0..<UInt32(kinds.count)).first(where: { kinds[$0].plural == ties.relation })
    else {
      if !isNegated { return .tie(ties.relation, weight: tieWeight) }
      switch ties.act {
      case .trust: return .noTie(ties.relation, positive: true)
      case .distrust: return .noTie(ties.relation, positive: false)
      default: return .noTie(ties.relation, positive: nil)
      }
    }
    return isNegated ? .noEvent(kind) : .event(kind, times: times ?? 1)
  }
}

import Graph
import Metrics
import Query
import Syntax
import Values

extension Evaluator {
  /// The most parts of the graph `per` makes.
  private static let mostParts = 5_000

  /// The rows of each part of the graph, one part below the other.
  ///
  /// Several parts are answered at once. Complexity: that of the question, for each part.
  mutating func parts(
    of question: Question,
    by group: Question.Group,
    _ people: PersonSet
  ) throws(EvaluationError) -> Groups {
    let parts = try parts(of: question, by: group)
    var plain = question
    (plain.scope, plain.group, plain.condition, plain.limit) = (BoundScope(), nil, nil, nil)
    let plan = Plan(plain)
    let members = people.people
    let outer = self
    let each = try eachPart(parts.count, of: group) { number in
      var inner = outer.evaluator(onPart: parts[number].scope)
      do throws(EvaluationError) {
        try inner.run(plan, for: people)
        return .success(inner.rows(of: question, on: plan, members))
      } catch {
        return .failure(error)
      }
    }
    var made: [GroupRows] = []
    for part in each { made.append(try part.get()) }
    note(.part, "per \(group.columnName)", rows: parts.count)
    let rows = GroupRows.joined(made)
    let names = parts.map(\.name)
    let cells = rows.counts.indices.flatMap { repeatElement(names[$0], count: rows.counts[$0]) }
    return Groups(
      rows: rows,
      column: Column(group.columnName, cells: .texts(cells)),
      names: names,
      noun: question.isRanking ? "rows" : group.columnName.plural
    )
  }

  /// What is made of each part, in order.
  private func eachPart(
    _ count: Int,
    of group: Question.Group,
    _ answer: @Sendable (Int) -> Result<GroupRows, EvaluationError>
  ) throws(EvaluationError) -> [Result<GroupRows, EvaluationError>] {
    do throws(MetricError) {
      return try ParallelRanges(count: count, size: 1)
        .map("per \(group.columnName)", threads: nil, watchedBy: monitor) { answer($0.lowerBound) }
    } catch {
      throw .cancelled
    }
  }

  /// An evaluator on one of the parts that `per` makes, which it does not keep.
  func evaluator(onPart scope: BoundScope) -> Evaluator {
    let part = graph.viewed(
      in: Scope(since: scope.start, until: scope.end, topic: scope.topic, kind: scope.kind)
    )
    var evaluator = sibling(part: part, scope: self.scope.narrowed(by: scope))
    evaluator.keeping = nil
    return evaluator
  }

  /// The rows of one part.
  private mutating func rows(
    of question: Question,
    on plan: Plan,
    _ people: [PersonID]
  ) -> GroupRows {
    var made: GroupRows
    if case .rank(let selection) = question.kind {
      let values = numbers(of: question.measures[0])
      let present = people.filter { !values[Int($0)].isNaN }
      let kept =
        question.leavesOutZeros(unit: unit(of: question.measures[0]))
        ? present.filter { values[Int($0)] != 0 } : present
      made = rows(of: question, [kept])
      // Where the first of them are shown, nobody with 0 would be.
      let isWhole = selection?.isFromBottom == true || made.counts == [kept.count]
      made.leavesOutZeros = kept.count < present.count && isWhole
    } else {
      made = rows(of: question, [people])
    }
    made.defaults = defaults(of: plan)
    made.remarks = groupRemarks(plan) + made.remarks
    return made
  }

  /// The parts that `per` makes, in their order.
  private func parts(
    of question: Question,
    by group: Question.Group
  ) throws(EvaluationError) -> [(name: String, scope: BoundScope)] {
    switch group {
    case .topic:
      var topics = Set<UInt32>()
      for post in whole.posts.posts { topics.formUnion(post.topics) }
      for topic in topics {
        for above in whole.topicForest.ancestors(of: topic) {
          guard topics.insert(above).inserted else { break }
        }
      }
      guard topics.count <= Evaluator.mostParts else {
        throw .grouping(.tooManyTopics(limit: Evaluator.mostParts))
      }
      return named(Array(topics), by: whole.topics) { $0.topic = $1 }
    case .kind:
      let kinds = whole.interactions.kinds
      return named(Array(0..<UInt32(kinds.count)), by: kinds) { $0.kind = $1 }
    case .period(let unit):
      return try periods(of: question, unit).map { period in
        var scope = BoundScope()
        scope.period = .calendar(period)
        return (period.name, scope)
      }
    case .attribute, .decile: return []
    }
  }

  private func named(
    _ numbers: [UInt32],
    by names: NameTable,
    _ narrow: (inout BoundScope, UInt32) -> Void
  ) -> [(name: String, scope: BoundScope)] {
    numbers.map { number in
      var scope = BoundScope()
      narrow(&scope, number)
      return (names[number], scope)
    }.sorted { $0.name < $1.name }
  }

  private func periods(
    of question: Question,
    _ unit: CalendarUnit
  ) throws(EvaluationError) -> [CalendarPeriod] {
    let moments = moments(readBy: question)
    guard let start = scope.start ?? moments?.lowerBound,
      let end = scope.end ?? moments?.upperBound
    else { throw .grouping(.undated(unit)) }
    guard start <= end else { return [] }
    guard let periods = unit.periods(in: start...end, limit: Evaluator.mostParts) else {
      throw .grouping(.tooMany(unit, limit: Evaluator.mostParts))
    }
    return periods
  }

  /// From when to when something happened that the measures of a question read: ties where they read
  /// dated ones, else events; nil where nothing is dated.
  ///
  /// Complexity: O(ties) of the relations they read.
  private func moments(readBy question: Question) -> ClosedRange<Instant>? {
    var moments: ClosedRange<Instant>?
    for call in question.measures.flatMap(\.calls) {
      let relation = (call.relation ?? call.metric.card.relation).flatMap { whole.relations[$0] }
      guard let own = relation?.moments ?? whole.period else { continue }
      let known = moments ?? own
      moments =
        min(known.lowerBound, own.lowerBound)...max(known.upperBound, own.upperBound)
    }
    return moments ?? whole.period
  }
}

extension Question {
  /// Whether a part of the graph has no row for people with 0: where nobody was asked for by name,
  /// most people did nothing in most months.
  fileprivate func leavesOutZeros(unit: Unit) -> Bool {
    switch unit {
    case .count, .amount: rows.isEveryone
    default: false
    }
  }
}

extension Relation {
  /// The earliest and the latest moment of its ties; nil where none is dated.
  fileprivate var moments: ClosedRange<Instant>? {
    guard let times else { return nil }
    var moments: ClosedRange<Instant>?
    for case let time? in times {
      let known = moments ?? time...time
      moments = min(known.lowerBound, time)...max(known.upperBound, time)
    }
    return moments
  }
}

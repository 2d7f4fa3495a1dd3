import Metrics
package import Syntax

/// Writes bound things in the language's one canonical way.
///
/// What is written parses and binds to the same thing.
package struct Reading {
  /// The metrics of the question, as texts: their companions stand bare in its clauses.
  var own: Set<String> = []

  /// A whole question.
  package static func text(of question: Question) -> String {
    var reading = Reading()
    let calls = question.measures.compactMap(\.soleCall)
    reading.own = Set(calls.map { reading.text(of: $0, name: $0.metric.card.name) })
    return reading.text(question)
  }

  /// A set of people; in brackets where it is a part of another and has parts itself.
  package static func text(of people: BoundPeople, isPart: Bool = false) -> String {
    Reading().text(of: people, isPart: isPart)
  }

  /// What rows are.
  package static func text(of rows: Question.Rows) -> String { Reading().text(of: rows) }

  /// A measure.
  package static func text(of measure: BoundMeasure) -> String { Reading().text(of: measure) }

  /// A metric with what it takes, under its own name or a companion's.
  package static func text(of call: MetricCall, name: String) -> String {
    Reading().text(of: call, name: name)
  }

  /// What each member of an audience weighs.
  package static func text(of weight: BoundWeight) -> String { Reading().text(of: weight) }

  /// The keys of an order.
  package static func text(of keys: [Question.SortKey]) -> String { Reading().text(of: keys) }

  /// A condition.
  package static func text(of condition: BoundCondition) -> String { Reading().text(of: condition) }

  private func text(_ question: Question) -> String {
    var words = subject(of: question)
    if let condition = question.condition { words += " where \(text(of: condition))" }
    words += Reading.clauses(of: question.scope)
    if let group = question.group { words += " per \(text(of: group))" }
    if !question.sortKeys.isEmpty {
      words += " sort by \(text(of: question.sortKeys))"
    }
    if let limit = question.limit { words += " limit \(limit)" }
    return words
  }

  /// A question up to its clauses.
  private func subject(of question: Question) -> String {
    let list = question.measures.map { Reading().text(of: $0) }
    let measures = list.joined(separator: ", ")
    let rows = text(of: question.rows)
    let behind = question.rows.isEveryone ? "" : " for \(rows)"
    let chosen = question.chosen.map { " choosing \($0)" } ?? ""
    switch question.kind {
    case .rank(let selection?):
      let end = selection.isFromBottom ? "bottom" : "top"
      return "\(end) \(selection.count) \(rows) by \(measures)"
    case .rank(nil):
      // At its beginning `column age` would be a set's name.
      if case .people = question.rows, !measures.hasPrefix("column ") { return measures + behind }
      return "\(rows) by \(measures)"
    case .list: return rows
    case .count:
      // `count people per country` says the same, and reads better.
      return "count \(rows)"
    case .show: return "show \(measures)\(behind)"
    case .aggregate(let aggregators):
      return zip(aggregators, question.measures).map(Reading.term).joined(separator: ", ") + behind
    case .compare: return "compare \(measures)\(chosen)\(behind)"
    case .correlate(let outcome, let controls):
      let held = controls.map { Reading().text(of: $0) }.joined(separator: ", ")
      return "correlate \(measures) against \(Reading().text(of: outcome))"
        + (held.isEmpty ? "" : " controlling for \(held)") + chosen + behind
    case .explain(let person, let rival):
      return "explain \(measures) for \(Reading.handle(person.handle))"
        + (rival.map { " against \(Reading.handle($0.handle))" } ?? "")
    case .choose(let choice): return text(of: choice, among: rows)
    case .overlap(let sets):
      return "overlap between " + sets.map { shared($0) }.joined(separator: ", ")
    case .path(let from, let to, let relation, let hops):
      return "path from \(Reading.handle(from.handle)) to \(Reading.handle(to.handle))"
        + " by \(Reading.bare(relation))" + (hops.map { " within \(Reading.hops($0))" } ?? "")
    }
  }

  private func text(of choice: BoundChoice, among people: String) -> String {
    var bare = choice.spread
    bare.group = nil
    var words = "choose \(choice.count) \(people)"
    if let target = choice.spread.group { words += " to reach \(text(of: target))" }
    words += text(of: bare, name: "")
    if let budget = choice.budget {
      words += " with budget \(Reading.literal(budget.most, false)) at \(text(of: budget.cost))"
    }
    return words
  }

  private func text(of keys: [Question.SortKey]) -> String {
    let words = keys.map { key in
      text(of: key.measure) + (key.isAscending.map { $0 ? " ascending" : " descending" } ?? "")
    }
    return words.joined(separator: ", ")
  }

  private func text(of group: Question.Group) -> String {
    switch group {
    case .period(let unit): unit.rawValue
    case .topic: "topic"
    case .kind: "kind"
    case .attribute(let name): Reading.bare(name)
    case .decile(let measure): "decile(\(text(of: measure)))"
    }
  }

  /// A measure behind its aggregator.
  package static func term(
    _ aggregator: AggregateQuestion.Aggregator,
    _ measure: BoundMeasure
  ) -> String {
    "\(aggregator.rawValue) \(Reading().aggregated(measure))"
  }

  /// The clauses of a scope, each behind a space.
  package static func clauses(of scope: BoundScope) -> String {
    var words = ""
    if let since = scope.since { words += " since \(since.text)" }
    if let until = scope.until { words += " until \(until.text)" }
    switch scope.period {
    case .whole(let date): words += " in \(date.text)"
    case .last(let duration, _, _): words += " in the last \(Reading.duration(duration))"
    case .calendar(let period): words += " in \(period.name)"
    case nil: break
    }
    if let moment = scope.moment { words += " as of \(moment.text)" }
    if let absent = scope.absent { words += " without \(Reading.text(of: absent, isPart: true))" }
    if !scope.moves.isEmpty { words += " assuming \(Reading.text(of: scope.moves))" }
    return words
  }
}

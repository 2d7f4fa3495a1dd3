import Graph
import Metrics
import Query
import Values

extension Evaluator {
  /// A measure among those that are set side by side.
  struct Side {
    let measure: BoundMeasure
    let name: String
    let ranking: Ranking
    let standing: Standing
    /// Everybody's place, equals in the middle of theirs; NaN where the value is missing.
    let middles: [Double]
    /// Everybody's place as it is shown.
    let ranks: [Rank]
  }

  /// Measures side by side: each one's value and place, how far apart the places lie, and how far
  /// each two agree.
  ///
  /// Places are among the rows; a proportion has them by `low`. Complexity: O(measures x people log
  /// people), and as much for each pair.
  func compare(_ question: Question, _ rows: PersonSet) throws(EvaluationError) -> Answer {
    let sides = try sides(of: question.measures, for: rows)
    guard let first = sides.first else {
      return Answer(reading: question.reading, table: Table([]))
    }
    let people = try arranged(first.standing.people, question)
    let spreads = spreads(of: sides)
    var columns = [Column("person", cells: .people(people, graph.people))]
    columns.append(
      Column(
        "spread",
        unit: .count(of: "places"),
        cells: .numbers(people.map { spreads[Int($0)] }),
        missingReason: "a value for fewer than two measures"
      )
    )
    for (index, side) in sides.enumerated() {
      let leads = index == 0 && question.sortKeys.isEmpty
      columns += self.columns(of: side, for: people, leads: leads)
    }
    let agreement = try agreement(of: sides, among: rows, first: question.chosen)
    return Answer(
      reading: question.reading,
      defaults: sides.compactMap(\.default),
      table: Table(columns),
      parts: agreement.map { [$0.part] } ?? [],
      findings: (agreement?.duplicates ?? []) + findings(sides, spreads, among: people),
      remarks: smallRemark(rows.count) + chosenRemark(question, among: rows.count)
        + remarks(on: question.measures, columns, for: people)
    )
  }

  /// Measures as they rank some people.
  func sides(
    of measures: [BoundMeasure],
    for rows: PersonSet
  ) throws(EvaluationError) -> [Side] {
    var sides: [Side] = []
    for (measure, name) in zip(measures, measures.columnNames) {
      guard !monitor.isCancelled() else { throw .cancelled }
      let ranking = ranking(of: measure, fromBottom: false)
      let standing = standing(of: rows.people, by: ranking, first: nil)
      var middles = [Double](repeating: .nan, count: graph.personCount)
      var ranks = [Rank](repeating: Rank(0, isShared: false), count: graph.personCount)
      var start = 0
      while start < standing.people.count {
        let rank = standing.ranks[start]
        let end = standing.ranks[start...].firstIndex { $0 != rank } ?? standing.people.count
        let middle = rank.place == 0 ? .nan : Double(start + end + 1) / 2
        for person in standing.people[start..<end] {
          middles[Int(person)] = middle
          ranks[Int(person)] = rank
        }
        start = end
      }
      sides.append(
        Side(
          measure: measure,
          name: name,
          ranking: ranking,
          standing: standing,
          middles: middles,
          ranks: ranks
        )
      )
    }
    return sides
  }

  /// A measure's value and place; the first of them marks what orders the rows.
  private func columns(of side: Side, for people: [PersonID], leads: Bool) -> [Column] {
    let goesByValue = side.ranking.companion == nil
    return [
      column(of: side.measure, named: side.name, for: people, ranks: leads && goesByValue),
      Column(
        "\(side.name) rank",
        unit: .count(of: "place"),
        cells: .ranks(people.map { side.ranks[Int($0)] }),
        ranks: leads && !goesByValue,
        ascends: leads && !goesByValue,
        missingReason: missingReason(of: side.measure)
      ),
    ]
  }

  /// How far apart each person's places lie; NaN with fewer than two.
  private func spreads(of sides: [Side]) -> [Double] {
    (0..<graph.personCount).map { person in
      let places = sides.map { $0.middles[person] }.filter { !$0.isNaN }
      guard places.count > 1, let first = places.min(), let last = places.max() else { return .nan }
      return last - first
    }
  }

  /// Who asks for more than there are to choose from has all of them.
  func chosenRemark(_ question: Question, among count: Int) -> [String] {
    guard let chosen = question.chosen, chosen >= count, count > 0 else { return [] }
    let people = Tally.text(count, "people")
    return ["choosing \(Tally.digits(chosen)) of \(people) is choosing them all"]
  }

  /// What to know about figures on few people.
  func smallRemark(_ count: Int) -> [String] {
    guard (1..<Bootstrap.fewest).contains(count) else { return [] }
    return ["small n: agreement among \(Tally.text(count, "people")) is no evidence"]
  }
}

extension Evaluator.Side {
  /// What it ranks by, where that is not its value.
  var `default`: String? { ranking.companion.map { "\(name) ranks by \($0)" } }

  /// Those of its order who have a value by another, in its order.
  func order(with other: Evaluator.Side) -> [PersonID] {
    standing.people.filter { person in
      !middles[Int(person)].isNaN && !other.middles[Int(person)].isNaN
    }
  }
}

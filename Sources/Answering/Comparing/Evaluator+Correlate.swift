import Graph
import Metrics
import Query
import Values

extension Evaluator {
  /// A measure against an outcome.
  private struct Trial {
    let side: Side
    let rho: Double
    let area: Double
    let partial: Double
    let gain: RankingGain
    /// Rho in each draw of people; none for few people.
    let draws: [Double]
  }

  /// Who has a value by every measure of a correlation, and what they have by the outcome.
  private struct Judged {
    let people: [PersonID]
    /// What they are ordered by.
    let order: [Double]
    /// Everybody's outcome.
    let outcomes: [Double]
    let controls: [[Double]]

    /// Whether all of them have the same outcome, which no order is better at than another.
    var isFlat: Bool {
      guard let first = people.first else { return false }
      return people.allSatisfy { outcomes[Int($0)] == outcomes[Int(first)] }
    }
  }

  /// Measures against what people then did: how far they agree, and what choosing by them loses.
  ///
  /// All are judged on the same people: those who have a value by each. Complexity: O(measures x
  /// people log people), and a thousand draws of the people.
  func correlate(
    _ question: Question,
    against outcome: BoundMeasure,
    controlling controls: [BoundMeasure],
    _ rows: PersonSet
  ) throws(EvaluationError) -> Answer {
    let sides = try sides(of: question.measures, for: rows)
    let judged = judged(by: sides, against: outcome, controlling: controls, rows)
    let top = question.chosen ?? Evaluator.chosen(among: judged.people.count)
    let bootstrap = Bootstrap(of: judged.people.count)
    let trials = try trials(of: sides, judged, bootstrap)
    let columns = columns(of: trials, judged, outcome: outcome, first: top)
    let all = question.measures + [outcome] + controls
    var defaults = sides.compactMap(\.default)
    if question.chosen == nil { defaults.append("choosing \(top)") }
    if bootstrap.count >= Bootstrap.fewest {
      defaults.append("\(Tally.digits(bootstrap.rounds)) draws of the people")
    }
    return Answer(
      reading: question.reading,
      defaults: defaults,
      table: Table(columns, rowNoun: "measures"),
      parts: trials.count > 1 ? [differences(of: trials)] : [],
      findings: findings(on: trials, judged, outcome: outcome, first: top),
      remarks: leftOutRemarks(all, judged.people.count, rows) + smallRemark(judged.people.count)
        + chosenRemark(question, among: judged.people.count)
        + flatRemark(judged, outcome) + overlapRemarks(question.measures, outcome)
        + remarks(on: all, [], for: judged.people)
    )
  }

  private func judged(
    by sides: [Side],
    against outcome: BoundMeasure,
    controlling controls: [BoundMeasure],
    _ rows: PersonSet
  ) -> Judged {
    let order = ranking(of: outcome, fromBottom: false).values
    let held = controls.map { ranking(of: $0, fromBottom: false).values }
    let columns = sides.map(\.ranking.values) + [order] + held
    let people = rows.people.filter { person in columns.allSatisfy { !$0[Int(person)].isNaN } }
    return Judged(
      people: people,
      order: people.map { order[Int($0)] },
      outcomes: numbers(of: outcome),
      controls: held.map { column in people.map { column[Int($0)] } }
    )
  }

  private func trials(
    of sides: [Side],
    _ judged: Judged,
    _ bootstrap: Bootstrap
  ) throws(EvaluationError) -> [Trial] {
    let scores = sides.map { $0.ranking.values(of: judged.people) }
    let draws: [[Double]]
    do throws(MetricError) {
      draws = try bootstrap.spearman(of: scores, with: judged.order, watchedBy: monitor)
    } catch {
      throw .metric(name: "correlate", error)
    }
    let judges = PersonSet(judged.people, universe: graph.personCount)
    let outcomes = judged.people.map { judged.outcomes[Int($0)] }
    var trials: [Trial] = []
    for (index, side) in sides.enumerated() {
      guard !monitor.isCancelled() else { throw .cancelled }
      let ordered = side.standing.people.filter { judges.contains($0) }
      trials.append(
        Trial(
          side: side,
          rho: RankCorrelation.spearman(scores[index], judged.order),
          area: RankingGain.area(scores: scores[index], outcomes: outcomes),
          partial: judged.controls.isEmpty
            ? .nan
            : RankCorrelation.partial(scores[index], judged.order, given: judged.controls),
          gain: RankingGain(ordered.map { judged.outcomes[Int($0)] }),
          draws: draws[index]
        )
      )
    }
    return trials
  }

  private func columns(
    of trials: [Trial],
    _ judged: Judged,
    outcome: BoundMeasure,
    first top: Int
  ) -> [Column] {
    let ends = trials.map { Bootstrap.interval(of: $0.draws) }
    let few = "fewer than \(Bootstrap.fewest) people"
    let constant = "the same for all of them"
    let oneKind = "all or none have an outcome above 0"
    let isFlat = judged.isFlat
    func gains(_ gain: (RankingGain) -> Double) -> [Double] {
      trials.map { isFlat ? .nan : gain($0.gain) }
    }
    func column(_ name: String, _ unit: Unit, _ reason: String, _ numbers: [Double]) -> Column {
      Column(name, unit: unit, cells: .numbers(numbers), missingReason: reason)
    }
    let count = Double(judged.people.count)
    var columns = [
      Column("measure", cells: .texts(trials.map(\.side.name))),
      column("n", .count(of: "people"), few, trials.map { _ in count }),
      column("spearman", .plain, constant, trials.map(\.rho)),
      column("low", .plain, few, ends.map(\.low)),
      column("high", .plain, few, ends.map(\.high)),
      column("auc", .score, oneKind, trials.map(\.area)),
      column(
        "precision",
        .share,
        isFlat ? constant : "no outcome",
        gains { $0.precision(first: top) }
      ),
      column(
        "ndcg",
        .score,
        isFlat ? constant : "no outcome, or one below 0",
        gains { $0.discounted(first: top) }
      ),
    ]
    if !judged.controls.isEmpty {
      let reason = "nothing is left beside what is held constant"
      columns.append(column("partial", .plain, reason, trials.map(\.partial)))
    }
    let isMean = unit(of: outcome).isMean
    let regrets = gains { $0.regret(first: top, isMean: isMean) }
    let reason = isFlat ? constant : "nobody is judged"
    columns.append(column("regret", unit(of: outcome), reason, regrets))
    return columns
  }

  /// How much more each measure goes with the outcome than another, over the same draws.
  private func differences(of trials: [Trial]) -> Answer.Part {
    var pairs: [(names: (String, String), difference: Double, ends: (low: Double, high: Double))] =
      []
    for (index, left) in trials.enumerated() {
      for right in trials.dropFirst(index + 1) {
        let draws = zip(left.draws, right.draws).map { $0 - $1 }
        pairs.append(
          (
            (left.side.name, right.side.name), left.rho - right.rho,
            Bootstrap.interval(of: draws)
          )
        )
      }
    }
    let few = "fewer than \(Bootstrap.fewest) people"
    return Answer.Part(
      "differences",
      "how much more one goes with it than another: spearman less spearman, over the same draws; "
        + "low and high with 0 between them tell the two not apart",
      Table(
        [
          Column("measure", cells: .texts(pairs.map(\.names.0))),
          Column("other measure", cells: .texts(pairs.map(\.names.1))),
          Column(
            "difference",
            cells: .numbers(pairs.map(\.difference)),
            missingReason: "the same for all of them"
          ),
          Column("low", cells: .numbers(pairs.map(\.ends.low)), missingReason: few),
          Column("high", cells: .numbers(pairs.map(\.ends.high)), missingReason: few),
        ],
        rowNoun: "pairs"
      )
    )
  }
}

extension Evaluator {
  /// Which measure goes best with the outcome, and what choosing by the worst one loses.
  private func findings(
    on trials: [Trial],
    _ judged: Judged,
    outcome: BoundMeasure,
    first top: Int
  ) -> [String] {
    let known = trials.filter { !$0.rho.isNaN }
    guard let best = known.max(by: { $0.rho < $1.rho }) else { return [] }
    let name = outcome.columnName
    let rho = Evaluator.spelled(best.rho, .plain)
    var findings: [String] = []
    if known.count > 1 {
      findings.append("\(best.side.name) goes best with \(name): spearman \(rho)")
    }
    let unit = unit(of: outcome)
    let losses = known.map { ($0, $0.gain.regret(first: top, isMean: unit.isMean)) }
    if let (worst, loss) = losses.max(by: { $0.1 < $1.1 }), loss > 0 {
      let lost = Evaluator.spelled(loss, unit)
      let mean = unit.isMean ? " on average" : ""
      let (first, best) = top == 1 ? ("first", "best") : ("first \(top)", "best \(top)")
      findings.append(
        "choosing the \(first) by \(worst.side.name) loses \(lost) in \(name)\(mean) against "
          + "the \(best)"
      )
    }
    return findings
  }

  /// That there is nothing to go with, where everybody has the same outcome.
  private func flatRemark(_ judged: Judged, _ outcome: BoundMeasure) -> [String] {
    guard judged.people.count > 1, judged.isFlat else { return [] }
    return ["\(outcome.columnName) is the same for all of them: nothing can go with it"]
  }

  /// How many people are left out, and for want of which values.
  private func leftOutRemarks(
    _ measures: [BoundMeasure],
    _ count: Int,
    _ rows: PersonSet
  ) -> [String] {
    guard count < rows.count else { return [] }
    var seen: Set<String> = []
    let leftOut = rows.count - count
    let reasons = measures.compactMap { measure -> String? in
      let numbers = numbers(of: measure)
      let missing = rows.people.count { numbers[Int($0)].isNaN }
      guard missing > 0, seen.insert(Reading.text(of: measure)).inserted else { return nil }
      let reason = missingReason(of: measure)
      let count = missing == leftOut ? "" : Tally.digits(missing) + " "
      return "\(count)without \(measure.columnName) (\(reason))"
    }
    let people = Tally.text(leftOut, noun)
    return ["\(people) left out: \(reasons.joined(separator: ", "))"]
  }

  /// Which measures are of a time that the outcome is of too: then it may have been known before.
  private func overlapRemarks(_ measures: [BoundMeasure], _ outcome: BoundMeasure) -> [String] {
    guard whole.period != nil, let told = period(of: outcome) else { return [] }
    let overlapping = measures.filter { measure in
      guard let known = period(of: measure) else { return false }
      return known.lowerBound <= told.upperBound && told.lowerBound <= known.upperBound
    }
    guard let first = overlapping.first else { return [] }
    let names = overlapping.map(\.columnName).joined(separator: ", ")
    let verb = overlapping.count == 1 ? "is" : "are"
    let (words, others) = (Reading.text(of: first.opened), Reading.text(of: outcome.opened))
    return [
      "\(names) \(verb) of the same time as \(outcome.columnName), and may have come of it; "
        + "`correlate (\(words) until D) against (\(others) since D)` keeps them apart"
    ]
  }

  /// The moments a measure is of; nil where it is computed from nothing that happens.
  private func period(of measure: BoundMeasure) -> ClosedRange<Instant>? {
    let scopes = measure.calls.map { scope.narrowed(by: $0.scope) }
    guard let data = whole.period, !scopes.isEmpty else { return nil }
    let start = scopes.map { $0.start ?? data.lowerBound }.min() ?? data.lowerBound
    let end = scopes.map { $0.end ?? data.upperBound }.max() ?? data.upperBound
    return start <= end ? start...end : nil
  }
}

extension Unit {
  /// Whether several of it make an average, and no sum.
  fileprivate var isMean: Bool {
    switch self {
    case .share, .score, .ratio, .index: true
    case .count, .amount, .points, .milliseconds, .plain: false
    }
  }
}

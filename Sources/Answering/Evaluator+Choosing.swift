import Graph
import Metrics
import Query
import Values

extension Evaluator {
  /// The few who together reach most, in the order they are chosen, beside other ways to choose.
  ///
  /// Who listens to one of them is reached, by their weight if there is one; where hops or a cascade
  /// are named, so is whoever hears it from another.
  /// Complexity: that of `SpreadModel.portfolio`, plus the sets and the costs.
  mutating func choose(
    _ question: Question,
    _ choice: BoundChoice,
    among rows: PersonSet
  ) throws(EvaluationError) -> Answer {
    var arguments = try self.arguments(of: choice.spread, key: choice.spread.key)
    let isPlain = arguments.options["cascade"] == nil && (arguments.hops ?? 1) == 1
    if isPlain { arguments.options["cascade"] = CascadeTies.Uptake.direct.rawValue }
    if let target = choice.spread.group, let members = arguments.group?.members {
      note(.set, Reading.text(of: target), rows: members.count)
    }
    let costs = choice.budget.map { numbers(of: $0.cost) }
    let priced = rows.people.filter { person in
      guard let costs else { return true }
      return costs[Int(person)] >= 0
    }
    let people = RowOrder(keys: [], people: graph.people, monitor: monitor).sorted(priced)
    let candidates = Candidates(
      people,
      among: graph.personCount,
      most: choice.count,
      costs: costs.map { costs in people.map { costs[Int($0)] } },
      budget: choice.budget?.most ?? .infinity
    )
    let network = try self.network(of: choice.spread)
    let metric = ExpectedSpread()
    let model: SpreadModel
    let portfolio: Portfolio
    do throws(MetricError) {
      model = try metric.model(on: network, with: arguments, watchedBy: monitor)
      portfolio = try model.portfolio(of: candidates, watchedBy: monitor)
    } catch {
      throw .metric(name: "choose", error)
    }
    note(.metric, choice.spread.key, rows: candidates.people.count)
    let report = PortfolioReport(
      portfolio: portfolio,
      choice: choice,
      unit: metric.unit(with: arguments),
      total: model.total,
      costs: costs,
      audience: audience(over: choice.spread.relation ?? "follows"),
      people: graph.people
    )
    let unpriced = choice.budget.map { budget in
      remarks(leftOut: rows.count - priced.count, without: Reading.text(of: budget.cost))
    }
    return Answer(
      reading: Reading.text(of: question),
      defaults: metric.defaults(with: arguments) + (isPlain ? ["nobody passes it on"] : []),
      table: report.table,
      parts: portfolio.chosen.people.isEmpty ? [] : [report.comparison],
      findings: report.findings,
      remarks: report.remarks + (unpriced ?? [])
    )
  }

  /// Who listens along a relation, in words.
  private func audience(over relation: String) -> String {
    relation == "follows" ? "followers" : "listeners over \(Reading.bare(relation))"
  }

  private func remarks(leftOut count: Int, without cost: String) -> [String] {
    guard count > 0 else { return [] }
    return ["\(Tally.text(count, noun)) without \(cost) cannot be chosen"]
  }
}

/// A portfolio as tables and sentences.
private struct PortfolioReport {
  let portfolio: Portfolio
  let choice: BoundChoice
  let unit: Unit
  let total: Double
  let costs: [Double]?
  /// Whom people are heard by, in words.
  let audience: String
  let people: PersonNames

  private var chosen: Portfolio.Choice { portfolio.chosen }

  /// The people in the order they were chosen.
  var table: Table {
    let gains = zip(chosen.together, [0] + chosen.together).map { $0 - $1 }
    let shared = zip(chosen.alone, gains).map { max(0, $0 - $1) }
    var columns = [
      Column(
        "pick",
        unit: .count(of: "place"),
        cells: .numbers(chosen.people.indices.map { Double($0 + 1) })
      ),
      Column("person", cells: .people(chosen.people, people)),
      Column("gain", unit: unit, cells: .numbers(gains)),
      Column("together", unit: unit, cells: .numbers(chosen.together)),
      Column("alone", unit: unit, cells: .numbers(chosen.alone)),
      Column("duplicated", unit: unit, cells: .numbers(shared)),
    ]
    if let costs, let budget = choice.budget {
      let fees = chosen.people.map { costs[Int($0)] }
      var spent = 0.0
      let sums = fees.map { fee in
        spent += fee
        return spent
      }
      columns.append(Column(Reading.text(of: budget.cost), cells: .numbers(fees)))
      columns.append(Column("spent", cells: .numbers(sums)))
    }
    return Table(columns)
  }

  /// The portfolio beside those that other rules choose from the same people.
  var comparison: Answer.Part {
    let ways: [(String, Portfolio.Choice)] = [
      ("chosen", chosen), ("best one by one", portfolio.bestAlone),
      ("most \(audience)", portfolio.mostHeard),
    ]
    func numbers(_ name: String, _ number: (Portfolio.Choice) -> Double) -> Column {
      Column(name, unit: unit, cells: .numbers(ways.map { number($0.1) }))
    }
    var columns = [
      Column("way", cells: .texts(ways.map(\.0))),
      numbers("together", \.reached),
      numbers("duplicated") { max(0, $0.duplicated) },
      numbers("regret") { chosen.reached - $0.reached },
    ]
    if let costs {
      let sums = ways.map { way in way.1.people.reduce(0) { $0 + costs[Int($1)] } }
      columns.append(Column("spent", cells: .numbers(sums)))
    }
    columns.append(Column("people", cells: .texts(ways.map { shortNames($0.1.people) })))
    return Answer.Part(
      "ways",
      "beside other ways to choose as many; regret is what is lost by them",
      Table(columns, rowNoun: "ways")
    )
  }

  /// What it comes to, how much anybody else could reach, and what is lost by ranking.
  var findings: [String] {
    guard !chosen.people.isEmpty else { return [] }
    let share = Evaluator.spelled(chosen.reached / total, .share)
    let whole = Evaluator.spelled(total, unit)
    let sure = portfolio.draws > 0 ? ", \(Int(Portfolio.confidence * 100))% sure" : ""
    let part = Evaluator.spelled((portfolio.ratio * 1e3).rounded(.down) / 1e3, .share)
    let others = Tally.text(choice.count, "people")
    let verb = chosen.people.count == 1 ? "\(names(chosen.people)) reaches" : "together they reach"
    return [
      "\(verb) \(spelled(chosen.reached)) of \(whole): \(share)",
      "no \(others) could reach more than \(spelled(portfolio.bound)): this is at least \(part) "
        + "of the best there is\(sure)",
    ]
      + [
        loss(portfolio.bestAlone, "who reach most one by one"),
        loss(portfolio.mostHeard, "with most \(audience)"),
      ].compactMap(\.self)
  }

  private func loss(_ rival: Portfolio.Choice, _ who: String) -> String? {
    let count = rival.people.count
    guard count > 0, Set(rival.people) != Set(chosen.people) else { return nil }
    let regret = chosen.reached - rival.reached
    let words =
      regret >= 0 ? "\(spelled(regret)) less" : "\(spelled(-regret)) more, by chance"
    let subject =
      count == 1 ? "the one \(who.replacingPlural)" : "the \(Tally.digits(count)) \(who)"
    let verb = count == 1 ? "reaches" : "together reach"
    // More names than that would push the table off the screen.
    let named = count > 10 ? "" : ", \(names(rival.people)),"
    return "\(subject)\(named) \(verb) \(spelled(rival.reached)): \(words)"
  }

  /// How sure the numbers are, and why there are fewer people than were asked for.
  var remarks: [String] {
    var remarks: [String] = []
    if let error = portfolio.error {
      let draws = Tally.digits(2 * portfolio.draws)
      remarks.append(
        "reach is estimated from \(draws) reverse-reachable sets, standard error \(spelled(error))"
      )
    }
    if total == 0 { remarks.append("there is nobody to reach") }
    let count = chosen.people.count
    if count < choice.count, total > 0 {
      let limit = choice.budget == nil ? "" : " the budget affords"
      remarks.append(
        "\(Tally.text(count, "people")) chosen of \(Tally.digits(choice.count)): nobody else"
          + "\(limit) would add anything"
      )
    }
    return remarks
  }

  private func spelled(_ number: Double) -> String { Evaluator.spelled(number, unit) }

  /// The first few, and how many more there are: the names of a hundred would fill the screen.
  private func shortNames(_ chosen: [PersonID]) -> String {
    guard chosen.count > 10 else { return names(chosen) }
    return "\(names(Array(chosen.prefix(3)))) and \(Tally.digits(chosen.count - 3)) more"
  }

  private func names(_ chosen: [PersonID]) -> String {
    chosen.map { Reading.handle(people[$0]) }.joined(separator: ", ")
  }
}

extension String {
  /// The words about several people, about one.
  fileprivate var replacingPlural: String {
    hasPrefix("who reach ") ? "who reaches " + dropFirst("who reach ".count) : self
  }
}

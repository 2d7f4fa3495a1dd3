import Graph
import Metrics
import Query
import Syntax
import Values

extension Evaluator {
  /// The answer to a question with groups, or one number for many people.
  mutating func grouped(
    _ question: Question,
    _ people: PersonSet
  ) throws(EvaluationError) -> Answer {
    let groups = try groups(of: question, people)
    var columns = groups.column.map { [$0] } ?? []
    columns += groups.rows.columns
    let keys = zip(question.sortKeys, groups.rows.keys).compactMap { key, own in
      (own ?? columns.first { $0.name == key.measure.columnName })?
        .key(isAscending: key.isAscending)
    }
    let order = try order(of: groups.column?.count ?? 1, by: keys, limit: question.limit)
    return Answer(
      reading: Reading.text(of: question),
      defaults: groups.rows.defaults,
      table: Table(columns.map { $0.rows(order) }, rowNoun: groups.noun),
      remarks: remarks(on: question, groups)
    )
  }

  /// Numbers of rows in the order of some keys, equals as they are.
  private func order(
    of count: Int,
    by keys: [RowOrder.Key],
    limit: Int?
  ) throws(EvaluationError) -> [Int] {
    guard !monitor.isCancelled() else { throw .cancelled }
    var rows = Array(0..<count)
    if !keys.isEmpty {
      rows.sort { left, right in
        for key in keys {
          let order = key.compare(left, right)
          if order != 0 { return order < 0 }
        }
        return left < right
      }
    }
    return limit.map { Array(rows.prefix($0)) } ?? rows
  }

  /// The rows of a question's groups, and the column that names them.
  struct Groups {
    var rows: GroupRows
    /// The group of each row; nil where there are no groups.
    var column: Column?
    /// The name of each group.
    var names: [String] = []
    /// What a row is, in the plural.
    var noun = "rows"
  }

  private mutating func groups(
    of question: Question,
    _ people: PersonSet
  ) throws(EvaluationError) -> Groups {
    switch question.group {
    case nil: Groups(rows: rows(of: question, [people.people]), noun: "row")
    case .attribute(let name)?:
      groups(
        of: question,
        RowOrder.Key(graph.attribute(name)?.cells ?? .numbers([]), isAscending: true),
        people
      )
    case .decile(let measure)?:
      groups(of: question, RowOrder.Key(.numbers(deciles(of: measure, among: people))), people)
    case let group?: try parts(of: question, by: group, people)
    }
  }

  /// The tenth of some people each of them falls in.
  private mutating func deciles(of measure: BoundMeasure, among people: PersonSet) -> [Double] {
    let known = wanted
    wanted = people
    defer { wanted = known }
    return numbers(of: .function(.decile, measure))
  }

  /// People who share a value are a group; the last group are those without one.
  private mutating func groups(
    of question: Question,
    _ key: RowOrder.Key,
    _ people: PersonSet
  ) -> Groups {
    let key = RowOrder.Key(key.cells, isAscending: true)
    var members: [[PersonID]] = []
    for person in RowOrder(keys: [key], people: graph.people, monitor: monitor).sorted(
      people.people
    ) {
      if let last = members.last?.first, key.compare(Int(last), Int(person)) == 0 {
        members[members.count - 1].append(person)
      } else {
        members.append([person])
      }
    }
    let rows = rows(of: question, members)
    let name = question.group?.columnName ?? ""
    let labels = Column(
      name,
      cells: key.cells.rows(members.compactMap(\.first)),
      missingReason: "not in the data"
    )
    return Groups(
      rows: rows,
      column: labels.rows(
        rows.counts.indices.flatMap { repeatElement($0, count: rows.counts[$0]) }
      ),
      names: members.indices.map { labels[$0].words },
      noun: question.isRanking ? "rows" : labels.cells.groupNoun(name)
    )
  }

  /// The rows of some groups of people, on this part of the graph.
  mutating func rows(of question: Question, _ groups: [[PersonID]]) -> GroupRows {
    let sizes = Column(
      question.isCount ? "count" : "people",
      unit: .count(of: "people"),
      cells: .numbers(groups.map { Double($0.count) })
    )
    switch question.kind {
    case .rank(let selection): return rankings(question, selection, of: groups)
    case .aggregate(let aggregators):
      var rows = aggregates(question, aggregators, of: groups)
      if question.group?.isOfGraph == false { rows.columns.insert(sizes, at: 0) }
      return rows
    default:
      let everybody = Double(graph.presentCount)
      let shares = Column(
        "share",
        unit: .share,
        cells: .numbers(groups.map { everybody > 0 ? Double($0.count) / everybody : .nan })
      )
      return GroupRows(
        columns: [sizes, shares],
        keys: question.sortKeys.map { _ in nil },
        counts: groups.map { _ in 1 },
        cuts: groups.map { _ in 0 }
      )
    }
  }

  /// The ranking of each group, one below the other.
  private func rankings(
    _ question: Question,
    _ selection: RankQuestion.Selection?,
    of groups: [[PersonID]]
  ) -> GroupRows {
    let ranking = ranking(of: question.measures[0], fromBottom: selection?.isFromBottom == true)
    let standings = groups.map { standing(of: $0, by: ranking, first: selection?.count) }
    let people = standings.flatMap(\.people)
    let columns =
      [
        Column("rank", unit: .count(of: "place"), cells: .ranks(standings.flatMap(\.ranks))),
        Column("person", cells: .people(people, graph.people)),
      ] + columns(of: question.measures, for: people, ranking: ranking)
    let named = question.tableColumns
    return GroupRows(
      columns: columns,
      keys: question.sortKeys.map { key in
        named.contains(key.measure.columnName)
          ? nil : self.columns(of: [key.measure], for: people, ranking: nil).first
      },
      counts: standings.map(\.people.count),
      cuts: standings.map(\.cut),
      remarks: remarks(on: question.measures, columns, for: people)
    )
  }
}

extension Evaluator {
  /// What to know about groups: who was left out, where a ranking is cut, what shares are of.
  private func remarks(on question: Question, _ groups: Groups) -> [String] {
    var remarks: [String] = []
    let isOfGraph = question.group?.isOfGraph == true
    if groups.rows.leavesOutZeros, let name = question.measures.first?.columnName {
      remarks.append("rows with 0 \(name) are left out; they stay where people are named by `for`")
    }
    if case .aggregate(let aggregators) = question.kind {
      for (term, count) in groups.rows.missing.enumerated() where count > 0 {
        let measure = question.measures[term]
        let what = isOfGraph ? Tally.text(count, "values") : Tally.text(count, "people")
        let name = Reading.text(of: measure)
        let words = isOfGraph ? "\(what) of \(name) missing" : "\(what) without \(name)"
        remarks.append("\(words), left out: \(missingReason(of: measure))")
      }
      if aggregators.contains(.total) {
        let all = Tally.text(graph.presentCount, "people")
        let when = isOfGraph ? " in the same \(question.group?.columnName ?? "")" : ""
        remarks.append("share of the total of all \(all)\(when)")
      }
    } else if question.isCount {
      remarks.append("share of all \(Tally.text(graph.presentCount, "people"))")
    }
    let cut = zip(groups.names, groups.rows.cuts).filter { $0.1 > 0 }.map(\.0)
    if !cut.isEmpty {
      let more = cut.count > 3 ? " and \(Tally.digits(cut.count - 3)) more" : ""
      remarks.append(
        "more share the last place shown in \(cut.prefix(3).joined(separator: ", "))\(more)"
      )
    }
    var seen: Set<String> = []
    return (remarks + groups.rows.remarks).filter { seen.insert($0).inserted }
  }
}

extension Column.Cells {
  /// What groups are called that have one of these values each: by the column's name where the
  /// values are names; `3 customers` would be people.
  fileprivate func groupNoun(_ name: String) -> String {
    switch self {
    case .texts: name.plural
    case .numbers where name == MathFunction.decile.rawValue: name.plural
    default: "groups"
    }
  }
}

extension Question {
  /// Whether it ranks people.
  var isRanking: Bool { if case .rank = kind { true } else { false } }

  /// Whether it counts.
  var isCount: Bool { if case .count = kind { true } else { false } }
}

extension Value {
  /// The name of a group that has this value in common.
  fileprivate var words: String {
    switch self {
    case .missing: "-"
    case .rank(let rank): "\(rank.place)"
    case .person(let handle), .text(let handle): handle
    case .number(let number): Reading.literal(number, false)
    case .flag(let flag): flag ? "yes" : "no"
    case .instant(let instant): "\(instant)"
    }
  }
}

import Graph
import Metrics
import Query
import Syntax
import Values

extension Evaluator {
  func rank(
    _ question: Question,
    _ selection: RankQuestion.Selection?,
    _ rows: PersonSet
  ) throws(EvaluationError) -> Answer {
    let ranking = ranking(of: question.measures[0], fromBottom: selection?.isFromBottom == true)
    let cutAt = selection?.count ?? (question.sortKeys.isEmpty ? question.limit : nil)
    let standing = standing(of: rows.people, by: ranking, first: cutAt)
    var remarks: [String] = []
    if standing.cut > 0, let last = standing.ranks.last {
      let verb = standing.cut == 1 ? "shares" : "share"
      remarks.append("\(Tally.digits(standing.cut)) more \(verb) place \(last.place)")
    }
    let people = try arranged(standing.people, question)
    let ranks = question.sortKeys.isEmpty ? standing.ranks : standing.ranks(of: people)
    var columns =
      [
        Column("rank", unit: .count(of: "place"), cells: .ranks(Array(ranks.prefix(people.count)))),
        Column("person", cells: .people(people, graph.people)),
      ] + self.columns(of: question.measures, for: people, ranking: ranking)
    let sorting = question.sortKeys.map(\.measure).filter { key in
      !columns.contains { $0.name == key.columnName }
    }
    columns += self.columns(of: sorting, for: people, ranking: nil)
    return Answer(
      reading: Reading.text(of: question),
      table: Table(columns),
      remarks: remarks + self.remarks(on: question.measures, columns, for: people)
    )
  }

  func list(_ question: Question, _ rows: PersonSet) throws(EvaluationError) -> Answer {
    let people = try arranged(byHandle(rows), question)
    var columns = [Column("person", cells: .people(people, graph.people))]
    if let name = graph.attribute("name") {
      columns.append(Column(name.name, cells: name.cells.rows(people)))
    }
    let sorting = question.sortKeys.map(\.measure).filter { key in
      !columns.contains { $0.name == key.columnName }
    }
    columns += self.columns(of: sorting, for: people, ranking: nil)
    return Answer(reading: Reading.text(of: question), table: Table(columns))
  }

  func show(_ question: Question, _ rows: PersonSet) throws(EvaluationError) -> Answer {
    let people = try arranged(byHandle(rows), question)
    let columns =
      [Column("person", cells: .people(people, graph.people))]
      + self.columns(of: question.measures, for: people, ranking: nil)
    return Answer(
      reading: Reading.text(of: question),
      table: Table(columns),
      remarks: remarks(on: question.measures, columns, for: people)
    )
  }

  func count(_ question: Question, _ rows: PersonSet) -> Answer {
    let count = Double(rows.count)
    let all = graph.presentCount
    let share = all > 0 ? count / Double(all) : .nan
    let columns = [
      Column("count", unit: .count(of: "people"), cells: .numbers([count])),
      Column("share", unit: .share, cells: .numbers([share]), missingReason: "nobody is loaded"),
    ]
    return Answer(
      reading: Reading.text(of: question),
      table: Table(columns, rowNoun: "row"),
      remarks: ["share of all \(Tally.text(all, "people"))"]
    )
  }

  private func byHandle(_ rows: PersonSet) -> [PersonID] {
    RowOrder(keys: [], people: graph.people, monitor: monitor).sorted(rows.people)
  }

  /// The people in the order that was asked for, and no more than asked for.
  func arranged(
    _ people: [PersonID],
    _ question: Question
  ) throws(EvaluationError) -> [PersonID] {
    guard !monitor.isCancelled() else { throw .cancelled }
    var people = people
    if !question.sortKeys.isEmpty {
      let keys = question.sortKeys.map {
        RowOrder.Key(cells(of: $0.measure), isAscending: $0.isAscending)
      }
      people = RowOrder(keys: keys, people: graph.people, monitor: monitor).sorted(people)
    }
    return question.limit.map { Array(people.prefix($0)) } ?? people
  }
}

extension BoundMeasure {
  /// The measure behind a definition's name, and in brackets with a part of the graph.
  var opened: BoundMeasure {
    switch self {
    case .defined(_, let inner), .scoped(let inner, _): inner.opened
    default: self
    }
  }
}

extension Attribute.Cells {
  /// The cells of some people, as a column's.
  func rows(_ people: [PersonID]) -> Column.Cells {
    switch self {
    case .numbers(let numbers): .numbers(people.map { numbers[Int($0)] })
    case .texts(let texts): .texts(people.map { texts[Int($0)] })
    case .flags(let flags): .flags(people.map { flags[Int($0)] })
    case .instants(let instants): .instants(people.map { instants[Int($0)] })
    }
  }
}

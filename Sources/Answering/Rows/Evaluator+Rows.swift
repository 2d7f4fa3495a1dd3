import Graph
import Metrics
import Query
import Syntax
import Values

extension Evaluator {
  /// The answer to a question whose rows are topics as they are.
  mutating func topicsAnswer(_ question: Question) throws(EvaluationError) -> Answer {
    let audiences = graph.audiences(atLeast: settings.interestThreshold)
    let rows = TopicRows(topics: graph.topics, forest: graph.topicForest, audiences: audiences)
    return try answer(question, from: rows)
  }

  /// The answer to a question whose rows are posts as they are.
  mutating func postsAnswer(
    _ question: Question,
    _ filters: [BoundPostFilter]
  ) throws(EvaluationError) -> Answer {
    try answer(question, from: PostRows(graph: graph, posts: posts(meeting: filters)))
  }

  /// The answer to a question whose rows are ties.
  mutating func tiesAnswer(
    _ question: Question,
    over name: String,
    from: BoundPeople?,
    to: BoundPeople?
  ) throws(EvaluationError) -> Answer {
    let people = graph.personCount
    let relation = network(over: name).relations[name]
    let rows = TieRows(
      name: name,
      relation: relation ?? Relation(sources: people, targets: people),
      people: graph.people,
      from: try from.map { set throws(EvaluationError) in try self.people(set) },
      to: try to.map { set throws(EvaluationError) in try self.people(set) },
      isCounted: !graph.relations.has(name)
    )
    return try answer(question, from: rows)
  }

  private mutating func answer(
    _ question: Question,
    from source: some RowSource
  ) throws(EvaluationError) -> Answer {
    let (rows, asked, untold) = try chosen(question.condition, from: source)
    guard !monitor.isCancelled() else { throw .cancelled }
    if let condition = question.condition {
      note(.condition, Reading.text(of: condition), rows: rows.count)
    }
    var remarks: [String] = []
    let table: Table
    switch question.kind {
    case .count:
      table = counted(rows.count, of: source.total, source.noun)
      remarks.append("share of all \(Tally.text(source.total, source.noun))")
    case .rank(let selection):
      table = ranked(question, selection, rows, of: source, &remarks)
    default: table = listed(question, rows, of: source)
    }
    note(.table, Reading.text(of: question), rows: table.rowCount)
    if let remark = emptyRemark(question, asked: asked, chosen: rows.count, source.noun) {
      remarks.append(remark)
    }
    if untold > 0, let condition = question.condition {
      let left = Tally.text(untold, source.noun)
      let words = Reading.text(of: condition)
      remarks.append("\(left) left out: `\(words)` cannot be told without a value")
    }
    return Answer(
      reading: Reading.text(of: question),
      defaults: question.readsInterest ? [interestDefault] : [],
      table: table,
      remarks: remarks
    )
  }

  /// The threshold of interest, as readings tell it.
  var interestDefault: String {
    "interest >= \(Reading.literal(settings.interestThreshold, false))"
  }

  /// How many rows a condition is tried on at once.
  private var batchSize: Int { 1 << 16 }

  /// The rows in which a condition holds; how many were asked for, and of how many it says nothing.
  ///
  /// Only the columns the condition reads are looked at, some rows at a time.
  private func chosen<Source: RowSource>(
    _ condition: BoundCondition?,
    from source: Source
  ) throws(EvaluationError) -> (rows: [Source.Row], asked: Int, untold: Int) {
    var rows: [Source.Row] = []
    var asked = 0
    var untold = 0
    let measures = condition?.measures ?? []
    let size = measures.contains(where: \.isAmongOthers) ? Int.max : batchSize
    try source.batches(of: size) { batch throws(EvaluationError) in
      guard !monitor.isCancelled() else { throw .cancelled }
      asked += batch.count
      guard let condition else {
        rows += batch
        return
      }
      let evaluator = TableEvaluator(table: source.table(of: measures, for: batch))
      for (row, holds) in zip(batch, evaluator.truth(of: condition)) {
        if holds == true { rows.append(row) }
        if holds == nil { untold += 1 }
      }
    }
    return (rows, asked, untold)
  }

  private func counted(_ count: Int, of total: Int, _ noun: String) -> Table {
    let share = total > 0 ? Double(count) / Double(total) : .nan
    return Table(
      [
        Column("count", unit: .count(of: noun), cells: .numbers([Double(count)])),
        Column("share", unit: .share, cells: .numbers([share]), missingReason: "there are none"),
      ],
      rowNoun: "row"
    )
  }

  private func listed<Source: RowSource>(
    _ question: Question,
    _ rows: [Source.Row],
    of source: Source
  ) -> Table {
    let keys = question.sortKeys
    let order =
      keys.isEmpty ? nil : TableOrder(source.table(of: keys.map(\.measure), for: rows), by: keys)
    let places = source.ordered(rows, by: order, first: question.limit ?? rows.count)
    let table = source.table(source.columnNames, of: places.map { rows[$0] })
    return table.adding(keys.map(\.measure))
  }

  /// Rows by the first measure, which is made of their columns.
  private func ranked<Source: RowSource>(
    _ question: Question,
    _ selection: RankQuestion.Selection?,
    _ rows: [Source.Row],
    of source: Source,
    _ remarks: inout [String]
  ) -> Table {
    let measure = question.measures[0]
    let isAscending = selection?.isFromBottom == true
    let read = TableEvaluator(table: source.table(of: [measure], for: rows))
    let keys = read.numbers(of: measure).map(\.withoutLastBits)
    let order = TableOrder([RowOrder.Key(.numbers(keys), isAscending: isAscending)])
    let cutAt = selection?.count ?? (question.sortKeys.isEmpty ? question.limit : nil) ?? rows.count
    let places = source.ordered(rows, by: order, first: cutAt)
    let ranks = ranks(of: places.map { keys[$0] }, among: keys)
    if places.count < rows.count, let last = places.last, !keys[last].isNaN, let rank = ranks.last {
      let shown = places.count { keys[$0] == keys[last] }
      let cut = keys.count { $0 == keys[last] } - shown
      let verb = cut == 1 ? "shares" : "share"
      if cut > 0 { remarks.append("\(Tally.digits(cut)) more \(verb) place \(rank.place)") }
    }
    var table = source.table(source.columnNames, of: places.map { rows[$0] })
      .adding(question.measures)
    let name = measure.columnName
    table = Table(
      [Column("rank", unit: .count(of: "place"), cells: .ranks(ranks))]
        + table.columns.map { $0.name == name ? $0.ranking(ascends: isAscending) : $0 },
      rowNoun: source.noun
    )
    if !question.sortKeys.isEmpty { table = table.sorted(by: question.sortKeys) }
    guard let limit = question.limit, limit < table.rowCount else { return table }
    return table.rows(Array(0..<limit))
  }

  /// The places of values in their order, the first so many of some; equals share the first of theirs.
  private func ranks(of values: [Double], among all: [Double]) -> [Rank] {
    var ranks: [Rank] = []
    for (index, value) in values.enumerated() {
      if value.isNaN {
        ranks.append(Rank(0, isShared: false))
      } else if index > 0, values[index - 1] == value {
        ranks.append(ranks[index - 1])
      } else {
        let next = index + 1 < values.count ? values[index + 1] : nil
        let isShared = next.map { $0 == value } ?? (all.count { $0 == value } > 1)
        ranks.append(Rank(index + 1, isShared: isShared))
      }
    }
    return ranks
  }

  private func emptyRemark(
    _ question: Question,
    asked: Int,
    chosen: Int,
    _ noun: String
  ) -> String? {
    if asked == 0 { return "there are no `\(Reading.text(of: question.rows))`" }
    guard chosen == 0, let condition = question.condition else { return nil }
    return "none of the \(Tally.text(asked, noun)) meets `\(Reading.text(of: condition))`"
  }
}

extension Table {
  /// The table with a column for each of some measures of its columns that it does not have.
  fileprivate func adding(_ measures: [BoundMeasure]) -> Table {
    let missing = measures.filter { self[$0.columnName] == nil }
    return Table(columns + keeping(missing).columns, rowNoun: rowNoun)
  }
}

extension Column {
  /// The column with the mark that it ranks the rows.
  fileprivate func ranking(ascends: Bool) -> Column {
    Column(
      name,
      unit: unit,
      cells: cells,
      ranks: true,
      ascends: ascends,
      missingReason: missingReason
    )
  }
}

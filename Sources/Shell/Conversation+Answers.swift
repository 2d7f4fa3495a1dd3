import Answering
import Archiving
import Charting
import Diagnostics
import Query
import Rendering
import Syntax
import Values

extension Conversation {
  /// Answers a question, or does more with the last answer: a reading line, a table and a footer.
  mutating func answer(_ statement: Statement) throws(Diagnostics) {
    let clock = ContinuousClock()
    let start = clock.now
    var question: Question?
    var revision = session.revision
    var stages: TableStages
    var kept: [(name: Name, answer: LastAnswer)] = []
    if let last = try answerToGoOnWith(statement) {
      stages = TableStages(last.answer, asked: last.asked, chart: last.chart)
      (question, revision) = (last.question, last.revision)
    } else {
      var binder = self.binder
      guard let bound = try binder.question(statement) else { return }
      question = bound
      let answer = try evaluated { evaluator throws(EvaluationError) in
        try evaluator.answer(bound)
      }
      stages = TableStages(answer, asked: bound.askedColumns)
      if let chart = statement.clauses?.chart { stages.chart(as: chart) }
      if let file = statement.clauses?.file { stages.send(to: file) }
      if let name = statement.clauses?.tableName {
        kept.append((name, LastAnswer(stages, to: question, at: revision)))
      }
    }
    for verb in statement.verbs {
      try stages.apply(verb, binding: binder)
      if verb.kind.changesTable { question = nil }
      if case .name(let name) = verb.kind {
        kept.append((name, LastAnswer(stages, to: question, at: revision)))
      }
    }
    let contents = try stages.files.map { file throws(Diagnostics) in try self.contents(of: file) }
    var shown = try shown(stages, isDrawn: statement.asksForChart)
    if !kept.isEmpty, shown.chart == nil { shown.isElsewhere = true }
    surroundings.workIsOver()
    try session.graph.checkUndamaged()
    let duration = clock.now - start
    session.last = LastAnswer(stages, to: question, at: revision)
    write(stages.answer, after: duration, showing: shown)
    for (name, contents) in contents { try write(name, contents) }
    keep(kept)
  }

  /// How the table of an answer is shown.
  struct Shown {
    /// What it is drawn as; nil where it is shown as it is.
    var chart: Chart?
    /// Whether it went to files, and is not shown here.
    var isElsewhere = false
    /// Whether all of it is shown, however much that is.
    var isWhole = false
    /// The names of the columns that were asked for.
    var asked: [String] = []
    /// How many lines stand around the table.
    var linesBeside = 0
  }

  private func shown(
    _ stages: TableStages,
    isDrawn: Bool
  ) throws(Diagnostics) -> Shown {
    // A file that cannot hold the drawing leaves it to the screen.
    let holdsChart = stages.files.contains { FilePath.ending(of: $0.name.text) == ChartSVG.ending }
    var shown = Shown(isElsewhere: !stages.files.isEmpty && (holdsChart || !isDrawn))
    shown.asked = stages.asked
    if isDrawn, let kind = stages.chart {
      shown.chart = try chart(kind, of: stages.answer, asked: stages.asked, askedAt: kind.range)
    }
    return shown
  }

  /// What an evaluator of the session's graph makes; the words for why it cannot.
  func evaluated<Result>(
    _ work: (inout Evaluator) throws(EvaluationError) -> Result
  ) throws(Diagnostics) -> Result {
    defer { surroundings.workIsOver() }
    let result: Result
    do throws(EvaluationError) {
      var evaluator = Evaluator(
        graph: session.graph,
        settings: session.settings.query,
        monitor: surroundings.monitor,
        keeping: session.keeping
      )
      result = try work(&evaluator)
      // What was stopped half way may not be as it should.
      guard !surroundings.monitor.isCancelled() else { throw .cancelled }
    } catch {
      throw Diagnostics([error.diagnostic])
    }
    try session.graph.checkUndamaged()
    return result
  }

  /// The most characters of a reading line: who asks about a thousand people by their handles wants
  /// the table.
  private static let mostReading = 1_200

  /// Writes an answer.
  mutating func write(
    _ answer: Answer,
    after duration: Duration? = nil,
    showing shown: Shown = Shown()
  ) {
    addToReport(answer, as: shown)
    var shown = shown
    if !shown.isElsewhere, addToResultFile(answer.table), shown.chart == nil {
      shown.isElsewhere = true
    }
    let width = max(surroundings.width, 20)
    let line = Escaping.visible(answer.readingLine)
    let reading = Paragraph.wrap(
      shown.isWhole ? line : Paragraph.shortened(line, to: Self.mostReading),
      width: width,
      indent: 2,
      hanging: 4
    )
    surroundings.messages(reading.joined(separator: "\n") + "\n")
    let findings = answer.findings.flatMap {
      Paragraph.wrap(Escaping.visible($0), width: width, indent: 2, hanging: 4)
    }
    shown.linesBeside = reading.count + findings.count + linesBelow(answer, width: width)
    if !shown.isElsewhere {
      if let chart = shown.chart {
        write(chart, of: answer.table)
      } else {
        write(
          answer.table,
          whole: shown.isWhole,
          asked: shown.asked,
          beside: shown.linesBeside
        )
      }
    }
    for part in answer.parts where !shown.replacesParts {
      write(part, whole: shown.isWhole, width: width)
    }
    guard !surroundings.monitor.isCancelled() else {
      return surroundings.messages("  stopped; `last` shows it again\n")
    }
    for line in findings { surroundings.messages(line + "\n") }
    var parts = isCounted(answer.table, shown) ? [] : [answer.table.count]
    let remarks = answer.remarks.map(Escaping.visible)
    let notes = shown.isElsewhere ? [] : shown.chart?.notes ?? []
    parts += notes.filter { !remarks.contains($0) } + remarks
    if let duration, surroundings.tellsTime { parts.append(DurationText.text(duration)) }
    if !parts.isEmpty { surroundings.messages(Footer.text(parts, width: width) + "\n") }
  }

  /// How many lines more than one stand below the table of an answer: further tables and remarks.
  private func linesBelow(_ answer: Answer, width: Int) -> Int {
    let remarks = [answer.table.count] + answer.remarks.map(Escaping.visible)
    let footer = Footer.text(remarks, width: width).split(separator: "\n").count
    return answer.parts.reduce(footer - 1) { $0 + $1.table.rowCount + 6 }
  }

  /// Whether how many rows a table has is told already, by what shortens it or by its file.
  private func isCounted(_ table: Table, _ shown: Shown) -> Bool {
    table.rowNoun == "row" || shown.isElsewhere
      || (shown.chart == nil && !shown.isWhole && isShortened(table, beside: shown.linesBeside))
  }

  /// Writes a further table of an answer, under its caption.
  ///
  /// Who reads results by machine expects one table a question: there it goes where captions go.
  private mutating func write(_ part: Answer.Part, whole: Bool, width: Int) {
    let caption = Paragraph.wrap(
      Escaping.visible(part.caption),
      width: width,
      indent: 2,
      hanging: 4
    )
    surroundings.messages(caption.joined(separator: "\n") + "\n")
    if format.card.isForScreens || format.card.needsGap { return write(part.table, whole: whole) }
    var text = ""
    Box().write(
      part.table,
      style: TableStyle(width: width, drawsLines: surroundings.drawsLines),
      to: &text
    )
    surroundings.messages(text)
  }

  /// The format of the session: as set, else a box on a screen and tsv elsewhere.
  var format: any TableFormat {
    let name = session.settings.format ?? (surroundings.isScreen ? "table" : "tsv")
    return TableFormatCatalog.format(named: name) ?? TabSeparated()
  }

  /// Writes a table in the format of the session; a screen shows all of it only where it is wanted
  /// whole.
  ///
  /// Long texts go on below each other where that is set, or `wraps`.
  mutating func write(
    _ table: Table,
    whole: Bool = true,
    wraps: Bool = false,
    asked: [String] = [],
    beside lines: Int = 0
  ) {
    let format = format
    var style = TableStyle(
      width: max(surroundings.width, 20),
      rows: surroundings.isScreen && !whole ? shownRows(beside: lines) : nil,
      drawsLines: surroundings.drawsLines,
      monitor: surroundings.monitor
    )
    style.wraps = wraps || session.settings.wraps
    style.missing = session.settings.missingMark
    style.asked = Set(asked)
    if surroundings.isScreen { style.turning = whole ? .whereAnyIsHidden : .whereMostIsHidden }
    if !whole { style.remedy = "`last` shows all" }
    if format is Vertical { style.rows = nil }
    if hasWrittenTable, format.card.needsGap || surroundings.gathersResults {
      surroundings.results("\n")
    }
    hasWrittenTable = true
    // Formats for machines keep what data holds; a person's terminal must not obey it.
    let isRaw = surroundings.isScreen && !format.card.isForScreens
    let results = surroundings.results
    var stream = Stream(sink: isRaw ? { results(Escaping.tamed($0)) } : results)
    format.write(table, style: style, to: &stream)
  }

  /// How many rows a screen shows: as set, else what leaves room for the lines around a table.
  var shownRows: Int { shownRows(beside: 0) }

  /// The same, where so many lines stand around the table.
  private func shownRows(beside lines: Int) -> Int {
    session.settings.rows ?? max(6, surroundings.height - max(14, lines + 8))
  }

  /// Whether a table is written without its middle.
  private func isShortened(_ table: Table, beside lines: Int) -> Bool {
    surroundings.isScreen && format.card.isForScreens && !(format is Vertical)
      && table.rowCount > shownRows(beside: lines)
  }

  /// Writes a page of text.
  func write(_ page: ReportText) {
    surroundings.messages(page.text)
  }

  /// Writes a page that was asked for: where tables go, unless these are in the form of a machine.
  func answer(_ page: ReportText) {
    let isPlain = session.settings.format == nil || format.card.isForScreens
    if isPlain { surroundings.results(page.text) } else { write(page) }
  }

  /// An empty page as wide as the screen.
  var page: ReportText { ReportText(width: min(max(surroundings.width, 40), 100)) }
}

extension Table {
  /// How many rows it has, in words.
  var count: String { Tally.text(rowCount, rowNoun) }
}

package import Diagnostics
package import Graph
package import Values

/// Files in, graph out.
package enum Importer {
  /// Loads one file into a graph, which stays as it was where anything is wrong.
  ///
  /// Throws what is wrong with the file, the brackets or the rows; rows that cannot be used are
  /// refused one by one, until more than half of them are. Cancelling throws `interrupted`.
  /// Complexity: O(bytes + ties of the relation, old and new).
  package static func load(
    _ request: LoadRequest,
    into graph: Graph,
    watchedBy monitor: WorkMonitor = .unwatched,
    sharedBy sharing: FileSharing = FileSharing()
  ) throws(Diagnostics) -> (graph: Graph, report: LoadReport) {
    do throws(ImportError) {
      let watch = WorkWatch(monitor, reading: request.shownPath)
      let options = try LoadPlan.Options(request.mappings)
      var scanner = try RowScanner(path: request.path, watch: watch)
      let look = try FirstLook(&scanner, separator: options.separator)
      guard !look.rows.isEmpty || scanner.commentLines == 0 else { throw ImportError.onlyComments }
      let plan = try LoadPlan(request, options, look)
      scanner.restart(at: look.start, in: plan.dialect)
      scanner.expectedColumns = plan.columns.count
      scanner.numbersLines = plan.usesLines
      if plan.dialect.hasHeader { _ = try scanner.advance() }
      var (loaded, report) = try load(request, plan, &scanner, into: graph, sharing, monitor)
      if let note = loaded.people.noteOnTwins(behind: graph.personCount) {
        report.notes.append(note)
      }
      return (loaded, report)
    } catch {
      throw error.diagnostics(of: request)
    }
  }

  private static func load(
    _ request: LoadRequest,
    _ plan: LoadPlan,
    _ scanner: inout RowScanner,
    into graph: Graph,
    _ sharing: FileSharing,
    _ monitor: WorkMonitor
  ) throws(ImportError) -> (graph: Graph, report: LoadReport) {
    let rows = scanner.expectedRows
    var report = LoadReport(file: request.shownPath, notes: plan.notes)
    switch request.thing {
    case .follows, .trust, .relation:
      let loader = TieLoader(plan, into: graph, expecting: rows, sharing, watchedBy: monitor)
      return (try loader.load(&scanner, &report), report)
    case .topics:
      return (try run(TopicLoader(plan, into: graph), plan, &scanner, graph, &report), report)
    case .interests:
      let loader = InterestLoader(plan, into: graph)
      return (try run(loader, plan, &scanner, graph, &report), report)
    case .interactions, .interaction:
      let loader = InteractionLoader(plan, into: graph, expecting: rows)
      return (try run(loader, plan, &scanner, graph, &report), report)
    case .posts:
      return (try run(PostLoader(plan, into: graph), plan, &scanner, graph, &report), report)
    case .vouches:
      return (try run(VouchLoader(plan, into: graph), plan, &scanner, graph, &report), report)
    case .aliases:
      return (try run(AliasLoader(plan, into: graph), plan, &scanner, graph, &report), report)
    case .actions, .action:
      return (try run(ActionLoader(plan, into: graph), plan, &scanner, graph, &report), report)
    case .people:
      return (try run(PeopleLoader(plan, into: graph), plan, &scanner, graph, &report), report)
    }
  }

  /// Takes all rows and makes the graph.
  private static func run(
    _ loader: consuming some RowLoader,
    _ plan: LoadPlan,
    _ scanner: inout RowScanner,
    _ graph: Graph,
    _ report: inout LoadReport
  ) throws(ImportError) -> Graph {
    var builder = GraphBuilder(extending: graph)
    var rows = 0
    var refused = 0
    while try scanner.advance() {
      rows += 1
      do throws(RowTrouble) {
        if let trouble = scanner.trouble { throw trouble }
        try loader.take(&scanner, into: &builder)
      } catch {
        refused += 1
        if refused <= 5 { report.refusals.append(scanner.refusal(of: error, by: plan)) }
      }
    }
    guard rows > 0, refused * 2 <= rows else {
      throw .nothingUsable(rows: rows, refused: refused, first: report.refusals)
    }
    report.add("rows read", rows, evenZero: true)
    try loader.finish(&builder, &report)
    report.add("rows refused", refused)
    let isOfPeople = plan.thing != .topics
    report.add("people", loader.peopleNamed(in: builder), evenZero: isOfPeople)
    let newPeople = builder.personCount + builder.joinedCount - graph.personCount
    report.add("new people", newPeople, evenZero: isOfPeople)
    report.notes += LoadReport.notes(scanner.latin1, commentLines: scanner.commentLines)
    return builder.frozen()
  }
}

extension RowScanner {
  /// About how many rows the file has, judged by those in the window; never far too many.
  fileprivate var expectedRows: Int {
    guard window.size > 0, window.count > 0 else { return 0 }
    let unpacked: Double = min(8, Double(window.count) / Double(max(1, window.progress)))
    let bytes: Double = max(Double(window.size) * unpacked, Double(window.count))
    let rows: Double = Double(rowsInWindow) / Double(window.count) * bytes * 1.02
    return min(Int(min(rows, 1e9)), 1 << 27)
  }

  /// Why a row was refused, and where.
  mutating func refusal(
    of trouble: RowTrouble,
    by plan: LoadPlan
  ) -> LoadReport.Refusal {
    let place = place(of: trouble.column)
    let words = trouble.words(
      called: plan.word(for: trouble.role),
      cell: trouble.column > 0 ? text(trouble.column) : "",
      columns: columnCount,
      expected: expectedColumns
    )
    return LoadReport.Refusal(line: place.line, column: place.column, reason: words)
  }
}

extension LoadReport {
  /// What a report should say about how a file was read.
  static func notes(_ latin1: (cells: Int, firstLine: Int), commentLines: Int) -> [String] {
    var notes: [String] = []
    if latin1.cells > 0 {
      let cells = latin1.cells == 1 ? "1 field is" : "\(latin1.cells) fields are"
      let were = latin1.cells == 1 ? "was" : "were"
      notes.append(
        "\(cells) not UTF-8 and \(were) read as Latin-1, first at line \(latin1.firstLine)"
      )
    }
    if commentLines > 0 {
      notes.append(
        commentLines == 1
          ? "1 line that begins with # or % was left out"
          : "\(commentLines) lines that begin with # or % were left out"
      )
    }
    return notes
  }
}

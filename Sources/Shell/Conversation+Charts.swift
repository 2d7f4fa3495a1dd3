import Answering
import Charting
import Diagnostics
import Rendering
import Syntax
import Values

extension Conversation {
  /// A chart of an answer's table; throws what the table lacks, and where it was asked for, or that the
  /// work was stopped.
  func chart(
    _ kind: Name,
    of answer: Answer,
    asked: [String],
    askedAt range: Range<Int>
  ) throws(Diagnostics) -> Chart {
    let place = source.place(of: range)
    guard let drawing = ChartKindCatalog.kind(named: kind.text) else {
      let names = ChartKindCatalog.all.map { "as \($0.name)" }
      let message = "no chart is called `\(kind.text)`"
      throw Diagnostics([Diagnostic(.unknownName, message, at: place, choices: names)])
    }
    do throws(ChartRefusal) {
      let monitor = surroundings.monitor
      let chart = try drawing.chart(
        of: ChartSource(answer.table, parts: answer.parts, asked: asked, watchedBy: monitor)
      )
      if !monitor.isCancelled() { return chart }
    } catch {
      throw Diagnostics([Diagnostic(.wrongKind, error.message, at: place, choices: error.instead)])
    }
    throw Diagnostics([Diagnostic(.interrupted, "stopped; nothing was changed", at: place)])
  }

  /// Writes a chart in place of a table.
  ///
  /// Who reads results by machine gets the table, and the chart where captions go.
  mutating func write(_ chart: Chart, of table: Table) {
    let style = ChartStyle(
      width: surroundings.width,
      rows: shownRows,
      drawsLines: surroundings.drawsLines,
      isColored: surroundings.showsColor
    )
    let text = ChartText.text(of: chart, style: style)
    guard format.card.isForScreens else {
      write(table)
      surroundings.messages(text)
      return
    }
    surroundings.results(text)
  }
}

extension Conversation.Shown {
  /// Whether what came beside the table is in it.
  var replacesParts: Bool {
    chart?.replacesParts ?? false
  }
}

extension Statement {
  /// Whether it asks for a chart, rather than goes on with one.
  var asksForChart: Bool {
    clauses?.chart != nil
      || verbs.contains { if case .chart = $0.kind { true } else { false } }
  }
}

import Charting
import Diagnostics
import Query
import Rendering
import Syntax
import Values

extension Conversation {
  /// Runs a script as `runScript` does, and returns what came of it with a page of HTML: every
  /// statement that ran, its tables and charts, and what went wrong.
  package mutating func reportScript(
    _ path: String,
    values: [ParameterValue] = []
  ) -> (outcome: Outcome, page: String) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    reportPage = ReportPage(title: name, style: ChartSVG.style)
    defer { reportPage = nil }
    let given = values.map { "\($0.name) = \($0.value)" }
    reportPage?.add(notes: given)
    let outcome = runScript(path, values: values)
    return (outcome, reportPage?.text ?? "")
  }

  /// Does a statement, and puts it and what it says on the page of the report.
  ///
  /// A question puts its answer there itself, and a script its statements.
  mutating func reporting(
    _ parsed: Parser.Outcome,
    behind start: Int,
    _ perform: (inout Conversation) -> Outcome
  ) -> Outcome {
    guard reportPage != nil else { return perform(&self) }
    let gap = source.slice(start..<max(start, parsed.range.lowerBound))
    reportPage?.begin(source.slice(parsed.range), prose: Self.paragraphs(ofComments: gap))
    let messages = surroundings.messages
    defer { surroundings.messages = messages }
    var heard = ""
    surroundings.messages = { text in
      heard += text
      messages(text)
    }
    let outcome = perform(&self)
    switch parsed.statement {
    case .run: break
    case let statement? where statement.isAnswered: break
    default: if !heard.isEmpty { reportPage?.add(lines: heard) }
    }
    return outcome
  }

  /// Puts an answer on the page of the report.
  mutating func addToReport(_ answer: Answer, as shown: Shown) {
    reportPage?.add(answer, drawnAs: shown.chart)
  }

  /// The paragraphs of the comments in a text; an empty line or comment parts two.
  private static func paragraphs(ofComments text: String) -> [String] {
    var paragraphs: [String] = []
    var isOpen = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.drop { $0 == " " || $0 == "\t" }
      let comment = words.hasPrefix("--") ? words.drop { $0 == "-" || $0 == " " } : ""
      defer { isOpen = !comment.isEmpty }
      if comment.isEmpty { continue }
      if isOpen, let last = paragraphs.popLast() {
        paragraphs.append("\(last) \(comment)")
      } else {
        paragraphs.append(String(comment))
      }
    }
    return paragraphs
  }
}

extension ReportPage {
  /// Adds an answer: how it was read, its chart and its tables, and what to know about them.
  mutating func add(_ answer: Answer, drawnAs chart: Chart?) {
    add(reading: answer.reading, defaults: answer.defaults)
    if let chart { add(figure: ChartSVG.figure(of: chart, number: figures + 1)) }
    add(answer.table, isBelowChart: chart != nil)
    for part in answer.parts { add(part.table, caption: part.caption) }
    for finding in answer.findings { add(finding: finding) }
    let isCut = ReportPage.isCut(answer.table, isBelowChart: chart != nil)
    let isCounted = isCut || answer.table.rowNoun == "row"
    add(notes: (isCounted ? [] : [answer.table.count]) + answer.remarks)
  }
}

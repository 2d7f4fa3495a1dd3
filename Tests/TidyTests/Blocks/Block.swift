import Diagnostics
import Metrics
import Query
import Rendering
import Shell
import Syntax
import Testing
import Values

/// A generated block: the page it stands on and what belongs there.
enum Block: String, CaseIterable, CustomTestStringConvertible {
  case transcript
  case mistake
  case statements
  case metrics
  case formats
  case settings
  case codes
  case diagrams
  case numbers

  var testDescription: String { rawValue }

  /// The page it stands on.
  var page: String {
    switch self {
    case .codes, .diagrams: "grammar/README.md"
    default: "README.md"
    }
  }

  /// What belongs there now.
  func body() throws -> String {
    switch self {
    case .transcript: try Transcript.first.text()
    case .mistake: try Transcript.mistake.text()
    case .statements: Self.languageCard
    case .metrics: Self.metricTable
    case .formats: Self.formatTable
    case .settings: Self.settingTable
    case .codes: Self.codeTable
    case .diagrams: Self.diagramList
    case .numbers: try Figures.kept.text
    }
  }
}

extension Block {
  /// Every statement on a line: its words, what it is, and its first accepted line.
  private static var languageCard: String {
    markdown(
      ["statement", "what it is", "for example"],
      GrammarPage.all.filter { StatementRule(rawValue: $0.name) != nil }.map { page in
        let parts = page.title.split(separator: ": ", maxSplits: 1).map(String.init)
        let words = parts.count > 1 ? parts[0] : page.name
        return [
          "[\(words)](grammar/diagrams/\(page.name).svg)", parts.last ?? "",
          "`\(page.accepted.first ?? "")`",
        ]
      }
    )
  }

  private static var diagramList: String {
    GrammarPage.all.filter { Checkout.has("grammar/diagrams/\($0.name).svg") }.map { page in
      "- [`\(page.name)`](diagrams/\(page.name).svg) \(page.title)"
    }
    .joined(separator: "\n")
  }

  private static var metricTable: String {
    markdown(
      ["measure", "what it means", "formula", "unit", "class", "source"],
      MetricCatalog.all.map(\.card).map { card in
        [
          "`\(card.name)`", card.summary, "`\(card.formula)`", card.unit.description,
          card.claim.rawValue, card.source,
        ]
      }
    )
  }

  private static var formatTable: String {
    markdown(
      ["format", "what it is", "file ending"],
      TableFormatCatalog.all.map(\.card).map { card in
        let endings = card.endings.map { "`.\($0)`" }.joined(separator: ", ")
        return ["`\(card.name)`", card.summary, endings.isEmpty ? "-" : endings]
      }
    )
  }

  private static var settingTable: String {
    markdown(
      ["setting", "what it is"],
      Setting.allCases.map { ["`\($0.rawValue)`", $0.meaning] }
    )
  }

  private static var codeTable: String {
    markdown(
      ["code", "what it means", "exit code"],
      DiagnosticCode.allCases.map { ["`\($0.rawValue)`", $0.explanation, "\($0.exitCode)"] }
    )
  }

  /// A Markdown table; a bar inside a cell would end it.
  private static func markdown(_ header: [String], _ rows: [[String]]) -> String {
    func line(_ cells: [String]) -> String {
      "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }
    return ([line(header), line(header.map { _ in "---" })] + rows.map(line))
      .joined(separator: "\n")
  }
}

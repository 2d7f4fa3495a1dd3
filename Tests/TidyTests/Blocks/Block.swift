import Diagnostics
import Metrics
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

  var testDescription: String { rawValue }

  /// The page it stands on.
  var page: String {
    switch self {
    case .codes: "grammar/README.md"
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
    }
  }
}

extension Block {
  private static var languageCard: String {
    let pages = GrammarPage.all.filter { StatementRule(rawValue: $0.name) != nil }
    return pages.map { page in
      let examples = page.accepted.map { "    \($0)" }.joined(separator: "\n")
      return "**\(page.title)**\n\n\(examples)"
    }
    .joined(separator: "\n\n")
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

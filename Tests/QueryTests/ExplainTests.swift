import Answering
import Diagnostics
import Graph
import Metrics
import Query
import TestSupport
import Testing
import Values

@Suite struct ExplainTests {
  private static let explained: [(String, String, String)] = [
    // The walk jumps with 0.15 / 8, and comes from bea, who follows nobody, with 0.85 p(bea) / 8.
    ("pagerank for @gus", "from those who follow nobody|a jump", "0.0206 0.0188"),
    (
      "pagerank for @ada",
      "@hal|@cal|@fay|from those who follow nobody|a jump|@gus",
      "0.0631 0.0527 0.0271 0.0206 0.0188 0.0167"
    ),
    ("followers for @ada", "@cal|@fay|@gus|@hal", "1 1 1 1"),
    ("shares received for @ada", "@cal|@fay", "2 1"),
    ("audience overlap with #yoga for @ada", "@cal|@fay|@hal|@gus", "0.25 0.25 0.25 0"),
    // 2.6 of the trust of 2.8.
    (
      "audience overlap with #yoga weighted by trust for @ada", "@cal|@hal|@fay|@gus",
      "0.3214 0.3214 0.2857 0"
    ),
    ("trust received for @ada", "@cal|@hal|@fay|@gus", "0.225 0.225 0.2 0.05"),
    (
      "kred points for @ada", "share points|mention points|reply points|follow points",
      "30 10 10 0"
    ),
    ("(followers without @cal) for @ada", "@fay|@gus|@hal", "1 1 1"),
    ("followers for @gus", "", ""),
  ]

  @Test func `what is expected is explained exactly, as weight times interest`() {
    let question = "explain expected audience overlap with #yoga weighted by trust of @ada"
    check(question, expect: .remark("contributions sum to the value"))
    check(question, expect: .remark("expected: sum of weight x interest"))
    check(question, expect: .column("contribution", "0.9 0.81 0.64 0.08"))
  }

  @Test(arguments: explained)
  func `a value is taken apart`(_ question: String, _ parts: String, _ amounts: String) throws {
    let table = try answer("explain \(question)").table
    #expect(cells(of: "part", in: table).joined(separator: "|") == parts)
    #expect(cells(of: "contribution", in: table).joined(separator: " ") == amounts)
  }

  @Test func `the formula has the numbers in it`() throws {
    let weighted = try answer("explain audience overlap with #yoga weighted by trust for @ada")
    #expect(
      weighted.findings.first == "audience overlap of @ada is 92.9% = (0.9 + 0.9 + 0.8) / 2.8"
    )
    #expect(weighted.defaults.contains("audience overlap ranks by low"))
    #expect(cells(of: "note", in: weighted.table).last == "not in #yoga")
    let walk = try answer("explain pagerank for @gus")
    #expect(walk.findings.first == "pagerank of @gus is 0.03938 = 0.02063 + 0.01875")
    #expect(walk.remarks.contains("contributions sum to the value"))
  }

  @Test func `a place is explained by who stands next to it`() throws {
    let ada = try answer("explain followers for @ada").findings
    #expect(ada.contains("@ada is 2nd of 8 with 4, just below @bea with 5"))
    #expect(ada.last == "@ada has more from @hal (1); @bea has more from @dan (1), @eve (1)")
    let bea = try answer("explain followers for @bea").findings
    #expect(bea.contains("@bea is 1st of 8 with 5, just above @ada with 4"))
    let dan = try answer("explain followers for @dan").findings
    #expect(dan.contains("@dan is shared 5th of 8 with 1, just below @hal with 2"))
    let fit = try answer("explain audience overlap with #yoga for @ada").findings
    #expect(fit.contains("@ada is 3rd of 7 with low 30.1%, just below @hal with 34.2%"))
  }

  @Test func `two people are held against each other`() throws {
    let question = "explain audience overlap with #yoga for @bea against @ada"
    let answer = try answer(question)
    #expect(answer.table.columns.map(\.name) == ["part", "@bea", "@ada", "difference"])
    #expect(cells(of: "part", in: answer.table).first == "@hal")
    #expect(cells(of: "difference", in: answer.table).prefix(2) == ["-0.25", "-0.05"])
    #expect(answer.reading == question)
    #expect(answer.findings[0] == "audience overlap of @bea is 40% = 2 / 5")
    #expect(answer.findings[1] == "audience overlap of @ada is 75% = 3 / 4")
  }

  @Test func `what is no sum is computed without each contact`() throws {
    let answer = try answer("explain followers * 2 for @ada")
    #expect(cells(of: "part", in: answer.table).first == "without @cal")
    #expect(cells(of: "difference", in: answer.table) == ["2", "2", "2", "2"])
    #expect(answer.remarks.contains { $0.hasPrefix("differences do not sum") })
    // Without them the only ones there were to be heard by.
    let reach = try self.answerTable("explain reach for @ada")
    #expect(cells(of: "part", in: reach).contains("without @cal"))
    for row in 0..<reach.rowCount {
      guard case .text(let part) = reach["part"]?[row] ?? .missing,
        case .number(let loss)? = reach["difference"]?[row]
      else { continue }
      let handle = part.dropFirst("without ".count)
      let rest = try answerTable("(reach without \(handle)) for @ada")
      #expect(cells(of: "(reach without \(handle))", in: rest) == ["\(Int(4 - loss))"])
    }
  }

  private func answerTable(_ question: String) throws -> Table { try answer(question).table }

  @Test func `without a value there is nothing to explain`() throws {
    let answer = try answer("explain audience overlap with #yoga for @gus")
    #expect(answer.table.rowCount == 0)
    #expect(answer.remarks.first?.hasPrefix("nothing to explain: @gus has no audience") == true)
    #expect(answer.findings.isEmpty)
  }

  @Test(arguments: [
    ("explain followers", DiagnosticCode.missingQualifier, "one person"),
    ("explain followers for @ada, @bea", .missingQualifier, "one person"),
    ("explain followers for @ada where followers > 1", .unwantedQualifier, "behind `explain`"),
    ("explain followers for @ada limit 1", .unwantedQualifier, "behind `explain`"),
    ("explain all measures for @ada", .wrongKind, "a list"),
    ("explain followers for @nobody", .unknownName, "nobody"),
    ("explain @ada", .nothingLoaded, "no table yet"),
  ])
  func `what is refused`(_ question: String, _ code: DiagnosticCode, _ part: String) {
    check(question, expect: .refused(code, [part]))
  }
}

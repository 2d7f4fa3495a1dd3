import Diagnostics
import Testing

/// The stable names of trouble, and what a script ends with.
struct DiagnosticCodeTests {
  @Test(arguments: DiagnosticCode.allCases)
  func `a code is lower case words between hyphens`(_ code: DiagnosticCode) {
    let words = code.rawValue.split(separator: "-", omittingEmptySubsequences: false)
    #expect(words.allSatisfy { !$0.isEmpty && $0.allSatisfy { ("a"..."z").contains($0) } })
  }

  @Test(arguments: DiagnosticCode.allCases)
  func `an exit code is one of those the language promises`(_ code: DiagnosticCode) {
    #expect([1, 2, 3, 4, 130].contains(code.exitCode))
  }

  @Test func `each kind of trouble has its exit code`() {
    #expect(DiagnosticCode.unexpectedWord.exitCode == 2)
    #expect(DiagnosticCode.usage.exitCode == 2)
    #expect(DiagnosticCode.unknownName.exitCode == 1)
    #expect(DiagnosticCode.missingColumn.exitCode == 4)
    #expect(DiagnosticCode.interrupted.exitCode == 130)
  }
}

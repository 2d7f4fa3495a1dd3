import Foundation
import TestSupport
import Testing

/// What is written for editors, used as they use it.
@Suite struct EditorTests {
  private static let editors = Tool.checkout.appending(path: "grammar/editors")

  /// A line, a piece of it, and what it is coloured as.
  struct Case: Sendable, CustomTestStringConvertible {
    let line: String
    let piece: String
    let scope: String
    let group: String

    init(_ line: String, _ piece: String, _ scope: String, _ group: String) {
      (self.line, self.piece, self.scope, self.group) = (line, piece, scope, group)
    }

    var testDescription: String { "\(piece) in \(line)" }
  }

  static let cases = [
    Case("top 10 people by reach -- why", "-- why", "comment.line.double-dash", "kithComment"),
    Case("top 10 people by reach", "top", "keyword.control.statement", "kithStatement"),
    Case("top 10 people by reach", "10", "constant.numeric", "kithNumber"),
    Case("top 10 people by reach", "people", "keyword.other", "kithWord"),
    Case("top 10 people by reach", "by", "keyword.operator.word", "kithPreposition"),
    Case("top 10 people by pagerank", "pagerank", "variable.other", "kithName"),
    Case("TOP 5 customers BY reach", "BY", "keyword.operator.word", "kithPreposition"),
    Case("count bots; count customers", "count", "keyword.control.statement", "kithStatement"),
    Case("describe @ann", "@ann", "entity.name.person", "kithPerson"),
    Case("describe @\"Ann Lee\"", "@\"Ann Lee\"", "entity.name.person", "kithPerson"),
    Case("count #hot-yoga", "#hot-yoga", "entity.name.topic", "kithTopic"),
    Case("load follows from \"a -- b.csv\"", "\"a -- b.csv\"", "string.quoted.double", "kithText"),
    Case("reach since 2026-01-31", "2026-01-31", "constant.other.date", "kithDate"),
    Case("recency (half-life 30 days)", "30 days", "constant.numeric.duration", "kithDuration"),
    Case("recency (half-life 30 days)", "half-life", "variable.other", "kithName"),
    Case("reach for $who", "$who", "variable.parameter", "kithParameter"),
    Case("reach where low > 1_000.5", ">", "keyword.operator", "kithOperator"),
    Case("reach where low > 1_000.5", "1_000.5", "constant.numeric", "kithNumber"),
    Case("reach where low > 5%", "5%", "constant.numeric", "kithNumber"),
    Case("reach | limit 5", "|", "keyword.operator.pipe", "kithPipe"),
    Case("bypass", "bypass", "variable.other", "kithName"),
  ]

  // MARK: TextMate

  private struct Pattern: Decodable {
    let name: String
    let match: String
  }

  private struct Colours: Decodable {
    let scopeName: String
    let patterns: [Pattern]
  }

  /// The scopes of a line's pieces: the earliest match is taken, of several the first pattern's.
  private func scopes(of line: String) throws -> [(piece: String, scope: String)] {
    let file = Self.editors.appending(path: "kith.tmLanguage.json")
    let colours = try JSONDecoder().decode(Colours.self, from: Data(contentsOf: file))
    let patterns = try colours.patterns.map { pattern in
      (pattern.name, try NSRegularExpression(pattern: pattern.match))
    }
    let text = line as NSString
    var pieces: [(piece: String, scope: String)] = []
    var start = 0
    while start < text.length {
      let rest = NSRange(location: start, length: text.length - start)
      let matches = patterns.compactMap { name, expression -> (String, NSRange)? in
        let options: NSRegularExpression.MatchingOptions = [
          .withoutAnchoringBounds, .withTransparentBounds,
        ]
        guard let match = expression.firstMatch(in: line, options: options, range: rest),
          match.range.length > 0
        else { return nil }
        return (name, match.range)
      }
      guard let earliest = matches.map(\.1.location).min(),
        let (name, range) = matches.first(where: { $0.1.location == earliest })
      else { break }
      pieces.append((text.substring(with: range), name))
      start = range.location + range.length
    }
    return pieces
  }

  @Test(arguments: cases) func `TextMate colours`(_ example: Case) throws {
    let found = try scopes(of: example.line).filter { $0.piece == example.piece }.map(\.scope)
    #expect(!found.isEmpty && found.allSatisfy { $0 == example.scope + ".kith" }, "\(found)")
  }

  // MARK: Vim

  @Test(.enabled(if: Tool(installed: "vim") != nil, "vim is not installed"))
  func `Vim colours`() throws {
    let vim = try #require(Tool(installed: "vim"))
    let folder = try ScratchFolder()
    let sample = Self.cases.map(\.line).joined(separator: "\n") + "\n"
    let file = try folder.write(sample, to: "sample.txt")
    let columns = Self.cases.enumerated().map { index, example in
      let offset =
        example.line.range(of: example.piece)
        .map { example.line.utf8.distance(from: example.line.startIndex, to: $0.lowerBound) } ?? 0
      return "synIDattr(synID(\(index + 1), \(offset + 1), 1), 'name')"
    }
    let output = folder.url.appending(path: "groups.txt").path
    let script = try folder.write(
      """
      syntax on
      edit \(file)
      source \(Self.editors.appending(path: "kith.vim").path)
      call writefile([\(columns.joined(separator: ", "))], '\(output)')
      qall!
      """,
      to: "script.vim"
    )
    let result = try vim.run(["-N", "-u", "NONE", "-i", "NONE", "-es", "-S", script])
    #expect(result.code == 0, "\(result.output)\(result.errors)")
    let groups = String(decoding: try folder.bytes(of: "groups.txt"), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    #expect(groups == Self.cases.map(\.group))
  }
}

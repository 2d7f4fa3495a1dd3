import Diagnostics
import Syntax

/// A statement as it was typed, but on one line, with single spaces and without comments.
struct StatementLine {
  /// Its words and signs, and where each stands in the source.
  private let parts: [(text: String, range: Range<Int>)]

  /// The statement that takes these bytes of a text.
  init(_ range: Range<Int>, of source: SourceText) {
    let typed = source.slice(range)
    let statements = Lexer.statements(of: SourceText(typed)).statements
    parts = statements.flatMap { $0.tokens.dropLast() }.map { token in
      let start = range.lowerBound + token.range.lowerBound
      let place = start..<(range.lowerBound + token.range.upperBound)
      return (source.slice(place), place)
    }
  }

  /// The whole line.
  var text: String { joined(parts[...]) }

  /// What stands before a part, and what behind it.
  func around(_ range: Range<Int>) -> (before: String, after: String) {
    let before = parts.prefix { $0.range.upperBound <= range.lowerBound }
    let after = parts.drop { $0.range.lowerBound < range.upperBound }
    return (joined(before), joined(after))
  }

  private func joined(_ parts: ArraySlice<(text: String, range: Range<Int>)>) -> String {
    var line = ""
    var end = parts.first?.range.lowerBound ?? 0
    for part in parts {
      line += (part.range.lowerBound > end ? " " : "") + part.text
      end = part.range.upperBound
    }
    return line
  }
}

/// A statement that brought data from a file, to be said again from any folder.
struct DataStatement: Sendable, Hashable {
  private let before: String
  private let path: String
  private let after: String

  /// A statement with a file's name inside, given as a path from the root.
  init(_ line: StatementLine, naming range: Range<Int>, path: String) {
    (before, after) = line.around(range)
    self.path = path
  }

  /// The line, with the file as it is named from a folder, perhaps from one further up; nil where no
  /// line can name it.
  func text(in folder: String, climbing: Bool = false) -> String? {
    guard !path.contains(where: \.isNewline) else { return nil }
    let named =
      climbing
      ? FilePath.climbing(path, from: folder) : FilePath.relative(path, to: folder)
    let name = Quoted.text(named)
    return [before, name, after].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension Conversation {
  /// The statement at hand on one line.
  var statementLine: StatementLine { StatementLine(range, of: source) }

  /// The statement at hand as one that brings data from a file it names.
  func dataStatement(naming file: Name) -> DataStatement {
    DataStatement(
      statementLine,
      naming: file.range,
      path: FilePath.absolute(resolved(file.text))
    )
  }
}

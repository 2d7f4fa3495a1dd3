import Diagnostics

/// What a `load` line asks for, resolved: the thing, the file, and how the file's columns are ours.
package struct LoadRequest: Sendable {
  /// What the rows of the file are.
  package enum Thing: Sendable, Hashable {
    case people, aliases, follows, trust, topics, interests, posts, interactions, actions, vouches
    /// Interactions, or actions, all of one kind: "mention", "purchase".
    case interaction(String), action(String)
    /// A relation of another name.
    case relation(String)
  }

  /// One entry of the brackets: `truster = source`, `weight = 3`, `scale = 10`, `share = "RT"`.
  package struct Mapping: Sendable, Hashable {
    /// The right-hand side.
    package enum Source: Sendable, Hashable {
      /// A column by its header, or a bare word such as `yes`, `tab`.
      case name(String)
      /// A column by its number from 1, or a plain number (`scale = 10`).
      case number(Double)
      /// A range: `scale = 1 to 5`.
      case range(Double, Double)
      /// A quoted text: a value in the file, or a column whose header needs quotes.
      case text(String)
    }

    /// Our word: a role, an option or a kind, in lower case.
    package let ours: String
    /// What it stands for in the file.
    package let theirs: Source
    /// The bytes of the statement that said it, for messages.
    package let range: Range<Int>

    /// An entry.
    package init(ours: String, theirs: Source, range: Range<Int> = 0..<0) {
      self.ours = ours
      self.theirs = theirs
      self.range = range
    }
  }

  /// What the rows are.
  package let thing: Thing
  /// Where the file is, ready to open.
  package let path: String
  /// The file as it was named, for messages.
  package let shownPath: String
  /// What the brackets say.
  package let mappings: [Mapping]
  /// The bytes of the statement that name the file, for fixes; empty where there are none.
  package let range: Range<Int>

  /// A request to load one file.
  package init(
    thing: Thing,
    path: String,
    shownPath: String? = nil,
    mappings: [Mapping] = [],
    range: Range<Int> = 0..<0
  ) {
    self.thing = thing
    self.path = path
    self.shownPath = shownPath ?? path
    self.mappings = mappings
    self.range = range
  }
}

extension LoadRequest {
  /// The change to the statement that puts an entry into its brackets; nil where no statement asked.
  ///
  /// It takes the place of one about the same, and a count that of a weight.
  func fix(entering entry: String) -> Diagnostic.Fix? {
    let word = entry.prefix { $0 != " " }
    let replaced = word == "count" ? ["count", "weight", "interest"] : [String(word)]
    if let same = mappings.last(where: { replaced.contains($0.ours.lowercased()) }) {
      return same.range.isEmpty ? nil : Diagnostic.Fix(range: same.range, replacement: entry)
    }
    if let last = mappings.last {
      let both = "\(last.text), \(entry)"
      return last.range.isEmpty ? nil : Diagnostic.Fix(range: last.range, replacement: both)
    }
    let end = range.upperBound..<range.upperBound
    return range.isEmpty ? nil : Diagnostic.Fix(range: end, replacement: " (\(entry))")
  }
}

extension LoadRequest.Mapping {
  /// The entry as it is written.
  fileprivate var text: String {
    let source =
      switch theirs {
      case .name(let name): name
      case .number(let number): number.shortText
      case .range(let from, let to): "\(from.shortText) to \(to.shortText)"
      case .text(let text): "\"\(text)\""
      }
    return "\(LoadLine.column(ours)) = \(source)"
  }
}

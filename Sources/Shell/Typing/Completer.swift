import Graph
import Importing
import Metrics
import Query
import Rendering
import Syntax

/// What could be typed at the cursor, with live names: words of the grammar where it wants them,
/// and people, topics, measures, columns, sets, relations, settings and files.
///
/// Order: by what they are, then what was said more often in this session, then exact beginnings before
/// inner ones, then by name; people by their followers. Names that only have the typed letters
/// somewhere are offered where no other fits.
package struct Completer {
  /// One thing to put in.
  package struct Choice: Sendable, Hashable {
    /// What is put in place of what was typed.
    package let text: String
    /// What it is.
    package let kind: Kind
    /// What is worth knowing about it, in a few words.
    package let meaning: String

    /// Whether it only has the typed letters somewhere, and so is offered where nothing else is.
    let isLoose: Bool

    /// A choice.
    init(_ text: String, _ kind: Kind, _ meaning: String = "", isLoose: Bool = false) {
      self.text = text
      self.kind = kind
      self.meaning = meaning
      self.isLoose = isLoose
    }
  }

  /// What a choice is, in the order they are offered: what the language knows before what data
  /// brings; people, who are many, last.
  package enum Kind: String, Sendable, CaseIterable {
    case weight, measure, defined, word, set, function, setting, topic, relation, column, lesson,
      help
    case folder, file, person
  }

  /// The most people, and the most files, that are offered.
  static let limit = 200
  /// How many letters must be typed before they may be scattered over a name.
  static let scatteredAtLeast = 3

  let session: Session
  /// The folder that relative files start from.
  let folder: String

  /// A completer over what a session holds.
  package init(_ session: Session, folder: String = "") {
    self.session = session
    self.folder = folder
  }

  /// The choices at a cursor (a byte offset), and the byte they replace from.
  ///
  /// Complexity: O(people) where a person is wanted, else O(names).
  package func choices(in text: String, at cursor: Int) -> (from: Int, choices: [Choice]) {
    if let values = settingValues(in: text, at: cursor) ?? loadBrackets(in: text, at: cursor) {
      return values
    }
    let slots = Completion.slots(in: text, at: cursor, lexicon: session.parser.lexicon)
    let columns = tableColumns(in: text, at: cursor)
    var found: [(start: Int, choice: Choice)] = []
    for slot in slots {
      for choice in choices(for: slot, behind: columns) { found.append((slot.start, choice)) }
    }
    // The longest name being typed decides what is replaced.
    guard let start = found.map(\.start).min() else { return (cursor, []) }
    let head = String(decoding: Array(text.utf8.prefix(cursor)), as: UTF8.self)
    var seen: Set<String> = []
    let names = columns.map { Set($0.map { $0.text.lowercased() }) } ?? self.names
    let choices = found.compactMap { found in
      start == found.start ? found.choice : widened(found, to: start, head, behind: names)
    }
    let close = choices.filter { !$0.isLoose }
    let offered = close.isEmpty ? choices : close
    let ordered = Kind.allCases.flatMap { kind in byUse(offered.filter { $0.kind == kind }) }
    return (start, ordered.filter { seen.insert($0.text).inserted })
  }

  /// What was said more often first; the others as they were.
  private func byUse(_ choices: [Choice]) -> [Choice] {
    let counted = choices.map { (choice: $0, uses: session.uses[$0.text.lowercased()] ?? 0) }
    let counts = Set(counted.map(\.uses)).sorted(by: >)
    return counts.flatMap { count in counted.filter { $0.uses == count }.map(\.choice) }
  }

  /// A choice for a later part of the text, with the text before it put in front.
  private func widened(
    _ found: (start: Int, choice: Choice),
    to start: Int,
    _ head: String,
    behind names: Set<String>
  ) -> Choice? {
    let bytes = Array(head.utf8)
    guard start <= found.start, found.start <= bytes.count else { return nil }
    let between = String(decoding: bytes[start..<found.start], as: UTF8.self)
    // `audience ov` begins a name; `audience over` would follow a name that there is not.
    let name = between.split(separator: " ").joined(separator: " ").lowercased()
    guard names.contains(name) || session.graph.topics.number(of: name) != nil else { return nil }
    let (choice, text) = (found.choice, between + found.choice.text)
    return Choice(text, choice.kind, choice.meaning, isLoose: choice.isLoose)
  }

  private func choices(
    for slot: Completion.Slot,
    behind columns: [Choice]?
  ) -> [Choice] {
    guard slot.mark == nil || slot.mark == slot.expectation.mark else { return [] }
    switch slot.expectation {
    case .words(let words):
      guard words.first?.isLetter == true, words.hasPrefix(slot.typed.lowercased()) else {
        return []
      }
      return [Choice(words, .word, meaning(of: words))]
    case .terminal(let terminal):
      if terminal == .measureName, let columns { return matching(columns, slot.typed) }
      let isBareFile = terminal == .file && slot.mark == nil && !slot.typed.isEmpty
      if isBareFile { return [] }
      if slot.rule == .last { return matching(keptTables, slot.typed) }
      if slot.rule == .lesson { return matching(terminal == .name ? lessons : [], slot.typed) }
      let weights = slot.rule == .weight && terminal == .measureName ? self.weights : []
      return matching(weights, slot.typed) + names(of: terminal, typed: slot.typed)
    }
  }

  /// What a word that begins a statement is for.
  private func meaning(of words: String) -> String {
    GrammarPage.all.first { $0.name == words }?.title ?? ""
  }
}

extension Expectation {
  /// The mark that begins it, where it has one.
  fileprivate var mark: Character? {
    switch self {
    case .terminal(.handle): "@"
    case .terminal(.hashtag): "#"
    case .terminal(.file), .terminal(.text), .terminal(.topicName), .terminal(.name): "\""
    case .words, .terminal: nil
    }
  }
}

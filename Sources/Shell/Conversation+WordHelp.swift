import Rendering
import Syntax

extension Conversation {
  /// Adds what is known of a word of the language: the sentences that say it, and lines that do; false
  /// where it is none.
  func addHelp(onWord topic: String, to page: inout ReportText) -> Bool {
    let words = topic.split(separator: " ").map(String.init)
    guard let word = words.first, words.allSatisfy(Grammar.usedWords.contains) else { return false }
    // The parts of questions say more about their words than the statements that use them.
    let every = GrammarPage.all.filter { $0.words.contains(word) }
    let parts = every.filter { StatementRule(rawValue: $0.name) == nil }
    let using = parts.isEmpty ? every : parts
    guard using.count <= 3 else {
      page.add(heading: "`\(word)` stands in")
      page.add(list: using.map { ("help \($0.name)", $0.meaning) })
      return true
    }
    for part in using {
      let sentences = part.sentences(saying: topic)
      guard !sentences.isEmpty else {
        page.add(part)
        continue
      }
      page.add(heading: "\(topic): in \(part.title.prefix { $0 != ":" })")
      for sentence in sentences { page.add(paragraph: Escaping.visible(sentence), hanging: 2) }
      page.add(list: [("help \(part.name)", "all there is to say of them")])
    }
    let lines = GrammarPage.all.flatMap(\.accepted).filter { " \($0) ".contains(" \(topic) ") }
    if !lines.isEmpty { page.add(heading: "For example") }
    for line in lines.prefix(3) { page.add(paragraph: Escaping.visible(line), hanging: 2) }
    return !using.isEmpty
  }
}

extension GrammarPage {
  /// The sentences of its text that say a word where it is typed, or show it.
  fileprivate func sentences(saying word: String) -> [String] {
    text.joined(separator: " ").replacing("; ", with: ". ").split(separator: ". ").map(String.init)
      .filter { sentence in
        sentence.split(separator: "`", omittingEmptySubsequences: false).enumerated()
          .contains { index, typed in
            !index.isMultiple(of: 2) && typed.split(separator: " ").contains(word[...])
          }
      }
  }
}

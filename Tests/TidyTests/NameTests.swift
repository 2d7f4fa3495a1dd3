import Testing

/// Names are nouns of the domain.
struct NameTests {
  /// Endings that say nothing.
  static let emptyEndings = [
    "Utils", "Util", "Helper", "Helpers", "Manager", "Misc", "Common", "Base", "Impl", "Data",
    "Info", "Processor", "Handler",
  ]

  /// The most files a target holds before it is asked to split.
  static let fileLimit = 40

  /// Targets above the limit: how many files they have, and why.
  ///
  /// The numbers only fall.
  static let largeTargets: [String: (files: Int, reason: String)] = [
    "Graph": (46, "people, ties, interests, posts and events at rest, and names found by letters"),
    "Importing": (41, "eight things to load, each with its rows, and the bytes below them"),
    "Metrics": (97, "walks, searches, spread, trials of moves, statistics: what many share"),
    "Shell": (50, "a session: what it reads, answers, describes, keeps and guards"),
    "Syntax": (44, "a typed form for each statement, and what reads, mends and formats them"),
  ]

  private static let typeWords = [
    "struct", "class", "enum", "actor", "protocol", "typealias", "macro",
  ]

  /// The types a line declares.
  private static func types(in line: Substring) -> [String] {
    let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    return zip(words, words.dropFirst()).filter { word, name in
      typeWords.contains(String(word)) && name.first?.isUppercase == true
    }
    .map { String($0.1) }
  }

  @Test func `no file or type ends in a word that says nothing`() {
    for file in Checkout.sources {
      var names = [(file.path, file.name)]
      for (index, line) in file.code.enumerated() {
        names += Self.types(in: line).map { (file.place(index), $0) }
      }
      for (place, name) in names {
        guard let ending = Self.emptyEndings.first(where: name.hasSuffix) else { continue }
        Issue.record("\(place): `\(name)` ends in \(ending); name what it is or does in the domain")
      }
    }
  }

  @Test func `a catalogue's file defines the type it is named after`() {
    for file in Checkout.sources where file.isProgram && file.path.contains("/Catalog/") {
      let types = file.code.flatMap(Self.types)
      #expect(types.contains(file.name), "\(file.path) is registered as \(file.name)()")
    }
  }

  @Test func `no file name has a space`() {
    for folder in ["Sources", "Tests", "grammar", "examples", ".ci"] {
      let names = Checkout.files(
        below: folder,
        ending: "swift",
        "c",
        "h",
        "md",
        "gram",
        "list",
        "csv",
        "kith",
        "session"
      )
      for name in names where name.contains(" ") { Issue.record("\(name) has a space") }
    }
  }

  @Test func `no target has more files than can be kept in mind`() {
    // A catalogue is one thing to keep in mind, however long.
    let files = Checkout.sources.filter { !$0.path.contains("/Catalog/") }
    let targets = Dictionary(grouping: files, by: \.target)
    for (target, files) in targets {
      let limit = Self.largeTargets[target]?.files ?? Self.fileLimit
      #expect(files.count <= limit, "\(target) has \(files.count) files; split it by what it is")
    }
    for (target, large) in Self.largeTargets {
      let count = targets[target]?.count ?? 0
      #expect(count >= large.files, "\(target) has \(count) files now: lower its limit to that")
    }
  }
}

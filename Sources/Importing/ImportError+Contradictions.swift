import Diagnostics

extension ImportError {
  /// Rows about aliases that contradict each other, or what an earlier load said.
  enum AliasConflict: Sendable, Hashable {
    /// An alias means two people; `earlier` is the line that gave it to the first of them, nil for
    /// an earlier load.
    case twoPeople(alias: String, line: Int, handles: [String], earlier: Int?)
    /// A handle is an alias of another one.
    case chain(alias: String, line: Int, handle: String, earlier: Int?)
    /// An alias belongs to a person who has aliases from an earlier load.
    case hasAliases(alias: String, line: Int, handle: String)

    /// The line of the row.
    var line: Int {
      switch self {
      case .twoPeople(_, let line, _, _), .chain(_, let line, _, _), .hasAliases(_, let line, _):
        line
      }
    }
  }

  /// How many conflicts are told one by one.
  private static let mostConflicts = 5

  /// What is wrong with aliases, each row in a message of its own.
  static func diagnostics(of conflicts: [AliasConflict], in file: String) -> [Diagnostic] {
    var all = conflicts.prefix(mostConflicts).map { conflict in
      Diagnostic(
        .aliasConflict,
        conflict.words,
        at: Place(file: file, line: conflict.line, column: 1)
      )
    }
    let left = conflicts.count - all.count
    let note = left > 0 ? ["and \(left) more like these"] : []
    if !all.isEmpty { all[all.count - 1].notes = note + ["nothing was loaded"] }
    return all
  }
}

extension ImportError.AliasConflict {
  /// What the row says, and what it contradicts.
  fileprivate var words: String {
    switch self {
    case .twoPeople(let alias, let line, let handles, let earlier):
      let people = handles.map { LoadLine.person($0) }
      return "the alias \(LoadLine.person(alias)) means \(people[0]), by \(Self.origin(earlier)), "
        + "and \(people[1]), by line \(line)"
    case .chain(let alias, let line, let handle, let earlier):
      return "the handle \(LoadLine.person(alias)) of line \(line) is an alias of "
        + "\(LoadLine.person(handle)), by \(Self.origin(earlier)); aliases do not chain"
    case .hasAliases(let alias, let line, let handle):
      let person = LoadLine.person(alias)
      return "\(person) is an alias of \(LoadLine.person(handle)) by line \(line), and has aliases "
        + "by an earlier load; aliases do not chain"
    }
  }

  private static func origin(_ line: Int?) -> String {
    line.map { "line \($0)" } ?? "an earlier load"
  }
}

extension ImportError {
  /// Topics of which each is a part of the next, and the last of the first.
  struct TopicLoop: Sendable, Hashable {
    /// One topic of it, and the place that says what it is a part of.
    struct Link: Sendable, Hashable {
      /// The topic's name.
      let topic: String
      /// The line that gives it its parent; nil for an earlier load.
      let line: Int?
      /// The character at which that parent begins.
      let column: Int
    }

    /// The topics; the line of the first is the one that closes the loop.
    let links: [Link]
  }
}

extension ImportError.TopicLoop {
  /// How many topics are named.
  private static let mostNames = 8

  /// What is wrong, at the row that closes the loop.
  func diagnostic(in file: String) -> Diagnostic {
    let names = links.map { LoadLine.topic($0.topic) }
    let first = names.first ?? ""
    let more = links.count - ImportError.TopicLoop.mostNames
    let steps = zip(links, names.dropFirst() + [first]).map { link, parent in
      "\(LoadLine.topic(link.topic)) is a part of \(parent), by "
        + (link.line.map { "line \($0)" } ?? "an earlier load")
    }
    return Diagnostic(
      .topicCycle,
      "\(first) would be a part of itself: "
        + (names.prefix(ImportError.TopicLoop.mostNames) + (more > 0 ? ["..."] : []) + [first])
        .joined(separator: " in "),
      at: links.first?.line.map { Place(file: file, line: $0, column: links[0].column) },
      notes: Array(steps.prefix(ImportError.TopicLoop.mostNames)) + ["nothing was loaded"]
    )
  }
}

import Graph
import Metrics
import Query
import Rendering
import Syntax
import Values

extension Completer {
  /// The names of a kind that begin with what was typed, or have it inside.
  func names(of terminal: Terminal, typed: String) -> [Choice] {
    switch terminal {
    case .measureName: matching(measures, typed)
    case .setName: matching(sets, typed)
    case .functionName:
      matching(MathFunction.allCases.map { Choice($0.rawValue, .function) }, typed)
    case .settingName:
      matching(settings, typed)
    case .hashtag, .topicName: matching(topics(as: terminal), typed)
    case .handle: people(typed)
    case .relationName:
      matching(session.graph.relationNames.map { Choice($0, .relation, ties(in: $0)) }, typed)
    case .file: files(typed)
    case .rest: matching(HelpCommand.topics.map { Choice($0, .help) }, typed)
    case .groupName: matching(groups, typed)
    case .parameter: matching(session.parameters.names.map { Choice("$" + $0, .defined) }, typed)
    case .columnName, .parameterName, .name, .number, .count, .text, .date, .end: []
    }
  }

  /// The bare names of measures, columns and sets, in lower case.
  var names: Set<String> { Set((measures + sets).map { $0.text.lowercased() }) }

  /// The relations that carry weights, and @me's trust.
  var weights: [Choice] {
    let graph = session.graph
    let relations = graph.relationNames.filter { graph.relations[$0]?.backwardWeights != nil }
    let mine = session.settings.query.me == nil ? [] : [Choice("my trust", .weight)]
    return relations.map { Choice($0, .weight, ties(in: $0)) } + mine
  }

  private var measures: [Choice] {
    MetricCatalog.all.map { Choice($0.card.name, .measure, $0.card.summary) }
      + session.graph.attributes.map { Choice($0.name, .column, $0.kind) }
      + session.definitions.names.map { Choice($0, .defined) }
  }

  /// What `per` groups by.
  private var groups: [Choice] {
    CalendarUnit.allCases.map { Choice($0.rawValue, .word) }
      + ["topic", "kind"].map { Choice($0, .word) }
      + session.graph.attributes.map { Choice($0.name, .column, $0.kind) }
  }

  private var settings: [Choice] {
    Setting.allCases.map { Choice($0.rawValue, .setting, $0.meaning) }
      + Vocabulary.standard.metricSettings.values.map {
        Choice($0.name, .setting, $0.parameter.summary)
      }
  }

  /// The lessons, by the names they are called for.
  var lessons: [Choice] { Lesson.all.map { Choice($0.name, .lesson, $0.title) } }

  private var sets: [Choice] {
    session.graph.flagSetNames.map { Choice($0, .set) }
      + session.definitions.names.map { Choice($0, .defined) }
  }

  private func topics(as terminal: Terminal) -> [Choice] {
    let graph = session.graph
    return (0..<UInt32(graph.topics.count)).compactMap { id in
      let name = graph.topics[id]
      let parts = graph.topicForest.branch(of: id).count - 1
      let count =
        parts > 0
        ? "takes in \(Tally.text(parts, "topics"))"
        : Tally.text(graph.interests.all.forward.degree(of: id), "people")
      let isPlain = Lexer.soleToken(of: "#" + name)?.kind == .hashtag
      if terminal == .hashtag { return isPlain ? Choice("#" + name, .topic, count) : nil }
      let isBare = Lexer.soleToken(of: name)?.kind == .word
      return Choice(isBare ? name : "\"\(name)\"", .topic, count)
    }
  }

  private func ties(in relation: String) -> String {
    Tally.text(session.graph.relations[relation]?.count ?? 0, "ties")
  }

  /// Handles that begin with what was typed, whatever the case; the first so many of the graph.
  private func people(_ typed: String) -> [Choice] {
    let graph = session.graph
    let wanted = typed.lowercased()
    var found: [Choice] = []
    for id in 0..<UInt32(graph.personCount) where found.count < Completer.limit {
      let handle = graph.people[id]
      guard wanted.isEmpty || handle.lowercased().hasPrefix(wanted) else { continue }
      found.append(Choice(Handle.typed(handle), .person, followers(of: id)))
    }
    return found.sorted { $0.text < $1.text }
  }

  private func followers(of person: PersonID) -> String {
    guard let follows = session.graph.relations["follows"] else { return "" }
    return Tally.text(follows.backward.degree(of: person), "followers")
  }

  /// The files of the folder being typed.
  private func files(_ typed: String) -> [Choice] {
    let shown = typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
    let start = typed.dropFirst(shown.count)
    let place = shown.hasPrefix("/") || folder.isEmpty ? shown : folder + "/" + shown
    return ScriptFile.entries(of: place).filter { name in
      name.hasPrefix(start) && (start.hasPrefix(".") || !name.hasPrefix("."))
    }.prefix(Completer.limit).map { name in
      let isFolder = name.hasSuffix("/")
      return Choice("\"\(shown)\(name)" + (isFolder ? "" : "\""), isFolder ? .folder : .file)
    }
  }

  /// Names that begin with what was typed, then those in which a later word does; each by name.
  func matching(_ choices: [Choice], _ typed: String) -> [Choice] {
    let wanted = typed.lowercased()
    guard !wanted.isEmpty else { return choices.sorted { $0.text < $1.text } }
    let ranked = choices.compactMap { choice -> (Int, Choice)? in
      let name = choice.text.lowercased().drop { $0 == "#" || $0 == "\"" }
      if name.hasPrefix(wanted) { return (0, choice) }
      if name.split(separator: " ").contains(where: { $0.hasPrefix(wanted) }) { return (1, choice) }
      return nil
    }
    return ranked.sorted { ($0.0, $0.1.text) < ($1.0, $1.1.text) }.map(\.1)
  }
}

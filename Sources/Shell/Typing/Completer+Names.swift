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
    let relations = graph.relationNames.filter {
      graph.relations.summary(of: $0)?.isWeighted == true
    }
    let mine = session.settings.query.me == nil ? [] : [Choice("my trust", .weight)]
    return relations.map { Choice($0, .weight, ties(in: $0)) } + mine
  }

  private var measures: [Choice] {
    MetricCatalog.all.map { Choice($0.card.name, .measure, $0.card.inShort) }
      + session.graph.attributes.map { Choice($0.name, .column, $0.kind) }
      + definitions
  }

  private var definitions: [Choice] {
    session.definitions.names.map { Choice($0, .defined, session.definitions.text(of: $0) ?? "") }
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
    let graph = session.graph
    let counts = graph.attributes.filter { $0.form == .flags }.map { attribute -> String in
      guard case .flags(let flags)? = attribute.presentCells else { return "" }
      return Tally.text(flags.count { $0 == true }, "people")
    }
    return zip(graph.flagSetNames, counts).map { Choice($0, .set, $1) }
      + definitions
  }

  private func topics(as terminal: Terminal) -> [Choice] {
    let graph = session.graph
    let (names, forest, all) = (graph.topics, graph.topicForest, graph.interests.presentAll)
    return (0..<UInt32(names.count)).compactMap { id in
      let name = names[id]
      let parts = forest.branch(of: id).count - 1
      let count =
        parts > 0
        ? "takes in \(Tally.text(parts, "topics"))"
        : all.map { Tally.text($0.forward.degree(of: id), "people") } ?? ""
      let isPlain = Lexer.soleToken(of: "#" + name)?.kind == .hashtag
      if terminal == .hashtag { return isPlain ? Choice("#" + name, .topic, count) : nil }
      let isBare = Lexer.soleToken(of: name)?.kind == .word
      return Choice(isBare ? name : "\"\(name)\"", .topic, count)
    }
  }

  private func ties(in relation: String) -> String {
    Tally.text(session.graph.relations.summary(of: relation)?.count ?? 0, "ties")
  }

  /// The people whose handles fit best what was typed, those with most followers first.
  private func people(_ typed: String) -> [Choice] {
    let graph = session.graph
    let followers = graph.relations.present("follows")?.backward
    let found = graph.people.handles.fitting(typed, limit: Completer.limit) { person in
      followers?.degree(of: person) ?? 0
    }
    guard let found else { return [] }
    return found.numbers.map { person in
      Choice(
        Handle.typed(graph.people[person]),
        .person,
        self.followers(of: person),
        isLoose: found.fit != .beginning
      )
    }
  }

  private func followers(of person: PersonID) -> String {
    guard let follows = session.graph.relations.present("follows") else { return "" }
    return Tally.text(follows.backward.degree(of: person), "followers")
  }

  /// The files of the folder being typed; none where files are out of reach.
  private func files(_ typed: String) -> [Choice] {
    if session.isSafe { return [] }
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

  /// Names that begin with what was typed, those in which a later word does, and those that have its
  /// letters in their order.
  ///
  /// In that order, each by name; the last ones loosely.
  func matching(_ choices: [Choice], _ typed: String) -> [Choice] {
    let wanted = typed.lowercased()
    guard !wanted.isEmpty else { return choices.sorted { $0.text < $1.text } }
    let ranked = choices.compactMap { choice -> (Int, Choice)? in
      let name = choice.text.lowercased().drop { $0 == "#" || $0 == "\"" }
      if name.hasPrefix(wanted) { return (0, choice) }
      if name.split(separator: " ").contains(where: { $0.hasPrefix(wanted) }) { return (1, choice) }
      guard wanted.count >= Completer.scatteredAtLeast, name.has(lettersOf: wanted) else {
        return nil
      }
      return (2, Choice(choice.text, choice.kind, choice.meaning, isLoose: true))
    }
    return ranked.sorted { ($0.0, $0.1.text) < ($1.0, $1.1.text) }.map(\.1)
  }
}

extension Substring {
  /// Whether it has the letters of a text, in their order, and begins as the text does.
  fileprivate func has(lettersOf wanted: String) -> Bool {
    guard first == wanted.first else { return false }
    var rest = wanted[...]
    for character in self where character == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }
}

extension MetricCard {
  /// What it is measured in, and what it is.
  fileprivate var inShort: String {
    let unit = unit.description.prefix { $0 != "," }
    return "\(unit) · \(summary)"
  }
}

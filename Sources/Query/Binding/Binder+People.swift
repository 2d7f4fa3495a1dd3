import Diagnostics
import Graph
import Syntax

extension Binder {
  mutating func bind(_ people: PeopleSyntax) -> BoundPeople? {
    // Inside a set names mean measures of people again, also where rows are no people.
    let known = (columns, takesTieWeights)
    (columns, takesTieWeights) = (nil, false)
    defer { (columns, takesTieWeights) = known }
    switch people {
    case .everyone: return .everyone
    case .those(let range): return those(at: range)
    case .topic(let name): return interested(in: name)
    case .interested(let names, let all):
      let topics = names.map { topic($0) }
      guard topics.allSatisfy({ $0 != nil }) else { return nil }
      return .interested(in: topics.compactMap(\.self), all: all)
    case .handles(let names):
      let people = names.map { person($0) }
      guard people.allSatisfy({ $0 != nil }) else { return nil }
      return .people(people.compactMap(\.self))
    case .named(let name): return namedPeople(name, reporting: true)
    case .audience(let speakers, let all, let relation, let range):
      let sets = bindAll(speakers)
      let name = relation?.text.lowercased() ?? "follows"
      guard isLoaded(name, at: relation?.range ?? range), let sets else { return nil }
      return .audience(of: sets, all: all, over: name)
    case .mutuals(let speakers, let all, let relation, let range):
      let sets = bindAll(speakers)
      let name = relation?.text.lowercased() ?? "follows"
      guard isLoaded(name, at: relation?.range ?? range), let sets else { return nil }
      return .mutuals(of: sets, all: all, over: name)
    case .towards(let towards):
      let sets = bindAll(towards.sources)
      let hops = self.hops(Double(towards.hops), at: towards.range)
      guard let ties = ties(of: towards.act, at: towards.range), let sets, let hops else {
        return nil
      }
      return .towards(ties, of: sets, all: towards.all, hops: hops)
    case .acting(let relative):
      let sets = bindAll(relative.objects)
      guard let ties = ties(of: relative.act, at: relative.range), let sets else { return nil }
      return .acting(ties, isNegated: relative.isNegated, on: sets, all: relative.all)
    case .intersection(let parts): return bindAll(parts).map { .intersection($0) }
    case .union(let parts): return bindAll(parts).map { .union($0) }
    case .difference(let base, let parts):
      let bound = bind(base)
      guard let sets = bindAll(parts), let bound else { return nil }
      return .difference(bound, sets)
    case .filtered(let base, let condition):
      let bound = bind(base)
      guard let condition = bind(condition), let bound else { return nil }
      return .filtered(bound, condition)
    case .scoped(let base, let scope):
      let narrowed = bind(scope)
      return bind(base).map { .scoped($0, narrowed) }
    case .ranking(let rank):
      // Bare companions belong to the question around the brackets, or to the one in them.
      let known = companionCalls
      companionCalls = []
      defer { companionCalls = known }
      guard let question = bind(rank) else { return nil }
      guard case .people = question.rows else {
        let range = rank.measures.first?.range ?? start
        let rows = Reading.text(of: question.rows)
        report(.wrongKind, "`\(rows)` are no people, a set of people belongs here", at: range)
        return nil
      }
      return .ranking(question)
    }
  }

  mutating func bindAll(_ parts: [PeopleSyntax]) -> [BoundPeople]? {
    var bound: [BoundPeople] = []
    for part in parts {
      if let set = bind(part) { bound.append(set) }
    }
    return bound.count == parts.count ? bound : nil
  }

  /// The set a bare name stands for: a definition, or a yes/no attribute.
  mutating func namedPeople(_ name: Name, reporting: Bool) -> BoundPeople? {
    let key = name.text.lowercased()
    if let definition = definitions[key] {
      guard case .people(let people) = definition.meaning else {
        if reporting { reportMeasureForSet(name) }
        return nil
      }
      if case .named(let bare) = people, !reporting, isMeasure(bare) { return nil }
      return open(key, at: name.range) { $0.bind(people) }.map {
        .defined(name: definition.name.text, $0)
      }
    }
    if let attribute = graph.flagNames.first(where: { $0.isSet(named: key) }) {
      return .flagged(attribute: attribute, name: name.text)
    }
    if key == "brands" || key == "brand", graph.actions.namesBrands { return .brands }
    guard reporting else { return nil }
    if opened.contains(key) {
      report(.nameTaken, "the definition of `\(key)` refers to itself", at: name.range)
    } else if isMeasure(name) {
      reportMeasureForSet(name)
    } else if let attribute = graph.attribute(name.text) {
      report(
        .wrongKind,
        "`\(attribute.name)` is \(attribute.kind), a set of people belongs here",
        at: name.range,
        choices: ["people where \(attribute.name) is missing"]
      )
    } else {
      reportUnknownName(name, as: "set")
    }
    return nil
  }

  /// Every name that can stand for a set.
  var setNames: [String] {
    let defined = definitions.names.filter {
      if case .people? = definitions[$0]?.meaning { true } else { false }
    }
    return ["people"] + graph.flagSetNames + defined
  }

  private mutating func reportMeasureForSet(_ name: Name) {
    report(
      .wrongKind,
      "`\(name.text)` is a measure, a set of people belongs here",
      at: name.range,
      choices: ["people where \(name.text) > 0"]
    )
  }

  /// How many definitions may be opened inside each other.
  private static let openLimit = 50
  /// How many may be opened for one statement: two that stand twice in each other unfold fast.
  private static let openingsLimit = 10_000

  /// Binds what a definition means, refusing one that refers to itself, or to too many others.
  mutating func open<Bound>(
    _ key: String,
    at range: Range<Int>,
    _ bind: (inout Binder) -> Bound?
  ) -> Bound? {
    guard !opened.contains(key) else {
      report(.nameTaken, "the definition of `\(key)` refers to itself", at: range)
      return nil
    }
    if let waiting = definitions[key]?.unknownParameters.first {
      report(
        .unknownParameter,
        "`\(key)` is defined with `$\(waiting.text)`, which stands for nothing",
        at: range,
        choices: ["param $\(waiting.text): topic = ..."]
      )
      return nil
    }
    guard opened.count < Binder.openLimit else {
      report(
        .outOfRange,
        "definitions refer to each other more than \(Binder.openLimit) deep here",
        at: range
      )
      return nil
    }
    openings += 1
    guard openings <= Binder.openingsLimit else {
      if !diagnostics.contains(where: { $0.code == .outOfRange }) {
        report(.outOfRange, "definitions unfold to too many others here", at: range)
      }
      return nil
    }
    let known = diagnostics.count
    opened.append(key)
    defer { opened.removeLast() }
    let bound = bind(&self)
    // Places inside a definition are places of another text: show where it is used.
    for index in known..<diagnostics.count { diagnostics[index].moved(to: source.place(of: range)) }
    return bound
  }

  /// The people interested in a topic, or in one of several that share a name of the user's.
  private mutating func interested(in name: Name) -> BoundPeople? {
    if let definition = definitions[name.text], graph.topics.number(of: name.text) == nil,
      let topics = definedTopics(definition)
    {
      return .topics(topics, name: definition.name.text)
    }
    return topic(name).map { .topic($0.id, name: $0.name) }
  }

  /// The topics a definition joins, where it joins nothing else.
  private mutating func definedTopics(_ definition: Definition) -> [UInt32]? {
    let names: [Name]
    switch definition.meaning {
    case .people(.topic(let name)): names = [name]
    case .people(.union(let parts)):
      names = parts.compactMap { if case .topic(let name) = $0 { name } else { nil } }
      guard names.count == parts.count else { return nil }
    default: return nil
    }
    let topics = names.compactMap { graph.topics.number(of: $0.text) }
    guard topics.count == names.count else { return nil }
    for topic in topics { remarkParts(of: topic) }
    return topics
  }
}

extension Act {
  /// The relation it leaves ties in.
  var relation: String {
    switch self {
    case .follow: "follows"
    case .trust, .distrust: "trust"
    case .reply: "replies"
    case .mention, .share, .like, .quote: rawValue.plural
    }
  }
}

extension Actions {
  /// Whether any of them names a brand.
  fileprivate var namesBrands: Bool { actions.contains { $0.brand != nobody } }
}

extension Diagnostic {
  fileprivate mutating func moved(to place: Place) {
    self.place = place
    fix = nil
  }
}

extension String {
  /// The set a yes/no attribute defines: `customer` defines `customers`.
  var setName: String { hasSuffix("s") ? self : self + "s" }

  /// Whether a yes/no attribute of this name defines the set `name`.
  func isSet(named name: String) -> Bool {
    let own = lowercased()
    return own == name || own.setName == name
  }
}

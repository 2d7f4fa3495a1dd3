import Diagnostics
import Graph
import Metrics
import Syntax

extension Binder {
  /// How deep measures may lie in each other; those who read them go as deep.
  private static let depthLimit = 500

  mutating func bind(_ measure: MeasureSyntax) -> BoundMeasure? {
    guard depth < Binder.depthLimit else {
      report(
        .outOfRange,
        "arithmetic is nested more than \(Binder.depthLimit) deep here",
        at: measure.range
      )
      return nil
    }
    depth += 1
    defer { depth -= 1 }
    if let column = computedColumn(measure) { return column }
    switch measure {
    case .number(let number, let isPercentage, _):
      return .number(number, isPercentage: isPercentage)
    case .named(let name, let qualifiers): return bind(name, qualifiers)
    case .column(let name): return attribute(name)
    case .function(let name, let inner):
      guard let function = MathFunction(rawValue: name.text.lowercased()) else { return nil }
      return number(inner).map { .function(function, $0) }
    case .negative(let inner, _): return number(inner).map { .negative($0) }
    case .combined(let left, let operation, let right):
      let first = number(left)
      guard let second = number(right), let first else { return nil }
      return .combined(first, operation, second)
    case .scoped(let inner, let scope, let range):
      guard columns == nil else {
        report(
          .unwantedQualifier,
          "the columns of a table are finished; a part of the graph is asked for before it",
          at: range
        )
        return nil
      }
      let bound = bind(scope)
      return number(inner).map { .scoped($0.narrowed(to: bound), bound) }
    }
  }

  /// A measure that must be a number.
  private mutating func number(_ measure: MeasureSyntax) -> BoundMeasure? {
    guard let bound = bind(measure), requireNumber(bound, at: measure.range) else { return nil }
    return bound
  }

  /// Whether a measure is a number; takes note where it is not.
  @discardableResult
  mutating func requireNumber(_ measure: BoundMeasure, at range: Range<Int>) -> Bool {
    let kind = cellKind(of: measure)
    guard kind != .number else { return true }
    let name = Reading.text(of: measure)
    report(
      .wrongKind,
      "`\(name)` is \(kind.rawValue), a number belongs here",
      at: range,
      choices: kind == .flag ? ["where \(name)"] : []
    )
    return false
  }

  /// What a measure's cells hold.
  func cellKind(of measure: BoundMeasure) -> CellKind {
    switch measure {
    case .attribute(let name, _):
      if let columns { return columns.first { $0.name == name }?.kind ?? .number }
      return graph.attribute(name)?.cellKind ?? .number
    case .defined(_, let inner): return cellKind(of: inner)
    default: return .number
    }
  }

  /// Whether a bare name is a measure, perhaps through definitions that are bare names themselves.
  func isMeasure(_ name: Name) -> Bool {
    var key = name.text.lowercased()
    var passed: Set<String> = []
    while passed.insert(key).inserted {
      if vocabulary.metrics[key] != nil || key == "my trust" { return true }
      switch definitions[key]?.meaning {
      case .measure?: return true
      case .list?: return false
      case .people(.named(let bare))?: key = bare.text.lowercased()
      case .people?: return false
      case nil:
        guard graph.attribute(key)?.form == .numbers else { return false }
        return true
      }
    }
    return false
  }

  private mutating func bind(_ name: Name, _ qualifiers: [QualifierSyntax]) -> BoundMeasure? {
    let key = name.text.lowercased()
    if columns != nil { return tableColumn(name, qualifiers) }
    if let metric = vocabulary.metrics[key] {
      remarkColumn(named: key, beside: "measure")
      return call(metric, name, qualifiers).map { $0.isTie ? .inferredTie($0) : .metric($0) }
    }
    if let (companion, metric) = vocabulary.companions[key] {
      return call(metric, name, qualifiers).map { .companion(companion, of: $0) }
    }
    if let last = qualifiers.last, MathFunction(rawValue: key) != nil {
      let whole = name.range.lowerBound..<last.range.upperBound
      report(
        .unknownName,
        "`\(name.text)` is a function, and what it gives stands in brackets here",
        at: whole,
        fix: "(\(source.slice(whole)))"
      )
      return nil
    }
    if let first = qualifiers.first {
      report(
        isMeasure(name) ? .unwantedQualifier : .unknownName,
        isMeasure(name)
          ? "`\(name.text)` takes nothing behind it" : "no measure is called `\(name.text)`",
        at: isMeasure(name) ? first.range : name.range,
        choices: isMeasure(name) ? [] : nearestMeasures(name)
      )
      return nil
    }
    if takesTieWeights, key == "trust" || graph.relations.summary(of: key)?.isWeighted == true {
      return isLoaded(key, at: name.range) ? .tieWeight(relation: key) : nil
    }
    if key == "my trust" {
      guard person(Name("me", range: name.range)) != nil else { return nil }
      return isLoaded("trust", at: name.range) ? .myTrust : nil
    }
    if let call = companionCalls.first(where: { $0.metric.card.hasCompanion(key) }) {
      return .companion(key, of: call)
    }
    if definitions[key] != nil {
      remarkColumn(named: key, beside: "definition")
      return definedMeasure(name)
    }
    if graph.attribute(key) != nil { return attribute(name, isExplicit: false) }
    reportUnknownMeasure(name)
    return nil
  }

  /// Takes note that a name was not taken for the column that has it too.
  private mutating func remarkColumn(named key: String, beside what: String) {
    guard let column = graph.attribute(key)?.name else { return }
    let other = "column \(Reading.bare(column))"
    remark("`\(key)` is the \(what); the column of that name is `\(other)`")
  }

  private mutating func definedMeasure(_ name: Name) -> BoundMeasure? {
    guard let definition = definitions[name.text] else { return nil }
    let measure: MeasureSyntax
    switch definition.meaning {
    case .measure(let meaning): measure = meaning
    case .list:
      report(
        .wrongKind,
        "`\(name.text)` is a list of measures, one measure belongs here",
        at: name.range
      )
      return nil
    case .people(.named(let bare)) where isMeasure(bare): measure = .named(bare, [])
    case .people:
      report(
        .wrongKind,
        "`\(name.text)` is a set of people, a measure belongs here",
        at: name.range
      )
      return nil
    }
    return open(name.text.lowercased(), at: name.range) { $0.bind(measure) }
      .map { .defined(name: definition.name.text, $0) }
  }

  private mutating func attribute(_ name: Name, isExplicit: Bool = true) -> BoundMeasure? {
    if columns != nil { return tableColumn(name, [], isExplicit: true) }
    guard let attribute = graph.attribute(name.text) else {
      reportUnknown("column", name, among: graph.attributes.map(\.name))
      return nil
    }
    let key = attribute.name.lowercased()
    let clashes = vocabulary.metrics[key] != nil || definitions[key] != nil
    return .attribute(attribute.name, isExplicit: isExplicit || clashes)
  }

  private mutating func reportUnknownMeasure(_ name: Name) {
    let key = name.text.lowercased()
    guard !diagnostics.contains(where: { $0.code == .nameTaken }) else { return }
    if opened.contains(key) {
      report(.nameTaken, "the definition of `\(key)` refers to itself", at: name.range)
    } else if graph.relations.has(key) || key == "trust" {
      report(
        .ambiguousName,
        "`\(name.text)` is a relation; a measure says which side of it",
        at: name.range,
        choices: vocabulary.cards.map(\.name).filter { $0.hasPrefix(key) }
      )
    } else if let sides = vocabulary.sides(of: key) {
      report(
        .ambiguousName,
        "`\(name.text)` are made by some and received by others",
        at: name.range,
        choices: sides
      )
    } else if let card = vocabulary.cards.first(where: { $0.triedWords.contains(key) }) {
      report(
        .unknownName,
        "no measure is called `\(name.text)`",
        at: name.range,
        fix: card.name
      )
    } else if let events = graph.eventsWithoutMeasure(named: key) {
      report(
        .unknownName,
        "\(events) are loaded, and no measure asks about them in this version",
        at: name.range,
        choices: ["describe graph"]
      )
    } else if namedPeople(name, reporting: false) != nil {
      report(
        .wrongKind,
        "`\(name.text)` is a set of people, a measure belongs here",
        at: name.range,
        choices: ["count \(name.text)"]
      )
    } else {
      reportUnknownName(name, as: graph.attributes.isEmpty ? "measure" : "measure or column")
    }
  }

  /// Whether nothing has this name: no measure, set, column, relation or definition.
  func isUnknown(_ name: Name) -> Bool {
    let key = name.text.lowercased()
    return !isMeasure(name) && graph.attribute(key) == nil && definitions[key] == nil
      && !graph.relations.has(key) && !graph.flagNames.contains { $0.isSet(named: key) }
  }

  /// Takes note of a bare name nobody knows, with what it most likely means.
  mutating func reportUnknownName(_ name: Name, as what: String) {
    if let difference = difference(name) {
      report(
        .unknownName,
        "no \(what) is called `\(name.text)`; minus has spaces around it",
        at: name.range,
        fix: difference
      )
    } else if let marked = marked(name) {
      report(.unknownName, "no \(what) is called `\(name.text)`", at: name.range, fix: marked)
    } else {
      let all = what.contains("set") ? measureNames + setNames : measureNames
      let isNear = !NearestName.candidates(for: name.text, among: all).isEmpty
      // Measures are many, and sets are few.
      reportUnknown(what, name, among: what == "set" && !isNear ? setNames : all)
    }
  }

  /// `followers-following` with spaces, where both sides are measures.
  private func difference(_ name: Name) -> String? {
    let sides = name.text.split(separator: "-").map { Name(String($0), range: name.range) }
    guard sides.count == 2, sides.allSatisfy({ isMeasure($0) }) else { return nil }
    return "\(sides[0].text) - \(sides[1].text)"
  }

  /// A bare name that is a person or a topic, with the mark it lacks.
  func marked(_ name: Name) -> String? {
    if let person = graph.people.number(of: name.text) ?? graph.person(ignoringCaseOf: name.text) {
      return Reading.handle(graph.people[person])
    }
    let wanted = name.text.lowercased()
    return (0..<UInt32(graph.topicCount)).lazy.map { graph.topics[$0] }
      .first { $0.lowercased() == wanted }.map(Reading.topic)
  }

  private func nearestMeasures(_ name: Name) -> [String] {
    NearestName.candidates(for: name.text, among: measureNames)
  }

  /// Every name that can stand for a measure or a column.
  var measureNames: [String] {
    vocabulary.metrics.keys.sorted() + graph.attributes.map(\.name) + definitions.names
      + companionCalls.flatMap { $0.metric.card.companions.map(\.name) }
  }
}

extension MetricCard {
  /// Whether a companion of that name comes with it.
  func hasCompanion(_ name: String) -> Bool { companions.contains { $0.name == name } }
}

extension Vocabulary {
  /// Both measures of a noun that says no direction; nil where there are not two.
  fileprivate func sides(of noun: String) -> [String]? {
    let sides = ["\(noun) made", "\(noun) received"].filter { metrics[$0] != nil }
    return sides.count == 2 ? sides : nil
  }
}

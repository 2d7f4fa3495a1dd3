import Diagnostics
import Graph
import Metrics
import Syntax

extension Binder {
  /// A metric with its qualifiers, checked against its card.
  mutating func call(
    _ metric: any Metric,
    _ name: Name,
    _ qualifiers: [QualifierSyntax]
  ) -> MetricCall? {
    let before = diagnostics.count
    let card = metric.card
    var call = MetricCall(metric)
    var seen: Set<MetricCard.Qualifier> = []
    for qualifier in qualifiers {
      if let kind = qualifier.cardKind {
        guard card.requires.contains(kind) || card.accepts.contains(kind) else {
          reportUnwanted(kind, of: card, at: qualifier.range)
          continue
        }
        guard seen.insert(kind).inserted else {
          report(.repeatedClause, "`\(kind.rawValue)` may stand once", at: qualifier.range)
          continue
        }
      }
      apply(qualifier, to: &call, card)
    }
    for kind in card.requires where !seen.contains(kind) { reportMissing(kind, of: card, name) }
    if let relation = card.relation, call.relation == nil { _ = isLoaded(relation, at: name.range) }
    if graph.isEmpty { reportNothingLoaded(at: name.range) }
    return diagnostics.count == before ? call : nil
  }

  private mutating func apply(
    _ qualifier: QualifierSyntax,
    to call: inout MetricCall,
    _ card: MetricCard
  ) {
    switch qualifier.kind {
    case .with(let people):
      if case .handles(let names) = people {
        reportPeopleForGroup(names, at: qualifier.range)
      } else {
        call.group = bind(people)
      }
    case .weighted(let weight): call.weight = bind(weight)
    case .over(let name):
      if isLoaded(name.text.lowercased(), at: name.range) { call.relation = name.text.lowercased() }
    case .within(let hops):
      guard let whole = Int(exactly: hops), (1...64).contains(whole) else {
        report(.outOfRange, "hops are a whole number from 1 to 64", at: qualifier.range)
        return
      }
      call.hops = whole
    case .parameters(let given): call.parameters = parameters(given, of: card)
    case .of:
      report(
        .unwantedQualifier,
        "`of` belongs to a measure that stands alone",
        at: qualifier.range,
        notes: ["the people of a whole question stand after `for`"]
      )
    }
  }

  private mutating func bind(_ weight: WeightSyntax) -> BoundWeight? {
    switch weight {
    case .interest(let name): return topic(name).map { .interest($0.id, name: $0.name) }
    case .measure(let measure):
      guard let bound = bind(measure), requireNumber(bound, at: measure.range) else { return nil }
      return .measure(bound)
    case .named(let name, let given):
      let key = name.text.lowercased()
      if key == "trust" || graph.relations[key]?.backwardWeights != nil {
        return isLoaded(key, at: name.range) ? .ties(relation: key) : nil
      }
      if let metric = Vocabulary.metrics[key] {
        let qualifiers =
          given.isEmpty ? [] : [QualifierSyntax(kind: .parameters(given), range: name.range)]
        return call(metric, name, qualifiers).map { .measure(.metric($0)) }
      }
      let measure = MeasureSyntax.named(name, [])
      guard let bound = bind(measure), requireNumber(bound, at: name.range) else { return nil }
      return .measure(bound)
    }
  }

  private mutating func parameters(
    _ given: [(name: Name, value: Double)],
    of card: MetricCard
  ) -> [(name: String, value: Double)] {
    var bound: [(name: String, value: Double)] = []
    for (name, value) in given {
      let key = name.text.lowercased()
      guard let range = card.parameters.first(where: { $0.name == key })?.range else {
        reportUnknown("setting of `\(card.name)`", name, among: card.parameters.map(\.name))
        continue
      }
      guard range.contains(value) else {
        let low = Reading.literal(range.lowerBound, false)
        let high = Reading.literal(range.upperBound, false)
        report(.outOfRange, "`\(key)` lies between \(low) and \(high)", at: name.range)
        continue
      }
      guard !bound.contains(where: { $0.name == key }) else {
        report(.repeatedClause, "`\(key)` may stand once", at: name.range)
        continue
      }
      bound.append((key, value))
    }
    return bound.sorted { $0.name < $1.name }
  }

  private mutating func reportPeopleForGroup(_ names: [Name], at range: Range<Int>) {
    let people = names.map { Reading.handle($0.text) }.joined(separator: " or ")
    let what = names.count == 1 ? "\(people) is one person" : "these are single people"
    report(
      .wrongKind,
      "\(what), a set of people belongs here",
      at: range,
      fix: "with followers of \(people)"
    )
  }

  private mutating func reportUnwanted(
    _ kind: MetricCard.Qualifier,
    of card: MetricCard,
    at range: Range<Int>
  ) {
    let takes = (card.requires + card.accepts).map { "`\($0.rawValue)`" }
    let note =
      takes.isEmpty ? "it takes nothing behind it" : "it takes \(takes.joined(separator: ", "))"
    report(
      .unwantedQualifier,
      "`\(card.name)` does not take `\(kind.rawValue)`",
      at: range,
      notes: [note]
    )
  }

  private mutating func reportMissing(
    _ kind: MetricCard.Qualifier,
    of card: MetricCard,
    _ name: Name
  ) {
    let example =
      switch kind {
      case .with: "\(card.name) with #TOPIC"
      case .weightedBy: "\(card.name) weighted by trust"
      case .over: "\(card.name) over follows"
      case .within: "\(card.name) within 2 hops"
      case .in: "\(card.name) in #TOPIC"
      case .from: "\(card.name) from followers of @PERSON"
      case .to: "\(card.name) to followers of @PERSON"
      }
    report(
      .missingQualifier,
      "`\(card.name)` needs `\(kind.rawValue)`",
      at: name.range,
      choices: [example]
    )
  }
}

extension QualifierSyntax {
  /// Which of the card's qualifiers it is; nil for `of` and brackets.
  fileprivate var cardKind: MetricCard.Qualifier? {
    switch kind {
    case .with: .with
    case .weighted: .weightedBy
    case .over: .over
    case .within: .within
    case .of, .parameters: nil
    }
  }
}

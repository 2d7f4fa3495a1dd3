import Diagnostics
import Graph
import Metrics
import Syntax

extension Binder {
  /// A metric with its qualifiers, checked against its card.
  ///
  /// What stands behind `change in followers` and is not for `change` belongs to `followers`.
  mutating func call(
    _ metric: any Metric,
    _ name: Name,
    _ qualifiers: [QualifierSyntax]
  ) -> MetricCall? {
    let before = diagnostics.count
    let card = metric.card
    var call = MetricCall(metric)
    var seen: Set<MetricCard.Qualifier> = []
    let known = takesTieWeights
    takesTieWeights = false
    defer { takesTieWeights = known }
    let (own, operand) = divided(qualifiers, for: card)
    for qualifier in own {
      if let kind = qualifier.cardKind(for: card) {
        guard card.takes(kind) else {
          reportUnwanted(kind, of: card, at: qualifier.range)
          continue
        }
        guard seen.insert(kind).inserted else {
          report(.repeatedClause, "`\(kind.word)` may stand once", at: qualifier.range)
          continue
        }
      }
      apply(qualifier, to: &call, card)
    }
    call.parameters = completed(call.parameters, of: card)
    if let operand {
      seen.insert(.measure)
      call.operand = bind(operand)
    }
    for kind in card.requires where !seen.contains(kind) { reportMissing([kind], of: card, name) }
    let isTie = known && metric is any TieMetric
    checkChoice(seen, of: card, name, isFree: isTie)
    if let relation = card.relation, call.relation == nil { _ = isLoaded(relation, at: name.range) }
    if graph.isEmpty { reportNothingLoaded(at: name.range) }
    return diagnostics.count == before ? call : nil
  }

  /// The qualifiers a card takes, and the measure behind `in` with the others.
  private func divided(
    _ qualifiers: [QualifierSyntax],
    for card: MetricCard
  ) -> (own: [QualifierSyntax], operand: MeasureSyntax?) {
    let index = qualifiers.firstIndex { $0.measure != nil }
    guard card.takes(.measure), let index, let measure = qualifiers[index].measure else {
      return (qualifiers, nil)
    }
    var own: [QualifierSyntax] = []
    var others: [QualifierSyntax] = []
    for (place, qualifier) in qualifiers.enumerated() where place != index {
      let isOwn = qualifier.cardKind(for: card).map(card.takes) ?? !card.parameters.isEmpty
      if isOwn { own.append(qualifier) } else { others.append(qualifier) }
    }
    guard case .named(let name, let known) = measure else { return (own + others, measure) }
    return (own, .named(name, known + others))
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
    case .within(let hops): call.hops = self.hops(hops, at: qualifier.range)
    case .from(let people): call.from = bind(people)
    case .to(let people), .in(.people(let people)): call.to = bind(people)
    case .among(let people):
      if call.among != nil {
        report(.repeatedClause, "`among` may stand once", at: qualifier.range)
      }
      call.among = bind(people)
    case .in(.topic(let name)): call.topic = topic(name)
    case .in(.measure(let measure)):
      report(
        .wrongKind,
        "`\(card.name) in` takes a topic",
        at: qualifier.range,
        fix: measure.names.first.flatMap { marked($0) }.map { "in \($0)" }
      )
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

  /// Checks that one of the qualifiers stands there of which a card needs one, and no more; none may
  /// where it `isFree`.
  private mutating func checkChoice(
    _ seen: Set<MetricCard.Qualifier>,
    of card: MetricCard,
    _ name: Name,
    isFree: Bool
  ) {
    let given = card.requiresOne.count { seen.contains($0) }
    if given == 0, !isFree, !card.requiresOne.isEmpty {
      reportMissing(card.requiresOne, of: card, name)
    } else if given > 1 {
      let words = card.requiresOne.map { "`\($0.word)`" }.joined(separator: " or ")
      report(
        .unwantedQualifier,
        "`\(card.name)` takes \(words), not both",
        at: name.range,
        choices: ["\(card.name) from @PERSON for @OTHER"]
      )
    }
  }

  /// A number of hops, which is whole and within reason.
  mutating func hops(_ hops: Double, at range: Range<Int>) -> Int? {
    if let whole = Int(exactly: hops), (1...64).contains(whole) { return whole }
    report(.outOfRange, "hops are a whole number from 1 to 64", at: range)
    return nil
  }

  mutating func bind(_ weight: WeightSyntax) -> BoundWeight? {
    switch weight {
    case .measure(let measure): return bind(measure, withTies: true)
    case .named(let name, let qualifiers):
      let key = name.text.lowercased()
      if qualifiers.isEmpty, key == "trust" || graph.relations.summary(of: key)?.isWeighted == true
      {
        return isLoaded(key, at: name.range) ? .ties(relation: key) : nil
      }
      let isOfTies = vocabulary.metrics[key] is any TieMetric
      return bind(.named(name, qualifiers), withTies: isOfTies)
    }
  }

  /// A measure as a weight, in which names of relations mean their ties where it is `withTies`.
  private mutating func bind(_ measure: MeasureSyntax, withTies: Bool) -> BoundWeight? {
    let known = takesTieWeights
    takesTieWeights = withTies
    defer { takesTieWeights = known }
    guard let bound = bind(measure), requireNumber(bound, at: measure.range) else { return nil }
    let relations = bound.tieRelations
    guard relations.count < 2 else {
      report(.wrongKind, "a weight is made of the ties of one relation", at: measure.range)
      return nil
    }
    return relations.first.map { .mixed(bound, relation: $0) } ?? .measure(bound)
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
    let takes = (card.requires + card.requiresOne + card.accepts).map { "`\($0.word)`" }
    let note =
      takes.isEmpty ? "it takes nothing behind it" : "it takes \(takes.joined(separator: ", "))"
    report(
      .unwantedQualifier,
      "`\(card.name)` does not take `\(kind.word)`",
      at: range,
      notes: [note]
    )
  }

  private mutating func reportMissing(
    _ kinds: [MetricCard.Qualifier],
    of card: MetricCard,
    _ name: Name
  ) {
    let words = kinds.map { "`\($0.word)`" }.joined(separator: " or ")
    report(
      .missingQualifier,
      "`\(card.name)` needs \(words)",
      at: name.range,
      choices: kinds.map { "\(card.name) \($0.example)" }
    )
  }
}

extension MetricCard.Qualifier {
  /// What it could say.
  fileprivate var example: String {
    switch self {
    case .with: "with #TOPIC"
    case .weightedBy: "weighted by trust"
    case .over: "over follows"
    case .within: "within 2 hops"
    case .in: "in #TOPIC"
    case .measure: "in followers"
    case .from: "from @PERSON"
    case .to: "to @PERSON"
    }
  }
}

extension MetricCard {
  /// Whether a qualifier may stand behind it.
  func takes(_ qualifier: Qualifier) -> Bool {
    (requires + requiresOne + accepts).contains(qualifier)
  }
}

extension MetricCard.Qualifier {
  /// The word it begins with.
  package var word: String { self == .measure ? "in" : rawValue }
}

extension QualifierSyntax {
  /// The measure behind `in`.
  var measure: MeasureSyntax? {
    if case .in(.measure(let measure)) = kind { measure } else { nil }
  }

  /// Which of a card's qualifiers it is; nil for `of`, `among` and brackets.
  fileprivate func cardKind(for card: MetricCard) -> MetricCard.Qualifier? {
    switch kind {
    case .with: .with
    case .weighted: .weightedBy
    case .over: .over
    case .within: .within
    case .from: .from
    case .to: .to
    case .in(.topic): .in
    case .in(.measure): card.takes(.in) ? .in : .measure
    case .in(.people): .to
    case .of, .among, .parameters: nil
    }
  }
}

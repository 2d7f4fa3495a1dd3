import Diagnostics
import Graph
import Syntax

extension Binder {
  mutating func bind(_ rank: RankQuestion) -> Question? {
    var asked = rank.clauses.people
    var measures: [BoundMeasure] = []
    for syntax in rank.measures {
      let (measure, people, range) = syntax.withoutPeople
      if let people, let range {
        if asked != nil { reportPeopleTwice(at: range) }
        asked = people
      }
      if let bound = bind(measure) {
        requireNumber(bound, at: measure.range)
        measures.append(bound)
      }
    }
    companionCalls = measures.compactMap(\.soleCall)
    let subject = rank.subject.flatMap { bind($0) }
    let filter = asked.flatMap { bind($0) }
    let rest = bindRest(rank.clauses)
    guard !measures.isEmpty else { return nil }
    return Question(
      kind: .rank(rank.selection),
      people: narrowed(subject, by: filter),
      measures: measures,
      condition: rest.condition,
      sortKeys: rest.sortKeys,
      limit: rank.clauses.limit
    )
  }

  mutating func bind(_ list: ListQuestion, as kind: Question.Kind) -> Question? {
    if kind == .list, case .named(let name) = list.people, !isNearSet(name) {
      let measure = MeasureSyntax.named(name, [])
      return bind(RankQuestion(measures: [measure], clauses: list.clauses))
    }
    if case .named(let name) = list.people, isUnknown(name) {
      reportUnknownName(name, as: kind == .list ? "measure or set" : "set")
      return nil
    }
    let people = bind(list.people)
    let filter = list.clauses.people.flatMap { bind($0) }
    let rest = bindRest(list.clauses)
    if kind == .count, list.clauses.limit != nil || !list.clauses.sortKeys.isEmpty {
      let word = list.clauses.limit != nil ? "limit" : "sort by"
      report(.unwantedQualifier, "`\(word)` does not change how many they are", at: start)
    }
    guard let people else { return nil }
    return Question(
      kind: kind,
      people: narrowed(people, by: filter),
      measures: [],
      condition: rest.condition,
      sortKeys: rest.sortKeys,
      limit: list.clauses.limit
    )
  }

  /// Whether a name that stands alone is a set, or more likely a set than a measure.
  private mutating func isNearSet(_ name: Name) -> Bool {
    // What is wrong inside a definition is said when the set is bound.
    let known = diagnostics
    defer { diagnostics = known }
    if namedPeople(name, reporting: false) != nil { return true }
    if isMeasure(name) { return false }
    if graph.attribute(name.text) != nil { return true }
    return NearestName.clear(for: name.text, among: setNames) != nil
  }

  mutating func bind(_ show: ShowQuestion) -> Question? {
    var columns: [BoundMeasure] = []
    for column in show.columns {
      if case .named(let name, let qualifiers) = column,
        let of = qualifiers.first(where: { if case .of = $0.kind { true } else { false } })
      {
        let people = source.slice(of.range).dropFirst(2).drop { $0 == " " }
        guard name.text.lowercased() == "followers" else {
          report(
            .unwantedQualifier,
            "the people of `show` stand at its end",
            at: of.range,
            choices: ["show ... for \(people)"]
          )
          continue
        }
        report(
          .wrongKind,
          "`\(name.text) of` is a list of people, and `show` takes columns",
          at: column.range,
          choices: ["\(name.text) of \(people)", "show \(name.text) for \(people)"]
        )
        continue
      }
      guard let bound = bind(column) else { continue }
      columns.append(bound)
      if let call = bound.soleCall { companionCalls.append(call) }
    }
    let people = show.clauses.people.flatMap { bind($0) }
    let rest = bindRest(show.clauses)
    guard !columns.isEmpty else { return nil }
    return Question(
      kind: .show,
      people: people ?? .everyone,
      measures: columns,
      condition: rest.condition,
      sortKeys: rest.sortKeys,
      limit: show.clauses.limit
    )
  }

  private mutating func reportPeopleTwice(at range: Range<Int>) {
    report(
      .repeatedClause,
      "the people of a question are chosen once",
      at: range,
      notes: ["`of` behind a measure means the same as `for` behind the question"]
    )
  }

  private mutating func bindRest(
    _ clauses: Clauses
  ) -> (condition: BoundCondition?, sortKeys: [Question.SortKey]) {
    let condition = clauses.condition.flatMap { bind($0) }
    let keys = clauses.sortKeys.compactMap { key in
      bind(key.measure).map { Question.SortKey(measure: $0, isAscending: key.isAscending) }
    }
    return (condition, keys)
  }

  private func narrowed(_ subject: BoundPeople?, by filter: BoundPeople?) -> BoundPeople {
    switch (subject, filter) {
    case (nil, nil): .everyone
    case (let one?, nil), (nil, let one?): one
    case (let subject?, let filter?):
      subject.isEveryone ? filter : .intersection([subject, filter])
    }
  }
}

extension MeasureSyntax {
  /// The measure without its `of SET`, which means the same as `for SET`, and that set.
  fileprivate var withoutPeople: (MeasureSyntax, PeopleSyntax?, Range<Int>?) {
    guard case .named(let name, let qualifiers) = self else { return (self, nil, nil) }
    var rest = qualifiers
    // A second one stays, and is refused there.
    let index = rest.firstIndex { if case .of = $0.kind { true } else { false } }
    guard let index, case .of(let people) = rest[index].kind else { return (self, nil, nil) }
    let range = rest.remove(at: index).range
    return (.named(name, rest), people, range)
  }
}

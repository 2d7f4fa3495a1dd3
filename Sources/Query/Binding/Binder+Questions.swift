import Diagnostics
import Graph
import Metrics
import Syntax
import Values

extension Binder {
  mutating func bind(_ rank: RankQuestion) -> Question? {
    let rows: Question.Rows? = rank.subject.map { bind($0) } ?? .people(.everyone)
    var clauses = rank.clauses
    let syntaxes = measures(rank.measures, &clauses)
    if case .ties(let relation, _, _)? = rows { columns = outline(ofTies: relation) }
    let (measures, places) = distinct(syntaxes)
    companionCalls = measures.compactMap(\.soleCall)
    let chosen = narrowed(rows, by: clauses)
    var question = Question(kind: .rank(rank.selection), rows: chosen ?? .people(.everyone))
    question.measures = measures
    bindRest(clauses, of: &question)
    requireMeasuresOfThings(question, at: places)
    return measures.isEmpty || chosen == nil ? nil : question
  }

  mutating func bind(_ list: ListQuestion, as kind: Question.Kind) -> Question? {
    let isList = if case .list = kind { true } else { false }
    if case .named(let name)? = list.rows?.people {
      if isList, !isNearSet(name) {
        return bind(RankQuestion(measures: [.named(name, [])], clauses: list.clauses))
      }
      if isUnknown(name) {
        reportUnknownName(name, as: isList ? "measure or set" : "set")
        return nil
      }
    }
    let rows: Question.Rows? = list.rows.map { bind($0) } ?? .people(.everyone)
    if !isList, list.clauses.group == nil,
      list.clauses.limit != nil || !list.clauses.sortKeys.isEmpty
    {
      let word = list.clauses.limit != nil ? "limit" : "sort by"
      report(.unwantedQualifier, "`\(word)` does not change how many they are", at: start)
    }
    columns = rows.flatMap { outline(of: $0) }
    guard let narrowed = narrowed(rows, by: list.clauses) else {
      // What else is wrong is said as well.
      var question = Question(kind: kind, rows: .people(.everyone))
      bindRest(list.clauses, of: &question)
      return nil
    }
    var question = Question(kind: kind, rows: narrowed)
    bindRest(list.clauses, of: &question)
    return question
  }

  /// Whether a name that stands alone is a set, or more likely a set than a measure.
  private mutating func isNearSet(_ name: Name) -> Bool {
    // What is wrong inside a definition is said when the set is bound.
    let known = diagnostics
    defer { diagnostics = known }
    if namedPeople(name, reporting: false) != nil { return true }
    if isMeasure(name) || isList(name) { return false }
    if graph.attribute(name.text) != nil { return true }
    return NearestName.clear(for: name.text, among: setNames) != nil
  }

  mutating func bind(_ show: ShowQuestion) -> Question? {
    var clauses = show.clauses
    let asked = measures(show.columns, &clauses, allowingPeople: false)
    for column in asked { if let of = column.people { reportPeopleInShow(column, of) } }
    let syntaxes = asked.filter { $0.people == nil }
    let columns = distinct(syntaxes, asColumns: true).measures
    var question = Question(kind: .show, rows: narrowed(.people(.everyone), by: clauses))
    question.measures = columns
    bindRest(clauses, of: &question)
    return columns.isEmpty ? nil : question
  }

  private mutating func reportPeopleInShow(_ column: MeasureSyntax, _ of: QualifierSyntax) {
    guard case .named(let name, _) = column else { return }
    let people = source.slice(of.range).dropFirst(2).drop { $0 == " " }
    guard name.text.lowercased() == "followers" else {
      report(
        .unwantedQualifier,
        "the people of `show` stand at its end",
        at: of.range,
        choices: ["show ... for \(people)"]
      )
      return
    }
    report(
      .wrongKind,
      "`\(name.text) of` is a list of people, and `show` takes columns",
      at: column.range,
      choices: ["\(name.text) of \(people)", "show \(name.text) for \(people)"]
    )
  }

  mutating func bind(_ aggregate: AggregateQuestion) -> Question? {
    var clauses = aggregate.clauses
    // An aggregator before a list reaches each measure of it.
    let terms = aggregate.terms.flatMap { term in
      opened(term.measure).map { (aggregator: term.aggregator, measure: $0) }
    }
    let syntaxes = measures(terms.map(\.measure), &clauses)
    var measures: [BoundMeasure] = []
    for measure in syntaxes {
      guard let bound = bind(measure) else { continue }
      requireNumber(bound, at: measure.range)
      measures.append(bound)
    }
    companionCalls = measures.compactMap(\.soleCall)
    var question = Question(
      kind: .aggregate(terms.map(\.aggregator)),
      rows: narrowed(.people(.everyone), by: clauses)
    )
    question.measures = measures
    bindRest(clauses, of: &question)
    return measures.count == terms.count ? question : nil
  }
}

extension Binder {
  /// Measures bound, each once: a list may hold what is also asked for beside it.
  ///
  /// Chosen columns need not be numbers, and may name companions of those before them.
  mutating func distinct(
    _ syntaxes: [MeasureSyntax],
    asColumns: Bool = false
  ) -> (measures: [BoundMeasure], places: [Range<Int>]) {
    var measures: [BoundMeasure] = []
    var places: [Range<Int>] = []
    var seen: Set<String> = []
    for syntax in syntaxes {
      guard let measure = bind(syntax) else { continue }
      if !asColumns { requireNumber(measure, at: syntax.range) }
      guard seen.insert(Reading.text(of: measure)).inserted else { continue }
      measures.append(measure)
      places.append(syntax.range)
      if asColumns, let call = measure.soleCall { companionCalls.append(call) }
    }
    return (measures, places)
  }

  /// The measures of a question with lists opened, and with what clauses say of all of them: `of` and
  /// `for` mean the same, `among` and `in #topic` belong to each measure.
  mutating func measures(
    _ syntaxes: [MeasureSyntax],
    _ clauses: inout Clauses,
    allowingPeople: Bool = true
  ) -> [MeasureSyntax] {
    var measures = syntaxes.flatMap { opened($0) }
    if allowingPeople {
      for index in measures.indices {
        let (measure, people, range) = measures[index].withoutPeople
        guard let people, let range else { continue }
        if clauses.people != nil { reportPeopleTwice(at: range) }
        clauses.people = people
        measures[index] = measure
      }
    }
    if let sources = clauses.sources {
      let qualifier = QualifierSyntax(kind: .among(sources.people), range: sources.range)
      measures = measures.map { $0.adding(qualifier) { _ in true } }
    }
    if let hops = clauses.hops {
      let qualifier = QualifierSyntax(kind: .within(hops: hops.count), range: hops.range)
      measures = measures.map { $0.adding(qualifier) { _ in true } }
    }
    if let topic = clauses.topic {
      let vocabulary = vocabulary
      let takers = measures.flatMap(\.names).filter { vocabulary.takesTopic($0.text) }
      guard !takers.isEmpty else {
        report(
          .unwantedQualifier,
          "no measure here takes `in #\(topic.text)`",
          at: topic.range,
          notes: ["the people interested in it stand after `for`"]
        )
        return measures
      }
      let qualifier = QualifierSyntax(kind: .in(.topic(topic)), range: topic.range)
      measures = measures.map { $0.adding(qualifier) { vocabulary.takesTopic($0.text) } }
    }
    return measures
  }

  /// The measures a name lists, or the measure itself.
  private mutating func opened(_ measure: MeasureSyntax) -> [MeasureSyntax] {
    guard case .named(let name, let qualifiers) = measure else { return [measure] }
    guard qualifiers.isEmpty else { return spread(name, qualifiers) ?? [measure] }
    if name.text.lowercased() == Vocabulary.allMeasures {
      return allMeasures(at: name.range)
    }
    guard case .list(let measures)? = definitions[name.text]?.meaning else { return [measure] }
    return open(name.text.lowercased(), at: name.range) { binder in
      measures.flatMap { binder.opened($0) }
    } ?? []
  }

  /// The same of each measure of a list: `gaming cost in all measures`; nil without a list.
  private mutating func spread(_ name: Name, _ qualifiers: [QualifierSyntax]) -> [MeasureSyntax]? {
    guard
      let index = qualifiers.firstIndex(where: { qualifier in
        guard case .named(let list, let own)? = qualifier.measure else { return false }
        return own.isEmpty && isList(list)
      }), let list = qualifiers[index].measure
    else { return nil }
    return opened(list).map { measure in
      var each = qualifiers
      each[index] = QualifierSyntax(kind: .in(.measure(measure)), range: qualifiers[index].range)
      return .named(name, each)
    }
  }

  /// Every metric that needs nothing behind it and whose data are loaded; takes note of the others.
  ///
  /// A metric whose data are not loaded says so on a part of the graph with nobody in it.
  /// Complexity: O(ties).
  private mutating func allMeasures(at range: Range<Int>) -> [MeasureSyntax] {
    guard !graph.isEmpty else { return [] }
    let empty = graph.viewed(in: Scope(without: graph.everybody))
    let cards = vocabulary.cards.filter { $0.requires.isEmpty && $0.requiresOne.isEmpty }
    let loaded = cards.filter { card in
      let metric = vocabulary.metrics[card.name]
      let given = MetricArguments()
      return (try? metric?.evaluate(on: empty, with: given, watchedBy: .unwatched)) != nil
    }
    let lacking = cards.map(\.name).filter { name in !loaded.contains { $0.name == name } }
    guard !loaded.isEmpty else {
      report(
        .relationNotLoaded,
        "no measure can be computed from what is loaded",
        at: range,
        choices: graph.relationNames
      )
      return []
    }
    if !lacking.isEmpty {
      remark("left out, as their data are not loaded: \(lacking.joined(separator: ", "))")
    }
    return loaded.map { MeasureSyntax.named(Name($0.name, range: range), []) }
  }

  /// Whether a name stands for several measures.
  func isList(_ name: Name) -> Bool {
    if name.text.lowercased() == Vocabulary.allMeasures { return true }
    if case .list? = definitions[name.text]?.meaning { return true }
    return false
  }

  private mutating func reportPeopleTwice(at range: Range<Int>) {
    report(
      .repeatedClause,
      "the people of a question are chosen once",
      at: range,
      notes: ["`of` behind a measure means the same as `for` behind the question"]
    )
  }

  /// Binds the clauses that every question may have.
  mutating func bindRest(_ clauses: Clauses, of question: inout Question) {
    question.scope = bind(clauses.scope)
    question.condition = clauses.condition.flatMap { bind($0) }
    question.group = clauses.group.flatMap { bind($0, of: question) }
    question.sortKeys = bind(clauses.sortKeys, of: question)
    question.limit = clauses.limit
  }

  /// Everybody, or the people after `for`.
  mutating func narrowed(_ rows: Question.Rows, by clauses: Clauses) -> Question.Rows {
    narrowed(.some(rows), by: clauses) ?? rows
  }

  /// Rows narrowed by the people after `for`; nil where either is wrong.
  mutating func narrowed(_ rows: Question.Rows?, by clauses: Clauses) -> Question.Rows? {
    guard let asked = clauses.people else { return rows }
    let filter = bind(asked)
    guard let rows, let filter else { return nil }
    guard case .people(let subject) = rows else {
      report(.unwantedQualifier, "`for` chooses people, and the rows are no people", at: start)
      return nil
    }
    return .people(subject.isEveryone ? filter : .intersection([subject, filter]))
  }
}

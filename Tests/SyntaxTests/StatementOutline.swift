import Syntax

/// A statement in outline: every choice the parser made, and nothing else.
func outline(_ statement: Statement) -> String {
  switch statement {
  case .rank(let rank): outline(rank)
  case .list(let list): "list " + outline(list)
  case .count(let list): "count " + outline(list)
  case .show(let show):
    "show \(show.columns.map(outline).joined(separator: ", "))" + outline(show.clauses)
  case .define(let definition):
    switch definition.meaning {
    case .people(let people): "define \(definition.name.text) = \(outline(people))"
    case .measure(let measure): "define \(definition.name.text) = measure \(outline(measure))"
    case .list(let list):
      "define \(definition.name.text) = list \(list.map(outline).joined(separator: ", "))"
    }
  case .forget(let name): "forget \(name?.text ?? "history")"
  case .load(let load):
    "load "
      + (load.thing.map { "\(load.isNamedRelation ? "relation " : "")\($0.text) from " } ?? "")
      + load.file.text
      + load.mappings.map { " [\($0.ours.text) = \(outline($0.theirs))]" }.joined()
  case .describe(.file(let file)): "describe file \(file.text)"
  case .describe(.person(let name)): "describe @\(name.text)"
  case .describe(.topic(let name)): "describe #\(name.text)"
  case .describe(.named(let name)): "describe \(name.text)"
  case .describe(.graph): "describe graph"
  case .describe(.settings): "describe settings"
  case .describe(.definitions): "describe definitions"
  case .describe(.history(let text)): "describe history \(text ?? "-")"
  case .set(let setting): "set \(setting.name.text) = \(outline(setting.value))"
  case .help(let topic): "help \(topic ?? "-")"
  case .open(let file): "open \(file.text)"
  case .save(let file): "save \(file.text)"
  case .run(let file): "run \(file.text)"
  case .fix: "fix"
  case .quit(let code): "quit" + (code.map { " \($0)" } ?? "")
  case .last(let name): "last" + (name.map { " \($0.text)" } ?? "")
  case .lesson(let name): "lesson \(name?.text ?? "-")"
  case .record(let file): "record \(file?.text ?? "off")"
  case .param(let declaration): "param \(declaration.name.text): \(declaration.kind.rawValue)"
  case .piped(let inner, let verbs): outline(inner) + verbs.map(outline).joined()
  case .continue(let verbs): verbs.map(outline).joined()
  case .plan(let inner, _): "plan \(outline(inner))"
  case .expectGraph(let fingerprint): "expect graph \(fingerprint.text)"
  case .expect(let expect): "expect \(outline(expect.question)) \(outline(expect.expected))"
  case .aggregate, .compare, .correlate, .explain, .choose, .overlap, .path:
    outline(question: statement)
  }
}

private func outline(question: Statement) -> String {
  switch question {
  case .aggregate(let aggregate):
    aggregate.terms.map { "\($0.aggregator.rawValue) \(outline($0.measure))" }
      .joined(separator: ", ") + outline(aggregate.clauses)
  case .compare(let compare):
    "compare \(compare.measures.map(outline).joined(separator: ", "))" + outline(compare.clauses)
  case .correlate(let correlate):
    "correlate \(correlate.measures.map(outline).joined(separator: ", "))"
      + " against \(outline(correlate.outcome))"
      + correlate.controls.map { " holding \(outline($0))" }.joined() + outline(correlate.clauses)
  case .explain(let explain):
    "explain "
      + (explain.measures.isEmpty
        ? "@\(explain.person?.text ?? "")"
        : explain.measures.map(outline).joined(separator: ", "))
      + (explain.rival.map { " against @\($0.text)" } ?? "") + outline(explain.clauses)
  case .choose(let choose):
    "choose \(choose.count) \(outline(choose.people)) to \(outline(choose.target))"
      + choose.qualifiers.map { " \(outline($0))" }.joined()
      + (choose.budget.map { " budget \($0)" } ?? "") + (choose.cost.map { " at \($0.text)" } ?? "")
  case .overlap(let overlap):
    "overlap \(overlap.sets.map(outline).joined(separator: ", "))" + outline(overlap.clauses)
  case .path(let path):
    "path @\(path.from.text) @\(path.to.text)" + (path.relation.map { " by \($0.text)" } ?? "")
      + (path.hops.map { " within \($0)" } ?? "") + outline(path.clauses)
  default: "?"
  }
}

private func outline(_ list: ListQuestion) -> String {
  (list.rows.map(outline) ?? "everybody") + outline(list.clauses)
}

private func outline(_ rows: RowsSyntax) -> String {
  switch rows {
  case .people(let people): outline(people)
  case .topics: "topics"
  case .posts(let filters):
    "posts"
      + filters.map { filter in
        switch filter {
        case .by(let people): " of \(people.map(outline).joined(separator: " "))"
        case .that(let relative): " that \(outline(relative))"
        case .about(let names, let all):
          " in \(all ? "all" : "any") \(names.map(\.text).joined(separator: " "))"
        }
      }.joined()
  case .ties(let relation, let from, let to):
    "ties \(relation.text)" + (from.map { " from \(outline($0))" } ?? "")
      + (to.map { " to \(outline($0))" } ?? "")
  }
}

private func outline(_ verb: TableVerb) -> String {
  switch verb.kind {
  case .filter(let condition): " | where \(outline(condition))"
  case .sort(let keys): " | sort \(keys.map { outline($0.measure) }.joined(separator: ", "))"
  case .keep(let columns): " | keep \(columns.map(outline).joined(separator: ", "))"
  case .limit(let count): " | limit \(count)"
  case .chart(let name): " | as \(name.text)"
  case .write(let file): " | into \(file.text)"
  case .name(let name): " | into name \(name.text)"
  case .beside(let name): " | \(name.text)"
  }
}

private func outline(_ expected: ExpectStatement.Expected) -> String {
  switch expected {
  case .number(let comparator, let number, let tolerance):
    "\(comparator.rawValue) \(number)" + (tolerance.map { " within \($0)" } ?? "")
  case .rows(let comparator, let number): "rows \(comparator.rawValue) \(number)"
  case .people(let names): "is \(names.map { "@\($0.text)" }.joined(separator: " "))"
  }
}

private func outline(_ scope: ScopeSyntax) -> String {
  var words = ""
  if let since = scope.since { words += " since \(since.text)" }
  if let until = scope.until { words += " until \(until.text)" }
  if let moment = scope.moment { words += " as of \(moment.text)" }
  switch scope.period {
  case .whole(let date): words += " in \(date.text)"
  case .last(let duration, _): words += " in last \(duration.count) \(duration.unit.rawValue)"
  case nil: break
  }
  if let absent = scope.absent { words += " without \(outline(absent))" }
  return words + scope.moves.map { " assuming \(outline($0))" }.joined()
}

private func outline(_ move: MoveSyntax) -> String {
  let movers =
    switch move.movers {
    case .new(let count, let topics): "\(count) new\(topics.map { " #\($0.text)" }.joined())"
    case .they: "they"
    case .people(let people): outline(people)
    }
  let moved =
    switch move.moved {
    case .them: "them"
    case .people(let people): outline(people)
    }
  return "\(movers) \(move.isNegated ? "do not " : "")\(move.act.rawValue) \(moved)"
    + (move.weight.map { " with \($0)" } ?? "") + (move.times.map { " \($0) times" } ?? "")
}

private func outline(_ relative: RelativeSyntax) -> String {
  (relative.isNegated ? "do not " : "")
    + "\(relative.act.rawValue) \(relative.all ? "all" : "any") "
    + relative.objects.map(outline).joined(separator: " ")
}

private func outline(_ rank: RankQuestion) -> String {
  let end = rank.selection.map { ($0.isFromBottom ? " bottom " : " top ") + "\($0.count)" } ?? ""
  let subject = rank.subject.map { " of \(outline($0))" } ?? ""
  let measures = rank.measures.map(outline).joined(separator: ", ")
  return "rank\(end)\(subject) by \(measures)" + outline(rank.clauses)
}

private func outline(_ clauses: Clauses) -> String {
  var words = clauses.people.map { " for \(outline($0))" } ?? ""
  if let condition = clauses.condition { words += " where \(outline(condition))" }
  words += outline(clauses.scope)
  if let sources = clauses.sources { words += " among \(outline(sources.people))" }
  if let topic = clauses.topic { words += " in #\(topic.text)" }
  if let hops = clauses.hops { words += " within \(hops.count)" }
  switch clauses.group {
  case .named(let name): words += " per \(name.text)"
  case .function(let name, let measure, _): words += " per \(name.text)(\(outline(measure)))"
  case nil: break
  }
  for key in clauses.sortKeys {
    words += " sort \(outline(key.measure))"
    words += key.isAscending.map { $0 ? " up" : " down" } ?? ""
  }
  if let limit = clauses.limit { words += " limit \(limit)" }
  if let chart = clauses.chart { words += " as \(chart.text)" }
  return words + (clauses.file.map { " into \($0.text)" } ?? "")
}

private func outline(_ people: PeopleSyntax) -> String {
  switch people {
  case .everyone: "people"
  case .topic(let name): "#\(name.text)"
  case .interested(let topics, let all):
    "interested(\(all ? "all" : "any") \(topics.map(\.text).joined(separator: " ")))"
  case .handles(let names): "{\(names.map { "@\($0.text)" }.joined(separator: " "))}"
  case .named(let name): "<\(name.text)>"
  case .audience(let speakers, let all, let relation, _):
    "audience(\(all ? "all" : "any") \(speakers.map(outline).joined(separator: " "))"
      + (relation.map { " over \($0.text)" } ?? "") + ")"
  case .those: "those"
  case .mutuals(let speakers, let all, let relation, _):
    "mutuals(\(all ? "all" : "any") \(speakers.map(outline).joined(separator: " "))"
      + (relation.map { " over \($0.text)" } ?? "") + ")"
  case .towards(let towards):
    "\(towards.act.rawValue)ed by(\(towards.all ? "all" : "any") "
      + towards.sources.map(outline).joined(separator: " ") + ") \(towards.hops)"
  case .acting(let relative): "who(\(outline(relative)))"
  case .scoped(let base, let scope): "(\(outline(base))\(outline(scope)))"
  case .intersection(let sets): "(\(sets.map(outline).joined(separator: " & ")))"
  case .union(let sets): "(\(sets.map(outline).joined(separator: " | ")))"
  case .difference(let base, let sets):
    "(\(([base] + sets).map(outline).joined(separator: " - ")))"
  case .filtered(let base, let condition): "(\(outline(base)) where \(outline(condition)))"
  case .ranking(let rank): "(\(outline(rank)))"
  }
}

private func outline(_ measure: MeasureSyntax) -> String {
  switch measure {
  case .number(let number, let isPercentage, _): "\(number)" + (isPercentage ? "%" : "")
  case .named(let name, let qualifiers):
    qualifiers.isEmpty
      ? name.text : "\(name.text)[\(qualifiers.map(outline).joined(separator: "; "))]"
  case .column(let name): "column \(name.text)"
  case .function(let name, let inner): "\(name.text)(\(outline(inner)))"
  case .negative(let inner, _): "(-\(outline(inner)))"
  case .combined(let left, let sign, let right):
    "(\(outline(left)) \(sign.rawValue) \(outline(right)))"
  case .scoped(let inner, let scope, _): "(\(outline(inner))\(outline(scope)))"
  }
}

private func outline(_ qualifier: QualifierSyntax) -> String {
  switch qualifier.kind {
  case .with(let people): "with \(outline(people))"
  case .weighted(let weight): "weighted by \(outline(weight))"
  case .over(let name): "over \(name.text)"
  case .within(let hops): "within \(hops)"
  case .of(let people): "of \(outline(people))"
  case .among(let people): "among \(outline(people))"
  case .from(let people): "from \(outline(people))"
  case .to(let people): "to \(outline(people))"
  case .in(.topic(let name)): "in #\(name.text)"
  case .in(.people(let people)): "in \(outline(people))"
  case .in(.measure(let measure)): "in \(outline(measure))"
  case .parameters(let given): outline(given)
  }
}

private func outline(_ weight: WeightSyntax) -> String {
  switch weight {
  case .named(let name, let qualifiers):
    ([name.text] + qualifiers.map(outline)).joined(separator: " ")
  case .measure(let measure): "(\(outline(measure)))"
  }
}

private func outline(_ parameters: [QualifierSyntax.Parameter]) -> String {
  parameters.map { parameter in
    let name = parameter.name.text
    return switch parameter.value {
    case .number(let number): "\(name) \(number)"
    case .duration(let duration): "\(name) \(duration.count) \(duration.unit.rawValue)"
    case .people(let names): "\(name) \(names.map { "@\($0.text)" }.joined(separator: " "))"
    case .topic(let topic): "\(name) #\(topic.text)"
    case .text(let text): "\(name) '\(text)'"
    case .chosen: name
    }
  }.joined(separator: ", ")
}

private func outline(_ condition: ConditionSyntax) -> String {
  switch condition {
  case .comparison(let measure, let comparator, let operand):
    "\(outline(measure)) \(comparator.rawValue) \(outline(operand))"
  case .between(let measure, let low, let high):
    "\(outline(measure)) in \(outline(low))...\(outline(high))"
  case .isMissing(let measure): "missing \(outline(measure))"
  case .matches(let measure, let pattern, _): "\(outline(measure)) ~ \(pattern)"
  case .flag(let measure): "is \(outline(measure))"
  case .topic(let name): "in #\(name.text)"
  case .not(let inner): "not(\(outline(inner)))"
  case .all(let parts): "(\(parts.map(outline).joined(separator: " & ")))"
  case .any(let parts): "(\(parts.map(outline).joined(separator: " | ")))"
  }
}

private func outline(_ operand: ConditionSyntax.Operand) -> String {
  switch operand {
  case .measure(let measure): outline(measure)
  case .text(let text, _): "'\(text)'"
  case .date(let text, _): "date \(text)"
  case .person(let name): "@\(name.text)"
  }
}

private func outline(_ source: LoadStatement.Mapping.Source) -> String {
  switch source {
  case .name(let name): name
  case .number(let number): "\(number)"
  case .range(let low, let high): "\(low)...\(high)"
  case .text(let text): "'\(text)'"
  }
}

private func outline(_ value: SettingStatement.Value) -> String {
  switch value {
  case .number(let number): "\(number)"
  case .duration(let duration): "\(duration.count) \(duration.unit.rawValue)"
  case .person(let handle): "@\(handle)"
  case .size(let bytes): "\(bytes) bytes"
  case .seconds(let seconds): "\(seconds) seconds"
  case .text(let text): "'\(text)'"
  }
}

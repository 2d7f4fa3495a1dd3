import Syntax

/// A statement in outline: every choice the parser made, and nothing else.
func outline(_ statement: Statement) -> String {
  switch statement {
  case .rank(let rank): outline(rank)
  case .list(let list): "list \(outline(list.people))" + outline(list.clauses)
  case .count(let list): "count \(outline(list.people))" + outline(list.clauses)
  case .show(let show):
    "show \(show.columns.map(outline).joined(separator: ", "))" + outline(show.clauses)
  case .define(let definition):
    switch definition.meaning {
    case .people(let people): "define \(definition.name.text) = \(outline(people))"
    case .measure(let measure): "define \(definition.name.text) = measure \(outline(measure))"
    }
  case .forget(let name): "forget \(name.text)"
  case .load(let load):
    "load \(load.isNamedRelation ? "relation " : "")\(load.thing.text) from \(load.file.text)"
      + load.mappings.map { " [\($0.ours.text) = \(outline($0.theirs))]" }.joined()
  case .describe(.file(let file)): "describe file \(file.text)"
  case .describe(.graph): "describe graph"
  case .describe(.settings): "describe settings"
  case .set(let setting): "set \(setting.name.text) = \(outline(setting.value))"
  case .help(let topic): "help \(topic ?? "-")"
  case .open(let file): "open \(file.text)"
  case .save(let file): "save \(file.text)"
  case .run(let file): "run \(file.text)"
  case .fix: "fix"
  case .quit: "quit"
  }
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
  for key in clauses.sortKeys {
    words += " sort \(outline(key.measure))"
    words += key.isAscending.map { $0 ? " up" : " down" } ?? ""
  }
  return words + (clauses.limit.map { " limit \($0)" } ?? "")
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
  }
}

private func outline(_ qualifier: QualifierSyntax) -> String {
  switch qualifier.kind {
  case .with(let people): "with \(outline(people))"
  case .weighted(let weight): "weighted by \(outline(weight))"
  case .over(let name): "over \(name.text)"
  case .within(let hops): "within \(hops)"
  case .of(let people): "of \(outline(people))"
  case .parameters(let given): outline(given)
  }
}

private func outline(_ weight: WeightSyntax) -> String {
  switch weight {
  case .named(let name, let parameters):
    parameters.isEmpty ? name.text : "\(name.text) \(outline(parameters))"
  case .interest(let topic): "interest #\(topic.text)"
  case .measure(let measure): "(\(outline(measure)))"
  }
}

private func outline(_ parameters: [(name: Name, value: Double)]) -> String {
  parameters.map { "\($0.name.text) \($0.value)" }.joined(separator: ", ")
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
  case .person(let handle): "@\(handle)"
  case .text(let text): "'\(text)'"
  }
}

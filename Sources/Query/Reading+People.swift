import Metrics
import Syntax

extension Reading {
  /// What rows are.
  func text(of rows: Question.Rows) -> String {
    switch rows {
    case .people(let people): return text(of: people)
    case .topics: return "topics"
    case .posts(let filters): return "posts" + filters.map { " " + text(of: $0) }.joined()
    case .ties(let relation, let from, let to):
      return "ties over \(Reading.bare(relation))" + (from.map { " from \(speaker($0))" } ?? "")
        + (to.map { " to \(speaker($0))" } ?? "")
    }
  }

  private func text(of filter: BoundPostFilter) -> String {
    switch filter {
    case .by(let people): "of \(speakers(people, all: false))"
    case .that(let act, let people, let all):
      "that \(act.rawValue) \(speakers(people, all: all))"
    case .about(let topics, let all):
      "in " + topics.map { Reading.topic($0.name) }.joined(separator: all ? " and " : " or ")
    }
  }

  /// A set of people; in brackets where it is a part of another and has parts itself.
  func text(of people: BoundPeople, isPart: Bool = false) -> String {
    switch people {
    case .everyone: return "people"
    case .topic(_, let name), .topics(_, let name): return Reading.topic(name)
    case .interested(let topics, let all):
      let joint = all ? " and " : " or "
      return "people interested in "
        + topics.map { Reading.topic($0.name) }.joined(separator: joint)
    case .people(let people):
      let words = people.map { Reading.handle($0.handle) }.joined(separator: ", ")
      return isPart && people.count > 1 ? "(\(words))" : words
    case .brands: return "brands"
    case .flagged(_, let name), .defined(let name, _): return name
    case .audience(let sets, let all, let relation):
      return audience("followers", sets, all, relation)
    case .mutuals(let sets, let all, let relation): return audience("mutuals", sets, all, relation)
    case .towards(let ties, let sets, let all, let hops):
      let word = ties.act == .trust ? "trusted" : "followed"
      return "people \(word) by \(speakers(sets, all: all))"
        + (hops == 1 ? "" : " within \(Reading.hops(hops))")
    case .acting(let ties, let isNegated, let sets, let all):
      return "people who \(isNegated ? "do not " : "")\(ties.act.rawValue) "
        + speakers(sets, all: all)
    case .intersection(let sets): return bracketed(sets, " and ", isPart)
    case .union(let sets): return bracketed(sets, " or ", isPart)
    case .difference(let base, let sets):
      let words = ([text(of: base)] + sets.map { text(of: $0, isPart: true) })
        .joined(separator: " but not ")
      return isPart ? "(\(words))" : words
    case .filtered(let base, let condition):
      return "(\(text(of: base)) where \(text(of: condition)))"
    case .scoped(let base, let scope):
      return "(\(text(of: base))\(Reading.clauses(of: scope)))"
    case .ranking(let question): return "(\(Reading.ranking(question)))"
    }
  }

  /// A ranking in brackets, which begins with its rows.
  private static func ranking(_ question: Question) -> String {
    let words = Reading.text(of: question)
    guard case .rank(nil) = question.kind, case .people(let people) = question.rows else {
      return words
    }
    // `followers for customers` is no set; `customers by followers` is.
    var reading = Reading()
    let measures = question.measures.map { Reading().text(of: $0) }.joined(separator: ", ")
    let calls = question.measures.compactMap(\.soleCall)
    reading.own = Set(calls.map { Reading.text(of: $0, name: $0.metric.card.name) })
    let head = measures + (people.isEveryone ? "" : " for \(reading.text(of: people))")
    guard words.hasPrefix(head) else { return words }
    return "\(reading.text(of: people)) by \(measures)" + words.dropFirst(head.count)
  }

  private func audience(
    _ word: String,
    _ sets: [BoundPeople],
    _ all: Bool,
    _ relation: String
  ) -> String {
    let speakers = speakers(sets, all: all)
    guard relation != "follows" else { return "\(word) of \(speakers)" }
    let noun = word == "followers" ? "audience" : word
    return "\(noun) of \(speakers) over \(Reading.bare(relation))"
  }

  /// Sets behind a word that reaches all of them.
  func speakers(_ sets: [BoundPeople], all: Bool) -> String {
    sets.map { speaker($0) }.joined(separator: all ? " and " : " or ")
  }

  /// A set behind `of`, where a phrase of several words stands in brackets.
  func speaker(_ people: BoundPeople) -> String {
    let words = text(of: people, isPart: true)
    return switch people {
    case .union(let parts) where people.isHandles:
      "(\(parts.map { text(of: $0) }.joined(separator: ", ")))"
    case .everyone, .interested, .audience, .mutuals, .towards, .acting: "(\(words))"
    default: words
    }
  }

  /// A set in a list of sets, where `and` would begin another.
  func shared(_ people: BoundPeople) -> String {
    let words = text(of: people, isPart: true)
    return people.listed == nil ? words : "(\(words))"
  }

  private func bracketed(_ sets: [BoundPeople], _ joint: String, _ isPart: Bool) -> String {
    let parts = sets.indices.map { index in
      let words = text(of: sets[index], isPart: true)
      let next = index + 1 < sets.count ? sets[index + 1].opening : nil
      return next != nil && next == sets[index].listed ? "(\(words))" : words
    }
    let words = parts.joined(separator: joint)
    return isPart ? "(\(words))" : words
  }
}

/// What a list of names is a list of.
enum Listed {
  case people, topics
}

extension BoundPeople {
  /// What it ends with a list of: names that follow a joint would join the list.
  fileprivate var listed: Listed? {
    switch self {
    case .people(let people) where people.count == 1: .people
    case .audience(let speakers, _, "follows"), .mutuals(let speakers, _, "follows"),
      .towards(_, let speakers, _, 1), .acting(_, _, let speakers, _):
      speakers.last?.listed
    case .interested: .topics
    default: nil
    }
  }

  /// What name it begins with, where it begins with one.
  fileprivate var opening: Listed? {
    switch self {
    case .people(let people) where people.count == 1: .people
    case .topic, .topics: .topics
    default: nil
    }
  }

  /// Whether it is people by their handles, and nothing else.
  var isHandles: Bool {
    switch self {
    case .people: true
    case .union(let parts): parts.allSatisfy(\.isHandles)
    default: false
    }
  }

  /// Whether it is everybody, without any choice.
  package var isEveryone: Bool {
    if case .everyone = self { true } else { false }
  }
}

extension Question {
  /// The question in the language's one canonical way.
  package var reading: String { Reading.text(of: self) }

  /// The question as a set in brackets; nil where it is no list of people.
  package var setText: String? {
    guard case .people = rows, group == nil else { return nil }
    switch kind {
    case .rank: return Reading.text(of: .ranking(self), isPart: true)
    case .list where sortKeys.isEmpty && limit == nil:
      var set = people
      if let condition { set = .filtered(set, condition) }
      if !scope.isWhole { set = .scoped(set, scope) }
      let words = Reading.text(of: set, isPart: true)
      return words.hasPrefix("(") && words.hasSuffix(")") ? words : "(\(words))"
    default: return nil
    }
  }
}

extension Question.Rows {
  /// Whether it is everybody, without any choice.
  package var isEveryone: Bool {
    if case .people(let people) = self { people.isEveryone } else { false }
  }
}

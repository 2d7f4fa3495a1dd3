import Diagnostics
package import Graph
import Metrics
import Syntax

extension Binder {
  /// What rows are, every name resolved; nil where something is wrong.
  mutating func bind(_ rows: RowsSyntax) -> Question.Rows? {
    switch rows {
    case .people(let people): return bind(people).map { .people($0) }
    case .topics:
      guard graph.topicCount > 0 else {
        report(
          .nothingLoaded,
          "no topics are loaded",
          at: start,
          choices: ["load interests from \"FILE\""]
        )
        return nil
      }
      return .topics
    case .posts(let filters):
      guard graph.posts.posts.isEmpty == false else {
        report(
          .nothingLoaded,
          "no posts are loaded",
          at: start,
          choices: ["load posts from \"FILE\""]
        )
        return nil
      }
      let bound = filters.compactMap { bind($0) }
      return bound.count == filters.count ? .posts(bound) : nil
    case .ties(let relation, let from, let to):
      let sources = from.map { bind($0) }
      let targets = to.map { bind($0) }
      let name = relation.text.lowercased()
      guard isLoaded(name, at: relation.range) else { return nil }
      if case .some(.none) = sources { return nil }
      if case .some(.none) = targets { return nil }
      return .ties(over: name, from: sources ?? nil, to: targets ?? nil)
    }
  }

  private mutating func bind(_ filter: RowsSyntax.PostFilter) -> BoundPostFilter? {
    switch filter {
    case .by(let people): return bindAll(people).map { .by($0) }
    case .that(let relative):
      guard canBeDoneInPosts(relative) else { return nil }
      return bindAll(relative.objects).map {
        .that(relative.act, on: $0, all: relative.all)
      }
    case .about(let names, let all):
      let topics = names.compactMap { topic($0) }
      return topics.count == names.count ? .about(topics, all: all) : nil
    }
  }

  /// Whether posts can do what a clause says; takes note where not.
  private mutating func canBeDoneInPosts(_ relative: RelativeSyntax) -> Bool {
    let acts: [Act] = [.mention, .reply, .share, .like, .quote]
    guard acts.contains(relative.act) else {
      report(
        .wrongKind,
        "people \(relative.act.rawValue), posts do not",
        at: relative.range,
        choices: acts.map { "posts that \($0.rawValue) @PERSON" }
      )
      return false
    }
    let isThreaded = relative.act == .reply && graph.posts.posts.contains { $0.parent != nobody }
    return isThreaded || ties(of: relative.act, at: relative.range) != nil
  }

  /// The measures a topic has: what the people who are interested in it are to it.
  static let measuresOfTopics: Set = [
    "followers", "reach", "audience overlap", "audience coverage",
  ]

  /// Refuses a ranking of topics or posts by what only people have.
  ///
  /// `places` are those of the first measures it computes.
  mutating func requireMeasuresOfThings(_ question: Question, at places: [Range<Int>]) {
    let things: String
    switch question.rows {
    case .topics: things = "topics"
    case .posts: things = "posts"
    case .people, .ties: return
    }
    let cards = vocabulary.cards.filter { things == "topics" ? $0.isOfTopics : $0.isOfPosts }
    var seen: Set<String> = []
    for (index, measure) in question.allMeasures.enumerated() {
      let isRead = measure.calls.allSatisfy { call in
        let isOwn = cards.contains { $0.name == call.metric.card.name }
        guard things == "topics" else { return isOwn }
        if call.weight?.readsTies == true { return false }
        return isOwn && call.relation ?? "follows" == "follows"
      }
      let words = Reading.text(of: measure)
      guard !isRead || measure.readsPersons, seen.insert(words).inserted else { continue }
      report(
        .wrongKind,
        "`\(words)` is nothing that \(things) have",
        at: index < places.count ? places[index] : start,
        choices: cards.map(\.name)
      )
    }
  }

  /// The columns of rows that are no people; nil for people.
  func outline(of rows: Question.Rows) -> [ColumnOutline]? {
    switch rows {
    case .people: nil
    case .topics: RowColumns.topics(in: graph.topicForest)
    case .posts: RowColumns.posts
    case .ties(let relation, _, _): outline(ofTies: relation)
    }
  }

  /// The columns of the ties of a relation.
  func outline(ofTies relation: String) -> [ColumnOutline] {
    guard let ties = graph.relations.summary(of: relation) else { return RowColumns.countedTies }
    return RowColumns.ties(of: ties)
  }

  /// What `per` groups by.
  mutating func bind(_ group: Clauses.Group) -> Question.Group? {
    switch group {
    case .function(let name, let measure, let range):
      guard name.text.lowercased() == MathFunction.decile.rawValue else {
        report(
          .wrongKind,
          "`per` groups by `decile(...)`, not by `\(name.text)`",
          at: range,
          fix: "decile(\(source.slice(measure.range)))"
        )
        return nil
      }
      guard let bound = bind(measure), requireNumber(bound, at: measure.range) else { return nil }
      return .decile(bound)
    case .named(let name):
      let key = name.text.lowercased()
      if let attribute = graph.attribute(key) { return .attribute(attribute.name) }
      if let unit = CalendarUnit(rawValue: key) { return .period(unit) }
      if key == "topic" { return .topic }
      if key == "kind" { return .kind }
      let known =
        CalendarUnit.allCases.map(\.rawValue) + ["topic", "kind"] + graph.attributes.map(\.name)
      reportUnknown("period, column or part of events", name, among: known)
      return nil
    }
  }
}

/// The columns of rows that are no people.
package enum RowColumns {
  /// The columns of posts.
  package static let posts = [
    ColumnOutline("post", .text), ColumnOutline("author", .person),
    ColumnOutline("time", .instant), ColumnOutline("topics", .text),
    ColumnOutline("answers", .text),
  ]

  /// The columns of topics: what each is a part of where any is a part of another.
  package static func topics(in forest: TopicForest) -> [ColumnOutline] {
    [ColumnOutline("topic", .text)] + (forest.isEmpty ? [] : [ColumnOutline("parent", .text)])
      + [ColumnOutline("audience", .number)]
  }

  /// The columns of ties made of interactions, whose weight is how often.
  static let countedTies = [
    ColumnOutline("source", .person), ColumnOutline("target", .person),
    ColumnOutline("weight", .number),
  ]

  /// The columns of the ties of a relation: their ends, and what they carry.
  package static func ties(of relation: Relation.Summary) -> [ColumnOutline] {
    [ColumnOutline("source", .person), ColumnOutline("target", .person)]
      + (!relation.isWeighted ? [] : [ColumnOutline("weight", .number)])
      + (!relation.isDated ? [] : [ColumnOutline("time", .instant)])
  }
}

extension MetricCard {
  /// Whether a topic has it.
  fileprivate var isOfTopics: Bool { Binder.measuresOfTopics.contains(name) }

  /// Whether a post has it: it counts what others did.
  fileprivate var isOfPosts: Bool { relation == nil && name.hasSuffix(" received") }
}

extension BoundMeasure {
  /// Whether it reads what is known of people only: a column of a file, somebody's trust.
  fileprivate var readsPersons: Bool {
    switch self {
    case .attribute, .myTrust, .tieWeight, .inferredTie: true
    case .number, .metric, .companion: false
    case .defined(_, let inner), .function(_, let inner), .negative(let inner),
      .scoped(let inner, _):
      inner.readsPersons
    case .combined(let left, _, let right): left.readsPersons || right.readsPersons
    }
  }
}

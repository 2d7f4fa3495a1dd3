import Diagnostics
import Syntax
import Values

/// What people are imagined to do, every name resolved.
package struct BoundMove: Sendable {
  /// Who does it.
  package enum Movers: Sendable {
    /// So many people who are new, interested in some topics.
    case new(Int, interestedIn: [(id: UInt32, name: String)])
    /// The new people of the move before.
    case they
    case people(BoundPeople)
  }

  /// Who does it.
  package let movers: Movers
  /// What they do, and the relation or the kind of event it leaves.
  package let ties: BoundPeople.Ties
  /// Whether they stop doing it.
  package let isNegated: Bool
  /// To whom; nil where it is to the new people of the move before.
  package let moved: BoundPeople?
  /// How much somebody is trusted or distrusted, above 0 to 1.
  package let weight: Double?
  /// How often.
  package let times: Int?
}

extension BoundMove {
  /// Whether what it does is an event, which may happen several times.
  package var isEvent: Bool {
    switch ties.act {
    case .follow, .trust, .distrust: false
    case .mention, .reply, .share, .like, .quote: true
    }
  }

  /// Whether something happens in it at a moment.
  package var happens: Bool { isEvent && !isNegated }

  /// What a tie it leaves weighs.
  package var tieWeight: Double {
    let weight = weight ?? 1
    return ties.act == .distrust ? -weight : weight
  }

  /// Whether a topic's threshold decides who does it, or to whom.
  var readsInterest: Bool {
    if case .people(let people) = movers, people.readsInterest { return true }
    return moved?.readsInterest == true
  }
}

extension Binder {
  /// Moves, of which each may speak of the new people of the one before.
  mutating func bind(_ moves: [MoveSyntax]) -> [BoundMove] {
    var bound: [BoundMove] = []
    var hasNewcomers = false
    for move in moves {
      var asksThem = false
      if case .they = move.movers { asksThem = true }
      if case .them = move.moved { asksThem = true }
      if asksThem, !hasNewcomers {
        report(
          .unknownName,
          "there are no new people before this move",
          at: move.range,
          choices: ["assuming 5 new people follow @PERSON and they trust @PERSON"]
        )
      }
      if case .new = move.movers { hasNewcomers = true }
      if let move = bind(move) { bound.append(move) }
    }
    return bound
  }

  private mutating func bind(_ move: MoveSyntax) -> BoundMove? {
    checkSettings(of: move)
    let movers: BoundMove.Movers?
    switch move.movers {
    case .they: movers = .they
    case .people(let people): movers = bind(people).map { .people($0) }
    case .new(let count, let names):
      let topics = names.compactMap { topic($0) }
      if count > Binder.mostNewcomers {
        report(
          .outOfRange,
          "at most \(Tally.digits(Binder.mostNewcomers)) people can be imagined",
          at: move.range
        )
      }
      movers = topics.count == names.count ? .new(count, interestedIn: topics) : nil
    }
    var moved: BoundPeople?
    if case .people(let people) = move.moved {
      moved = bind(people)
      if moved == nil { return nil }
    }
    guard let ties = ties(of: move.act, at: move.range), let movers else { return nil }
    return BoundMove(
      movers: movers,
      ties: ties,
      isNegated: move.isNegated,
      moved: moved,
      weight: move.weight,
      times: move.times
    )
  }

  /// The most new people a move brings.
  private static let mostNewcomers = 1_000_000
  /// The most often a move is done.
  private static let mostTimes = 1_000_000

  /// Refuses what a deed does not take behind it.
  private mutating func checkSettings(of move: MoveSyntax) {
    let isTrust = move.act == .trust || move.act == .distrust
    let isEvent = !isTrust && move.act != .follow
    if let weight = move.weight, !isTrust || move.isNegated {
      report(
        .unwantedQualifier,
        "`with \(Reading.literal(weight, false))` belongs to who trusts or distrusts",
        at: move.range
      )
    } else if let weight = move.weight, !(weight > 0 && weight <= 1) {
      report(.outOfRange, "trust and distrust lie above 0, up to 1", at: move.range)
    }
    if let times = move.times, !isEvent || move.isNegated {
      report(
        .unwantedQualifier,
        "`\(times) times` belongs to what happens, not to what holds",
        at: move.range
      )
    } else if let times = move.times, times > Binder.mostTimes {
      report(
        .outOfRange,
        "a move is done at most \(Tally.digits(Binder.mostTimes)) times",
        at: move.range
      )
    }
    if move.isNegated, case .new = move.movers {
      report(
        .wrongKind,
        "new people do nothing yet that they could stop",
        at: move.range
      )
    }
  }
}

extension Reading {
  /// The moves behind `assuming`.
  package static func text(of moves: [BoundMove]) -> String {
    moves.map(text).joined(separator: " and ")
  }

  private static func text(of move: BoundMove) -> String {
    var isOne = false
    var words: String
    switch move.movers {
    case .new(let count, let topics):
      isOne = count == 1
      words = "\(count) new \(isOne ? "person" : "people")"
      if !topics.isEmpty {
        words += " interested in " + topics.map { topic($0.name) }.joined(separator: ", ")
      }
    case .they: words = "they"
    case .people(let people):
      if case .people(let list) = people { isOne = list.count == 1 }
      words = mover(people)
    }
    if move.isNegated { words += isOne ? " does not" : " do not" }
    let act = move.ties.act
    words += " " + (isOne && !move.isNegated ? act.ofOne : act.rawValue)
    words += " " + (move.moved.map(moved) ?? "them")
    if let weight = move.weight { words += " with \(literal(weight, false))" }
    if let times = move.times { words += " \(times) times" }
    return words
  }

  /// Who does something: one handle, a topic, or a set in brackets.
  private static func mover(_ people: BoundPeople) -> String {
    switch people {
    case .people(let list) where list.count == 1: return text(of: people)
    case .topic, .topics: return text(of: people)
    default:
      let words = text(of: people, isPart: true)
      return words.hasPrefix("(") && words.hasSuffix(")") ? words : "(\(words))"
    }
  }

  /// To whom something is done: handles, or what may stand behind `of`.
  private static func moved(_ people: BoundPeople) -> String {
    if case .people = people { return text(of: people) }
    return Reading().speaker(people)
  }
}

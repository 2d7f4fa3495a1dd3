import Graph
import Rendering
import Values

/// What something is, as a heading and facts below it.
struct Card {
  /// The most of anything that is listed by name.
  static let most = 5

  /// What it is about.
  let heading: String
  /// The facts, in order: what each is called, and what it is.
  private(set) var facts: [(term: String, meaning: String)] = []

  /// A card that says nothing yet.
  init(_ heading: String) { self.heading = heading }

  /// Adds a fact; nil adds nothing.
  mutating func add(_ term: String, _ meaning: String?) {
    guard let meaning, !meaning.isEmpty else { return }
    facts.append((Escaping.visible(term), Escaping.visible(meaning)))
  }

  /// The first few of a list, and how many more there are.
  static func list(_ parts: [String]) -> String? {
    guard !parts.isEmpty else { return nil }
    let more = parts.count - most
    return parts.prefix(most).joined(separator: ", ")
      + (more > 0 ? " and \(Tally.digits(more)) more" : "")
  }

  /// A part of a whole as a percentage; nil of nothing.
  static func share(_ part: Int, of whole: Int) -> String? {
    whole > 0 ? NumberText.text(Double(part) / Double(whole), unit: .share) : nil
  }

  /// The days from the earliest to the latest of some moments; nil where none is known.
  static func period(_ times: some Sequence<Instant?>) -> String? {
    var bounds: (first: Instant, last: Instant)?
    for time in times {
      guard let time else { continue }
      bounds = (min(bounds?.first ?? time, time), max(bounds?.last ?? time, time))
    }
    guard let bounds else { return nil }
    let (first, last) = (bounds.first.day, bounds.last.day)
    return first == last ? "on \(first)" : "\(first) to \(last)"
  }

  /// Names with how often each occurs, the most frequent first, equals by name.
  static func ranked(_ counts: [(name: String, count: Int)]) -> [String] {
    counts.filter { $0.count > 0 }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
      .map { "\($0.name) \(Tally.digits($0.count))" }
  }
}

extension Instant {
  /// The day of it: `2026-01-31`.
  fileprivate var day: String { String(description.prefix { $0 != " " }) }
}

extension ReportText {
  /// Adds a card: its heading, then its facts.
  mutating func add(_ card: Card) {
    add(heading: card.heading)
    add(list: card.facts)
  }
}

import Graph
import Metrics
import Query
import Values

extension Evaluator {
  /// The people about whom measures differ most, in words: at most three, those of different
  /// places only.
  func findings(_ sides: [Side], _ spreads: [Double], among rows: [PersonID]) -> [String] {
    let order = RowOrder(keys: [RowOrder.Key(.numbers(spreads))], people: graph.people)
    let widest = order.sorted(rows, first: 3).prefix(3).filter { spreads[Int($0)] >= 1 }
    return widest.compactMap { finding(on: $0, sides) }
  }

  private func finding(on person: PersonID, _ sides: [Side]) -> String? {
    let known = sides.filter { !$0.middles[Int(person)].isNaN }
    guard
      let best = known.min(by: { $0.middles[Int(person)] < $1.middles[Int(person)] }),
      let worst = known.max(by: { $0.middles[Int(person)] < $1.middles[Int(person)] })
    else { return nil }
    let handle = Reading.handle(graph.people[person])
    let reason =
      [worst, best].compactMap { audienceReason(for: person, by: $0.measure) }.first
      ?? [worst, best].compactMap { companionReason(for: person, by: $0.measure) }.first
      ?? [best, worst].map { "\($0.name) \(spelled(valueOf: person, by: $0.measure))" }
      .joined(separator: ", ")
    return
      "\(handle) is \(place(of: person, by: best)) and \(place(of: person, by: worst)): \(reason)"
  }

  private func place(of person: PersonID, by side: Side) -> String {
    let rank = side.ranks[Int(person)]
    return "\(rank.isShared ? "shared " : "")\(Evaluator.ordinal(rank.place)) by \(side.name)"
  }

  /// `1st`, `22nd`, `113th`.
  static func ordinal(_ place: Int) -> String {
    let ending =
      (11...13).contains(place % 100) ? "th" : [1: "st", 2: "nd", 3: "rd"][place % 10] ?? "th"
    return Tally.digits(place) + ending
  }

  /// How many of an audience belong to a group, where the measure is about that.
  private func audienceReason(for person: PersonID, by measure: BoundMeasure) -> String? {
    guard let call = measure.soleCall, let group = call.group, let result = result(of: call),
      let shared = result["shared"]?[person],
      let audience = result["audience"]?[person], !shared.isNaN, !audience.isNaN
    else { return nil }
    let relation = call.relation ?? call.metric.card.relation ?? "follows"
    let noun = relation == "follows" ? "followers" : "people in the audience over \(relation)"
    let words = Reading.text(of: group, isPart: true)
    let belongs = group.bareTopics == nil ? "in `\(words)`" : "interested in \(words)"
    let counts = "\(Tally.digits(Int(shared))) of \(Tally.digits(Int(audience))) \(noun)"
    var reason = "\(counts) \(shared == 1 ? "is" : "are") \(belongs)"
    if audience == 1, relation == "follows" {
      reason = "the only follower is \(shared == 1 ? "" : "not ")\(belongs)"
    }
    if let weight = call.weight, case .metric = measure.opened {
      reason += ", \(spelled(valueOf: person, by: measure)) by \(Reading.text(of: weight))"
    }
    return reason
  }

  /// The first two numbers that come with a measure.
  private func companionReason(for person: PersonID, by measure: BoundMeasure) -> String? {
    guard let call = measure.soleCall, let result = result(of: call) else { return nil }
    let shown = result.companions.filter { $0.isShown && !$0[person].isNaN }
    guard !shown.isEmpty else { return nil }
    return shown.prefix(2).map { companion in
      "\(companion.name) \(Evaluator.spelled(companion[person], companion.unit))"
    }
    .joined(separator: ", ")
  }

  /// A measure's value for somebody, as it stands in a sentence.
  func spelled(valueOf person: PersonID, by measure: BoundMeasure) -> String {
    Evaluator.spelled(numbers(of: measure)[Int(person)], unit(of: measure))
  }

  /// A number as it stands in a sentence: four digits of it, shares as percentages.
  static func spelled(_ number: Double, _ unit: Unit) -> String {
    guard number.isFinite else { return "-" }
    if number == number.rounded(), abs(number) < 1e9, unit != .share {
      return Tally.digits(Int(number))
    }
    if unit == .share { return Reading.literal((number * 1e3).rounded() / 10, false) + "%" }
    let scale = Evaluator.scale(of: number)
    return Reading.literal((number * scale).rounded() / scale, false)
  }

  /// The power of ten that brings four digits of a number before the point.
  private static func scale(of number: Double) -> Double {
    var scale = 1.0
    while abs(number) * scale < 1000, scale < 1e12 { scale *= 10 }
    return scale
  }
}

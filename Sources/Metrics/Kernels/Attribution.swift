package import Graph
package import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Who gets the credit for what a buyer did: bookkeeping, and no proof of what caused it.
///
/// Sources: Google Ads AttributionModel and Matomo for the rules; Shapley 1953, with a purchase
/// worth something to whoever holds all who touched it, of which equal parts for each of them
/// follow.
package enum Attribution: String, Sendable, CaseIterable {
  /// All to the last touch.
  case lastTouch = "last touch"
  /// All to the first touch.
  case firstTouch = "first touch"
  /// The same to each touch.
  case linear
  /// Less to older touches, half for each half-life.
  case timeDecay = "time decay"
  /// 40 % to the first and the last, the rest to those between.
  case position
  /// The same to each person, however often they touched.
  case shapley

  /// What it does, in a few words.
  private var summary: String {
    switch self {
    case .lastTouch: "all to the last"
    case .firstTouch: "all to the first"
    case .linear: "the same to each touch"
    case .timeDecay: "half for each half-life of age"
    case .position: "40 % to the first, 40 % to the last, the rest between"
    case .shapley: "the same to each person"
    }
  }

  /// The setting that chooses one.
  private static let choice = MetricCard.Parameter(
    "attribution",
    among: allCases.map { MetricCard.Parameter.Option($0.rawValue, $0.summary) },
    "who gets the credit"
  )

  private static let lookback = MetricCard.Parameter(
    "lookback",
    defaultDays: 30,
    in: 0.01...36_500,
    "how old a touch may be"
  )

  private static let halfLife = MetricCard.Parameter(
    "half-life",
    defaultDays: 7,
    in: 0.01...36_500,
    "of `time decay`: when a touch counts half"
  )

  /// The settings of measures that give credit.
  package static let parameters = [choice, lookback, halfLife]

  /// What part each touch gets; the parts sum to 1 where there are touches.
  ///
  /// Complexity: O(touches).
  package func parts(of touches: [Journeys.Touch], halfLife: Double) -> [Double] {
    let count = touches.count
    let weights: [Double] = touches.indices.map { place in
      switch self {
      case .lastTouch: return place == count - 1 ? 1 : 0
      case .firstTouch: return place == 0 ? 1 : 0
      case .linear: return 1
      case .timeDecay: return exp2(-(touches[place].age - touches[count - 1].age) / halfLife)
      case .position:
        let isEnd = place == 0 || place == count - 1
        return isEnd ? (count < 3 ? 1 : 0.4) : 0.2 / Double(count - 2)
      case .shapley:
        let earlier = touches[..<place]
        return earlier.contains { $0.driver == touches[place].driver } ? 0 : 1
      }
    }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }
}

/// What each person is credited with.
package struct CreditLedger: Sendable {
  /// The value credited to each person.
  package private(set) var values: [Double]
  /// How many goals are credited to each, in parts of goals.
  package private(set) var goals: [Double]
  /// The value of goals each touched without being the last.
  package private(set) var assistedValues: [Double]
  /// How many goals each touched without being the last.
  package private(set) var assists: [Double]
  /// The value of all goals.
  package private(set) var total = 0.0
  /// The value of goals that came directly.
  package private(set) var direct = 0.0
  /// How many goals there are.
  package private(set) var count = 0
  /// How many came directly.
  package private(set) var directCount = 0
  /// How many have no known value.
  package private(set) var unvalued = 0

  /// The credit for goals of some kinds, as the brackets say.
  ///
  /// Throws `actionsNotLoaded`, `outOfRange`, `unknownOption`, `cancelled`.
  package init(
    for kinds: [String],
    in graph: Graph,
    with arguments: MetricArguments,
    by attribution: Attribution? = nil,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) {
    let parameters = Attribution.parameters
    let chosen = attribution == nil ? try arguments.option(of: parameters[0]) : ""
    let journeys = try Journeys(
      to: kinds,
      in: graph,
      brands: arguments.to,
      lookback: try arguments.value(of: parameters[1]),
      watchedBy: monitor
    )
    let halfLife =
      attribution == nil ? try arguments.value(of: parameters[2]) : parameters[2].standard ?? 7
    self.init(
      journeys,
      by: attribution ?? Attribution(rawValue: chosen) ?? .lastTouch,
      halfLife: halfLife
    )
  }

  /// The credit for some journeys.
  ///
  /// Complexity: O(people + touches).
  package init(_ journeys: Journeys, by attribution: Attribution, halfLife: Double) {
    let zeros = [Double](repeating: 0, count: journeys.people)
    (values, goals, assistedValues, assists) = (zeros, zeros, zeros, zeros)
    for journey in journeys.all {
      let value = journey.value.isNaN ? 0 : journey.value
      unvalued += journey.value.isNaN ? 1 : 0
      total += value
      count += 1
      guard let last = journey.touches.last?.driver else {
        direct += value
        directCount += 1
        continue
      }
      let parts = attribution.parts(of: journey.touches, halfLife: halfLife)
      for (touch, part) in zip(journey.touches, parts) {
        values[Int(touch.driver)] += part * value
        goals[Int(touch.driver)] += part
      }
      for driver in Set(journey.touches.map(\.driver)) where driver != last {
        assistedValues[Int(driver)] += value
        assists[Int(driver)] += 1
      }
    }
  }

  /// What to say of the values: that they sum to what there is.
  package var remarks: [String] {
    let sum = "\(total.roundedText) of revenue, of which \(direct.roundedText) came directly"
    guard unvalued > 0 else { return [sum] }
    return [sum, "\(unvalued) of \(count) purchases have no value"]
  }
}

extension MetricArguments {
  /// What to say of how credit is given.
  package var creditDefaults: [String] {
    let lookback = Attribution.parameters[1]
    let days = parameters[lookback.name] ?? lookback.standard ?? 30
    let model = options[Attribution.parameters[0].name] ?? Attribution.lastTouch.rawValue
    return [model, "touches of the last \(days.shortText) days"]
  }
}

extension Double {
  /// The number to two decimals at most, without those that say nothing.
  package var roundedText: String { ((self * 100).rounded() / 100).shortText }
}

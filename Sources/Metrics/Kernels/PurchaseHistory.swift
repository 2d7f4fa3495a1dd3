package import Graph
package import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What each person bought: how often, for how much, when last.
package struct PurchaseHistory: Sendable {
  /// How many purchases.
  package private(set) var counts: [Double]
  /// The sum of their values.
  package private(set) var spending: [Double]
  /// When the last dated one was.
  package private(set) var last: [Instant?]

  /// The purchases of a graph, of any brand or of some.
  ///
  /// Throws `actionsNotLoaded`, `cancelled`. Complexity: O(actions).
  package init(
    in graph: Graph,
    to brands: PersonSet?,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) {
    let isMeant = try graph.actions.meaning(["purchase"])
    counts = Array(repeating: 0, count: graph.personCount)
    spending = counts
    last = Array(repeating: nil, count: graph.personCount)
    for (number, action) in graph.actions.actions.enumerated() {
      try monitor.pause(at: number)
      guard isMeant[Int(action.kind)], action.isFor(brands) else { continue }
      counts[Int(action.person)] += 1
      spending[Int(action.person)] += action.knownValue
      last[Int(action.person)] = action.time ?? last[Int(action.person)]
    }
  }
}

/// What customers are worth if everybody goes on buying as customers did.
///
/// Source: Gupta, Lehmann, Customers as assets, 2003, with the first margin after one period.
package struct LifetimeModel: Sendable {
  /// The value of each person; NaN where retention is not known.
  package let values: [Double]
  /// The mean spending of each person a period.
  package let spending: [Double]
  /// What to say of it.
  package let defaults: [String]

  /// The settings.
  package static let parameters = [
    MetricCard.Parameter(
      "period",
      defaultDays: 365,
      in: 1...36_500,
      "how long a period is"
    ),
    MetricCard.Parameter(
      "discount",
      default: 0.1,
      in: 0.001...10,
      assumed: true,
      "how much less money is worth a period later"
    ),
    MetricCard.Parameter(
      "retention",
      default: 0,
      in: 0...1,
      "what part buys again in the next period; 0 takes it from the data"
    ),
    MetricCard.Parameter(
      "margin",
      default: 1,
      in: 0...1,
      assumed: true,
      "what part of spending is earned"
    ),
  ]

  /// The model of a graph's purchases, of any brand or of those after `to`.
  ///
  /// Periods are counted back from *now*, as many whole ones as the data have, or else one. Throws
  /// `actionsNotLoaded`, `outOfRange`, `cancelled`. Complexity: O(actions).
  package init(
    in graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) {
    let settings = try LifetimeModel.parameters.map { parameter throws(MetricError) in
      try arguments.value(of: parameter)
    }
    let (length, discount, given, margin) = (settings[0], settings[1], settings[2], settings[3])
    let isMeant = try graph.actions.meaning(["purchase"])
    let start = [arguments.since, graph.period?.lowerBound].compactMap(\.self).max()
    let span = arguments.now.flatMap { now in start.map { now.days(since: $0) } } ?? 0
    let periods = max(0, Int(floor(span / length)))
    var sums = [Double](repeating: 0, count: graph.personCount)
    var buyers: Set<UInt64> = []
    for (number, action) in graph.actions.actions.enumerated() {
      try monitor.pause(at: number)
      guard isMeant[Int(action.kind)], action.isFor(arguments.to) else { continue }
      if let now = arguments.now {
        guard let time = action.time, time <= now else { continue }
        let period = Int(floor(now.days(since: time) / length))
        guard period < max(1, periods) else { continue }
        buyers.insert(UInt64(period) << 32 | UInt64(action.person))
      }
      sums[Int(action.person)] += action.knownValue
    }
    let earlier = buyers.filter { $0 >> 32 > 0 }
    let stayed = earlier.count { buyers.contains($0 - 1 << 32) }
    let retention = given > 0 ? given : Double(stayed) / Double(earlier.count)
    let means = sums.map { $0 / Double(max(1, periods)) }
    spending = means
    values = means.map { margin * $0 * retention / (1 + discount - retention) }
    defaults = [
      "retention \(retention.isNaN ? "not known" : retention.roundedText) a period",
      "periods of \(length.shortText) days",
    ]
  }
}

/// Who bought of which brand, how often and since when.
package struct BrandCustomers: Sendable {
  /// Somebody and a brand.
  package struct Pair: Sendable, Hashable {
    let brand: PersonID
    let person: PersonID
  }

  /// What somebody bought of a brand.
  package struct Customer: Sendable {
    /// Who, and of which.
    let pair: Pair
    /// How often.
    package fileprivate(set) var purchases = 0
    /// When first; nil where no purchase has a date.
    package fileprivate(set) var first: Instant?
  }

  /// The customers by pair.
  package private(set) var all: [Pair: Customer] = [:]
  private let people: Int

  /// The customers of a graph, all of them or some people only.
  ///
  /// Throws `actionsNotLoaded`, `cancelled`. Complexity: O(actions).
  package init(
    in graph: Graph,
    from some: PersonSet?,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) {
    let isMeant = try graph.actions.meaning(["purchase"])
    people = graph.personCount
    for (number, action) in graph.actions.actions.enumerated() {
      try monitor.pause(at: number)
      guard isMeant[Int(action.kind)], action.brand != nobody,
        some?.contains(action.person) != false
      else { continue }
      let pair = Pair(brand: action.brand, person: action.person)
      var customer = all[pair] ?? Customer(pair: pair)
      customer.purchases += 1
      // Undated come first, then the earliest.
      customer.first = customer.first ?? action.time
      all[pair] = customer
    }
  }

  /// What part of each brand's customers is as said.
  package func share(of isMeant: (Customer) -> Bool) -> Measured {
    var counts = [Double](repeating: 0, count: people)
    var meant = counts
    for customer in all.values {
      counts[Int(customer.pair.brand)] += 1
      meant[Int(customer.pair.brand)] += isMeant(customer) ? 1 : 0
    }
    return Measured(
      share: zip(meant, counts).map { $0 / $1 },
      of: counts,
      basis: Measured.Companion("buyers", unit: .count(of: "people"), values: counts),
      missingReason: "nobody bought of them"
    )
  }
}

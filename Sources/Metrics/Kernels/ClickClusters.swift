package import Graph
package import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Who clicked on whose posts how often, of how many times they could see one.
///
/// Clicks of one person go together, so that an interval draws people anew, not clicks.
package struct ClickClusters: Sendable {
  private struct Cluster: Comparable {
    let clicks: Double
    let views: Double

    static func < (left: Cluster, right: Cluster) -> Bool {
      (left.clicks, left.views) < (right.clicks, right.views)
    }
  }

  /// Those who clicked, by whose posts they clicked on.
  private var clusters: [[Cluster]]
  /// How many saw a post and never clicked, and how often they did.
  private var quiet: [(people: Double, views: Double)]
  private let defaults: [String]

  /// How many times people are drawn anew.
  private static let rounds = 400
  /// Below so many people the interval is Wilson's, each person one trial.
  private static let fewPeople = 10.0

  /// The clicks of a graph, for any brand or for those after `to`.
  ///
  /// Throws `actionsNotLoaded`, `relationNotLoaded`, `cancelled`. Complexity: O(posts + actions).
  package init(
    in graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) {
    let isClick = try graph.actions.meaning(["click"])
    let impression = graph.actions.kinds.number(of: "impression")
    let drivers = ActionDrivers(in: graph)
    var clicks: [UInt64: Double] = [:]
    var views: [UInt64: Double] = [:]
    for (number, action) in graph.actions.actions.enumerated() {
      try monitor.pause(at: number)
      let driver = drivers[action]
      guard driver != nobody, action.isFor(arguments.to) else { continue }
      let pair = UInt64(driver) << 32 | UInt64(action.person)
      if isClick[Int(action.kind)] { clicks[pair, default: 0] += 1 }
      if action.kind == impression { views[pair, default: 0] += 1 }
    }
    clusters = Array(repeating: [], count: graph.personCount)
    quiet = Array(repeating: (0, 0), count: graph.personCount)
    if impression != nil {
      defaults = []
      for (pair, seen) in views where clicks[pair] == nil {
        quiet[Int(pair >> 32)].people += 1
        quiet[Int(pair >> 32)].views += seen
      }
      for (pair, count) in clicks { add(count, seen: views[pair] ?? 0, by: pair) }
    } else {
      defaults = ["potential impressions"]
      let follows = try graph.relation(nil, orElse: "follows")
      let posts = try PostTally(in: graph, watchedBy: monitor).written
      for person in quiet.indices where posts[person] > 0 {
        let audience = Double(follows.backward.degree(of: UInt32(person)))
        quiet[person] = (audience, audience * posts[person])
      }
      for (pair, count) in clicks {
        let author = Int(pair >> 32)
        let reader = UInt32(truncatingIfNeeded: pair)
        let isFollower =
          follows.backward.position(of: reader, in: UInt32(author)) != nil && posts[author] > 0
        add(count, seen: isFollower ? posts[author] : 0, by: pair)
        if isFollower {
          quiet[author].people -= 1
          quiet[author].views -= posts[author]
        }
      }
    }
    for person in clusters.indices { clusters[person].sort() }
  }

  private mutating func add(_ clicks: Double, seen views: Double, by pair: UInt64) {
    clusters[Int(pair >> 32)].append(Cluster(clicks: clicks, views: max(views, clicks)))
  }

  /// The rate, its interval, and what it rests on.
  package func measured(watchedBy monitor: WorkMonitor) throws(MetricError) -> Measured {
    var columns = Array(repeating: [Double](), count: 5)
    for person in clusters.indices {
      if person & 0xFF == 0xFF, monitor.isCancelled() { throw .cancelled }
      let clicks = clusters[person].reduce(0) { $0 + $1.clicks }
      let views = clusters[person].reduce(quiet[person].views) { $0 + $1.views }
      let rate = views > 0 ? clicks / views : .nan
      let interval = interval(of: person, around: rate)
      for (column, value) in [rate, interval.low, interval.high, clicks, views].enumerated() {
        columns[column].append(value)
      }
    }
    return Measured(
      values: columns[0],
      companions: [
        Measured.Companion("low", unit: .share, values: columns[1]),
        Measured.Companion("high", unit: .share, values: columns[2], isShown: false),
        Measured.Companion("clicks", unit: .count(of: "clicks"), values: columns[3]),
        Measured.Companion("impressions", unit: .count(of: "impressions"), values: columns[4]),
      ],
      missingReason: "no post, or nobody to see it",
      defaults: defaults,
      basis: "impressions"
    )
  }

  /// The middle 95 % of the rates when people are drawn anew, each a Poisson number of times.
  private func interval(of person: Int, around rate: Double) -> (low: Double, high: Double) {
    let clicking = clusters[person]
    let people = Double(clicking.count) + quiet[person].people
    guard !rate.isNaN, !clicking.isEmpty, people >= ClickClusters.fewPeople else {
      let wilson = WilsonInterval(share: rate, of: people)
      return (wilson.low, wilson.high)
    }
    var draws = SeededDraws(seed: 1)
    let quietViews = quiet[person].people > 0 ? quiet[person].views / quiet[person].people : 0
    let rates = (0..<ClickClusters.rounds).map { _ in
      var clicks = 0.0
      var views = quietViews * draws.poisson(quiet[person].people)
      for cluster in clicking {
        let times = draws.poisson(1)
        clicks += times * cluster.clicks
        views += times * cluster.views
      }
      return views > 0 ? clicks / views : 0
    }.sorted()
    let cut = ClickClusters.rounds / 40
    return (min(rate, rates[cut]), max(rate, rates[rates.count - 1 - cut]))
  }
}

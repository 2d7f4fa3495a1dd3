package import Graph
package import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What joins each person to a brand, part by part; NaN where nothing is known.
///
/// Who had nothing to do with the brand has no contact, no purchases and no share of it; who only
/// bought has a contact of 0, and who only spoke has bought 0 times. A brand alone is not close to
/// itself.
package struct AffinityParts: Sendable {
  /// What each did towards it, by effort, fading with time.
  package private(set) var contact: [Double]
  /// The mean sentiment of that, where files say so.
  package private(set) var sentiment: [Double]
  /// How often each bought there.
  package private(set) var purchases: [Double]
  /// The mean trust of each in it.
  package private(set) var trust: [Double]
  /// The interest of each in what it writes about.
  package private(set) var interest: [Double]
  /// What part of all each did towards brands was towards it.
  package private(set) var share: [Double]
  /// How many of the acts have no date where others have one.
  package private(set) var undated = 0

  /// All of them, in the order they are shown.
  package var all: [[Double]] { [contact, sentiment, purchases, trust, interest, share] }

  /// The parts for one brand, or for some as one.
  ///
  /// Throws `interactionsNotLoaded`, `cancelled`. Complexity: O(events + interests + ties).
  package init(
    to brands: PersonSet,
    halfLife: Double,
    weighing weights: ReactionWeights,
    in graph: Graph,
    until now: Instant?,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) {
    let zeros = [Double](repeating: 0, count: graph.personCount)
    let everyBrand = graph.brands.union(brands)
    var (acts, all, scored, moods) = (zeros, zeros, zeros, zeros)
    contact = zeros
    for (number, event) in graph.interactions.events.enumerated() {
      try monitor.pause(at: number)
      let source = Int(event.source)
      if everyBrand.contains(event.target) { all[source] += 1 }
      guard brands.contains(event.target) else { continue }
      acts[source] += 1
      if let mood = event.sentiment.value {
        scored[source] += 1
        moods[source] += mood
      }
      guard let weight = weights[event.kind] else { continue }
      guard let now else {
        contact[source] += weight
        continue
      }
      if event.time == nil { undated += 1 }
      guard let time = event.time, time <= now else { continue }
      contact[source] += weight * exp2(-now.days(since: time) / halfLife)
    }
    sentiment = zip(moods, scored).map { $0 / $1 }
    share = zip(acts, all).map { $0 / $1 }
    purchases =
      graph.actions.kinds.number(of: "purchase") == nil
      ? zeros.map { _ in .nan }
      : try ActionCounts(of: ["purchase"], in: graph).made(to: brands, watchedBy: monitor)
    trust = graph.meanTrust(in: brands)
    interest = graph.interest(inTopicsOf: brands)
    let present = brands.intersection(graph.everybody)
    let alone = present.count == 1 ? present.people[0] : nobody
    for person in 0..<graph.personCount {
      if acts[person] == 0, !(purchases[person] > 0) { clearContact(of: person) }
      guard PersonID(person) == alone else { continue }
      clearContact(of: person)
      (trust[person], interest[person]) = (.nan, .nan)
    }
  }

  private mutating func clearContact(of person: Int) {
    (contact[person], sentiment[person]) = (.nan, .nan)
    (purchases[person], share[person]) = (.nan, .nan)
  }
}

extension Graph {
  /// The people who are brands: by the yes/no column of that name, or else those named in actions.
  fileprivate var brands: PersonSet {
    var brands = PersonSet(universe: personCount)
    if case .flags(let flags)? = attribute("brand")?.cells {
      for (person, flag) in flags.enumerated() where flag == true {
        brands.insert(PersonID(person))
      }
      return brands
    }
    return brandsOfActions
  }

  /// The people that actions name as brands.
  ///
  /// Complexity: O(actions).
  package var brandsOfActions: PersonSet {
    var brands = PersonSet(universe: personCount)
    for action in actions.actions where action.brand != nobody { brands.insert(action.brand) }
    return brands
  }

  /// The mean trust of each person in some; NaN where none is known.
  fileprivate func meanTrust(in people: PersonSet) -> [Double] {
    var trust = [Double](repeating: .nan, count: personCount)
    guard let relation = relations["trust"] else { return trust }
    for person in 0..<PersonID(min(personCount, relation.forward.count)) {
      let known = relation.forward.range(of: person)
        .filter { people.contains(relation.forward.neighbours[$0]) }
        .map { max(0, relation.forwardWeights?[$0] ?? 1) }
      trust[Int(person)] = known.reduce(0, +) / Double(known.count)
    }
    return trust
  }

  /// The mean interest of each person in the topics some people write about, by how often they do.
  ///
  /// NaN where it is not known of any.
  fileprivate func interest(inTopicsOf people: PersonSet) -> [Double] {
    var counts: [UInt32: Double] = [:]
    for post in posts.posts where people.contains(post.author) {
      for topic in post.topics { counts[topic, default: 0] += 1 }
    }
    let sum = counts.values.reduce(0, +)
    let all = interests.all.backward
    return (0..<PersonID(personCount)).map { person in
      guard sum > 0, Int(person) < all.count, all.degree(of: person) > 0 else { return .nan }
      return all.range(of: person).reduce(0) { interest, position in
        let weight = interests.all.backwardWeights?[position] ?? 1
        return interest + weight * (counts[all.neighbours[position]] ?? 0) / sum
      }
    }
  }
}

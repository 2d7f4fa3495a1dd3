#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
package import Graph
package import Values

/// The few who together reach most, how much that is, and how much anybody else could.
package struct Portfolio: Sendable {
  /// Some people in an order, and what they reach.
  package struct Choice: Sendable {
    /// The people.
    package let people: [PersonID]
    /// What each reaches alone.
    package let alone: [Double]
    /// What the first one, two, three and so on reach together.
    package let together: [Double]

    /// What all of them reach together.
    package var reached: Double { together.last ?? 0 }

    /// What they reach one by one and not together: those who are counted more than once.
    package var duplicated: Double { alone.reduce(0, +) - reached }
  }

  /// The people chosen, in the order they were.
  package let chosen: Choice
  /// Whoever reaches most one by one, however much they share.
  package let bestAlone: Choice
  /// Whoever the most people listen to.
  package let mostHeard: Choice
  /// More than this nobody else could reach that may be chosen.
  package let bound: Double
  /// What part of the most there could be the chosen reach, at least.
  package let ratio: Double
  /// The standard error of what the chosen reach; nil where that is exact.
  package let error: Double?
  /// How many sets were drawn to choose by, and as many again to measure by; 0 where it is exact.
  package let draws: Int

  /// How sure the bound and the ratio are where sets are drawn.
  package static let confidence = 0.99
}

extension SpreadModel {
  /// The few of some candidates who together reach most.
  ///
  /// Where nobody passes anything on or ties are few it is exact. Else sets are drawn twice: by those
  /// of one half people are chosen, those of the other say what they reach, which certifies the
  /// ratio; both are doubled until the ratio is 0.9 and the standard error 1 %, or there are as many
  /// as the model says. Throws `cancelled`. Complexity: O(draws x
  /// people found + most x candidates). Source: OPIM-C: Tang, Tang, Xiao, Yuan, 2018.
  package func portfolio(
    of candidates: Candidates,
    threads: Int? = nil,
    watchedBy monitor: WorkMonitor = .unwatched
  ) throws(MetricError) -> Portfolio {
    if isDirect {
      let sets = CoverSets(hearing: ties, worth: worth, of: candidates)
      return try exact(sets, candidates, watchedBy: monitor)
    }
    if let few = ReverseEnumeration(ties, worth: worth, within: hops) {
      return try exact(CoverSets(few.outcomes, of: candidates), candidates, watchedBy: monitor)
    }
    guard total > 0 else {
      return try exact(CoverSets([], of: candidates), candidates, watchedBy: monitor)
    }
    let sizes = Doubling(upTo: draws)
    let samplers = [seed, SeededDraws.mixed(seed)].map {
      ReverseSampler(ties, worth: worth, within: hops, seed: $0)
    }
    let wanted = candidates.set
    var sets = [ReverseSampler.Sets(), ReverseSampler.Sets()]
    var last: Portfolio?
    for (round, size) in sizes.sizes.enumerated() {
      for (half, sampler) in samplers.enumerated() {
        let numbers = sets[half].sizes.count..<size
        sets[half].append(
          try sampler.sets(numbers, of: wanted, threads: threads, watchedBy: monitor)
        )
      }
      monitor.report("choose", Double(round + 1) / Double(sizes.sizes.count))
      let choosing = CoverSets(sets[0], of: candidates)
      let found = try portfolio(
        choosing,
        try choosing.greedy(candidates, watchedBy: monitor),
        measuredBy: CoverSets(sets[1], of: candidates),
        scale: samplers[0].total / Double(size),
        looks: sizes.sizes.count,
        candidates
      )
      last = found
      let isPrecise = (found.error ?? 0) <= 0.01 * found.chosen.reached
      let isLarge = 2 * (sets[0].found + sets[1].found) > ReverseSampler.mostFound
      if (found.ratio >= 0.9 && isPrecise) || isLarge { break }
    }
    if let last { return last }
    return try exact(CoverSets([], of: candidates), candidates, watchedBy: monitor)
  }

  private func exact(
    _ sets: CoverSets,
    _ candidates: Candidates,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Portfolio {
    let choice = try sets.greedy(candidates, watchedBy: monitor)
    let rivals = rivals(sets, candidates)
    return Portfolio(
      chosen: sets.measured(choice.numbers, candidates),
      bestAlone: sets.measured(rivals.alone, candidates),
      mostHeard: sets.measured(rivals.heard, candidates),
      bound: choice.bound,
      ratio: choice.bound > 0 ? choice.covered / choice.bound : 1,
      error: nil,
      draws: 0
    )
  }

  /// A choice by one half of the drawn sets, measured by the other; each set is worth `scale`.
  private func portfolio(
    _ choosing: CoverSets,
    _ choice: CoverSets.Choice,
    measuredBy sets: CoverSets,
    scale: Double,
    looks: Int,
    _ candidates: Candidates
  ) throws(MetricError) -> Portfolio {
    let rivals = rivals(choosing, candidates)
    let chosen = sets.measured(choice.numbers, candidates, scale: scale)
    let covered = sets.covered(by: choice.numbers).last ?? 0
    let margin = log(3 * Double(looks) / (1 - Portfolio.confidence))
    let root = (covered + 2 * margin / 9).squareRoot() - (margin / 2).squareRoot()
    let low = root > 0 ? max(0, root * root - margin / 18) : 0
    let high = (choice.bound + margin / 2).squareRoot() + (margin / 2).squareRoot()
    let count = Double(sets.count)
    let bound = min(high * high, count)
    return Portfolio(
      chosen: chosen,
      bestAlone: sets.measured(rivals.alone, candidates, scale: scale),
      mostHeard: sets.measured(rivals.heard, candidates, scale: scale),
      bound: bound * scale,
      ratio: min(1, low / bound),
      error: scale * (covered * (1 - covered / count)).squareRoot(),
      draws: sets.count
    )
  }

  /// Whoever covers most one by one, and whoever is heard by most.
  private func rivals(
    _ sets: CoverSets,
    _ candidates: Candidates
  ) -> (alone: [Int], heard: [Int]) {
    let gains = CoverSets.Cover(sets).gains
    let alone = gains.indices.sorted { (gains[$0], $1) > (gains[$1], $0) }
    let degrees = candidates.people.map { ties.listeners.degree(of: $0) }
    let heard = degrees.indices.sorted { (degrees[$0], $1) > (degrees[$1], $0) }
    return (candidates.affordable(alone), candidates.affordable(heard))
  }
}

extension CoverSets {
  /// Candidates with what they cover, each set worth `scale`.
  fileprivate func measured(
    _ numbers: [Int],
    _ candidates: Candidates,
    scale: Double = 1
  ) -> Portfolio.Choice {
    let gains = Cover(self).gains
    return Portfolio.Choice(
      people: numbers.map { candidates.people[$0] },
      alone: numbers.map { gains[$0] * scale },
      together: covered(by: numbers).map { $0 * scale }
    )
  }
}

/// So many draws, reached by doubling.
private struct Doubling {
  let sizes: [Int]

  init(upTo most: Int) {
    var sizes = [most]
    while let first = sizes.first, first > 4_000 { sizes.insert((first + 1) / 2, at: 0) }
    self.sizes = sizes
  }
}

package import Values

extension CoverSets {
  /// Candidates chosen one by one, and how much any others could cover at most.
  package struct Choice: Sendable {
    /// Their numbers, in the order they were chosen.
    package let numbers: [Int]
    /// What is covered.
    package let covered: Double
    /// More than this no choice covers that the count and the budget allow.
    package let bound: Double
  }

  /// Takes whoever adds most, again and again; with costs, also whoever adds most for their cost, and
  /// then whichever of the two covers more.
  ///
  /// What is covered is at least 1 - 1/e of the most there could be, with costs half of that; the
  /// bound says how much for these sets. Stops when nobody adds anything. Throws `cancelled`.
  /// Complexity: O(memberships + most x candidates). Source: Nemhauser, Wolsey, Fisher, 1978;
  /// Khuller, Moss, Naor, 1999; Leskovec et al., 2007; the bound over prefixes: Tang et al., 2018.
  package func greedy(
    _ candidates: Candidates,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Choice {
    let plain = try greedy(candidates, perCost: false, watchedBy: monitor)
    guard candidates.costs != nil else { return plain }
    let thrifty = try greedy(candidates, perCost: true, watchedBy: monitor)
    let better = thrifty.covered > plain.covered ? thrifty : plain
    return Choice(
      numbers: better.numbers,
      covered: better.covered,
      bound: min(plain.bound, thrifty.bound)
    )
  }

  private func greedy(
    _ candidates: Candidates,
    perCost: Bool,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Choice {
    var cover = Cover(self)
    // What is left of sums that should be 0 is no gain.
    let least = (cover.gains.max() ?? 0) * 1e-12
    var numbers: [Int] = []
    var spent = 0.0
    var bound = candidates.bound(of: cover.gains)
    var watch = StopWatch(monitor)
    while numbers.count < candidates.most {
      try watch.worked(candidateCount)
      var best: (number: Int, rate: Double)?
      for (number, gain) in cover.gains.enumerated() where gain > least {
        let cost = candidates.cost(number)
        guard spent + cost <= candidates.budget else { continue }
        let rate = perCost ? gain / cost : gain
        if best.map({ rate > $0.rate }) ?? true { best = (number, rate) }
      }
      guard let best else { break }
      cover.take(best.number)
      spent += candidates.cost(best.number)
      numbers.append(best.number)
      // The bound of any prefix holds; those of some say enough.
      if numbers.count.nonzeroBitCount == 1 || numbers.count == candidates.most {
        bound = min(bound, cover.worth + candidates.bound(of: cover.gains))
      }
    }
    bound = max(min(bound, cover.worth + candidates.bound(of: cover.gains)), cover.worth)
    return Choice(numbers: numbers, covered: cover.worth, bound: bound)
  }
}

extension Candidates {
  /// More than this no choice adds, where each adds at most its gain: the greatest gains that may be
  /// chosen; with costs the best that could be bought if people came in parts, where that is less.
  ///
  /// Complexity: O(candidates log candidates).
  func bound(of gains: [Double]) -> Double {
    let useful = gains.indices.filter { gains[$0] > 0 && cost($0) <= budget }
    let greatest = useful.map { gains[$0] }.sorted(by: >).prefix(most).reduce(0, +)
    guard costs != nil else { return greatest }
    var (sum, left) = (0.0, budget)
    for number in useful.sorted(by: { gains[$0] * cost($1) > gains[$1] * cost($0) }) {
      let cost = cost(number)
      guard cost > left else {
        sum += gains[number]
        left -= cost
        continue
      }
      return min(greatest, sum + gains[number] * left / cost)
    }
    return min(greatest, sum)
  }
}

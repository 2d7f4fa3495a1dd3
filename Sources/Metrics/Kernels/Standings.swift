package import Graph

extension [Double] {
  /// For each of some people, the share of them whose number is lower, those with the same counting
  /// half: the empirical distribution with middle ranks, 0 to 1.
  ///
  /// NaN for whoever has no number, or is not among them; who has none does not count. Numbers that
  /// differ by rounding alone (a part in 10^12) are the same, so that the order of a sum cannot part
  /// two people. Complexity: O(people log people).
  package func standings(among people: some Sequence<PersonID>) -> [Double] {
    let sorted = people.map(Int.init).filter { !self[$0].isNaN }
      .sorted { self[$0] < self[$1] }
    var standings = [Double](repeating: .nan, count: count)
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, isSame(self[sorted[end - 1]], self[sorted[end]]) { end += 1 }
      let share = (Double(start) + Double(end)) / 2 / Double(sorted.count)
      for person in sorted[start..<end] { standings[person] = share }
      start = end
    }
    return standings
  }

  /// The standings, in which whoever has no number stands where the least number does.
  ///
  /// Zero for all where nobody has one.
  package func standings(filledAmong people: PersonSet) -> [Double] {
    let people = people.people
    var standings = self.standings(among: people)
    let least = people.map { standings[Int($0)] }.filter { !$0.isNaN }.min() ?? 0
    for person in people where standings[Int(person)].isNaN { standings[Int(person)] = least }
    return standings
  }

  private func isSame(_ low: Double, _ high: Double) -> Bool {
    low == high || high - low <= 1e-12 * Swift.max(1, high.magnitude)
  }
}

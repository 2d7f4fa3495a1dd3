import Graph
import Metrics
import Query
import Values

extension Evaluator {
  /// What a ranking goes by: numbers without the bits in which sums of the same decimals differ.
  struct Ranking {
    private let column: PersonColumn
    /// Whether the least comes first.
    let isAscending: Bool
    /// The companion it goes by, where it does not go by the measure itself.
    let companion: String?

    init(_ column: PersonColumn, isAscending: Bool, companion: String? = nil) {
      self.column = column
      self.isAscending = isAscending
      self.companion = companion
    }

    /// Everybody's number.
    var values: [Double] { column.all.map(\.withoutLastBits) }

    /// The numbers of some people.
    func values(of people: [PersonID]) -> [Double] { column.of(people).map(\.withoutLastBits) }

    /// The number of one person.
    subscript(person: PersonID) -> Double { values(of: [person])[0] }
  }

  /// The first people of a ranking, each with a place; 0 where the value is missing.
  struct Standing {
    var people: [PersonID]
    var ranks: [Rank]
    /// How many more share the last place.
    var cut = 0

    /// The ranks of some of them, in another order.
    func ranks(of others: [PersonID]) -> [Rank] {
      let places = Dictionary(zip(people, ranks)) { first, _ in first }
      return others.compactMap { places[$0] }
    }
  }

  /// A proportion ranks by the cautious end of its interval; everything else by its value.
  func ranking(of measure: BoundMeasure, fromBottom: Bool) -> Ranking {
    let companion = fromBottom ? "high" : "low"
    if case .metric(let call) = measure.opened, call.metric.card.isProportion,
      let column = result(of: call)?[companion]?.column
    {
      return Ranking(column, isAscending: fromBottom, companion: companion)
    }
    return Ranking(.kept(numbers(of: measure)), isAscending: fromBottom)
  }

  /// Some people by a ranking, no more than the first `count` of them.
  ///
  /// Complexity: O(people log people); for the first few O(people).
  func standing(of people: [PersonID], by ranking: Ranking, first count: Int?) -> Standing {
    let ordered = RowOrder(keys: [], people: graph.people, monitor: monitor).sorted(
      people,
      first: count,
      by: ranking.values(of: people),
      isAscending: ranking.isAscending
    )
    let ranks = ranks(of: ordered, by: ranking.values(of: ordered))
    guard let count, ordered.count > count else { return Standing(people: ordered, ranks: ranks) }
    let last = ranks[count - 1]
    return Standing(
      people: Array(ordered.prefix(count)),
      ranks: Array(ranks.prefix(count)),
      cut: ranks.dropFirst(count).prefix { last.place > 0 && $0 == last }.count
    )
  }

  /// Each one's place among people who are in order, given their values; 0 where one is missing.
  private func ranks(of ordered: [PersonID], by values: [Double]) -> [Rank] {
    var ranks = [Rank](repeating: Rank(0, isShared: false), count: ordered.count)
    var start = 0
    while start < ordered.count, !values[start].isNaN {
      var end = start + 1
      while end < ordered.count, values[end] == values[start] { end += 1 }
      for position in start..<end { ranks[position] = Rank(start + 1, isShared: end - start > 1) }
      start = end
    }
    return ranks
  }
}

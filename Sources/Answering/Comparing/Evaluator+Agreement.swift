import Graph
import Metrics
import Query
import Values

extension Evaluator {
  /// What two measures have in common.
  private struct Agreement {
    let names: (String, String)
    let spearman: Double
    let kendall: Double
    let overlap: Double
    let jaccard: Double
    let count: Int
    let leftOut: Int

    /// That the two are near-duplicates, where they are: either would do.
    var sentence: String? {
      guard spearman >= 0.95, count >= 10 else { return nil }
      let rho = Evaluator.spelled(spearman, .plain)
      return "\(names.0) and \(names.1) are near-duplicates: spearman \(rho)"
    }
  }

  /// How much each depth weighs against the one before in rank-biased overlap.
  private static let persistence = 0.9

  /// How far each two measures agree about the people who have a value by both, and which of them
  /// are near-duplicates; nil with one.
  ///
  /// The top is what was asked for, else as many as `chosen(among:)` says. Complexity: O(pairs x
  /// people log people).
  func agreement(
    of sides: [Side],
    among rows: PersonSet,
    first asked: Int?
  ) throws(EvaluationError) -> (part: Answer.Part, duplicates: [String])? {
    guard sides.count > 1 else { return nil }
    let all = rows.count
    let top = asked ?? Evaluator.chosen(among: all)
    var pairs: [Agreement] = []
    for (index, left) in sides.enumerated() {
      for right in sides.dropFirst(index + 1) {
        guard !monitor.isCancelled() else { throw .cancelled }
        let (order, other) = (left.order(with: right), right.order(with: left))
        let numbers = left.ranking.values(of: order)
        let others = right.ranking.values(of: order)
        pairs.append(
          Agreement(
            names: (left.name, right.name),
            spearman: RankCorrelation.spearman(numbers, others),
            kendall: RankCorrelation.kendall(numbers, others),
            overlap: RankingOverlap.extrapolated(
              order,
              other,
              persistence: Evaluator.persistence
            ),
            jaccard: RankingOverlap.jaccard(order, other, first: top),
            count: order.count,
            leftOut: all - order.count
          )
        )
      }
    }
    let part = Answer.Part(
      "agreement",
      "how far they agree: spearman and kendall from -1 to 1; rbo weighs the first places most, "
        + "p = \(Reading.literal(Evaluator.persistence, false)); equals are taken by name",
      Table(Evaluator.columns(of: pairs, top: top), rowNoun: "pairs")
    )
    return (part, pairs.compactMap(\.sentence))
  }

  /// How many are chosen where nothing says: ten, or half of them where they are fewer than twenty,
  /// as all of them are the same people by any measure.
  static func chosen(among count: Int) -> Int { min(10, max(1, count / 2)) }

  private static func columns(of pairs: [Agreement], top: Int) -> [Column] {
    let constant = "a measure is the same for all of them"
    return [
      Column("measure", cells: .texts(pairs.map(\.names.0))),
      Column("other measure", cells: .texts(pairs.map(\.names.1))),
      Column("spearman", cells: .numbers(pairs.map(\.spearman)), missingReason: constant),
      Column("kendall", cells: .numbers(pairs.map(\.kendall)), missingReason: constant),
      Column(
        "rbo",
        unit: .score,
        cells: .numbers(pairs.map(\.overlap)),
        missingReason: "nobody has both"
      ),
      Column(
        "top \(top) jaccard",
        unit: .share,
        cells: .numbers(pairs.map(\.jaccard)),
        missingReason: "nobody has both"
      ),
      Column("n", unit: .count(of: "people"), cells: .numbers(pairs.map { Double($0.count) })),
      Column(
        "left out",
        unit: .count(of: "people"),
        cells: .numbers(pairs.map { Double($0.leftOut) })
      ),
    ]
  }
}

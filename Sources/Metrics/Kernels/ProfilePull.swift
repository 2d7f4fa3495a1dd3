package import Graph

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Compares what each audience weighs, person by person, with what a group does.
///
/// With m the sum of the lesser of both, W and T the sums of each: Jaccard or Ruzicka is
/// m / (W + T - m), Dice 2 m / (W + T), the overlap coefficient m / min(W, T).
package struct ProfilePull: Sendable {
  private let rows: Rows
  private let weight: MetricArguments.Weight?
  private let missing: Double
  /// The ties whose weight is inferred where none is known.
  private let inferred: Relation?
  /// What the group weighs in each person: 1, or their interest where a weight is compared with it.
  private let group: [Double]
  private let groupSum: Double
  private let groupSquares: Double

  /// The comparison over a relation; a missing weight is 0 unless the arguments say otherwise.
  ///
  /// Complexity: O(people).
  package init(
    _ relation: Relation,
    group: MetricArguments.Group,
    with arguments: MetricArguments
  ) {
    rows = relation.backward
    let count = relation.backward.count
    if case .ties(let ties, let name)? = arguments.weight {
      weight = .ties(ties.widened(sources: count, targets: count), name: name)
    } else {
      weight = arguments.weight
    }
    inferred = arguments.inferredTrust?.ties.widened(sources: count, targets: count)
    missing = weight?.isTrust == true ? arguments.missingTrust ?? 0 : 0
    let interest = arguments.weight == nil ? nil : group.interest
    self.group = (0..<count).map { person in
      interest?[person] ?? (group.members.contains(PersonID(person)) ? 1 : 0)
    }
    groupSum = self.group.reduce(0, +)
    groupSquares = self.group.reduce(0) { $0 + $1 * $1 }
  }

  /// Jaccard, Dice, cosine, overlap coefficient, m and the size of each audience of a range.
  ///
  /// Complexity: O(ties of the range, of the relation and of the weights).
  package func columns(_ range: Range<Int>) -> [[Double]] {
    var columns = Array(repeating: [Double](), count: 6)
    for person in range {
      var (least, sum, squares, product) = (0.0, 0.0, 0.0, 0.0)
      for (member, weight) in weights(of: UInt32(person)) {
        let other = group[Int(member)]
        least += min(weight, other)
        sum += weight
        squares += weight * weight
        product += weight * other
      }
      let own = group[person]
      let total = groupSum - own
      let norm = (squares * (groupSquares - own * own)).squareRoot()
      columns[0].append(ratio(least, sum + total - least))
      columns[1].append(ratio(2 * least, sum + total))
      columns[2].append(ratio(product, norm))
      columns[3].append(ratio(least, min(sum, total)))
      columns[4].append(least)
      columns[5].append(Double(rows.degree(of: UInt32(person))))
    }
    return columns
  }

  /// A part that rounding does not lift above 1; NaN where nothing is compared.
  private func ratio(_ part: Double, _ whole: Double) -> Double {
    whole > 1e-12 ? min(1, part / whole) : .nan
  }

  /// The members of an audience with what each weighs, at least 0, in the order of their numbers.
  private func weights(of person: UInt32) -> [(UInt32, Double)] {
    let audience = rows[person]
    switch weight {
    case nil: return audience.map { ($0, 1) }
    case .people(let weights, _): return audience.map { ($0, max(0, weights[Int($0)])) }
    case .ties(let ties, _):
      var position = Int(ties.backward.starts[Int(person)])
      let end = Int(ties.backward.starts[Int(person) + 1])
      return audience.map { member in
        while position < end, ties.backward.neighbours[position] < member { position += 1 }
        guard position < end, ties.backward.neighbours[position] == member else {
          return (member, inferred?.weight(from: member, to: person).map { max(0, $0) } ?? missing)
        }
        return (member, max(0, ties.backwardWeights?[position] ?? 1))
      }
    }
  }
}

/// What audiences care for, topic by topic.
package struct InterestProfiles: Sendable {
  private let interests: Relation
  private let isMeant: [Bool]
  private let meantSum: Double
  private let everySum: Double

  /// The profiles of a graph, for a topic and those below it.
  ///
  /// Complexity: O(interests).
  package init(of graph: Graph, topic: UInt32) {
    interests = graph.interests.all
    let branch = Set(graph.topicForest.branch(of: topic))
    isMeant = (0..<UInt32(graph.topicCount)).map(branch.contains)
    var sums = [0.0, 0.0]
    for topic in 0..<UInt32(interests.forward.count) {
      for position in interests.forward.range(of: topic) {
        let weight = interests.forwardWeights?[position] ?? 1
        sums[0] += weight
        if isMeant[Int(topic)] { sums[1] += weight }
      }
    }
    (everySum, meantSum) = (sums[0], sums[1])
  }

  /// The part, its index, the breadth and how many have an interest, of each audience of a range.
  ///
  /// Complexity: O(people + interests of the audiences + topics).
  package func columns(_ range: Range<Int>, audiences: Rows) -> [[Double]] {
    var columns = Array(repeating: [Double](), count: 4)
    var sums = [Double](repeating: 0, count: isMeant.count)
    for person in range {
      var interested = 0.0
      var topics: Set<UInt32> = []
      for member in audiences[UInt32(person)] {
        var isInterested = false
        each(of: member) { topic, weight in
          sums[Int(topic)] += weight
          topics.insert(topic)
          isInterested = isInterested || weight > 0
        }
        interested += isInterested ? 1 : 0
      }
      let touched = topics.sorted()
      let whole = touched.reduce(0) { $0 + sums[Int($1)] }
      let meant = touched.reduce(0) { isMeant[Int($1)] ? $0 + sums[Int($1)] : $0 }
      let share = whole > 0 ? min(1, meant / whole) : .nan
      let entropy = touched.reduce(0.0) { entropy, topic in
        let part = sums[Int(topic)] / whole
        return part > 0 ? entropy - part * log(part) : entropy
      }
      columns[0].append(share)
      columns[1].append(100 * share / usual(without: UInt32(person)))
      columns[2].append(whole > 0 ? exp(entropy) : .nan)
      columns[3].append(interested)
      for topic in touched { sums[Int(topic)] = 0 }
    }
    columns[1] = columns[1].map { $0.isFinite ? $0 : .nan }
    return columns
  }

  /// The same part of what everybody else cares for.
  private func usual(without person: UInt32) -> Double {
    var (meant, every) = (meantSum, everySum)
    each(of: person) { topic, weight in
      every -= weight
      if isMeant[Int(topic)] { meant -= weight }
    }
    return every > 1e-12 && meant > 1e-12 ? meant / every : .nan
  }

  private func each(of person: UInt32, _ take: (UInt32, Double) -> Void) {
    guard Int(person) < interests.backward.count else { return }
    for position in interests.backward.range(of: person) {
      take(interests.backward.neighbours[position], interests.backwardWeights?[position] ?? 1)
    }
  }
}

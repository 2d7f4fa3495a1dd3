import Graph
import Metrics
import Query
import Values

extension Evaluator {
  /// How much each two of some sets share.
  ///
  /// With a and b people in the two sets, x in both, and n in the graph: jaccard `x / (a + b - x)`,
  /// containment `x / min(a, b)`, lift `x n / (a b)`. What an empty set leaves without a value is
  /// missing. Complexity: that of `PairwiseOverlaps`, plus the sets. Source: Jaccard 1901;
  /// Szymkiewicz and Simpson for containment; lift as in market basket analysis.
  mutating func overlap(
    _ question: Question,
    between sets: [BoundPeople]
  ) throws(EvaluationError) -> Answer {
    var members: [PersonSet] = []
    for set in sets {
      let people = try people(set)
      note(.set, Reading.text(of: set), rows: people.count)
      members.append(people)
    }
    let names = sets.map { Reading.text(of: $0) }
    let overlaps: PairwiseOverlaps
    do throws(MetricError) {
      overlaps = try PairwiseOverlaps(of: members, watchedBy: monitor)
    } catch {
      throw .metric(name: "overlap between", error)
    }
    var pairs: [Pair] = []
    for first in members.indices {
      for second in members.indices.dropFirst(first + 1) {
        pairs.append(
          Pair(
            names: (names[first], names[second]),
            sizes: (Double(overlaps.sizes[first]), Double(overlaps.sizes[second])),
            shared: Double(overlaps.shared(first, second))
          )
        )
      }
    }
    var remarks = zip(names, members).filter(\.1.isEmpty).map { "nobody is in `\($0.0)`" }
    if let first = members.first, members.count > 2 {
      let all = members.dropFirst().reduce(first) { $0.intersection($1) }.count
      let any = members.dropFirst().reduce(first) { $0.union($1) }.count
      let everywhere = "\(Tally.text(all, "people")) \(all == 1 ? "is" : "are") in all sets"
      remarks.append("\(everywhere), \(Tally.digits(any)) in any")
    }
    let few = members.count { !$0.isEmpty && $0.count < 10 }
    if few > 0 {
      remarks.append("small n: \(Tally.digits(few)) of the sets have fewer than 10 people")
    }
    return Answer(
      reading: Reading.text(of: question),
      table: Table(Pair.columns(of: pairs, among: graph.presentCount), rowNoun: "pairs"),
      remarks: remarks
    )
  }

  /// The chain of ties from one person to another.
  mutating func path(
    _ question: Question,
    from source: Question.Person,
    to target: Question.Person,
    over name: String,
    within hops: Int?
  ) throws(EvaluationError) -> Answer {
    let relation =
      network(over: name).relations[name]
      ?? Relation(sources: graph.personCount, targets: graph.personCount)
    var search = ChainSearch(over: relation, handles: graph.people, watchedBy: monitor)
    let links: [ChainSearch.Link]?
    var remarks: [String] = []
    do throws(MetricError) {
      links = try search.chain(from: source.id, to: target.id, within: hops)
      if links == nil {
        let onwards = try search.reach(of: source.id, forwards: true, within: hops)
        let back = try search.reach(of: target.id, forwards: false, within: hops)
        let (from, to) = (Reading.handle(source.handle), Reading.handle(target.handle))
        remarks = [
          "no chain leads from \(from) to \(to)",
          "\(from) leads to \(Tally.text(onwards, "people")), and "
            + "\(Tally.text(back, "people")) \(back == 1 ? "leads" : "lead") to \(to)",
        ]
      }
    } catch {
      throw .metric(name: "path", error)
    }
    if source.id == target.id { remarks.append("both ends are the same person") }
    let isWeighted = relation.forwardWeights != nil
    if isWeighted, links?.contains(where: { $0.weight > 1 }) == true {
      remarks.append("weights above 1 count as 1")
    }
    let columns = columns(of: links ?? [], isWeighted: isWeighted, over: name)
    return Answer(
      reading: Reading.text(of: question),
      defaults: isWeighted
        ? ["weights multiply", "ties of no positive weight are left out"] : ["shortest chain"],
      table: Table(columns, rowNoun: "hops"),
      remarks: remarks
    )
  }

  private func columns(
    of links: [ChainSearch.Link],
    isWeighted: Bool,
    over name: String
  ) -> [Column] {
    let columns = [
      Column(
        "step",
        unit: .count(of: "steps"),
        cells: .numbers(links.indices.map { Double($0 + 1) })
      ),
      Column("source", cells: .people(links.map(\.source), graph.people)),
      Column("target", cells: .people(links.map(\.target), graph.people)),
    ]
    guard isWeighted else { return columns }
    var product = 1.0
    let products = links.map { link in
      product *= min(link.weight, 1)
      return product
    }
    let unit = name == "trust" ? Unit.score : .plain
    return columns + [
      Column("weight", unit: unit, cells: .numbers(links.map(\.weight))),
      Column("so far", unit: .score, cells: .numbers(products)),
    ]
  }
}

/// Two sets and what they share.
private struct Pair {
  let names: (String, String)
  let sizes: (Double, Double)
  let shared: Double

  /// A row for each of some pairs, among so many people.
  static func columns(of pairs: [Pair], among count: Int) -> [Column] {
    func numbers(_ name: String, _ unit: Unit, _ number: (Pair) -> Double) -> Column {
      let values = pairs.map(number).map { $0.isFinite ? $0 : .nan }
      return Column(name, unit: unit, cells: .numbers(values), missingReason: "an empty set")
    }
    let population = Double(count)
    return [
      Column("set", cells: .texts(pairs.map(\.names.0))),
      Column("other set", cells: .texts(pairs.map(\.names.1))),
      numbers("size", .count(of: "people"), \.sizes.0),
      numbers("other size", .count(of: "people"), \.sizes.1),
      numbers("shared", .count(of: "people"), \.shared),
      numbers("jaccard", .share) { $0.shared / ($0.sizes.0 + $0.sizes.1 - $0.shared) },
      numbers("containment", .share) { $0.shared / min($0.sizes.0, $0.sizes.1) },
      numbers("of first", .share) { $0.shared / $0.sizes.0 },
      numbers("of second", .share) { $0.shared / $0.sizes.1 },
      numbers("lift", .ratio) { $0.shared * population / ($0.sizes.0 * $0.sizes.1) },
      numbers("p", .score) { pair in
        guard pair.sizes.0 > 0, pair.sizes.1 > 0 else { return .nan }
        return Hypergeometric(
          population: count,
          marked: Int(pair.sizes.0),
          draws: Int(pair.sizes.1)
        ).atLeast(Int(pair.shared))
      },
    ]
  }
}

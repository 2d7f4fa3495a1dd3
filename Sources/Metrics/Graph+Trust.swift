package import Graph

extension Graph {
  /// The relation a metric of trust reads: the one behind `over`, or the card's own.
  ///
  /// Throws `relationNotLoaded`, and `relationWithoutWeights` for another than `trust` whose ties
  /// carry none.
  package func trust(
    _ arguments: MetricArguments,
    of card: MetricCard
  ) throws(MetricError) -> Relation {
    let relation = try self.relation(arguments.relation, orElse: card.relation)
    if let name = arguments.relation, name != "trust", relation.backwardWeights == nil {
      throw .relationWithoutWeights(name)
    }
    return relation
  }
}

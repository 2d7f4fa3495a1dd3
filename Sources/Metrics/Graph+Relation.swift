package import Graph

extension Graph {
  /// The relation a metric reads: the one that was named, or else its own.
  package func relation(
    _ named: String?,
    orElse standard: String?
  ) throws(MetricError) -> Relation {
    let name = named ?? standard ?? "follows"
    guard let relation = relations[name] else {
      throw .relationNotLoaded(name, loaded: relationNames)
    }
    return relation
  }
}

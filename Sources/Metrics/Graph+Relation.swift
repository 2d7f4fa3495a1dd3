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

  /// How many ties of the relation a metric reads end at each person.
  func degrees(
    of named: String?,
    orElse standard: String?
  ) throws(MetricError) -> [Double] {
    let name = named ?? standard ?? "follows"
    guard let degrees = relations.backwardDegrees(of: name) else {
      throw .relationNotLoaded(name, loaded: relationNames)
    }
    return degrees
  }
}

import Graph

/// Follows from a file of text to a graph that is ready for any question.
package struct LoadFollows: Workload {
  package let card = WorkloadCard(
    name: "load-follows",
    summary: "load the follows, names as text, to a graph ready for questions",
    bars: [Bar(peer: .duckdb, ratio: 0.55), Bar(peer: .polars, ratio: 1.1)]
  )

  /// The workload.
  package init() {}

  package func prepare(at site: Site) throws -> () throws -> Sample {
    let statement = site.loading(.plain)
    return {
      try Sample.timed {
        let talk = Talk()
        try talk.say(statement)
        return talk.graph
      } check: {
        Double($0.relations["follows"]?.count ?? 0)
      }
    }
  }
}

import Graph

/// Follows with a trust each from a file of text to a graph.
package struct LoadTrust: Workload {
  package let card = WorkloadCard(
    name: "load-trust",
    summary: "load the follows with a trust each",
    bars: [Bar(peer: .duckdb, ratio: 0.65)]
  )

  /// The workload.
  package init() {}

  package func prepare(at site: Site) throws -> () throws -> Sample {
    let statement = site.loading(.trust)
    return {
      try Sample.timed {
        let talk = Talk()
        try talk.say(statement)
        return talk.graph
      } check: {
        Double($0.relations["trust"]?.count ?? 0)
      }
    }
  }
}

import Graph

/// Whose audience, weighted by its trust, cares most about a topic.
package struct HeadlineByTrust: Workload {
  package let card = WorkloadCard(
    name: "headline-by-trust",
    summary: "the same, weighted by trust",
    bars: [Bar(peer: .scipy, ratio: 0.4), Bar(peer: .duckdb, ratio: 0.02)]
  )

  /// The workload.
  package init() {}

  package func prepare(at site: Site) throws -> () throws -> Sample {
    let talk = try site.talk()
    let measure = "audience overlap with #\(GraphFiles.topic) weighted by trust"
    let answer = try talk.say("show \(measure) for @\(site.files.summary.topName)")
    let check = talk.number("audience overlap", in: answer)
    return {
      try Sample.timed {
        try talk.say("top 10 people by \(measure) where followers >= 100")
      } check: { _ in
        check
      }
    }
  }

  package func floor(at site: Site, on roofline: Roofline) throws -> Double? {
    let follows = site.files.summary.follows
    return roofline.floor(bytes: follows * 6)
  }
}

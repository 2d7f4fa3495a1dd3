import Graph

/// How many people could hear each of a hundred within two steps.
package struct TwoHopReach: Workload {
  package let card = WorkloadCard(
    name: "two-hop-reach",
    summary: "how many people each of 100 reaches within two steps",
    bars: [Bar(peer: .igraph, ratio: 0.1)]
  )

  /// The workload.
  package init() {}

  package func prepare(at site: Site) throws -> () throws -> Sample {
    let talk = try site.talk()
    let people = site.files.summary.seedNames.map { "@" + $0 }.joined(separator: ", ")
    return {
      try Sample.timed {
        try talk.say("show reach within 2 hops for \(people)")
      } check: { answer in
        let rows = answer.split(separator: "\n").dropFirst()
        return rows.reduce(0) { $0 + (Double($1.split(separator: "\t").last ?? "") ?? 0) }
      }
    }
  }
}

import Graph

/// What was done to the largest accounts, by kind and month.
package struct InteractionsByMonth: Workload {
  package let card = WorkloadCard(
    name: "interactions",
    summary: "interactions by kind and month for the 1,000 with most followers",
    bars: [Bar(peer: .polars, ratio: 0.3)]
  )

  private static let question =
    "likes received, replies received, shares received, mentions received for those per month"

  /// The workload.
  package init() {}

  package func prepare(at site: Site) throws -> () throws -> Sample {
    let talk = try site.talk()
    try talk.say("load interactions from \"\(site.files.path("interactions.csv"))\"")
    try talk.say("top 1000 people by followers | keep person | limit 1000")
    return {
      try Sample.timed {
        try talk.say(Self.question)
      } check: { answer in
        let rows = answer.split(separator: "\n").dropFirst().map { $0.split(separator: "\t") }
        return rows.reduce(0) { $0 + $1.suffix(4).reduce(0) { $0 + (Double($1) ?? 0) } }
      }
    }
  }
}

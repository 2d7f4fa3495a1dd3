import Archiving
import Graph

/// A graph from a file of its own form, to the first answer.
package struct SnapshotOpen: Workload {
  package let card = WorkloadCard(
    name: "snapshot-open",
    summary: "open a saved graph with trust and interests, and ask who has most followers",
    bars: [Bar(peer: .scipy, ratio: 1.0)]
  )

  /// The workload.
  package init() {}

  package func prepare(at site: Site) throws -> () throws -> Sample {
    let path = site.files.path("opened.kithgraph")
    let writer = try site.talk()
    try writer.say("set overwrite yes")
    try writer.say("save \"\(path)\"")
    return {
      try Sample.timed {
        let talk = Talk()
        try talk.say("open \"\(path)\"")
        return (talk, try talk.say("top 1 people by followers"))
      } check: { talk, answer in
        talk.number("followers", in: answer)
      }
    }
  }
}

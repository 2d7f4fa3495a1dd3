import Archiving
import Graph

/// A graph to a file of its own form.
package struct SnapshotSave: Workload {
  package let card = WorkloadCard(
    name: "snapshot-save",
    summary: "save the graph with trust and interests to a file",
    bars: [Bar(peer: .duckdb, ratio: 0.1)]
  )

  /// The workload.
  package init() {}

  package func prepare(at site: Site) throws -> () throws -> Sample {
    let talk = try site.talk()
    try talk.say("set overwrite yes")
    let path = site.files.path("saved.kithgraph")
    return {
      try Sample.timed {
        try talk.say("save \"\(path)\"")
      } check: { _ in
        nil
      }
    }
  }
}

import Graph
import Metrics

/// Whom news from the largest account may reach, and in how many steps.
package struct BreadthFirst: Workload {
  package let card = WorkloadCard(
    name: "breadth-first",
    summary: "everybody's distance from the person with most followers",
    bars: [Bar(peer: .networkit, ratio: 0.05)]
  )

  /// The workload.
  package init() {}

  package func prepare(at site: Site) throws -> () throws -> Sample {
    let follows = try site.follows()
    let top = site.files.summary.top
    return {
      try Sample.timed {
        try BreadthFirstSearch(along: follows.backward, against: follows.forward).run(from: [top])
      } check: {
        Double($0.reached + 1)
      }
    }
  }
}

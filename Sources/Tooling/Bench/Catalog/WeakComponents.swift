import Graph
import Metrics

/// Who hangs together with whom, whichever way follows point.
package struct WeakComponents: Workload {
  package let card = WorkloadCard(
    name: "components",
    summary: "the weakly connected component of everybody",
    bars: [Bar(peer: .networkit, ratio: 0.1)]
  )

  /// The workload.
  package init() {}

  package func prepare(at site: Site) throws -> () throws -> Sample {
    let follows = try site.follows()
    return {
      try Sample.timed {
        try Components(of: follows)
      } check: { components in
        Double(components.roots.enumerated().count { $0 == Int($1) })
      }
    }
  }
}

import Graph
import Metrics

/// How many triangles of contacts there are.
package struct TrianglesOfContacts: Workload {
  package let card = WorkloadCard(
    name: "triangles",
    summary: "how many triangles of contacts everybody is part of",
    bars: [Bar(peer: .graphblas, ratio: 0.4)]
  )

  /// The workload.
  package init() {}

  package func prepare(at site: Site) throws -> () throws -> Sample {
    let contacts = try Rows(contactsIn: site.follows())
    return {
      try Sample.timed {
        try Triangles(of: contacts)
      } check: {
        Double($0.counts.reduce(0, +) / 3)
      }
    }
  }
}

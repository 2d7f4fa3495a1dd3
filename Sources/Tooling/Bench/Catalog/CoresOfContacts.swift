import Graph
import Metrics

/// How deep in the dense middle everybody sits.
package struct CoresOfContacts: Workload {
  package let card = WorkloadCard(
    name: "k-core",
    summary: "the core number of everybody among their contacts",
    bars: [Bar(peer: .networkit, ratio: 0.7)]
  )

  /// The workload.
  package init() {}

  package func prepare(at site: Site) throws -> () throws -> Sample {
    let contacts = try Rows(contactsIn: site.follows())
    return {
      try Sample.timed {
        try CoreNumbers(of: contacts)
      } check: {
        $0.cores.max().map(Double.init)
      }
    }
  }
}

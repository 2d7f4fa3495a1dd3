import Graph
import Metrics
import Values

/// The scan behind the headline question, without the question.
package struct AudienceScanning: Workload {
  package let card = WorkloadCard(
    name: "audience-scan",
    summary: "everybody's audience overlap with a topic, by trust, without question and table"
  )

  /// The workload.
  package init() {}

  package func prepare(at site: Site) throws -> () throws -> Sample {
    let graph = try site.graph()
    let topic = graph.topics.number(of: GraphFiles.topic) ?? 0
    let arguments = MetricArguments(
      group: MetricArguments.Group(
        members: graph.people(interestedIn: topic, atLeast: 0.5),
        interest: SparseColumn(interestIn: [topic], of: graph)
      ),
      weight: graph.relations["trust"].map { .ties($0, name: "trust") }
    )
    return {
      try Sample.timed {
        try AudienceOverlap().compute(on: graph, with: arguments, watchedBy: .unwatched)
      } check: {
        $0.values[Int(site.files.summary.top)]
      }
    }
  }

  package func floor(at site: Site, on roofline: Roofline) throws -> Double? {
    roofline.floor(bytes: site.files.summary.follows * 6)
  }
}

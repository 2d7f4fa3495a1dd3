import Graph
import Metrics

/// PageRank that starts at those who care about a topic.
package struct TopicPageRank: Workload {
  package let card = WorkloadCard(
    name: "topic-pagerank",
    summary: "PageRank from those interested in a topic, 50 rounds in double precision",
    bars: [Bar(peer: .graphblas, ratio: 0.4)]
  )

  /// The workload.
  package init() {}

  package func prepare(at site: Site) throws -> () throws -> Sample {
    let graph = try site.graph()
    let follows = try site.follows()
    let topic = graph.topics.number(of: GraphFiles.topic) ?? 0
    let fans = graph.people(interestedIn: topic, atLeast: 0.5)
    let start = RandomWalk.start(in: graph, at: fans, topic: nil) ?? []
    return {
      try Sample.timed {
        try RandomWalk(follows, damping: 0.85, start: start)
          .run(tolerance: -1, most: PageRankRounds.rounds)
      } check: {
        $0.shares[Int(site.files.summary.top)]
      }
    }
  }
}

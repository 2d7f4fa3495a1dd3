/// How much memory the follows take at rest, both directions and all names.
package struct MemoryOfFollows: Workload {
  package let card = WorkloadCard(
    name: "memory-follows",
    summary: "memory at rest, a follow, with all names and both directions",
    unit: .bytesPerTie,
    limit: 10
  )

  /// The workload.
  package init() {}

  package func prepare(at site: Site) throws -> () throws -> Sample {
    { try Residence.sample(of: site.loading(.plain), ties: site.files.summary.follows) }
  }
}

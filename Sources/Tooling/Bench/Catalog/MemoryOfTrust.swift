/// How much memory the follows take at rest with a trust each, both directions and all names.
package struct MemoryOfTrust: Workload {
  package let card = WorkloadCard(
    name: "memory-trust",
    summary: "memory at rest, a follow with its trust, with all names and both directions",
    unit: .bytesPerTie,
    limit: 18
  )

  /// The workload.
  package init() {}

  package func prepare(at site: Site) throws -> () throws -> Sample {
    { try Residence.sample(of: site.loading(.trust), ties: site.files.summary.follows) }
  }
}

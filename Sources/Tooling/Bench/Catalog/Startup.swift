import Foundation

/// From nothing to the first prompt.
package struct Startup: Workload {
  package let card = WorkloadCard(
    name: "startup",
    summary: "start, be ready for a statement, leave",
    bars: [Bar(peer: .duckdbShell, ratio: 1.0)]
  )

  /// The workload.
  package init() {}

  /// Runs the program that was built beside this one.
  package func prepare(at site: Site) throws -> () throws -> Sample {
    let folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    return try Program.startups(of: folder.appending(path: "kith").path, [])
  }
}

/// A system that Kith is measured beside.
package enum Peer: String, CaseIterable, Codable, Sendable {
  case duckdb = "DuckDB"
  case duckdbShell = "duckdb"
  case polars = "Polars"
  case scipy = "SciPy"
  case graphblas = "GraphBLAS"
  case networkit = "NetworKit"
  case igraph = "igraph"

  /// The script that runs it, beside the others in `Peers`; nil for a program.
  var script: String? {
    self == .duckdbShell ? nil : "\(rawValue.lowercased())_peer.py"
  }

  /// The packages they all come in.
  static let packages = [
    "duckdb", "duckdb-cli", "polars", "networkit", "igraph", "python-graphblas", "scipy", "numpy",
  ]
}

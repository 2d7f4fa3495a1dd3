import Notation

/// What keeps the loom from weaving, in the form compilers use, so that editors can open the place.
enum LoomError: Error {
  case usage
  case file(FileError)
  case noProtocol(target: String)
  /// Faults of the grammar, each as `file:line: error: what`.
  case faults([String])

  /// The words for it.
  var message: String {
    switch self {
    case .usage:
      "error: usage: Loom catalogue TARGET OUTPUT FILE... | Loom grammar OUTPUT FILE..."
    case .file(let error): error.message
    case .noProtocol(let target):
      "error: no catalogue is known for the target \(target); add it to Catalogue.protocols"
    case .faults(let faults): faults.joined(separator: "\n")
    }
  }
}

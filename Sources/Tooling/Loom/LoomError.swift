import Notation

/// What keeps the loom from weaving, in the form compilers use, so that editors can open the place.
enum LoomError: Error {
  case usage
  case file(FileError)
  case noProtocol(target: String)
  /// An example holds what ends a text of Swift.
  case unwovenText(path: String)
  /// Faults of the grammar, each as `file:line: error: what`.
  case faults([String])

  /// The words for it.
  var message: String {
    switch self {
    case .usage:
      """
      error: usage: Loom catalogue TARGET OUTPUT FILE... | Loom grammar OUTPUT FILE... \
      | Loom examples OUTPUT ROOT FILE...
      """
    case .file(let error): error.message
    case .noProtocol(let target):
      "error: no catalogue is known for the target \(target); add it to Catalogue.protocols"
    case .unwovenText(let path):
      "\(path):1: error: it holds the signs that end a text of Swift, \(ExampleWeaving.end)"
    case .faults(let faults): faults.joined(separator: "\n")
    }
  }
}

import Notation

/// What keeps the atlas from being made.
enum AtlasError: Error {
  case usage
  case file(FileError)
  /// Faults of the grammar, each as `file:line: error: what`.
  case faults([String])
  /// Files that are not what the grammar makes.
  case stale([String])

  /// The words for it.
  var message: String {
    switch self {
    case .usage: "error: usage: Atlas [FOLDER] [--check]"
    case .file(let error): error.message
    case .faults(let faults): faults.joined(separator: "\n")
    case .stale(let paths):
      (paths.map { "\($0): error: is not what the grammar makes" } + ["refresh: swift run Atlas"])
        .joined(separator: "\n")
    }
  }
}

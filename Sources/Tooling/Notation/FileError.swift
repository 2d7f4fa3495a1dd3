/// What keeps a file from being read or written, in the form compilers use.
package enum FileError: Error {
  /// It is not there, or may not be read.
  case unreadable(path: String)
  /// It cannot be written to.
  case unwritable(path: String)

  /// The words for it.
  package var message: String {
    switch self {
    case .unreadable(let path): "\(path): error: cannot be read"
    case .unwritable(let path): "\(path): error: cannot be written"
    }
  }
}

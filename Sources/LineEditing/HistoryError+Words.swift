#if canImport(Glibc)
import Glibc
#endif

extension HistoryError: CustomStringConvertible {
  /// One line: what happens, and why.
  package var description: String {
    switch self {
    case .unreadable(let path, let code):
      "history is not kept: cannot read \(path) (\(Self.reason(code)))"
    case .unwritable(let path, let code):
      "history is not kept: cannot write \(path) (\(Self.reason(code)))"
    case .inTheWay(let path, let code):
      "history is not kept: \(path) is another program's and cannot be renamed "
        + "(\(Self.reason(code)))"
    }
  }

  private static func reason(_ code: Int32) -> String {
    guard let words = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: words)
  }
}

import Diagnostics

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Why a snapshot cannot be opened.
enum SnapshotError: Error {
  /// The system does not open or read it, with its code.
  case unreadable(Int32)
  /// It is a folder, a pipe or a device.
  case isNoFile
  /// It has more bytes than the machine has memory.
  case isTooLarge(Int)
  /// It does not begin as a snapshot does.
  case isNoSnapshot
  /// It was written in a version that is not known.
  case isOfVersion(UInt32)
  /// It ends before its last byte.
  case endsEarly(at: Int, of: Int)
  /// Something is not as it was written, or was never right: where, and what.
  case isDamaged(at: Int, String)
  /// The user asked to stop.
  case stopped
}

extension SnapshotError {
  /// The words for it, with the file as it was named; whether it is open already, and part of it is
  /// wanted.
  func diagnostics(file: String, isOpen: Bool = false) -> Diagnostics {
    Diagnostics([diagnostic("\"\(file)\"", isOpen)])
  }

  private func diagnostic(_ name: String, _ isOpen: Bool) -> Diagnostic {
    switch self {
    case .unreadable(ENOENT): Diagnostic(.unreadableFile, "there is no file \(name)")
    case .unreadable(let code):
      Diagnostic(.unreadableFile, "\(name) cannot be read: \(systemWords(code))")
    case .isNoFile:
      Diagnostic(.unreadableFile, "\(name) is no regular file, a snapshot is wanted here")
    case .isTooLarge(let size):
      Diagnostic(
        .unreadableFile,
        "\(name) has \(size) bytes, more than this machine has memory"
      )
    case .isNoSnapshot:
      Diagnostic(
        .unreadableFile,
        "\(name) is no graph that `save` wrote",
        notes: ["what it is instead: describe \(name)"]
      )
    case .isOfVersion(let version):
      Diagnostic(
        .unreadableFile,
        "\(name) is written in version \(version) of the format, and \(SnapshotLayout.version) "
          + "is the one known here",
        notes: ["the files it was loaded from can be loaded again"]
      )
    case .endsEarly(let end, let size):
      damaged("\(name) ends at byte \(end), it was written with \(size) bytes", isOpen)
    case .isDamaged(let offset, let what):
      damaged("\(name) is damaged at byte \(offset): \(what)", isOpen)
    case .stopped:
      Diagnostic(.interrupted, "stopped while reading \(name); the graph is as it was")
    }
  }

  private func damaged(_ message: String, _ isOpen: Bool) -> Diagnostic {
    Diagnostic(
      .damagedFile,
      message,
      notes: [
        isOpen
          ? "nothing that reads this is answered; the files it was loaded from can be loaded again"
          : "the graph is as it was; an older copy, or the files it was loaded from, may do"
      ]
    )
  }

  private func systemWords(_ code: Int32) -> String {
    unsafe strerror(code).map { unsafe String(cString: $0).lowercased() } ?? "error \(code)"
  }
}

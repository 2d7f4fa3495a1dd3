import Archiving
import CSystem
package import Diagnostics
package import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A file that is written whole or not at all, and never over what something else wrote.
///
/// What comes goes to a file of another name beside it, which takes its place once all of it is on
/// the disk. Whatever stops that leaves the old file as it was. Only its owner may read the file,
/// unless it is put in place of one that others may read.
package struct OutputFile: TextOutputStream {
  /// Which of the files there are may be replaced.
  package struct Replacement {
    /// Whether all of them may; else snapshots, scripts that `save` wrote, transcripts that `record`
    /// wrote, and these.
    package var isAllowedForAll = false
    /// The files this session wrote, as they were when they were written.
    package var written: Set<FileStamp> = []

    /// Only snapshots and scripts that `save` wrote.
    package init() {}
  }

  private let descriptor: Int32
  /// The file as messages call it, in quotes.
  private let name: String
  private let monitor: WorkMonitor
  private var pending: [UInt8] = []
  private var failure: Diagnostics?
  /// How many bytes were written since the disk was last told to begin.
  private var waiting = 0

  /// Writes a file, and returns what tells it from others.
  ///
  /// `shown` names it in messages. Throws what `contents` throws, `file-exists` where the file there
  /// is may not be replaced, `unwritable-file`, and `interrupted` when asked to stop.
  package static func write(
    to path: String,
    shownAs shown: String,
    replacing replacement: Replacement,
    watchedBy monitor: WorkMonitor = .unwatched,
    contents: (inout OutputFile) throws(Diagnostics) -> Void
  ) throws(Diagnostics) -> FileStamp {
    let target = real(path)
    try check(target, shownAs: shown, replacing: replacement)
    let quoted = "\"\(shown)\""
    try put(at: target, called: quoted, watchedBy: monitor) { file throws(Diagnostics) in
      try contents(&file)
      try file.finish(mode: 0o600)
      // Somebody may have made the file meanwhile.
      try check(target, shownAs: shown, replacing: replacement)
    }
    guard let stamp = FileStamp(path: target) else { throw refusal(quoted, errno) }
    return stamp
  }

  /// Puts a text in place of a file that is there, and keeps its mode and, where it can, its owner.
  ///
  /// A link stays, and what it leads to is replaced. Throws `unwritable-file`.
  static func replace(_ path: String, with text: String) throws(Diagnostics) {
    let target = real(path)
    let quoted = "`\(path)`"
    var status = stat()
    guard unsafe access(path, W_OK) == 0, unsafe stat(target, &status) == 0 else {
      throw refusal(quoted, errno)
    }
    try put(at: target, called: quoted) { file throws(Diagnostics) in
      // Only the superuser can give a file away; anybody else becomes its owner.
      _ = fchown(file.descriptor, status.st_uid, status.st_gid)
      file.write(text)
      try file.finish(mode: status.st_mode & 0o7777)
    }
  }

  /// Fills a file of another name beside the target, which takes its place where nothing is thrown.
  private static func put(
    at target: String,
    called name: String,
    watchedBy monitor: WorkMonitor = .unwatched,
    fill: (inout OutputFile) throws(Diagnostics) -> Void
  ) throws(Diagnostics) {
    let folder = ScriptFile.folder(of: target)
    let draft = (folder.isEmpty ? "" : folder + "/") + ".kith-\(UInt64.random(in: 0 ... .max))"
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    let descriptor = unsafe open(draft, flags, 0o600)
    guard descriptor >= 0 else { throw refusal(name, errno) }
    do throws(Diagnostics) {
      defer { close(descriptor) }
      var file = OutputFile(descriptor: descriptor, name: name, monitor: monitor)
      try fill(&file)
      guard unsafe rename(draft, target) == 0 else { throw refusal(name, errno) }
    } catch {
      _ = unsafe unlink(draft)
      throw error
    }
    settle(folder)
  }

  private init(descriptor: Int32, name: String, monitor: WorkMonitor) {
    self.descriptor = descriptor
    self.name = name
    self.monitor = monitor
  }

  /// Adds bytes.
  ///
  /// Throws where they cannot be written, and when asked to stop. Unsafe: hands memory to the
  /// system to be read.
  package mutating func append(_ bytes: RawSpan) throws(Diagnostics) {
    if monitor.isCancelled() { throw stopped }
    var start = 0
    while start < bytes.byteCount {
      let count = unsafe bytes.extracting(start..<bytes.byteCount).withUnsafeBytes {
        unsafe writeBytes(descriptor, $0)
      }
      if count > 0 {
        start += count
        beginWriting(after: count)
      } else if errno != EINTR {
        throw OutputFile.refusal(name, errno)
      }
    }
  }

  /// Has the disk begin with what there is, every few megabytes: at the end less is left to wait for.
  private mutating func beginWriting(after count: Int) {
    waiting += count
    guard waiting >= 8 << 20 else { return }
    waiting = 0
    csystem_begin_writing(descriptor)
  }

  /// Adds a text; what stands in the way is thrown when all is written.
  package mutating func write(_ text: String) {
    pending += text.utf8
    if pending.count > 1 << 16 { flush() }
  }

  private mutating func flush() {
    let bytes = pending
    pending = []
    guard failure == nil else { return }
    do throws(Diagnostics) {
      try append(unsafe bytes.span.bytes)
    } catch {
      failure = error
    }
  }

  /// Sees that all of it is on the disk, in a file of that mode.
  private mutating func finish(mode: mode_t) throws(Diagnostics) {
    flush()
    if let failure { throw failure }
    if monitor.isCancelled() { throw stopped }
    guard fchmod(descriptor, mode) == 0, fsync(descriptor) == 0 else {
      throw OutputFile.refusal(name, errno)
    }
  }

  private var stopped: Diagnostics {
    Diagnostics([
      Diagnostic(.interrupted, "stopped while writing \(name); what was there is as it was")
    ])
  }
}

extension OutputFile {
  /// What a path stands for, where it is a link to something that is there.
  private static func real(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// Throws where a file may not be written: something stands there that may not be replaced.
  static func check(
    _ path: String,
    shownAs shown: String,
    replacing replacement: Replacement
  ) throws(Diagnostics) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFREG else {
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      let what = isFolder ? "a folder" : "no regular file"
      throw Diagnostics([Diagnostic(.unwritableFile, "\"\(shown)\" is \(what)")])
    }
    guard !replacement.isAllowedForAll, !replacement.written.contains(FileStamp(status)) else {
      return
    }
    let head = ScriptFile.beginning(of: path)
    if Snapshot.begins(with: head) { return }
    let isOurs = SessionScript.begins(with: head) || Recording.begins(with: head)
    if isOurs, let text = try? ScriptFile.text(at: path), Seal.holds(text) { return }
    throw Diagnostics([
      Diagnostic(
        .fileExists,
        isOurs
          ? "\"\(shown)\" was changed by hand since Kith wrote it"
          : "\"\(shown)\" is there already, and something else wrote it",
        choices: ["set overwrite yes"]
      )
    ])
  }

  /// Sees that a folder knows its new file after the power fails; where it cannot be, it is not.
  private static func settle(_ folder: String) {
    let descriptor = unsafe open(folder.isEmpty ? "." : folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static func refusal(_ name: String, _ code: Int32) -> Diagnostics {
    let reason = unsafe String(cString: strerror(code)).lowercased()
    return Diagnostics([
      Diagnostic(.unwritableFile, "\(name) cannot be written: \(reason)")
    ])
  }
}

/// What tells a file from others, and from itself after a change.
package struct FileStamp: Sendable, Hashable {
  private let device: UInt64
  private let number: UInt64
  private let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  /// The stamp of the file at a path; nil where there is none.
  fileprivate init?(path: String) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  fileprivate init(_ status: stat) {
    #if canImport(Glibc)
    let changed = status.st_mtim
    #else
    let changed = status.st_mtimespec
    #endif
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(status.st_ino)
    size = Int(status.st_size)
    seconds = changed.tv_sec
    nanoseconds = changed.tv_nsec
  }
}

/// The system's `write`, whose name the methods of a stream hide.
private func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  unsafe write(descriptor, bytes.baseAddress, bytes.count)
}

/// The last line of a text that Kith writes for itself: a comment by which a change by hand is told.
enum Seal {
  private static let words = "unchanged since Kith wrote it: "

  /// A text with its seal, behind what begins a comment in it.
  static func sealed(_ text: String, comment: String) -> String {
    "\(text)\n\(comment) \(words)\(sum(of: text))\n"
  }

  /// Whether a text is as it was sealed.
  ///
  /// Complexity: O(bytes).
  static func holds(_ text: String) -> Bool {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 2, lines[lines.count - 1].isEmpty else { return false }
    let body = lines.dropLast(2).joined(separator: "\n")
    return lines[lines.count - 2].hasSuffix(words + sum(of: body))
  }

  /// FNV-1a of the bytes, in 16 digits.
  private static func sum(of text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

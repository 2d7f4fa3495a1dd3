#if canImport(Glibc)
import Glibc
#endif

/// The bytes of a history file on disk, safe against other sessions writing the same one.
struct HistoryStorage: Sendable {
  private static let heading = Array("\(HistoryEncoding.cookie)\n".utf8)
  private static let newline = UInt8(ascii: "\n")

  /// Where the file is.
  let path: String

  /// Whether something stands at the path that is not a file, such as `/dev/null`: then nothing is
  /// read or written.
  var isNoFile: Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
  }

  /// The lines below the first, without their newlines; none when there is no file.
  func lines() throws(HistoryError) -> [ArraySlice<UInt8>] {
    do {
      let file = try OpenFile(path, O_RDONLY)
      return Array(try file.read().split(separator: Self.newline).dropFirst())
    } catch {
      if error.isAbsence { return [] }
      throw .unreadable(path: path, code: error.value)
    }
  }

  /// Appends a line in one write, so that no other session's line can come between.
  ///
  /// Makes the file and its folders where they are missing.
  func append(_ line: String) throws(HistoryError) {
    do {
      try makeFolders()
      let file = try openLocked()
      let size = try file.status().st_size
      var bytes = size == 0 ? Self.heading : []
      // A write that was cut short must not swallow the next statement.
      if size > 0, try file.lastByte(size: size) != Self.newline { bytes.append(Self.newline) }
      try file.write(bytes + Array(line.utf8) + [Self.newline])
    } catch {
      throw .unwritable(path: path, code: error.value)
    }
  }

  /// Keeps the last `count` lines.
  ///
  /// Written beside and renamed, so a crash loses nothing; when it fails the long file simply
  /// stays.
  func shrink(to count: Int) {
    let fresh = "\(path).\(getpid())"
    do {
      let old = try openLocked()
      let kept = try old.read().split(separator: Self.newline).dropFirst().suffix(count)
      let new = try OpenFile(fresh, O_WRONLY | O_CREAT | O_EXCL)
      try new.write(Self.heading + kept.flatMap { $0 + [Self.newline] })
      guard unsafe rename(fresh, path) == 0 else { throw SystemCode.last }
    } catch {
      unsafe unlink(fresh)
    }
  }

  /// Leaves only the first line; nothing is made where there is no file.
  func clear() throws(HistoryError) {
    guard unsafe access(path, F_OK) == 0 else { return }
    do throws(SystemCode) {
      let file = try openLocked()
      guard ftruncate(file.descriptor, off_t(Self.heading.count)) == 0 else { throw .last }
    } catch {
      throw .unwritable(path: path, code: error.value)
    }
  }

  /// Moves a file that is not libedit's history to `.bak`, or `.bak.1` and so on where that name is
  /// taken, and says where; nil when there was nothing to move.
  func setAsideForeign() throws(HistoryError) -> String? {
    do {
      let file = try OpenFile(path, O_RDONLY)
      let opening = try file.read(upTo: Self.heading.count)
      if opening.isEmpty || opening == Self.heading { return nil }
    } catch {
      if error.isAbsence { return nil }
      throw .unreadable(path: path, code: error.value)
    }
    for number in 0..<1000 {
      let free = number == 0 ? "\(path).bak" : "\(path).bak.\(number)"
      // A link never replaces what is there, as a rename would.
      if unsafe link(path, free) == 0 {
        if unsafe unlink(path) == 0 { return free }
      }
      if errno != EEXIST { break }
    }
    throw .inTheWay(path: path, code: errno)
  }

  /// Opens the file for appending once nobody else holds it.
  ///
  /// Another session may have put a shortened file in its place while we waited; then that one is
  /// opened.
  private func openLocked() throws(SystemCode) -> OpenFile {
    while true {
      let file = try OpenFile(path, O_RDWR | O_APPEND | O_CREAT)
      file.lock()
      let ours = try file.status()
      var current = stat()
      let found = unsafe stat(path, &current)
      if found == 0, ours.st_ino != current.st_ino || ours.st_dev != current.st_dev { continue }
      // What people ask is nobody else's business, also in a file made by hand.
      if ours.st_mode & 0o077 != 0 { fchmod(file.descriptor, 0o600) }
      return file
    }
  }

  private func makeFolders() throws(SystemCode) {
    for index in path.indices.dropFirst() where path[index] == "/" {
      guard unsafe mkdir(String(path[..<index]), 0o700) != 0 else { continue }
      // A folder that exists may answer with "read-only" or "not permitted" first.
      if errno != EEXIST, unsafe access(String(path[..<index]), F_OK) != 0 { throw .last }
    }
  }
}

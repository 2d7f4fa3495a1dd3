#if canImport(Glibc)
import Glibc
#endif

/// The program of `VISUAL` or `EDITOR`, to edit a statement in.
package struct EditorProgram: Sendable, Hashable {
  /// The program and its arguments.
  package let words: [String]

  /// The program the environment names, `VISUAL` before `EDITOR`; without either, `vi`.
  package init(environment: [String: String]) {
    let named = ["VISUAL", "EDITOR"].lazy.compactMap { environment[$0] }
      .map { $0.split(separator: " ").map { String($0) } }.first { !$0.isEmpty }
    words = named ?? ["vi"]
  }

  /// The text as the program left it; nil where it cannot be started or did not end well.
  ///
  /// The text is in a file that no one else can read and that is gone afterwards. The program is
  /// started without a shell, on the terminal of this process.
  package func edit(_ text: String, folder: String = "/tmp") -> String? {
    var path = Array("\(folder)/kith-XXXXXX.kith".utf8CString)
    let descriptor = unsafe mkstemps(&path, 5)
    guard descriptor >= 0 else { return nil }
    close(descriptor)
    let name = String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unsafe unlink(name) }
    do {
      let file = try OpenFile(name, O_WRONLY | O_TRUNC)
      try file.write(Array((text + "\n").utf8))
      guard Self.run(words + [name]) == 0 else { return nil }
      let edited = try OpenFile(name, O_RDONLY)
      let bytes = try edited.read(upTo: PlainReader.limit)
      return Self.statement(String(decoding: bytes, as: UTF8.self))
    } catch {
      return nil
    }
  }

  /// The text of a file, without the line end that editors add.
  private static func statement(_ text: String) -> String {
    let plain = text.replacing("\r\n", with: "\n").replacing("\t", with: "  ")
    return String(plain.reversed().drop { $0 == "\n" }.reversed())
  }

  /// Runs a program to its end, found by `PATH`; returns its exit code, or nil where there is none.
  private static func run(_ words: [String]) -> Int32? {
    var arguments = unsafe words.map { unsafe strdup($0) }
    defer { unsafe arguments.forEach { unsafe free($0) } }
    unsafe arguments.append(nil)
    var attributes = posix_spawnattr_t()
    guard unsafe posix_spawnattr_init(&attributes) == 0 else { return nil }
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // Threads of a pool block signals, and a program begins with the mask of who starts it.
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var child = pid_t()
    guard unsafe posix_spawnp(&child, words[0], nil, &attributes, arguments, environ) == 0
    else { return nil }
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0 {
      if errno != EINTR { return nil }
    }
    // Ended by itself: the low seven bits name the signal otherwise.
    return status & 0x7F == 0 ? status >> 8 & 0xFF : nil
  }
}

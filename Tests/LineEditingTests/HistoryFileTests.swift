import Glibc
import LineEditing
import Testing

@Suite struct HistoryFileTests {
  let folder = ScratchFolder()

  private var path: String { "\(folder.path)/history" }

  private func loaded() throws -> [String] {
    var file = HistoryFile(path: path)
    return try file.load()
  }

  @Test func `what one session enters the next one finds`() throws {
    var file = HistoryFile(path: path)
    #expect(try file.load() == [])
    try file.append("top 10\nby \"klout score\"")
    try file.append("café \\ 日本 👩‍👩‍👧")
    #expect(try loaded() == ["top 10\nby \"klout score\"", "café \\ 日本 👩‍👩‍👧"])
    #expect(folder.text("history").hasPrefix("_HiStOrY_V2_\ntop\\04010\\012by"))
  }

  @Test func `a foreign file is kept as .bak`() throws {
    folder.write("notes of somebody\n", to: "history")
    folder.write("older\n", to: "history.bak")
    var file = HistoryFile(path: path)
    #expect(try file.load() == [])
    #expect(file.setAside == "\(path).bak.1")
    try file.append("pagerank")
    #expect(folder.text("history.bak") == "older\n")
    #expect(folder.text("history.bak.1") == "notes of somebody\n")
    #expect(try loaded() == ["pagerank"])
  }

  @Test func `only its owner can read it`() throws {
    var file = HistoryFile(path: "\(folder.path)/state/kith/history")
    try file.append("pagerank")
    #expect(folder.permissions("state") == 0o700)
    #expect(folder.permissions("state/kith/history") == 0o600)
  }

  @Test func `a file that others can read is closed to them`() throws {
    folder.write("_HiStOrY_V2_\n", to: "history")
    chmod(path)
    var file = HistoryFile(path: path)
    try file.append("pagerank")
    #expect(folder.permissions("history") == 0o600)
  }

  @Test func `repetitions, blanks and what begins with a space stay out`() throws {
    var file = HistoryFile(path: path)
    for statement in ["a", "a", " secret", "", "\n", "b", "a"] { try file.append(statement) }
    #expect(try loaded() == ["b", "a"])
  }

  @Test func `a statement entered again stands where it was entered last`() throws {
    folder.write("_HiStOrY_V2_\na\nb\nc\na\nb\n", to: "history")
    #expect(try loaded() == ["c", "a", "b"])
  }

  @Test func `what is cleared is gone, and the next is kept`() throws {
    var file = HistoryFile(path: path)
    try file.clear()
    #expect(folder.names == [])
    try file.append("secret")
    try file.clear()
    #expect(folder.text("history") == "_HiStOrY_V2_\n")
    try file.append("secret")
    #expect(try loaded() == ["secret"])
  }

  @Test func `the environment says how many are loaded, and where none are kept`() throws {
    folder.write("_HiStOrY_V2_\na\nb\nc\n", to: "history")
    var file = try #require(
      HistoryFile(environment: ["KITH_HISTORY": path, "KITH_HISTORY_SIZE": "2"])
    )
    #expect(try file.load() == ["b", "c"])
    #expect(HistoryFile(environment: ["KITH_HISTORY": path, "KITH_HISTORY_SIZE": "0"]) == nil)
    #expect(HistoryFile(environment: ["KITH_HISTORY": ""]) == nil)
  }

  @Test func `a repetition of the session before stays out`() throws {
    var first = HistoryFile(path: path)
    try first.append("a")
    var second = HistoryFile(path: path)
    _ = try second.load()
    try second.append("a")
    #expect(folder.text("history") == "_HiStOrY_V2_\na\n")
  }

  @Test func `only the newest are loaded and a long file is shortened`() throws {
    let lines = (0..<11_000).map { "s\($0)\n" }.joined()
    folder.write("_HiStOrY_V2_\n\(lines)", to: "history")
    let statements = try loaded()
    #expect(statements.count == HistoryFile.limit)
    #expect(statements.last == "s10999")
    #expect(folder.text("history").utf8.count(where: { $0 == 10 }) == HistoryFile.limit + 1)
    #expect(folder.names == ["history"])
  }

  @Test func `a line that was cut short does not swallow the next`() throws {
    folder.write("_HiStOrY_V2_\nwhole\ncut", to: "history")
    var file = HistoryFile(path: path)
    try file.append("next")
    #expect(try loaded() == ["whole", "cut", "next"])
  }

  @Test func `two sessions lose nothing of each other`() async throws {
    let path = path
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<2 {
        group.addTask {
          var file = HistoryFile(path: path)
          for number in 0..<200 { try? file.append("\(writer) asks \(number)\nof it") }
        }
      }
    }
    let statements = try loaded()
    #expect(statements.count == 400)
    for writer in 0..<2 {
      let own = statements.filter { $0.hasPrefix("\(writer)") }
      #expect(own == (0..<200).map { "\(writer) asks \($0)\nof it" })
    }
  }

  @Test func `what cannot be written is said once`() throws {
    folder.write("", to: "wall")
    let blocked = "\(folder.path)/wall/history"
    var file = HistoryFile(path: blocked)
    #expect(throws: HistoryError.unwritable(path: blocked, code: ENOTDIR)) {
      try file.append("a")
    }
    try file.append("b")
    #expect(try file.load() == [])
  }

  @Test func `a device keeps nothing and complains of nothing`() throws {
    var file = HistoryFile(path: "/dev/null")
    #expect(try file.load() == [])
    try file.append("a")
  }

  @Test func `the place follows the environment`() {
    let home = ["HOME": "/home/ann"]
    func place(_ more: [String: String]) -> String? {
      HistoryFile.defaultPath(environment: home.merging(more) { $1 })
    }
    #expect(place([:]) == "/home/ann/.local/state/kith/history")
    #expect(place(["XDG_STATE_HOME": "/s"]) == "/s/kith/history")
    #expect(place(["XDG_STATE_HOME": "s"]) == "/home/ann/.local/state/kith/history")
    #expect(place(["XDG_STATE_HOME": "/s", "KITH_HISTORY": "/h"]) == "/h")
    #expect(place(["KITH_HISTORY": ""]) == nil)
    #expect(HistoryFile.defaultPath(environment: [:]) == nil)
  }

  private func chmod(_ path: String) {
    _ = unsafe Glibc.chmod(path, 0o644)
  }
}

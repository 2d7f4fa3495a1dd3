import Foundation
import TestSupport
import Testing

/// At a terminal: the pager, the configuration, the first start.
///
/// The terminal is that of `script`; where it is not installed, nothing is tested.
@Suite struct PagerTests {
  private let home = try? ScratchFolder()

  /// What is seen of a session in which these lines are typed, and its exit code.
  private func session(
    _ lines: [String],
    _ options: String = "",
    environment: [String: String] = [:]
  ) throws -> Tool.Result? {
    guard let script = Tool(installed: "script"), let home else { return nil }
    let variables = [
      "HOME": home.url.path, "XDG_CONFIG_HOME": "", "XDG_STATE_HOME": "",
      "KITH_HISTORY": "\(home.url.path)/history",
      "TERM": "xterm", "LANG": "C.UTF-8", "PAGER": "tee \(home.url.path)/page",
    ]
    let command = "\(Tool("kith").path) examples/eight-people/load.kith \(options)"
    return try script.run(
      ["-qec", command, "/dev/null"],
      input: lines.map { $0 + "\r" }.joined(),
      environment: variables.merging(environment) { _, given in given }
    )
  }

  private func file(_ name: String) -> String? {
    guard let home, let bytes = try? home.bytes(of: name) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `what does not fit goes to the pager, whole, and nothing else does`() throws {
    let lines = ["count people", "followrs", "help", "quit"]
    guard let seen = try session(lines) else { return }
    #expect(seen.code == 0)
    #expect(seen.output.contains("unknown-name"))
    let page = try #require(file("page"))
    #expect(page.contains("Statements") && !page.contains("unknown-name"))
    #expect(!page.contains("share of all"))
  }

  @Test(arguments: [("set pager off", ""), ("set pager on", "--safe"), ("set rows 9", "")])
  func `a pager is used where it may be`(_ line: String, _ options: String) throws {
    guard try session([line, "help", "quit"], options) != nil else { return }
    #expect((file("page") != nil) == (line == "set rows 9"))
  }

  @Test(arguments: ["", "cat", "no-such-program-anywhere"])
  func `where there is no pager, pages are written`(_ pager: String) throws {
    guard let seen = try session(["help", "quit"], environment: ["PAGER": pager]) else { return }
    #expect(seen.code == 0)
    #expect(seen.output.contains("Statements") && seen.output.contains("Ctrl-D leaves"))
  }

  @Test func `a pager that is left early is no harm`() throws {
    let lines = ["help", "count people", "quit"]
    guard let seen = try session(lines, environment: ["PAGER": "true"]) else { return }
    #expect(seen.code == 0)
    #expect(seen.output.contains("share of all 8 people"))
  }

  @Test func `who comes for the first time is shown around once`() throws {
    guard let first = try session(["count people", "quit"]) else { return }
    func isShownAround(_ output: String?) -> Bool {
      output?.contains("A tour") == true || output?.contains("`help tour` shows around") == true
    }
    #expect(isShownAround(first.output) && file("page") == nil)
    #expect(!isShownAround(try session(["quit"])?.output))
    #expect(!isShownAround(try session(["quit"], "--safe")?.output))
  }

  @Test func `the configuration runs first, and what is wrong with it ends the start`() throws {
    let home = try #require(self.home)
    let place = home.url.appending(path: ".config/kith")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    let configuration = place.appending(path: "config.kith")
    try Data("set format csv\ndefine fans as followers of @ada\n".utf8).write(to: configuration)
    guard let seen = try session(["count fans", "quit"], environment: ["PAGER": ""]) else { return }
    #expect(seen.output.contains("count,share\r\n4,0.5\r\n"), "\(seen.output)")
    #expect(!seen.output.contains("fans is followers"))
    try Data("set format csv\nset format nonsense\n".utf8).write(to: configuration)
    let wrong = try #require(try session(["count people"]))
    #expect(wrong.code == 1)
    #expect(wrong.output.contains("config.kith:2:12") && wrong.output.contains("--no-config"))
    for option in ["--no-config", "--safe"] {
      #expect(try session(["quit"], option)?.code == 0)
    }
  }
}

import Foundation
import TestSupport
import Testing

/// The program and the places around it: files out of reach, exit codes, errors for ears.
@Suite struct PlaceTests {
  private let eight = "examples/eight-people/load.kith"

  private func kith(_ arguments: String..., input: String = "") throws -> Tool.Result {
    try Tool("kith").run(arguments, input: input)
  }

  @Test func `files are out of reach behind those that are named with it`() throws {
    let folder = try ScratchFolder()
    let file = folder.url.appending(path: "a.csv").path
    let result = try kith("--safe", eight, "-c", "count people", "-c", "people into \"\(file)\"")
    #expect(result.code == 1)
    #expect(result.output == "count\tshare\n8\t1\n")
    #expect(result.errors.contains("error out-of-reach at -c:1:13"))
    #expect(!FileManager.default.fileExists(atPath: file))
    for line in ["load \"examples/village\"", "run \"\(eight)\"", "describe \"README.md\""] {
      #expect(try kith(eight, "--safe", input: line + "\n").errors.contains("out-of-reach"))
    }
  }

  @Test func `a script leaves with the code it says`() throws {
    let folder = try ScratchFolder()
    let script = try folder.write("exit 7\ncount people\n", to: "leaves.kith")
    #expect(try kith("run", script).code == 7)
    #expect(try kith(script, "-c", "count people").code == 7)
    #expect(try kith("-c", "exit 9").code == 9)
    #expect(try kith(input: "exit 5\n").code == 5)
    #expect(try kith("-c", "quit").code == 0)
  }

  @Test func `a configuration is for who sits at the prompt, and for nobody else`() throws {
    let folder = try ScratchFolder()
    let home = folder.url.appending(path: "kith")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    try Data("nonsense here\n".utf8).write(to: home.appending(path: "config.kith"))
    let place = ["XDG_CONFIG_HOME": folder.url.path]
    let tool = Tool("kith")
    for (arguments, input) in [
      ([eight, "-c", "count people"], ""), ([eight], "count people\n"), (["run", eight], ""),
    ] {
      let result = try tool.run(arguments, input: input, environment: place)
      #expect(result.code == 0 && !result.errors.contains("nonsense"), "\(result.errors)")
    }
  }

  @Test func `statements are echoed, and errors told in one line`() throws {
    let result = try kith("--echo", "--errors", "plain", eight, "-c", "count peple")
    #expect(result.errors.contains("kith> load people from \"people.csv\"\n"))
    #expect(
      result.errors.contains("kith> count peple\nerror unknown-name in -c, line 1, column 7: ")
    )
    #expect(result.code == 1)
  }
}

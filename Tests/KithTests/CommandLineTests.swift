import Foundation
import TestSupport
import Testing

/// The program from outside: arguments, streams, exit codes.
@Suite struct CommandLineTests {
  private let eight = "examples/eight-people/load.kith"

  private func kith(_ arguments: String..., input: String = "") throws -> Tool.Result {
    try Tool("kith").run(arguments, input: input)
  }

  @Test func `tables go to standard output, everything else to standard error`() throws {
    let result = try kith(eight, "-c", "top 2 people by followers")
    #expect(result.code == 0)
    #expect(result.output == "rank\tperson\tfollowers\n1\tbea\t5\n2\tada\t4\n")
    #expect(result.errors.contains("@ada follows @cal"))
    #expect(result.errors.contains("top 2 people by followers"))
  }

  @Test func `the headline question on the eight people`() throws {
    let question = "top 2 by audience overlap with topic yoga weighted by trust"
    let result = try kith(eight, "-c", question, "--format", "csv")
    let lines = result.output.split(separator: "\n")
    let header =
      "rank,person,audience overlap,low,expected,shared,audience,effective audience,trust known,"
      + "unweighted"
    #expect(lines.first.map(String.init) == header)
    #expect(lines.dropFirst().map { $0.split(separator: ",")[1] } == ["cal", "ada"])
  }

  @Test func `statements run in the order they are given, after the files`() throws {
    let result = try kith("-c", "count customers", "-c", "count people", eight)
    #expect(result.output == "count\tshare\n2\t0.25\n\ncount\tshare\n8\t1\n")
  }

  @Test func `options may stand before the command`() throws {
    let result = try kith("--errors", "json", "check", eight)
    #expect(result.code == 0, "\(result)")
    #expect(try kith("--errors", "json", "--nope", "check", eight).code == 2)
  }

  @Test(arguments: [
    ("top 3 by", 2), ("followers by country", 2), ("reech", 1), ("audience overlap", 1),
    ("load people from \"nowhere.csv\"", 4), ("quit", 0), ("help", 0), ("help nothing", 1),
  ])
  func `a failure has its exit code`(_ statement: String, _ code: Int32) throws {
    #expect(try kith(eight, "-c", statement).code == code)
  }

  @Test func `who is interrupted ends with 130`() throws {
    #expect(try Tool("kith").runInterrupted([], after: "help\n") == 130)
  }

  @Test func `a wrong command line is told and ends with 2`() throws {
    let result = try kith("--nonsense")
    #expect(result.code == 2)
    #expect(result.output == "")
    #expect(result.errors.contains("--nonsense"))
    #expect(try kith("run").code == 2)
    #expect(try kith("--format", "nonsense", "-c", "help").code == 2)
    #expect(try kith("run", eight, "topic=yoga").code == 2)
  }

  @Test func `help and version need nothing else`() throws {
    let help = try kith("--help")
    #expect(help.code == 0)
    #expect(help.output.contains("kith run FILE.kith"))
    #expect(help.output.contains("-c"))
    #expect(help.errors == "")
    #expect(try kith("--version").output == "0.1.0\n")
  }

  @Test func `a script is parsed whole before anything runs`() throws {
    let folder = try ScratchFolder()
    let script = try folder.write("count people\ntop 3 by\n", to: "late.kith")
    let result = try kith("run", script)
    #expect(result.code == 2)
    #expect(result.output == "")
    #expect(result.errors.contains("late.kith:2:9"))
  }

  @Test func `a script stops at its first error, and names the line`() throws {
    let folder = try ScratchFolder()
    _ = try folder.write("follower,followed\na,b\nc,b\n", to: "f.csv")
    let text = "load follows from \"f.csv\"\nfollowers\nfolowing\ncount people\n"
    let script = try folder.write(text, to: "stops.kith")
    let result = try kith("run", script)
    #expect(result.code == 1)
    #expect(result.output == "rank\tperson\tfollowers\n1\tb\t2\n2\ta\t0\n2\tc\t0\n")
    #expect(result.errors.contains("stops.kith:3:1"))
    #expect(result.errors.contains("fix: following"))
  }

  @Test func `statements come from a pipe too`() throws {
    let result = try kith(eight, input: "count people where\n  followers > 2\n-- done\n")
    #expect(result.code == 0)
    #expect(result.output == "count\tshare\n3\t0.375\n")
    #expect(try kith(eight, input: "nonsense here\ncount people\n").output == "")
  }

  @Test func `tables go to a file in the format of its ending`() throws {
    let folder = try ScratchFolder()
    let path = folder.url.appending(path: "out.json").path
    let result = try kith(eight, "-c", "count people", "--output", path)
    #expect(result.code == 0)
    #expect(result.output == "")
    let written = String(decoding: try folder.bytes(of: "out.json"), as: UTF8.self)
    #expect(written == "[{\"count\":8,\"share\":1}]\n")
    #expect(try kith("-c", "help", "--output", folder.url.path).code == 2)
  }
}

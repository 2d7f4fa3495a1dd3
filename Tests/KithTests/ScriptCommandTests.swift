import Foundation
import TestSupport
import Testing

/// Scripts from the command line: run to their end, checked, formatted.
@Suite struct ScriptCommandTests {
  private let eight = "examples/eight-people/load.kith"

  private func kith(_ arguments: String..., input: String = "") throws -> Tool.Result {
    try Tool("kith").run(arguments, input: input)
  }

  // Running.

  @Test func `a script can go on after its errors, and ends with the gravest`() throws {
    let folder = try ScratchFolder()
    _ = try folder.write("follower,followed\na,b\n", to: "f.csv")
    let text =
      "load follows from \"f.csv\"\nreech\nload trust from \"none.csv\"\nfolowing\ncount people\n"
    let script = try folder.write(text, to: "goes-on.kith")
    let stopped = try kith("run", script)
    #expect((stopped.code, stopped.output) == (1, ""))
    let result = try kith("run", "--keep-going", script)
    #expect((result.code, result.output) == (4, "count\tshare\n2\t1\n"))
    for line in 2...4 { #expect(result.errors.contains("goes-on.kith:\(line):")) }
  }

  @Test func `who leaves after a failure leaves with it`() throws {
    let folder = try ScratchFolder()
    let script = try folder.write("forget nothing\nquit\n", to: "leaves.kith")
    #expect(try kith("run", "--keep-going", script).code == 1)
  }

  @Test func `a script that does not parse does not run at all`() throws {
    let folder = try ScratchFolder()
    let script = try folder.write("help\ntop 3 by\ncount\n", to: "unread.kith")
    let result = try kith("run", "--keep-going", script)
    #expect((result.code, result.output) == (2, ""))
    #expect(result.errors.contains("unread.kith:2:9"))
    #expect(result.errors.contains("unread.kith:3:6"))
    #expect(!result.errors.contains("Kith answers"))
  }

  @Test func `a value needs a parameter and a name`() throws {
    let unknown = try kith("run", eight, "topic=yoga=x")
    #expect(unknown.code == 2)
    #expect(unknown.errors.contains("has no parameter called `topic`"))
    #expect(try kith("run", eight, "topic").code == 2)
    #expect(try kith("run", eight, "=yoga").code == 2)
  }

  @Test func `a report is written also where the script fails, and refused where it cannot be`()
    throws
  {
    let folder = try ScratchFolder()
    _ = try folder.write("follower,followed\na,b\n", to: "f.csv")
    let lines = "load follows from \"f.csv\"\ncount people\nfolowers\n"
    let script = try folder.write(lines, to: "report.kith")
    let page = try folder.write("what was there, and is longer\n", to: "report.html")
    let result = try kith("run", script, "--report", page)
    #expect(result.code == 1)
    let text = try String(contentsOfFile: page, encoding: .utf8)
    #expect(text.hasPrefix("<!doctype html>") && text.hasSuffix("</html>\n"))
    #expect(text.contains("1 error") && result.output.hasPrefix("count\tshare\n"))
    let refused = try kith("run", script, "--report", "/nowhere/page.html")
    #expect(refused.code != 0 && refused.output == "")
    #expect(refused.errors.contains("`/nowhere/page.html` cannot be written"))
  }

  // Errors.

  @Test func `errors as json have standard error for themselves`() throws {
    let folder = try ScratchFolder()
    let script = try folder.write("forget é; reech\nhelp\nfolowers\n", to: "wrong.kith")
    let result = try kith("run", "--keep-going", "--errors", "json", script)
    let errors = try objects(result.errors)
    #expect(result.code == 1)
    #expect(errors.map { $0["code"] as? String } == Array(repeating: "unknown-name", count: 3))
    #expect(errors.map { $0["line"] as? Int } == [1, 1, 3])
    #expect(errors.map { $0["column"] as? Int } == [8, 11, 1])
    #expect(errors.map { $0["endColumn"] as? Int } == [9, 16, 9])
    #expect(errors.allSatisfy { $0["file"] as? String == script })
    let fix = errors[2]["fix"] as? [String: Any]
    #expect(fix?["start"] as? Int == 22)
    #expect(fix?["end"] as? Int == 30)
    #expect(fix?["text"] as? String == "followers")
  }

  @Test func `every way in writes errors as asked`() throws {
    #expect(try objects(kith("-c", "top 3 by", "--errors", "json").errors).count == 1)
    #expect(try objects(kith("--errors", "json", input: "count\n").errors).count == 1)
    #expect(try objects(kith("check", "-", "--errors", "json", input: "count\n").errors).count == 1)
    #expect(try objects(kith("run", "no.kith", "--errors", "json").errors).count == 1)
    #expect(try kith("-c", "count", "--errors", "xml").code == 2)
    let good = try kith(eight, "-c", "count people", "--errors", "json")
    #expect((good.code, good.errors) == (0, ""))
  }

  // Checking.

  @Test func `a check of the grammar says all that is wrong`() throws {
    let good = try kith("check", eight)
    #expect((good.code, good.output, good.errors) == (0, "", ""))
    let bad = try kith("check", "-", input: "top 3 by\nreech\ncount\n")
    #expect((bad.code, bad.output) == (2, ""))
    #expect(bad.errors.contains("input:1:9"))
    #expect(bad.errors.contains("input:3:6"))
    #expect(!bad.errors.contains("input:2"))
    #expect(try kith("check", "nowhere.kith").code == 4)
  }

  @Test func `a check after a script looks names up`() throws {
    let text = "define fit as audience overlap with #yoga\ntop 3 by fit\nreech\nquit\n"
    let result = try kith("check", "--after", eight, "--kinds", "-", input: text)
    #expect(result.code == 1)
    let wrong = "3\terror\tunknown-name\tno measure or column is called `reech`"
    #expect(result.output == "1\tdefinition\n2\ttop\n\(wrong)\n4\tquit\n")
    #expect(result.errors.contains("input:3:1"))
    #expect(!result.errors.contains("rows read"))
    let good = try kith("check", "--after", eight, "-", input: "top 3 by reach\n")
    #expect((good.code, good.output, good.errors) == (0, "", ""))
  }

  @Test func `a check ends where the script before it fails`() throws {
    let folder = try ScratchFolder()
    let load = try folder.write("load people from \"none.csv\"\n", to: "load.kith")
    let result = try kith("check", "--after", load, "--kinds", "-", input: "quit\n")
    #expect((result.code, result.output) == (4, ""))
    #expect(result.errors.contains("load.kith:1:"))
    let absent = try kith("check", "--after", "nowhere.kith", "-", input: "quit\n")
    #expect(absent.code == 4)
  }

  // Formatting.

  @Test func `scripts are formatted in place, and who may read them stays`() throws {
    let folder = try ScratchFolder()
    let script = try folder.write("COUNT  people;quit -- now\n", to: "odd.kith")
    let link = folder.url.appending(path: "link.kith").path
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: script)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: script)
    let asked = try kith("format", "--check", link, eight)
    #expect((asked.code, asked.output) == (1, link + "\n"))
    let result = try kith("format", link, eight)
    #expect((result.code, result.output, result.errors) == (0, "", ""))
    let formatted = String(decoding: try folder.bytes(of: "odd.kith"), as: UTF8.self)
    #expect(formatted == "count people\nquit  -- now\n")
    let attributes = try FileManager.default.attributesOfItem(atPath: script)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == script)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).count == 2)
    #expect(try kith("format", "--check", link, eight).code == 0)
  }

  @Test func `a script that cannot be read stays, and the others are formatted`() throws {
    let folder = try ScratchFolder()
    let bad = try folder.write("COUNT  people\ntop 3 by\n", to: "bad.kith")
    let good = try folder.write("COUNT  people\n", to: "good.kith")
    let result = try kith("format", bad, good)
    #expect(result.code == 2)
    #expect(result.errors.contains("bad.kith:2:9"))
    let texts = try ["bad.kith", "good.kith"].map { name in
      String(decoding: try folder.bytes(of: name), as: UTF8.self)
    }
    #expect(texts == ["COUNT  people\ntop 3 by\n", "count people\n"])
    let bytes = Data([0x2D, 0x2D, 0x20, 0xFF, 0x0A, 0x0A, 0x0A])
    try bytes.write(to: folder.url.appending(path: "bytes.kith"))
    let refused = try kith("format", folder.url.appending(path: "bytes.kith").path)
    #expect(refused.code == 4)
    #expect(refused.errors.contains("UTF-8"))
    #expect(try folder.bytes(of: "bytes.kith") == bytes)
  }

  @Test func `standard input is formatted to standard output`() throws {
    let result = try kith("format", "-", input: "COUNT  people\n\n\n")
    #expect((result.code, result.output, result.errors) == (0, "count people\n", ""))
    let asked = try kith("format", "--check", "-", input: "count people\n")
    #expect((asked.code, asked.output) == (0, ""))
  }

  /// The objects of JSON lines.
  private func objects(_ lines: String) throws -> [[String: Any]] {
    try lines.split(separator: "\n").map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
      return try #require(object as? [String: Any])
    }
  }
}

import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

/// The atlas: that what is kept is what the grammar makes, and that it draws what a grammar says.
@Suite(.serialized) struct AtlasTests {
  private static let grammar = Tool.checkout.appending(path: "grammar")
  private static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"

  static var pictures: [URL] {
    let folder = grammar.appending(path: "diagrams")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().map { folder.appending(path: $0) }
  }

  /// A small grammar, written to a folder of its own.
  private func folder(_ rules: String) throws -> ScratchFolder {
    let folder = try ScratchFolder()
    let start = """
      ## ask: ask <a & b>
      #> ask a
      statement <- ask End / 'tell' End
      %End the end
      %Name a name

      """
    _ = try folder.write(start + rules + "\n", to: "ask.gram")
    _ = try folder.write("ask\ntell\n", to: "reserved.list")
    _ = try folder.write("# none\n", to: "contextual.list")
    return folder
  }

  @Test func `the files are what the grammar makes`() throws {
    if Self.isUpdating { _ = try Tool("Atlas").run([Self.grammar.path]) }
    let result = try Tool("Atlas").run([Self.grammar.path, "--check"])
    #expect(result.code == 0, "\(result.errors)")
  }

  @Test func `every file with rules has a picture, which is well formed and says what it shows`()
    throws
  {
    #expect(Self.pictures.count > 15)
    for picture in Self.pictures {
      let name = picture.lastPathComponent
      let data = try Data(contentsOf: picture)
      #expect(XMLParser(data: data).parse(), "\(name)")
      let text = String(decoding: data, as: UTF8.self)
      #expect(text.contains("<title id=") && text.contains("<desc id="), "\(name)")
      let width = text.firstMatch(of: /width="(\d+)"/).flatMap { Int($0.1) } ?? 0
      #expect((100...960).contains(width), "\(name) is \(width) wide")
    }
  }

  @Test func `a file that was changed, is missing or is made of nothing is found out`() throws {
    let folder = try folder("ask <- 'ask' Name")
    #expect(try Tool("Atlas").run([folder.url.path, "--check"]).code == 1)
    #expect(try Tool("Atlas").run([folder.url.path]).code == 0)
    #expect(try Tool("Atlas").run([folder.url.path, "--check"]).code == 0)
    _ = try folder.write("", to: "diagrams/gone.svg")
    _ = try folder.write("", to: "editors/kith.vim")
    let errors = try Tool("Atlas").run([folder.url.path, "--check"]).errors
    #expect(errors.contains("diagrams/gone.svg: error: is not what the grammar makes"))
    #expect(errors.contains("editors/kith.vim: error: is not what the grammar makes"))
    #expect(try Tool("Atlas").run([folder.url.path]).code == 0)
    #expect(try Tool("Atlas").run([folder.url.path, "--check"]).code == 0)
  }

  @Test func `a grammar with faults is drawn by nobody, and an unknown use is told`() throws {
    let folder = try folder("ask <- 'ask' nowhere")
    let result = try Tool("Atlas").run([folder.url.path])
    #expect(result.code == 1)
    #expect(result.errors.contains("ask uses nowhere, which is not defined"))
    #expect(try Tool("Atlas").run(["--draw"]).errors.contains("usage: Atlas"))
  }

  /// The picture of a grammar with one rule.
  private func picture(of rule: String) throws -> String {
    let folder = try folder(rule)
    _ = try Tool("Atlas").run([folder.url.path])
    return String(decoding: try folder.bytes(of: "diagrams/ask.svg"), as: UTF8.self)
  }

  @Test(arguments: [
    ("ask <- 'ask' Name?", "ask: 'ask', then perhaps (a name)."),
    ("ask <- 'ask' Name*", "ask: 'ask', then any number of (a name)."),
    ("ask <- 'ask' Name+", "ask: 'ask', then one or more of (a name)."),
    ("ask <- 'ask' ('*' / Name)", "ask: 'ask', then ('*', or a name)."),
    ("ask <- 'ask' Name !'*'", "ask: 'ask', then a name, then not followed by ('*')."),
  ])
  func `what is drawn is said in words`(_ rule: String, _ words: String) throws {
    #expect(try picture(of: rule).contains(words))
  }

  /// The end of a statement is an open terminal too.
  @Test func `what joins repetitions stands once, on the way back`() throws {
    let joined = try picture(of: "ask <- 'ask' Name (',' Name)*")
    #expect(joined.matches(of: /class="open"/).count == 2)
    let apart = try picture(of: "ask <- 'ask' Name ('*' Name Name)*")
    #expect(apart.matches(of: /class="open"/).count == 4)
  }

  @Test func `a long rule goes on in another row`() throws {
    let rule = "ask <- 'ask'" + String(repeating: " Name", count: 30)
    let text = try picture(of: rule)
    let width = text.firstMatch(of: /width="(\d+)"/).flatMap { Int($0.1) } ?? 0
    #expect((500...960).contains(width))
    let rows = Set(text.matches(of: /<rect x="\d+" y="(\d+)"/).map { String($0.1) })
    #expect(rows.count >= 4)
  }

  @Test func `a title is written out, not read as markup`() throws {
    #expect(try picture(of: "ask <- 'ask' Name").contains("ask: ask &lt;a &amp; b&gt;"))
  }
}

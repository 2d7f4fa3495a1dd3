import Diagnostics
import Graph
import Importing
import Testing
import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Folders whose files go by the names of things.
struct FolderTests {
  private let files = [
    "follows.tsv": "follower\tfollowed\nann\tb2\n",
    "people.csv": "handle,age\nann,31\nbob,40\n",
    "Aliases.txt": "handle,alias\nbob,b2\n",
    "relation-knows.csv": "a,b,9\n",
    "mention.csv": "ann,bob\n",
    "topics.csv": "topic,parent\nrun,sport\n",
    "interests.csv": "person,topic,weight\nann,run,0.9\n",
    "purchases.dat": "person,value\nann,3\n",
  ]

  @Test func `files are loaded in an order in which each finds what it builds upon`() throws {
    let folder = TemporaryFolder(files)
    let (graph, report) = try Importer.load(folder: folder.path, shownPath: "f", into: Graph())
    #expect(
      report.files.map(\.file) == [
        "f/people.csv", "f/Aliases.txt", "f/follows.tsv", "f/relation-knows.csv", "f/topics.csv",
        "f/interests.csv", "f/mention.csv", "f/purchases.dat",
      ]
    )
    #expect(report.leftAlone.isEmpty && report.folder == "f")
    #expect(graph.relationNames == ["follows", "knows"])
    #expect(report.files[2].sentence == "@ann follows @bob")
    #expect(graph.personCount == 4)
    #expect(graph.topics.number(of: "sport").map { graph.audiences(atLeast: 0)[Int($0)] } == 1)
  }

  @Test func `a packed file goes by the name in front of its endings`() throws {
    let folder = TemporaryFolder(["people.csv.gz": "handle\nann\n", "trust.GZ": "ann,bob,1\n"])
    let (graph, report) = try Importer.load(folder: folder.path, shownPath: "f", into: Graph())
    #expect(report.files.map(\.file) == ["f/people.csv.gz", "f/trust.GZ"])
    #expect(graph.personCount == 2)
  }

  @Test func `what is no thing is left alone, and why is said`() throws {
    let folder = TemporaryFolder([
      "people.csv": "handle\nann\n", "people.tsv": "handle\nbob\n", "trust.md": "x",
      "truth.csv": "a,b\n", ".trust.csv": "a,b,1\n", "relation.csv": "a,b\n", "posts.csv": nil,
    ])
    let (graph, report) = try Importer.load(
      folder: folder.path + "/",
      shownPath: "f/",
      into: Graph()
    )
    #expect(report.files.map(\.file) == ["f/people.csv"] && graph.personCount == 1)
    #expect(
      report.leftAlone.map { "\($0.name): \($0.reason)" } == [
        "people.tsv: people.csv goes by the same name", "posts.csv: is no file",
        "relation.csv: its name is no thing to load",
        "trust.md: its ending is none of .csv .tsv .tab .txt .dat",
        "truth.csv: its name is no thing to load",
      ]
    )
  }

  @Test func `one bad file refuses the folder`() {
    let folder = TemporaryFolder([
      "people.csv": "handle\nann\n", "trust.csv": "truster,trusted,trust\nann,bob,7\n",
    ])
    let error = #expect(throws: Diagnostics.self) {
      _ = try Importer.load(folder: folder.path, shownPath: "f", into: Graph())
    }
    #expect(error?.all.map(\.code) == [.weightOutOfScale])
    #expect(error?.all.first?.place?.description == "f/trust.csv:2:9")
    #expect(error?.all.first?.choices.first == "scale = 10")
    #expect(
      error?.all.first?.notes.last
        == "nothing of \"f\" was loaded; a line of its own can say more: "
        + "load trust from \"f/trust.csv\" (...)"
    )
  }

  @Test(
    arguments: [
      ([:], ["the folder \"f\" is empty", "people.csv", "mentions.csv", "relation-NAME.csv"]),
      (["x.csv": "a,b\n"], ["it holds x.csv", "vouches.csv"]),
    ] as [([String: String], [String])]
  )
  func `a folder without any`(_ files: [String: String], _ parts: [String]) {
    let folder = TemporaryFolder(files)
    let error = #expect(throws: Diagnostics.self) {
      _ = try Importer.load(folder: folder.path, shownPath: "f", into: Graph())
    }
    #expect(error?.all.first?.code == .nothingUsable)
    let text = ([error?.all.first?.message ?? ""] + (error?.all.first?.notes ?? [])).joined()
    for part in parts { #expect(text.contains(part), "\(part) in \(text)") }
  }

  @Test func `a file in the place of a folder is answered with the line that loads it`() throws {
    let folder = TemporaryFolder(["x.csv": "follower,followed\na,b\n", "y.csv": "q\n1\n"])
    func refusal(_ name: String) -> Diagnostic? {
      #expect(throws: Diagnostics.self) {
        _ = try Importer.load(
          folder: "\(folder.path)/\(name)",
          shownPath: name,
          askedAt: 3..<15,
          into: Graph()
        )
      }?.all.first
    }
    let line = "load follows from \"x.csv\" (follower = follower, followed = followed)"
    #expect(refusal("x.csv")?.fix == Diagnostic.Fix(range: 3..<15, replacement: line))
    #expect(refusal("x.csv")?.code == .ambiguousName)
    #expect(refusal("z.csv")?.code == .unreadableFile)
    #expect(refusal("z.csv")?.message == "there is no file \"z.csv\"")
  }

  @Test func `cancelling loads nothing`() {
    let rows = String(repeating: "a,b\n", count: 400_000)
    let folder = TemporaryFolder(["follows.csv": rows])
    let error = #expect(throws: Diagnostics.self) {
      _ = try Importer.load(
        folder: folder.path,
        shownPath: "f",
        into: Graph(),
        watchedBy: .init(isCancelled: { true })
      )
    }
    #expect(error?.all.first?.code == .interrupted)
  }
}

/// A folder that is gone, with what was made in it, when its test ends.
struct TemporaryFolder: ~Copyable {
  let path: String
  private let names: [String: Bool]

  /// Files by name, with what they hold; a folder where that is nil.
  init(_ files: [String: String?]) {
    path = "/tmp/kith-import-\(UInt64.random(in: 0 ... .max))"
    _ = unsafe mkdir(path, 0o700)
    names = files.mapValues { $0 != nil }
    for (name, text) in files {
      guard let text else {
        _ = unsafe mkdir("\(path)/\(name)", 0o700)
        continue
      }
      guard let stream = unsafe fopen("\(path)/\(name)", "w") else { continue }
      unsafe fputs(text, stream)
      unsafe fclose(stream)
    }
  }

  deinit {
    for (name, isFile) in names {
      _ = unsafe isFile ? unlink("\(path)/\(name)") : rmdir("\(path)/\(name)")
    }
    _ = unsafe rmdir(path)
  }
}

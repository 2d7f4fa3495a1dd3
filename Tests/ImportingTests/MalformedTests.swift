import Diagnostics
import Graph
import Importing
import TestSupport
import Testing
import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Whatever the bytes, a load ends with a report or a diagnostic.
struct MalformedTests {
  private static let things: [LoadRequest.Thing] = [
    .people, .follows, .trust, .interests, .interactions, .posts, .actions, .relation("knows"),
    .aliases, .vouches, .topics, .interaction("mention"), .action("purchase"),
  ]

  private static let samples: [String] = [
    "follower,followed,time\nann,bob,2011-08-01T10:00:00.5+02:00\nbob,ann,1341100972\n",
    "# c\n1\t2\t.8\r\n2\t3\t-1e-3\r\n% c\n3 \t1\t1\r\n",
    "\u{FEFF}person;topic;weight\n\"a;\"\"b\";yoga;0.5\n\"two\nlines\";pop;1\n",
    "post|author|time|topics|parent\np1|ada|2011-08|yoga;pop|\np2|bea||x|p1\n",
    "1 2 1341100972 RT\n2 1 1341100970 MT\n",
    "time,person,kind,brand,post,value\n2011-08-02,cal,click,hal,p1,\n2011-08-03,cal,purchase,hal,,40\n",
    "voucher,vouched,topic,time\nann,@bob,#yoga,2026-01-31\nbob,ann,pop,\n",
    "topic,parent\n#run,sport\nsport,\n\"hot\nyoga\",yoga\nyoga,\"r\"\"n\"\n",
    "handle,alias\nann,ann@x\nbob,\ncyd,\"b\"\"c\"\n",
    "handle,age,customer,joined\nann,31,yes,2011-08-01\nbob,,no,\nJosé,x,,\n",
  ]

  /// Loads bytes as everything there is, and describes them; returns how often that succeeded.
  @discardableResult
  private func survive(_ path: String) -> Int {
    var loaded = 0
    for thing in Self.things {
      let request = LoadRequest(thing: thing, path: path, mappings: [])
      do throws(Diagnostics) {
        let (graph, report) = try Importer.load(request, into: Graph(), watchedBy: .unwatched)
        #expect(report["people"] == graph.personCount)
        loaded += 1
      } catch {
        #expect(!error.all.isEmpty)
        #expect(error.all.allSatisfy { !$0.message.isEmpty })
      }
    }
    _ = try? Importer.describe(path: path)
    return loaded
  }

  @Test(arguments: samples) func `cut at any byte`(_ sample: String) {
    let bytes = Array(sample.utf8)
    for end in 0...bytes.count {
      let file = TemporaryFile(Array(bytes[..<end]))
      survive(file.path)
    }
  }

  @Test(arguments: samples) func `any byte changed`(_ sample: String) {
    var random = SeededRandom(seed: 11)
    let odd: [UInt8] = [0, 9, 10, 13, 32, 34, 35, 37, 44, 59, 64, 0x80, 0xC3, 0xFF]
    for _ in 0..<80 {
      var bytes = Array(sample.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = bytes.indices.randomElement(using: &random) ?? 0
        let byte = Bool.random(using: &random) ? odd.randomElement(using: &random) : nil
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = byte ?? UInt8.random(in: 0...255, using: &random)
        case 1: bytes.insert(byte ?? UInt8.random(in: 0...255, using: &random), at: place)
        default: if bytes.count > 1 { bytes.remove(at: place) }
        }
      }
      let file = TemporaryFile(bytes)
      survive(file.path)
    }
  }

  @Test(
    .enabled(if: SharedFiles.isThere, "the shared data sets are not beside the repository"),
    arguments: [
      "kuzu-odd-inputs", "formats-gephi", "formats-networkit", "kuzu-tinysnb",
      "twitter-archive-format", "newman-gml",
    ]
  )
  func `every odd file opened as everything`(_ folder: String) {
    let files = SharedFiles.files(below: folder)
    #expect(files.count > 3)
    for file in files where SharedFiles.size(file) < 64 << 10 { survive(SharedFiles.path(file)) }
  }

  @Test func `a file that is shortened while it is read`() {
    let file = TemporaryFile(Array(String(repeating: "ann,bob\n", count: 300_000).utf8))
    let path = file.path
    let request = LoadRequest(thing: .follows, path: path)
    let shortening = WorkMonitor(report: { _, _ in _ = unsafe truncate(path, 1_000) })
    let error = #expect(throws: Diagnostics.self) {
      _ = try Importer.load(request, into: Graph(), watchedBy: shortening)
    }
    #expect(error?.all.first?.code == .unreadableFile)
    #expect(error?.all.first?.message.contains("became shorter") == true)
  }

  @Test func `a pipe that nobody writes to is empty, one that never ends can be stopped`() {
    let path = "/tmp/kith-import-pipe-\(UInt64.random(in: 0 ... .max))"
    #expect(unsafe mkfifo(path, 0o600) == 0)
    defer { _ = unsafe unlink(path) }
    check(path: path, as: .follows, expect: .error(.nothingUsable, ["is empty"]))
    let writer = unsafe open(path, O_RDWR | O_NONBLOCK)
    let rows = Array("ann,bob\nbob,ann\n".utf8)
    #expect(unsafe rows.withUnsafeBytes { unsafe write(writer, $0.baseAddress, $0.count) } > 0)
    let request = LoadRequest(thing: .follows, path: path)
    let error = #expect(throws: Diagnostics.self) {
      _ = try Importer.load(request, into: Graph(), watchedBy: WorkMonitor(isCancelled: { true }))
    }
    #expect(error?.all.first?.code == .interrupted)
    close(writer)
  }

  @Test func `columns wider than the store of cells`() {
    let wide = (0..<70_000).map { _ in "x" }.joined(separator: ",")
    let file = TemporaryFile(Array("\(wide)\n\(wide)\na,b\n".utf8))
    survive(file.path)
    let fits = (0..<3_000).map { "c\($0)" }.joined(separator: ",")
    check("handle,\(fits)\na,\(fits)\n", as: .people, expect: .report(["attributes": 3_000]))
  }
}

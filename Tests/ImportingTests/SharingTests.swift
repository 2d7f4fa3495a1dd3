import Diagnostics
import Graph
import Importing
import TestSupport
import Testing
import Values

/// A file read by several threads, beside the same file read in order.
struct SharingTests {
  /// What a load came to, as a text that tells every difference.
  private func outcome(
    _ path: String,
    _ brackets: [String],
    _ sharing: FileSharing,
    into graph: Graph = Graph()
  ) -> String {
    let request = LoadRequest(
      thing: brackets.isEmpty ? .relation("knows") : .follows,
      path: path,
      shownPath: "f.csv",
      mappings: brackets.map(mapping)
    )
    do throws(Diagnostics) {
      let (loaded, report) = try Importer.load(request, into: graph, sharedBy: sharing)
      let names = loaded.people.handles
      let relations = loaded.relationNames.map { name in
        "\(name): \(loaded.relations[name].map { "\($0)" } ?? "")"
      }
      return "\(report)\n\(names.bytes)\n\(names.starts)\n\(relations)"
    } catch {
      return "\(error)"
    }
  }

  private func expectSame(
    _ bytes: [UInt8],
    _ brackets: [String],
    pieces: some Sequence<Int>,
    into graph: Graph = Graph(),
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let file = TemporaryFile(bytes)
    let expected = outcome(file.path, brackets, FileSharing(threads: 1), into: graph)
    for pieceSize in pieces {
      for threads in [2, 3] {
        let sharing = FileSharing(threads: threads, pieceSize: pieceSize)
        let found = outcome(file.path, brackets, sharing, into: graph)
        #expect(
          found == expected,
          "pieces of \(pieceSize), \(threads) threads",
          sourceLocation: sourceLocation
        )
      }
    }
  }

  private static let samples = [
    "a,b,t\nann,bob,0.5\nbob,ann,1\ncy,ann,0.25\nann,bob,0.75\nbob,bob,1\n",
    "a,b,t\r\nann,bob,0.5\r\n@a long name indeed,ann,.1\r\nann,@ann,1\r\nbob,a long name indeed,1",
    "# c\na,b,t\nann,bob,x\n\nann,,0.5\n% c\nann,cy,\"0.5\"\n  \nann,dee,1,2\nann,d\u{1}e,1\nb,c,.1\n",
    "a,b,t\nann,\"bob\",1\n\"two\nlines\",ann,1\nann,bob,0.5\ncy,ann,0.5\n",
    "a,b,t\nann,\"bob,1\ncy,ann,0.5\nann,bob,0.5\n",
    "a;b;t\nann;bob;\nbob;cy;1\ndee;é;0\nann;José García;0.5\n",
    "a\tb\tt\nann\tb\"ob\t1\n\"x\ty\t0.5\nbob\t cy \t1\n",
    "a,b,t\rann,bob,1\rbob,cy,0.5\r",
  ]

  @Test(arguments: samples) func `pieces may end anywhere`(_ sample: String) {
    expectSame(Array(sample.utf8), ["trust = t"], pieces: 1...sample.utf8.count)
    expectSame(Array(sample.utf8), [], pieces: 1...12)
    expectSame(Array(sample.utf8), ["follower = 2", "followed = 1"], pieces: 1...12)
  }

  @Test(arguments: 0..<40) func `random files load the same`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let names = (0..<Int.random(in: 2...60, using: &random)).map { index in
      ["u\(index)", "@name\(index)", "a name of some length \(index)", "Ж\(index)"][index % 4]
    }
    let ending = Bool.random(using: &random) ? "\r\n" : "\n"
    let oddity = [0, 0.02, 0.3][Int(seed % 3)]
    var text = "a,b,t" + ending
    for _ in 0..<Int.random(in: 1...200, using: &random) {
      var cells = [
        names.randomElement(using: &random) ?? "",
        names.randomElement(using: &random) ?? "",
        "\(Double(Int.random(in: 0...30, using: &random)) / 30)",
      ]
      if Double.random(in: 0..<1, using: &random) < oddity {
        let cell = Int.random(in: 0..<3, using: &random)
        cells[cell] =
          ["", " x ", "\"q,\"\"q\"", "\"open", "\"a\nb\"", "#", "x", "1e-3", "a\u{7F}", ","]
          .randomElement(using: &random) ?? ""
      }
      text += cells.joined(separator: ",") + ending
    }
    if Bool.random(using: &random) { text.removeLast() }
    expectSame(Array(text.utf8), ["trust = t"], pieces: [1, 7, 64, 1_000])
  }

  @Test func `people and ties there are stay as they are`() {
    let before = check(
      "a,b,t\nbob,zoe,0.5\nzoe,ann,1\n",
      as: .follows,
      ["trust = t"],
      expect: .report(["ties": 2])
    )
    let known = check("alias,handle\nb,bob\n", as: .aliases, into: before, expect: .report([:]))
    let text = "a,b,t\nnew,bob,0.5\nbob,b,1\nb,new,0.25\nbob,zoe,0.75\n"
    for graph in [before, known] {
      expectSame(Array(text.utf8), ["trust = t"], pieces: 1...40, into: graph)
    }
    check(
      text,
      as: .follows,
      ["trust = t"],
      into: known,
      expect: .report(["ties": 2, "self-ties dropped": 1, "duplicates dropped": 1, "people": 3])
    )
  }

  @Test func `more names and weights than there was room for at first`() {
    var text = "a,b,t\n"
    for row in 0..<30_000 { text += "u\(row),person number \(row * 7 % 9_000),0.\(row)\n" }
    for row in 0..<9_000 { text += "v\(row),u\(row * 3),0.\(row)7\n" }
    expectSame(Array(text.utf8), ["trust = t"], pieces: [10_000, 200_000])
    for row in 0..<70_000 { text += "u\(row % 500),w\(row % 131),0.\(row)3\n" }
    expectSame(Array(text.utf8), ["trust = t"], pieces: [300_000])
  }

  @Test func `a load that is stopped loads nothing`() {
    let rows = String(repeating: "ann,bob\nbob,cy\n", count: 2_000)
    let file = TemporaryFile(Array(("a,b\n" + rows).utf8))
    let request = LoadRequest(thing: .follows, path: file.path)
    #expect(throws: Diagnostics.self) {
      try Importer.load(
        request,
        into: Graph(),
        watchedBy: WorkMonitor(isCancelled: { true }),
        sharedBy: FileSharing(threads: 2, pieceSize: 64)
      )
    }
  }
}
